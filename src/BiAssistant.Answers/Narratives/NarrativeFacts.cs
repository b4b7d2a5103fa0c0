using System.Globalization;
using BiAssistant.Answers.Composition;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Answers.Narratives;

/// <summary>All that sentences may speak of: the table and what the query says about itself. Says each piece in the language of the answer.</summary>
public sealed record NarrativeFacts(AnswerTable Table, string Language)
{
    /// <summary>The period covered, in words; null when all data counts.</summary>
    public string? Period { get; init; }

    /// <summary>The clock of the answer, in words.</summary>
    public string AsOf { get; init; } = "";

    /// <summary>Labels of what applied its own filters; null when nothing did.</summary>
    public string? Filters { get; init; }

    /// <summary>The first and the last day with data; known only where the answer came out empty.</summary>
    public string? FirstData { get; init; }

    public string? LastData { get; init; }

    /// <summary>The rows are only some of all: a cut was asked for or forced.</summary>
    public bool Partial { get; init; }

    /// <summary>The measure whose highest (or lowest) rows these are; null when rows were left out for another reason, or none were.</summary>
    public RankedRows? Ranked { get; init; }

    /// <summary>The days that can have data: the period covered, up to now. Null ends are open.</summary>
    public AbsolutePeriod? Covered { get; init; }

    /// <summary>Whether the period in a cell is only partly covered: cut off by the question, or not over yet.</summary>
    public bool IsCut(int row, int column) =>
        Table.Columns[column] is { Grain: { } grain } time && Table.Rows[row][column] is { } cell && Instant(cell) is { } start && Covered is { } covered
        && (start < covered.From || Periods.Next(start, grain, time.Calendar) > covered.To);

    /// <summary>What a source reads as; null when it says nothing (an empty cell, a calculation without a value).</summary>
    public string? Say(SpanSource source) => source switch
    {
        CellSource cell => SayCell(cell),
        CalculationSource calculation => SayCalculation(calculation),
        NameSource name => Table.Columns[name.Column].Shown.Label,
        FactSource { Fact: QueryFact.Period } => Period,
        FactSource { Fact: QueryFact.AsOf } => AsOf,
        FactSource { Fact: QueryFact.Filters } => Filters,
        FactSource { Fact: QueryFact.FirstData } => FirstData,
        FactSource { Fact: QueryFact.LastData } => LastData,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public decimal? Number(CellSource cell) => EdgeCells.AsDecimal(Table.Rows[cell.Row][cell.Column]);

    /// <summary>The value of a calculation; null where a cell is empty or a divisor is not positive.</summary>
    public decimal? Calculate(CalculationSource calculation)
    {
        if (calculation.Kind == Calculation.Count)
        {
            return calculation.Cells.Count;
        }

        var numbers = calculation.Cells.Select(Number).ToList();
        if (numbers.Count == 0 || numbers.Contains(null))
        {
            return null;
        }

        var values = numbers.OfType<decimal>().ToList();
        return calculation.Kind switch
        {
            Calculation.Sum => values.Sum(),
            Calculation.Share when values.All(v => v >= 0) && values.Sum() > 0 => values[0] / values.Sum() * 100,
            Calculation.Change when values.Count == 2 && values[0] > 0 => (values[1] - values[0]) / values[0] * 100,
            Calculation.Difference when values.Count == 2 => values[1] - values[0],
            _ => null,
        };
    }

    private string? SayCell(CellSource source)
    {
        var column = Table.Columns[source.Column];
        var cell = Table.Rows[source.Row][source.Column];
        if (cell is null)
        {
            return column.IsMeasure ? null : column.Shown.NullLabel ?? (Language == "ko" ? "값 없음" : "no value");
        }

        if (column.IsMeasure)
        {
            return EdgeCells.AsDecimal(cell) is { } number ? NumberWords.Say(number, column.Shown.Unit, Language, column.Shown.Format) : Plain(cell);
        }

        return column.Grain is { } grain && Instant(cell) is { } instant
            ? PeriodLabels.Of(instant, grain, column.Calendar, Language)
            : column.Shown.Labels.FirstOrDefault(l => l.Value == TableComposer.CellText(cell))?.Label ?? Plain(cell);
    }

    private string? SayCalculation(CalculationSource calculation)
    {
        if (Calculate(calculation) is not { } value)
        {
            return null;
        }

        return calculation.Kind switch
        {
            Calculation.Count => value.ToString("#,##0", CultureInfo.InvariantCulture),
            Calculation.Share or Calculation.Change => NumberWords.SayPercent(value),
            Calculation.Difference when UnitOf(calculation) == "percent" => NumberWords.SayPoints(Math.Abs(value), Language),
            Calculation.Difference => NumberWords.Say(Math.Abs(value), UnitOf(calculation), Language, FormatOf(calculation)),
            _ => NumberWords.Say(value, UnitOf(calculation), Language, FormatOf(calculation)),
        };
    }

    private string? UnitOf(CalculationSource calculation) => Table.Columns[calculation.Cells[0].Column].Shown.Unit;

    private NumberFormat FormatOf(CalculationSource calculation) => Table.Columns[calculation.Cells[0].Column].Shown.Format;

    private static DateTime? Instant(object cell) => cell switch
    {
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        DateTime instant => instant,
        _ => null,
    };

    private string Plain(object cell) => cell switch
    {
        bool flag when Language == "ko" => flag ? "예" : "아니요",
        bool flag => flag ? "yes" : "no",
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => TableComposer.CellText(cell),
    };
}

/// <summary>Rows that are the first of an order by one measure: nothing that was left out lies beyond them.</summary>
public sealed record RankedRows(string Measure, bool Highest);
