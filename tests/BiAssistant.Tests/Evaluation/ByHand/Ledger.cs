using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.ByHand;

/// <summary>A handful of dated amounts of several kinds, and what can be asked of them.</summary>
internal static class Ledger
{
    public static readonly Dimension Kind = new("kind");

    /// <summary>The sum of the amounts.</summary>
    public static Aggregate Sum(Table rows) => Aggregate.Sum(rows, "amount");

    public static Table Of(params IEnumerable<(string Day, string? Kind, decimal? Amount)> entries)
    {
        var table = new Table("entries", ["day", "kind", "amount"]) { Clock = row => row.Time("day") };
        Kind.From(table, row => row["kind"]);
        foreach (var (day, kind, amount) in entries)
        {
            table.With(Day.Of(day), kind, amount);
        }

        return table;
    }

    public static Table Of(params IEnumerable<(string Day, decimal? Amount)> entries) => Of(entries.Select(e => (e.Day, (string?)null, e.Amount)));

    /// <summary>The number of one span.</summary>
    public static decimal? Over(this Measure measure, string from, string to, string now = "2030-12-31") =>
        measure.In(new Cell(On(now), Span.Between(from, to)));

    /// <summary>The number of all time.</summary>
    public static decimal? Ever(this Measure measure, string now = "2030-12-31") => measure.In(new Cell(On(now), Span.Always));

    /// <summary>The number of the period of a grain that begins on a day, in an answer by that grain.</summary>
    public static decimal? At(this Measure measure, Grain grain, string start, string now = "2030-12-31", WorkCalendar? calendar = null) =>
        new Evaluator(On(now, calendar)).Answer(new Query(measure) { Grain = grain })[Key.Of([], Day.Of(start))][0];

    public static Setting On(string now, WorkCalendar? calendar = null) => new(Day.Of(now), calendar ?? WorkCalendar.Ordinary);
}
