using System.Globalization;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>What one binding gathers on its way: issues, and which elements it touched.</summary>
internal sealed class BindingSession(Catalog catalog, JoinGraph graph, BindingContext context)
{
    private readonly List<Issue> _reported = [];
    private readonly SortedSet<string> _touched = new(StringComparer.Ordinal);
    private readonly List<LocalText> _assumptions = [];
    private readonly List<Issue> _notes = [];
    private readonly SortedSet<string> _defaultFilters = new(StringComparer.Ordinal);
    private readonly List<AggregateFormula> _granted = [];

    public Catalog Catalog { get; } = catalog;

    public JoinGraph Graph { get; } = graph;

    public BindingContext Context { get; } = context;

    public BindingIssues Issues { get; } = new(context.Language);

    public Seq<Issue> Reported => _reported.Distinct().ToSeq();

    public Seq<string> Touched => _touched.ToSeq();

    public Seq<string> DefaultFilters => _defaultFilters.ToSeq();

    public Seq<Issue> Notes => _notes.Distinct().ToSeq();

    public Seq<LocalText> Assumptions => _assumptions.ToSeq();

    /// <summary>The answer depends on when the data begins, and nobody has said when that is.</summary>
    public bool NeedsExtents { get; set; }

    /// <summary>
    /// What is named now stands in a row rule, or in the definition of a metric that says itself to whom its number may be told: whether the asker may see the
    /// fields does not matter there.
    /// </summary>
    public bool ByDefinition { get; private set; }

    /// <summary>The metric's number may be told to the asker, whatever it is computed from.</summary>
    public void Grant(Metric metric) => _granted.AddRange(Formulas.Aggregates(metric.Formula));

    public bool IsGranted(AggregateFormula aggregate) => _granted.Contains(aggregate);

    /// <summary>Binds what stands in a definition or a rule, with its rights when it is one that has them.</summary>
    public T Defined<T>(bool withRights, Func<T> bind)
    {
        var outside = ByDefinition;
        ByDefinition = outside || withRights;
        var bound = bind();
        ByDefinition = outside;
        return bound;
    }

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

    /// <summary>The product's clock as a value; what reads it depends on the day (or the instant), and so does its answer.</summary>
    public SqlParameter Clock(SqlNow now)
    {
        SqlLiteral value = now.DayOnly ? new SqlDate(DateOnly.FromDateTime(Context.Now)) : new SqlTimestamp(Context.Now);
        Touch(now.DayOnly ? string.Create(CultureInfo.InvariantCulture, $"clock:{Context.Now:yyyy-MM-dd}") : string.Create(CultureInfo.InvariantCulture, $"clock:{Context.Now:O}"));
        return new SqlParameter("", value);
    }
}
