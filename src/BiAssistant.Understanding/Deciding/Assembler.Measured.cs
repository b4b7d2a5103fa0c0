using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>What a comparison measures where only an adjective or a verb says so: "took longer than usual", "cost more than the average".</content>
internal sealed partial class Assembler
{
    /// <summary>Of the rows in question the number that the word measures; a reading for each where several are measured so, null where none is.</summary>
    private FieldSense? FieldMeasured(ComparedToSense than, Phrase said)
    {
        if (than.Target is not (AverageTarget or NumberTarget))
        {
            return null;
        }

        if (than.Of is { Metric: { } metric } && AveragedBy(metric) is { } averaged && (than.By is not null || _measures.Exists(m => m.Metric != metric && RowsCountedBy(m) == averaged.Dataset)) && RowsInQuestion(said).Contains(averaged.Dataset))
        {
            // "longer than the average waiting time" of visits that are counted: each visit's own.
            return new FieldSense(averaged);
        }

        if (than.By is not { } by || (_measures is [{ } only] && GrammarContext.Measures(only, by)))
        {
            return null;
        }

        var fields = RowsInQuestion(said).Select(r => _context.Measured(r, by)).FirstOrDefault(f => f.Count > 0) ?? [];
        if (fields.Count is 0 or > MostMeanings)
        {
            return null;
        }

        _meanings = Math.Max(_meanings, fields.Count);
        return new FieldSense(fields[fields.Count == 1 ? 0 : Math.Min(_meaning, fields.Count - 1)]);
    }

    /// <summary>"took longer to close": until a date of its own, where the word alone means another number.</summary>
    private bool TellsOtherSpan(FieldSense field) => Languages.Yardstick.Lasting.IsCountedIn(field.Field.Unit, field.Field.Format)
        && !_sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is FieldSense named && named.Field == field.Field)
        && _filters.Exists(f => f.Condition is FieldEmpty { Negated: true } && f.Of == field.Field.Dataset && f.Said is not null && f.Said.Leaves().Any(l => l.Sense is VerbSense));

    /// <summary>The number of each row that a metric is the average of.</summary>
    private Field? AveragedBy(Metric metric) =>
        metric is SimpleMetric { Formula: AggregateFormula { Call: { Name: "AVG", Distinct: false, Arguments: [SqlColumn column] } } formula } && _context.Catalog.FindField($"{column.Table}.{column.Name}") is { } field && formula.Root == field.Dataset ? field : null;

    /// <summary>What is counted, what is asked for, what is only named, nearest first.</summary>
    private IEnumerable<Dataset> RowsInQuestion(Phrase said) => _measures.SelectMany(_context.RootsOf)
        .Concat(_askedRows is { } asked ? [asked.Sense.Of] : [])
        .Concat(_groups.OfType<FieldGrouping>().Select(g => _context.Catalog.FindField(g.Field)).Where(f => f is not null && f == f.Dataset.NameField).Select(f => f!.Dataset))
        .Concat(_things.Select(t => (t.Sense as EntitySense)?.Dataset).OfType<Dataset>())
        .Concat(_sentence.Phrases.Where(p => p != said && p.Sense is ValueSense or ConditionSense or DatedSense).Select(Grammar.Rules.RelatedThings.ThingOf).OfType<Dataset>())
        .Distinct();

    /// <summary>Whether one is the other under another name: the average rating, and the metric that is it.</summary>
    private bool IsSameNumber(MeasureItem one, MeasureItem other) => NumberIn(one) is { } metric && metric == NumberIn(other);

    private Metric? NumberIn(MeasureItem item) => item.Metric ?? _context.SameAs(item.Measure);

    /// <summary>"larger orders than Busan" are not more of them.</summary>
    private static bool CanBe(MeasureItem item, Languages.Yardstick by) =>
        by == Languages.Yardstick.Large ? item.Measure is not CountMeasure && !(item.Metric is { } metric && GrammarContext.IsCount(metric)) : GrammarContext.Measures(item, by);

    private bool IsAskedFor(Dataset things) => _groups.OfType<FieldGrouping>().Any(g => _context.Catalog.FindField(g.Field)?.Dataset == things) || _things.Exists(t => t.Sense is EntitySense entity && entity.Dataset == things);

    /// <summary>Whether the value tells which of the things in a group are meant: a city beside its hotels.</summary>
    private bool Tells(ValueSense member, FieldGrouping group) =>
        group.Via is null && member.Via is null && _context.Catalog.FindField(group.Field) is { } field && field != member.Field && (field.Dataset == member.Field.Dataset || _context.LeadsTo(field.Dataset, member.Field.Dataset));

    /// <summary>What the catalog says that a number should be: a metric of its own, or a number.</summary>
    private Measure? TargetOf(MeasureItem item) => item.Metric switch
    {
        { Target: { } target } when _context.Catalog.FindMetric(target) is { } metric => new MetricMeasure(metric.Name),
        { Target: { } target } when decimal.TryParse(target, System.Globalization.CultureInfo.InvariantCulture, out var number) => new ConstantMeasure(number),
        { } metric => _context.Catalog.Metrics.OfType<TargetMetric>().Where(t => t.Metric == metric.Name).Select(t => t.Target).OfType<string>().Distinct().ToList() is [var only] && _context.Catalog.FindMetric(only) is { } own ? new MetricMeasure(own.Name) : null,
        null => null,
    };

    /// <summary>"missed their budget": the only number that the catalog measures by it.</summary>
    private MeasureItem? MeasuredBy(MeasureItem target) => target.Metric is not { } should ? null
        : _context.Catalog.Metrics.OfType<TargetMetric>().Where(t => t.Target == should.Name).Select(t => t.Metric).Concat(_context.Catalog.Metrics.Where(m => m is not TargetMetric && m.Target == should.Name).Select(m => m.Name)).Distinct().ToList() is [var only]
            && _context.Catalog.FindMetric(only) is { } metric ? _context.Of(metric) : null;
}
