using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>What one binding gathers on its way: issues, and which elements it touched.</summary>
internal sealed class BindingSession(Catalog catalog, JoinGraph graph, BindingContext context)
{
    private readonly List<Issue> _reported = [];
    private readonly SortedSet<string> _touched = new(StringComparer.Ordinal);
    private readonly List<LocalText> _assumptions = [];
    private readonly List<Issue> _notes = [];
    private readonly SortedSet<string> _defaultFilters = new(StringComparer.Ordinal);

    public Catalog Catalog { get; } = catalog;

    public JoinGraph Graph { get; } = graph;

    public BindingContext Context { get; } = context;

    public BindingIssues Issues { get; } = new(context.Language);

    public Seq<Issue> Reported => _reported.Distinct().ToSeq();

    public Seq<string> Touched => _touched.ToSeq();

    public Seq<string> DefaultFilters => _defaultFilters.ToSeq();

    public Seq<Issue> Notes => _notes.Distinct().ToSeq();

    public Seq<LocalText> Assumptions => _assumptions.ToSeq();

    public void Report(Issue issue) => _reported.Add(issue);

    public void Note(Issue note) => _notes.Add(note);

    public void Touch(string element) => _touched.Add(element);

    public void TouchDefaultFilter(string owner) => _defaultFilters.Add(owner);

    public void TouchAssumption(LocalText assumption)
    {
        if (!assumption.IsEmpty && !_assumptions.Contains(assumption))
        {
            _assumptions.Add(assumption);
        }
    }
}
