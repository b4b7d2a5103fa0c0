using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Collects what is wrong while a catalog is read; every part goes on after a problem, so that all of them are said at once.</summary>
internal sealed class IssueList
{
    private readonly List<Issue> _issues = [];

    public void Add(Issue issue) => _issues.Add(issue);

    /// <summary>By file and place; what has no place comes last. Said twice counts once.</summary>
    public Seq<Issue> InOrder() => _issues
        .Distinct()
        .OrderBy(i => i.At is null)
        .ThenBy(i => i.At?.File, StringComparer.Ordinal)
        .ThenBy(i => i.At?.Line)
        .ThenBy(i => i.At?.Column)
        .ToSeq();
}
