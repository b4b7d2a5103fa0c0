using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Collects what is wrong while a catalog is read; every part goes on after a problem, so that all of them are said at once.</summary>
internal sealed class IssueList
{
    private readonly List<Issue> _issues = [];
    private readonly List<(TextLocation From, TextLocation To)> _lenient = [];
    private readonly List<LostText> _lost = [];

    public void Add(Issue issue)
    {
        // Where a way may be declared, nobody can say that there is none.
        if (issue.Code is "not_reachable" or "no_root" && _lost.Find(text => text.Holds("relationships")) is { } lost)
        {
            lost.HoldBack(issue);
            return;
        }

        _issues.Add(issue.Severity == IssueSeverity.Error && issue.Code != "duplicate_name" && IsLenient(issue.At) ? issue with { Severity = IssueSeverity.Warning } : issue);
    }

    /// <summary>Adds that a name stands for nothing, unless it may be declared where the catalog cannot be read.</summary>
    public void AddUnknown(Issue issue, string name)
    {
        if (_lost.Find(text => text.Holds(name)) is { } lost)
        {
            lost.HoldBack(issue);
        }
        else
        {
            Add(issue);
        }
    }

    /// <summary>Everything of another list, with what is lenient and lost there.</summary>
    public void AddAll(IssueList others)
    {
        _lenient.AddRange(others._lenient);
        _lost.AddRange(others._lost.Select(lost => lost.Anew()));
        others._issues.ForEach(Add);
    }

    /// <summary>Whatever is declared in it remains unknown.</summary>
    public void Lose(LostText text) => _lost.Add(text);

    /// <summary>What is wrong inside this part of a file is a warning; two things of one name are not, because nobody could tell which of them is meant.</summary>
    public void BeLenientWith(YamlNode node) => _lenient.Add((node.At, EndOf(node)));

    private bool IsLenient(TextLocation? at) => at is not null && _lenient.Exists(text => text.From.File == at.File && IsBefore(text.From, at) && IsBefore(at, text.To));

    private static TextLocation EndOf(YamlNode node) => node switch
    {
        YamlMap { Pairs: [.., var last] } => EndOf(last.Value),
        YamlList { Items: [.., var last] } => EndOf(last),
        YamlScalar text => SqlTextReader.EndOf(text),
        _ => node.At,
    };

    private static bool IsBefore(TextLocation first, TextLocation second) =>
        first.Line < second.Line || (first.Line == second.Line && first.Column <= second.Column);

    /// <summary>By file and place; what has no place comes last. Said twice counts once.</summary>
    public Seq<Issue> InOrder() => _issues
        .Concat(_lost.Select(lost => lost.Note).OfType<Issue>())
        .Distinct()
        .OrderBy(i => i.At is null)
        .ThenBy(i => i.At?.File, StringComparer.Ordinal)
        .ThenBy(i => i.At?.Line)
        .ThenBy(i => i.At?.Column)
        .ToSeq();
}
