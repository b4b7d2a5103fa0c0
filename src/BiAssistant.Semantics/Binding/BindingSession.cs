using System.Globalization;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>What one binding gathers on its way: issues, and which elements it touched.</summary>
internal sealed class BindingSession(Catalog catalog, JoinGraph graph, BindingContext context, Binder binder)
{
    private readonly List<Issue> _reported = [];
    private readonly SortedSet<string> _touched = new(StringComparer.Ordinal);
    private readonly List<LocalText> _assumptions = [];
    private readonly List<Issue> _notes = [];
    private readonly SortedSet<string> _defaultFilters = new(StringComparer.Ordinal);
    private readonly List<AggregateFormula> _granted = [];
    private readonly Dictionary<SemanticQuery, BoundQuery> _within = [];
    private readonly List<BoundQuery> _numbers = [];
    private readonly List<Metric> _nestedMetrics = [];

    public Catalog Catalog { get; } = catalog;

    public JoinGraph Graph { get; } = graph;

    public BindingContext Context { get; } = context;

    public BindingIssues Issues { get; } = new(context.Language);

    public Seq<Issue> Reported => _reported.Distinct().ToSeq();

    public Seq<string> Touched => _touched.ToSeq();

    public Seq<string> DefaultFilters => _defaultFilters.ToSeq();

    public Seq<Issue> Notes => _notes.Distinct().ToSeq();

    public Seq<LocalText> Assumptions => _assumptions.ToSeq();

    /// <summary>The period that is asked about; null where nothing is said.</summary>
    public Period? Period { get; init; }

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

    /// <summary>Nested queries whose one number is looked at, each once.</summary>
    public Seq<BoundQuery> Numbers => _numbers.ToSeq();

    /// <summary>The metrics that nested queries rest on.</summary>
    public Seq<Metric> NestedMetrics => _nestedMetrics.ToSeq();

    public int NumberOf(BoundQuery nested)
    {
        var place = _numbers.IndexOf(nested);
        if (place < 0)
        {
            _numbers.Add(nested);
        }

        return place < 0 ? _numbers.Count - 1 : place;
    }

    /// <summary>A query within this one, for the same asker at the same time; what it has to say, this one has to say too. Null, and its issues, where it does not bind.</summary>
    public BoundQuery? Nested(SemanticQuery query)
    {
        if (_within.TryGetValue(query, out var known))
        {
            return known;
        }

        var bound = binder.BindWithin(query, Context);
        if (bound.Value is not { } nested)
        {
            _reported.AddRange(bound.Issues);
            return null;
        }

        _within[query] = nested;

        _touched.UnionWith(nested.Facts.Elements);
        _defaultFilters.UnionWith(nested.Facts.DefaultFilters);
        _assumptions.AddRange(nested.Facts.Assumptions.Except(_assumptions));
        _notes.AddRange(nested.Facts.Notes);
        _nestedMetrics.AddRange(nested.Facts.Metrics.Except(_nestedMetrics));
        NeedsExtents |= nested.Facts.NeedsExtents;
        return nested;
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
