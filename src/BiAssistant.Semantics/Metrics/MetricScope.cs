using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>What a metric sees while it expands: its keys, the catalog's names, and the metrics that were expanded before it.</summary>
internal sealed class MetricScope(Metric metric, MetricDraft draft, Resolution names, IReadOnlyDictionary<string, Metric> metrics, IReadOnlyList<Dataset> datasets)
{
    /// <summary>Aggregates that one metric may be made of, parts of parts included.</summary>
    private const int MostAggregates = 500;

    /// <summary>Metrics of metrics of metrics.</summary>
    private const int DeepestFormula = 60;

    private readonly HashSet<Field> _fields = [];

    public Metric Metric { get; } = metric;

    public KeyReader Keys { get; } = draft.Keys;

    public SemanticModel? Home { get; } = draft.Home;

    public Resolution Names { get; } = names;

    public IReadOnlyList<Dataset> Datasets { get; } = datasets;

    /// <summary>Every field that the metric names, for its hash.</summary>
    public IReadOnlyCollection<Field> Fields => _fields;

    public void Uses(FieldUse use)
    {
        _fields.Add(use.Field);
        Metric.Unsupported ??= use.Field.Unsupported is { } reason ? $"it uses {Names.Names.NameOf(use.Field)}: {reason}" : use.Start.Unsupported is { } why ? $"it uses {use.Start.Name}: {why}" : null;
    }

    public bool IsMetric(string name) => metrics.ContainsKey(name);

    /// <summary>Every dataset whose rows the metric aggregates.</summary>
    public HashSet<Dataset> Roots { get; } = [];

    public void Counts(Dataset root)
    {
        Roots.Add(root);
        Metric.Unsupported ??= root.Unsupported is { } why ? $"it uses {root.Name}: {why}" : null;
    }

    /// <summary>The metric is understood but not computed yet.</summary>
    public Formula? NotYet(string reason)
    {
        Metric.Unsupported = reason;
        return null;
    }

    /// <summary>A field that is named in a key; null, and the reason, when there is none.</summary>
    public FieldUse? Field(YamlScalar name)
    {
        var use = Names.Field(name.Text.Trim(), new NameScope(null, Home), Keys, name);
        if (use is not null)
        {
            Uses(use);
        }

        return use;
    }

    /// <summary>A date or time that is named in a key.</summary>
    public FieldUse? Clock(YamlScalar name)
    {
        if (Field(name) is not { } use)
        {
            return null;
        }

        if (!use.Field.IsTime && use.Field.Type is { Kind: not SqlTypeKind.Unknown, IsTemporal: false })
        {
            Keys.Error("not_a_time", $"{Names.Names.NameOf(use.Field)} is no date or time, so it cannot be the clock of {Metric.Name}.", name);
            return null;
        }

        use.Field.IsClock = true;
        return use;
    }

    /// <summary>Arithmetic over metrics: their formulas become the parts, this metric's filter and clock go into each of them.</summary>
    public Formula? OfMetrics(SqlExpression expression, YamlScalar? text)
    {
        var parts = new List<FormulaPart>();
        foreach (var name in SqlAnalysis.Columns(expression).Select(c => c.Name).Distinct())
        {
            if (Part(name) is { } formula)
            {
                parts.Add(new FormulaPart(name, formula));
            }
            else if (!metrics.ContainsKey(name))
            {
                return null;
            }
        }

        if (Metric.Unsupported is not null)
        {
            return null;
        }

        if (parts.Sum(p => Leaves(p.Formula, 0)) > MostAggregates)
        {
            TooLarge((YamlNode?)text ?? Keys.Map);
            return null;
        }

        Metric.Additive = Arithmetic.IsAdditive(expression, column => metrics[column.Name].Additive);
        Metric.IsOfCounts = Arithmetic.IsZeroOfNone(expression, column => metrics[column.Name].Counts);
        Metric.AddsZeros = Metric.IsOfCounts || Arithmetic.IsAdditive(expression, column => IsZeroWhenMissing(column.Name));
        var zeros = Metric.Missing == MissingPart.Zero
            ? Arithmetic.WithZeros(expression, column => IsZeroWhenMissing(column.Name))
            : expression;
        return new ExpressionFormula(zeros, parts.ToSeq());
    }

    /// <summary>The metric's filter over the rows of one root; null when it has none or it is wrong, which is reported.</summary>
    public SqlExpression? Filter(Dataset root)
    {
        if (Keys.Scalar("filter") is not { } text || SqlTextReader.Expression(text, Keys.Element, Keys.Issues) is not { } filter)
        {
            return null;
        }

        if (SqlAnalysis.Kind(filter) != SqlExpressionKind.Scalar)
        {
            Keys.Error("aggregate_in_filter", $"The filter of {Metric.Name} is about single rows; it cannot aggregate.", text);
            return null;
        }

        return Names.Fields(filter, new NameScope(root, Home ?? root.Model), Keys, text, use =>
        {
            Uses(use);
            MustReach(use, root, "filter", text);
        });
    }

    /// <summary>The clock of one root: the metric's own, else the default time of the dataset.</summary>
    public Field? Time(Dataset root)
    {
        if (Keys.Scalar("time") is not { } text)
        {
            return root.DefaultTime;
        }

        if (Names.Field(text.Text.Trim(), new NameScope(root, Home ?? root.Model), Keys, text) is not { } use || !MustReach(use, root, "time", text))
        {
            return null;
        }

        return Clock(text)?.Field;
    }

    public bool MustReach(FieldUse use, Dataset root, string key, YamlScalar text)
    {
        if (use.IsReachedFrom(root, Names.Names.Reach))
        {
            return true;
        }

        Keys.Error("not_reachable", $"The {key} of {Metric.Name} names {Names.Names.NameOf(use.Field)}, which is not reached from {root.Name} by to-one steps.", text);
        return false;
    }

    /// <summary>The formula of a metric that this one is made of, under this metric's own filter and clock; null, and the reason, when it has none.</summary>
    public Formula? Part(string name)
    {
        if (!metrics.TryGetValue(name, out var part))
        {
            return null;
        }

        if (part is ForecastMetric)
        {
            Keys.Error("forecast_in_metric", $"{name} is a forecast, which comes last: {Metric.Name} cannot be made of it.", Keys.Map);
        }

        Metric.Unsupported ??= part.Unsupported is { } reason ? $"it is made of {name}: {reason}" : null;
        return part.Formula is { } formula && Metric.Unsupported is null ? Sized(Narrow(formula)) : null;
    }

    /// <summary>Whether the metric of that name is zero where there is none; see <see cref="Metric.IsZeroWhenMissing"/>.</summary>
    public bool IsZeroWhenMissing(string name) => metrics.TryGetValue(name, out var part) && part.IsZeroWhenMissing;

    private Formula? Sized(Formula? formula)
    {
        if (formula is null || Leaves(formula, 0) <= MostAggregates)
        {
            return formula;
        }

        TooLarge(Keys.Map);
        return null;
    }

    private void TooLarge(YamlNode at) =>
        Keys.Error("metric_too_large", $"{Metric.Name} is made of more than {MostAggregates} aggregates, or of metrics nested more than {DeepestFormula} deep.", at);

    /// <summary>A part's formula under this metric's own filter and clock.</summary>
    private Formula? Narrow(Formula formula) => Formulas.Map(formula, aggregate =>
    {
        var filter = Keys.Has("filter") ? Filter(aggregate.Root) : null;
        var time = Keys.Has("time") && aggregate.Selection is not (SnapshotRows or ValidRows or FollowedRows) ? Time(aggregate.Root) : aggregate.Time;
        return aggregate with { Filters = filter is null || aggregate.Filters.Contains(filter) ? aggregate.Filters : aggregate.Filters.Add(filter), Time = time };
    });

    private static int Leaves(Formula formula, int depth) => formula switch
    {
        _ when depth > DeepestFormula => MostAggregates + 1,
        ExpressionFormula inner => inner.Parts.Sum(p => Leaves(p.Formula, depth + 1)),
        PeriodFormula period => Leaves(period.Of, depth + 1),
        _ => 1,
    };
}
