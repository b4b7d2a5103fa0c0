using BiAssistant.Answers.Charts;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.Narratives;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Merge;

namespace BiAssistant.Answers.Composition;

/// <summary>What the composer is given besides the rows.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Result">Its rows.</param>
/// <param name="Data">From when to when there is data; known only where the rows came out empty.</param>
/// <param name="Now">The clock.</param>
/// <param name="Language">Of every word in the answer.</param>
/// <param name="RowLimit">The most rows that are shown.</param>
public sealed record AnswerMaterial(ReadyQuery Query, ResultTable Result, DataSpan Data, DateTime Now, string Language, int RowLimit)
{
    /// <summary>Why periods without rows are not among the rows.</summary>
    public LeftOutPeriods LeftOut { get; init; }
}

/// <summary>Makes table, sentences, chart, definitions and warnings out of rows. Equal rows give equal words.</summary>
public sealed class AnswerComposer(Catalog catalog)
{
    public Answer Compose(AnswerMaterial given)
    {
        var (bound, language) = (given.Query.Bound, given.Language);
        var outside = Outside(given);
        var shown = outside is null ? given.Result : given.Result with { Rows = [] };
        var table = RunningPeriods.Marked(TableComposer.Compose(bound, shown, language), given.Now);
        var reading = Read(given.Query.Canonical, language);
        var sentences = new Narrator(Facts(given, table, outside)).Tell();
        return new Answer
        {
            Status = AnswerStatus.Answered,
            Language = language,
            Reading = reading,
            Query = given.Query.Canonical,
            Columns = table.Columns.Select(c => c.Shown).ToSeq(),
            Rows = table.Rows,
            Truncated = table.Truncated,
            Sql = SqlOf(given.Query.Plan),
            Narrative = sentences.IsEmpty ? null : string.Join(' ', sentences.Select(s => s.Text)),
            Chart = ChartChoice.Choose(table, reading),
            Warnings = Warnings(given, table, outside is null ? null : sentences.Select(s => s.Text).FirstOrDefault()),
            Metrics = bound.Facts.Metrics.Select(m => Card(m, language)).ToSeq(),
        };
    }

    /// <summary>What a query says, in words.</summary>
    public string Read(SemanticQuery canonical, string language) => ReadingPrinter.Print(canonical, catalog, language);

    /// <summary>Whether the numbers say nothing: no rows, or no number but nulls and zeros.</summary>
    public static bool IsEmpty(BoundQuery query, ResultTable result) =>
        result.Rows.All(row => row.Skip(query.Groups.Count).All(cell => cell is null or 0L or 0m or 0.0));

    public static Seq<AnswerSql> SqlOf(ReadyPlan plan)
    {
        var texts = plan.Fragments.Select(f => new AnswerSql(f.Warehouse, f.Shown.Dialect.Name, f.Shown.Text, f.Shown.Arguments));
        return plan.Merge is { Sql: var merge } ? [.. texts, new AnswerSql(MergeEngine.Name, merge.Dialect.Name, merge.Text, merge.Arguments)] : texts.ToSeq();
    }

    /// <summary>The end of the data that the whole period lies beyond; null when it does not.</summary>
    private static DataSpan? Outside(AnswerMaterial given)
    {
        if (given.Query.Bound.Facts.Period is not { } period || !IsEmpty(given.Query.Bound, given.Result))
        {
            return null;
        }

        var after = given.Data.Last is { } last && period.From > last;
        var before = given.Data.First is { } first && period.To <= first;
        return after ? new DataSpan(null, given.Data.Last) : before ? new DataSpan(given.Data.First, null) : null;
    }

    private NarrativeFacts Facts(AnswerMaterial given, AnswerTable table, DataSpan? outside)
    {
        var facts = given.Query.Bound.Facts;
        var calendar = QueryCalendar.Of(given.Query.Canonical, catalog);
        string Day(DateTime instant) => PeriodLabels.Of(instant, TimeGrain.Day, calendar, given.Language);
        return new NarrativeFacts(table, given.Language)
        {
            Period = facts.Period is null ? null : PeriodLabels.Of(facts.Period, calendar, given.Language),
            AsOf = Day(given.Now),
            Covered = new AbsolutePeriod(facts.Period?.From, facts.Period?.To is { } to && to < given.Now.Date.AddDays(1) ? to : given.Now.Date.AddDays(1)),
            Filters = facts.DefaultFilters.IsEmpty ? null : string.Join(", ", facts.DefaultFilters.Select(name => LabelOf(name, given.Language))),
            FirstData = outside?.First is { } first ? Day(first) : null,
            LastData = outside?.Last is { } last ? Day(last) : null,
            Partial = given.Query.Bound.Top is not null || given.Query.Bound.Having is not null || table.Truncated,
            Ranked = given.Query.Bound is { Top.Per.IsEmpty: true, Having: null, OrderBy: [var order, ..] } && !table.Truncated ? new RankedRows(order.Name, order.Descending) : null,
        };
    }

    private string LabelOf(string name, string language) =>
        Labels.Heading(catalog.FindMetric(name)?.Label ?? catalog.FindDataset(name)?.Label ?? LocalText.Empty, name, language);

    private Seq<AnswerWarning> Warnings(AnswerMaterial given, AnswerTable table, string? noData)
    {
        var (bound, language) = (given.Query.Bound, given.Language);
        var warnings = new List<AnswerWarning>();
        if (noData is not null)
        {
            warnings.Add(Remarks.NoData(noData));
        }

        if (given.Data.TooMuchToRead)
        {
            warnings.Add(Remarks.RangeNotRead(language));
        }

        if (bound.Top is { Per.IsEmpty: true } top && table.Rows.Count > top.Count)
        {
            warnings.Add(Remarks.Ties(top.Count, table.Rows.Count, language));
        }

        if (table.Truncated)
        {
            warnings.Add(Remarks.Truncated(given.RowLimit, language));
        }

        var running = RunningPeriods.In(table, language);
        if (noData is null && (bound.Facts.Incomplete || !running.IsEmpty))
        {
            warnings.Add(running.IsEmpty ? Remarks.Incomplete(language) : Remarks.Incomplete(running, language));
        }

        if (given.LeftOut != LeftOutPeriods.None)
        {
            warnings.Add(given.LeftOut == LeftOutPeriods.TooMany ? Remarks.Sparse(given.RowLimit, language) : Remarks.PeriodsUnknown(language));
        }

        if (noData is null && bound.Periods is { Assumed: false, LastData: { } last } periods && periods.Periods.Any(p => p.At > last && p.At <= given.Now))
        {
            warnings.Add(Remarks.DataEnds(PeriodLabels.Of(last, TimeGrain.Day, QueryCalendar.Of(given.Query.Canonical, catalog), language), language));
        }

        warnings.AddRange(bound.Facts.Metrics.Where(m => m.Status == MetricStatus.Deprecated)
            .Select(m => Remarks.Deprecated(LabelOf(m.Name, language), m.ReplacedBy is { } other ? LabelOf(other, language) : null, language)));
        warnings.AddRange(Inexact(bound, given.Result, language));
        warnings.AddRange(bound.Facts.Assumptions.Select(a => new AnswerWarning("assumption", a.In(language) ?? "")).Where(w => w.Message.Length > 0));
        warnings.AddRange(given.Query.Notes.Concat(bound.Facts.Notes).Select(n => new AnswerWarning(n.Code, n.Message)));
        return warnings.Distinct().ToSeq();
    }

    /// <summary>Sums of money that a warehouse keeps as floating-point numbers; a ratio is inexact by nature.</summary>
    private static IEnumerable<AnswerWarning> Inexact(BoundQuery bound, ResultTable result, string language) =>
        bound.Measures
            .Where((m, i) => m.Additive && !SumsWholeUnits(m.Formula) && Currencies.Find(m.Unit.In("en")) is not null && result.Rows.Any(row => row[bound.Groups.Count + i] is double))
            .Select(m => Remarks.Inexact(Labels.Heading(m.Label, m.Name, language), language));

    /// <summary>Counts, and sums of columns that hold whole hundredths or the like: exact, whatever the engine multiplies them in.</summary>
    private static bool SumsWholeUnits(Formula formula) => formula switch
    {
        SourceAggregate aggregate => aggregate.Call.Name == "COUNT",
        CalendarNumber => true,
        ExpressionFormula { Expression: SqlBinary { Operator: SqlBinaryOperator.Multiply, Left: SqlColumn, Right: SqlNumber }, Parts: [{ Name: "stored", Formula: SourceAggregate { Call.Name: "SUM" } }] } => true,
        ExpressionFormula expression => expression.Parts.All(p => SumsWholeUnits(p.Formula)),
        _ => false,
    };

    private static MetricCard Card(Metric metric, string language) => new(
        metric.Name,
        Labels.Heading(metric.Label, metric.Name, language),
        metric.Definition,
        metric.Description.In(language),
        metric.Owner,
        metric.Status switch
        {
            MetricStatus.Certified => "certified",
            MetricStatus.Draft => "draft",
            MetricStatus.Deprecated => "deprecated",
            _ => "not_certified",
        },
        metric.Version,
        metric.Hash);
}
