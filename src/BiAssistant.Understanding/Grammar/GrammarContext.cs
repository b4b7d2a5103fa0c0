using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grammar;

/// <summary>What rules may ask the catalog about.</summary>
internal sealed class GrammarContext(Catalog catalog)
{
    private readonly MetricDefinitions _definitions = new(catalog);

    public Catalog Catalog => catalog;

    public MeasureItem Of(Metric metric) => new(new MetricMeasure(metric.Name), metric, null, null);

    public MeasureItem Of(AggregateFunction function, Field field) => new(new AggregateMeasure(function, catalog.NameOf(field)), null, field, field.Dataset);

    /// <summary>The metric that computes just this; null when the catalog has none.</summary>
    public Metric? SameAs(Measure measure) => _definitions.Of(measure);

    /// <summary>
    /// The one metric that counts the rows under their own name; null when the catalog has none, or several. Where it leaves some out, it is what their number means in this
    /// business, unless the question itself chooses by what it leaves them out by.
    /// </summary>
    /// <param name="timed">Whether periods are asked for, which a metric without a time has none of.</param>
    /// <param name="where">What else the question says of the rows.</param>
    public Metric? SameAsCount(Dataset rows, bool timed, Condition? where)
    {
        var said = where is null ? "" : SemanticQueryJson.Write(new SemanticQuery { Where = where });
        return catalog.Metrics.Where(m => m is SimpleMetric && !(timed && m.Timeless) && m.Access.IsEmpty && m.Status is not (MetricStatus.Draft or MetricStatus.Deprecated)
            && m.Formula is AggregateFormula { Call: { Name: "COUNT", Distinct: false, Filter: null }, Selection: null } formula && formula.Root == rows && CountsRows(formula) && (m.Timeless || formula.Time == rows.DefaultTime)
            && (formula.Filters.IsEmpty ? NamesRows(m, rows) : IsNumberOf(m, rows) && !formula.Filters.SelectMany(f => f.DescendantsAndSelf()).OfType<SqlColumn>().Any(c => said.Contains($".{c.Name}\"", StringComparison.Ordinal)))).Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>Whether every row counts: COUNT of nothing in particular, or of the key, which no row lacks.</summary>
    private static bool CountsRows(AggregateFormula formula) =>
        formula.Call.Arguments is [] or [SqlStar] || (formula.Call.Arguments is [SqlColumn column] && formula.Root.PrimaryKey is [var key] && column.Name == key);

    /// <summary>Whether a metric is called after the rows that it counts: "hires" are employees, and who speaks of employees asks for none.</summary>
    private static bool NamesRows(Metric metric, Dataset rows) => NamesOf(metric).Intersect(NamesOf(rows)).Any() || IsNumberOf(metric, rows);

    /// <summary>Whether a metric is called the number of the rows.</summary>
    private static bool IsNumberOf(Metric metric, Dataset rows)
    {
        var numbers = NamesOf(rows).SelectMany(t => new[] { $"number of {t}", $"{t} count", $"{t} 수", $"{t} 건 수" }).ToHashSet();
        return NamesOf(metric).Any(numbers.Contains);
    }

    private static IEnumerable<string> NamesOf(Dataset rows) =>
        (rows.Entity is { } entity ? entity.Singular.Words.Concat(entity.Plural.Words).Concat(entity.Synonyms.Words) : []).Concat(rows.Label.Words).Concat(rows.Synonyms.Words).Select(w => Folded(w.Text));

    private static IEnumerable<string> NamesOf(Metric metric) => metric.Label.Words.Concat(metric.Synonyms.Words).Select(w => Folded(w.Text));

    private static string Folded(string text) => string.Join(' ', Tokenizer.Read(text).Select(a => a.Key));

    public MeasureItem CountOf(Dataset dataset) => new(new CountMeasure(catalog.NameOf(dataset)), null, null, dataset);

    /// <summary>What the catalog says is meant by "total" of such rows; null when it does not say.</summary>
    public MeasureItem? TotalOf(Dataset rows) =>
        rows.DefaultMeasure is not { } name ? null
        : catalog.FindMetric(name) is { } metric ? metric.ReplacedBy is null && metric.Access.IsEmpty ? Of(metric) : null
        : (rows.FindField(name) ?? catalog.FindField(name)) is { Type.IsNumeric: true, Access.IsEmpty: true } field ? Of(AggregateFunction.Sum, field)
        : null;

    /// <summary>What a phrase groups by when it names a thing; null when it cannot.</summary>
    public Grouping? GroupingOf(Sense sense) => sense switch
    {
        FieldSense { Field: { Type.IsTemporal: true, Grain: null } field, Via: var via } when via is null => new FieldGrouping(catalog.NameOf(field)),
        FieldSense { Field: var field, Via: var via } => new FieldGrouping(catalog.NameOf(field), via),
        EntitySense { Dataset.NameField: { } name, Via: var via } => new FieldGrouping(catalog.NameOf(name), via),
        GrainSense { Grain: var grain } => new TimeGrouping(grain),
        _ => null,
    };

    /// <summary>The default aggregate of a numeric field; null when the field is no number or its catalog forbids it.</summary>
    public static AggregateFunction? DefaultOf(Field field) => field.DefaultAggregate switch
    {
        DefaultAggregate.Sum => AggregateFunction.Sum,
        DefaultAggregate.Average => AggregateFunction.Average,
        DefaultAggregate.Min => AggregateFunction.Min,
        DefaultAggregate.Max => AggregateFunction.Max,
        DefaultAggregate.Count => AggregateFunction.Count,
        DefaultAggregate.Last => AggregateFunction.Last,
        _ => null,
    };

    /// <summary>Whether averaging the metric is what it does already: a ratio, or an average of rows.</summary>
    public static bool IsAverage(Metric metric) => metric switch
    {
        RatioMetric => true,
        SimpleMetric simple => simple.Formula is AggregateFormula { Call.Name: "AVG" },
        _ => false,
    };

    /// <summary>
    /// The numbers of each row that a word such as "heavier" may measure: those of which the catalog says so, else those that are counted in such a unit, else those that are
    /// called so.
    /// </summary>
    public IReadOnlyList<Field> Measured(Dataset rows, Yardstick by)
    {
        var numbers = rows.Fields.Where(f => !f.Hidden && f.Access.IsEmpty && f.Type.IsNumeric && f.Values.IsEmpty && !by.IsOther(f.Label, f.Name)).ToList();
        return numbers.Where(f => by.IsSaidOf(f.Adjectives)).ToList() is { Count: > 0 } said ? said
            : numbers.Where(f => by.IsCountedIn(f.Unit, f.Format)).ToList() is { Count: > 0 } counted ? counted
            : numbers.FindAll(f => by.IsNamed(f.Label, f.Name));
    }

    /// <summary>Whether a number can be longer, heavier or dearer.</summary>
    public static bool Measures(MeasureItem item, Yardstick by) => item switch
    {
        { Metric: { } metric } => !IsCount(metric) && (by.IsSaidOf(metric.Adjectives) || by.IsCountedIn(metric.Unit, metric.Format) || (metric.Unit.IsEmpty && by.IsNamed(metric.Label, metric.Name))),
        { Measure: AggregateMeasure { Function: not (AggregateFunction.Count or AggregateFunction.CountDistinct) }, Field: { } field } => by.IsSaidOf(field.Adjectives) || by.IsCountedIn(field.Unit, field.Format) || (field.Unit.IsEmpty && by.IsNamed(field.Label, field.Name)),
        _ => false,
    };

    /// <summary>Whether the metric counts something.</summary>
    public static bool IsCount(Metric metric) => metric.Formula is AggregateFormula { Call.Name: "COUNT" };

    /// <summary>The rows whose number the metric is, every one of them; null when it counts anything else.</summary>
    public static Dataset? RowsOf(Metric metric) =>
        metric.Formula is AggregateFormula { Call: { Name: "COUNT", Distinct: false, Filter: null }, Filters.IsEmpty: true, Selection: null } formula && CountsRows(formula) ? formula.Root : null;

    /// <summary>Whether the metric adds up how many there are of something that each row has a number of: portions, hours, room nights; no money, and no share.</summary>
    public static bool IsQuantity(Metric metric) =>
        metric is { Additive: true, Format: not ValueFormat.Percent } && !IsMoney(metric);

    /// <summary>Whether a field holds money, as its format or its unit, a currency, tells.</summary>
    public static bool IsMoney(Field field) => field.Format == ValueFormat.Money || IsCurrency(field.Unit);

    public static bool IsMoney(Metric metric) => metric.Format == ValueFormat.Money || IsCurrency(metric.Unit);

    private static bool IsCurrency(LocalText unit) => unit.In("en") is { Length: 3 } code && code.All(char.IsAsciiLetterUpper);

    /// <summary>Whether the metric tells what is in force at one moment, so that a date on which something began narrows it and is no period of its own.</summary>
    public static bool IsInForce(Metric metric) => Formulas.Aggregates(metric.Formula).Any(a => a.Selection is ValidRows);

    /// <summary>Whether groups ordered from best to worst start with the highest number.</summary>
    public static bool HighIsGood(Metric? metric) => metric?.Good != GoodDirection.Down;

    /// <summary>The datasets whose rows a metric aggregates; empty when its formula is not known.</summary>
    public IEnumerable<Dataset> RootsOf(MeasureItem item) => item.Metric is { } metric ? RootsOf(metric) : item.Rows is { } rows ? [rows] : [];

    /// <summary>The clocks of a metric.</summary>
    public static IEnumerable<Field> ClocksOf(Metric metric) => Formulas.Aggregates(metric.Formula).Select(a => a.Time).OfType<Field>().Distinct();

    /// <summary>The way's name where another one leads from the same things to the same, or none is needed because they are of one kind; null where it need not be said.</summary>
    public string? NameOf(Relationship way) => way.From == way.To || catalog.Relationships.Any(r => r != way && r.From == way.From && r.To == way.To) ? way.Name : null;

    /// <summary>Whether rows of the one lead to rows of the other over declared ways from many to one, from a kind to what it is, and over a bridge.</summary>
    public bool LeadsTo(Dataset from, Dataset to) => _reach.LeadsTo(from, to);

    public bool Reaches(Dataset from, Dataset to)
    {
        return _reach.LeadsTo(from, to) || _bridges.Exists(b => Over(b.From, b.To) || Over(b.To, b.From));

        bool Over(Dataset near, Dataset far) => _reach.LeadsTo(from, near) && _reach.LeadsTo(far, to);
    }

    /// <summary>A field as the field of a thing: its own, or what it has from the thing that it is a kind of; null when it has none such.</summary>
    public static Field? FieldOf(Dataset thing, Field field) =>
        thing == field.Dataset ? field : thing.Lineage.Contains(field.Dataset) ? thing.FindField(field.Name) : null;

    /// <summary>The kind that a condition tells from the other rows of its supertype; null when it tells none.</summary>
    public Dataset? KindOf(ValueSense value) => value is { Negated: false, Via: null }
        ? catalog.Datasets.FirstOrDefault(d => !d.Hidden && d.ToldBy is { } told && told.Field == value.Field && told.Values.Count == value.Values.Count && told.Values.All(value.Values.Contains))
        : null;

    /// <summary>Every dataset that rows of these lead to, themselves included.</summary>
    public HashSet<Dataset> ReachedFrom(IEnumerable<Dataset> roots)
    {
        HashSet<Dataset> near = [.. roots.SelectMany(_reach.From)];
        return [.. near, .. _bridges.SelectMany(b => Beyond(b, near)).SelectMany(_reach.From)];
    }

    private static IEnumerable<Dataset> Beyond(Relationship bridge, HashSet<Dataset> near) =>
        (near.Contains(bridge.From), near.Contains(bridge.To)) switch
        {
            (true, false) => [bridge.To],
            (false, true) => [bridge.From],
            _ => [],
        };

    /// <summary>Whether some rows of the one lead to no row of the other, which declared ways or bridges reach.</summary>
    /// <param name="via">The way that was named; null when none was.</param>
    public bool MayMiss(Dataset from, Dataset to, string? via) => catalog.Relationships.Any(r => r.Name == via && r.Optional) || MayMiss(from, to);

    private bool MayMiss(Dataset from, Dataset to) => _reach.ShortestWay(from, to) is { } way
        ? way.Any(s => s.MayBeMissing)
        : _bridges.Exists(b => !b.Required && Beyond(b, [.. _reach.From(from)]).Any(end => _reach.Reaches(end, to)));

    private readonly ToOneReach _reach = new(catalog.Relationships);

    private readonly List<Relationship> _bridges = [.. catalog.Relationships.Where(r => r is { LeadsToMany: true, Bridge: not null, Unsupported: null })];

    private static IEnumerable<Dataset> RootsOf(Metric metric) => Formulas.Aggregates(metric.Formula).Select(a => a.Root).Distinct();

    /// <summary>What a number in the question is as stored in the field: percentages are fractions already.</summary>
    public static SqlLiteral Literal(decimal value) => new SqlNumber(value);
}
