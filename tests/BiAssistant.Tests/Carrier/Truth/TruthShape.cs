using System.Globalization;
using System.Text.Json.Nodes;
using BiAssistant.Sql;
using BiAssistant.Tests.Carrier.Data;

namespace BiAssistant.Tests.Carrier.Truth;

/// <summary>A way to ask for a metric: over which periods, by what; as a semantic query and as cells of SQL by hand.</summary>
internal sealed record TruthShape(string Name, MetricTruth Truth, Seq<(DateOnly From, DateOnly To)> Periods, string? Grain, TruthBreakdown? By)
{
    private static readonly DateOnly Tomorrow = CarrierData.Today.AddDays(1);
    private static readonly (DateOnly From, DateOnly To) Ever = (new(1990, 1, 1), new(2100, 1, 1));

    /// <summary>The books' months of the year to June 2024: weeks 4, 4 and 5 of each quarter, from the Monday of the first week that has its Thursday in July.</summary>
    private static readonly DateOnly[] BookMonths =
        [new(2023, 7, 3), new(2023, 7, 31), new(2023, 8, 28), new(2023, 10, 2), new(2023, 10, 30), new(2023, 11, 27), new(2024, 1, 1), new(2024, 1, 29), new(2024, 2, 26), new(2024, 4, 1)];

    public static IEnumerable<TruthShape> Of(MetricTruth truth)
    {
        if (truth.Timeless)
        {
            return [new("ever", truth, [Ever], null, null), .. truth.By.Select(by => new TruthShape($"by {by.Field}", truth, [Ever], null, by))];
        }

        var months = Enumerable.Range(0, 8).Select(m => new DateOnly(2023, 10, 1).AddMonths(m)).Select(m => (m, m.AddMonths(1))).ToSeq();
        var quarters = Enumerable.Range(0, 3).Select(q => new DateOnly(2023, 7, 1).AddMonths(3 * q)).Select(q => (q, q.AddMonths(3))).ToSeq();
        var spanned = Enumerable.Range(0, 3).Select(truth.Span.From.AddMonths).Where(m => m < truth.Span.To).Select(m => (m, m.AddMonths(1))).ToSeq();
        return
        [
            new("span", truth, [truth.Span], null, null),
            new("year-to-date", truth, [(new(2023, 7, 1), Tomorrow)], null, null),
            new("ever", truth, [Ever], null, null),
            new("month", truth, months, "month", null),
            truth.InBooks
                ? new("fiscal_month", truth, BookMonths.Zip(BookMonths.Skip(1)).ToSeq(), "fiscal_month", null)
                : new("fiscal_quarter", truth, quarters, "fiscal_quarter", null),
            .. truth.By.Select(by => new TruthShape($"by {by.Field}", truth, [truth.Span], null, by)),
            .. truth.By.Take(1).Select(by => new TruthShape($"month and {by.Field}", truth, spanned, "month", by)),
        ];
    }

    public string Query
    {
        get
        {
            var query = new JsonObject { ["measures"] = new JsonArray(new JsonObject { ["metric"] = Truth.Metric }) };
            var groups = new JsonArray();
            if (Grain is not null)
            {
                groups.Add(new JsonObject { ["time"] = Grain });
            }

            if (By is not null)
            {
                groups.Add(By.Via is null ? new JsonObject { ["field"] = By.Field } : new JsonObject { ["field"] = By.Field, ["via"] = By.Via });
            }

            query["group_by"] = groups;
            if (Periods[0] != Ever)
            {
                query["period"] = new JsonObject { ["from"] = Text(Periods[0].From), ["to"] = Text(Periods[^1].To) };
            }

            return query.ToJsonString();
        }
    }

    /// <summary>The number of each cell by what tells its row from others.</summary>
    public IReadOnlyDictionary<string, double?> Cells(CarrierCompany company)
    {
        var cells =
            (from period in Periods from member in Members(company, By) from unit in Members(company, Truth.Unit) select (period.From, period.To, Member: member, Unit: unit)).ToList();
        var values = cells.Select((c, i) =>
            $"({Text(i)}, {Day(c.From)}, {Day(c.To)}, {Day(c.To < Tomorrow ? c.To : Tomorrow)}, {Literal(c.Member)}, {Literal(c.Unit)})");
        var number = Truth.Own.GetValueOrDefault(Name, Truth.Sql)
            .Replace("{from}", "cell.a", StringComparison.Ordinal).Replace("{to}", "cell.b", StringComparison.Ordinal).Replace("{end}", "cell.done", StringComparison.Ordinal)
            .Replace("{today}", Day(CarrierData.Today), StringComparison.Ordinal).Replace("{member}", $"{Is(By, "cell.member")} AND {Is(Truth.Unit, "cell.unit")}", StringComparison.Ordinal);
        var numbers = company.ByHand($"SELECT ({number})::DOUBLE FROM (VALUES {string.Join(", ", values)}) AS cell(i, a, b, done, member, unit) ORDER BY cell.i").Select(r => (double?)r[0]);
        return cells.Zip(numbers).ToDictionary(
            pair => Key.Of([Grain is null ? null : pair.First.From, By is null ? null : pair.First.Member ?? Key.Empty, Truth.Unit is null ? null : pair.First.Unit ?? Key.Empty]),
            pair => pair.Second);
    }

    private static IEnumerable<object?> Members(CarrierCompany company, TruthBreakdown? by) => by is null ? [null] : company.ByHand(by.Members).Select(r => r[0]);

    private static string Is(TruthBreakdown? by, string member) => by is null ? "TRUE" : $"{by.Column} IS NOT DISTINCT FROM {member}";

    private static string Literal(object? member) => member switch
    {
        null => "NULL",
        string text => $"'{text}'",
        _ => Text(member),
    };

    private static string Day(DateOnly day) => $"DATE '{Text(day)}'";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(object value) => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
