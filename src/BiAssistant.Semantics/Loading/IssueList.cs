using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Collects what is wrong while a catalog is read; every part goes on after a problem, so that all of them are said at once.</summary>
internal sealed class IssueList
{
    private readonly List<Issue> _issues = [];
    private readonly List<(TextLocation From, TextLocation To)> _lenient = [];

    public void Add(Issue issue) => _issues.Add(issue.Severity == IssueSeverity.Error && issue.Code != "duplicate_name" && IsLenient(issue.At) ? issue with { Severity = IssueSeverity.Warning } : issue);

    /// <summary>Everything of another list, its leniency included.</summary>
    public void AddAll(IssueList others)
    {
        _lenient.AddRange(others._lenient);
        others._issues.ForEach(Add);
    }

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
        .Distinct()
        .OrderBy(i => i.At is null)
        .ThenBy(i => i.At?.File, StringComparer.Ordinal)
        .ThenBy(i => i.At?.Line)
        .ThenBy(i => i.At?.Column)
        .ToSeq();
}
