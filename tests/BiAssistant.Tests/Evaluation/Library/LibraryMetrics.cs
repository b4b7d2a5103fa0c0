using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>The library's metrics that are made of rows, not of other metrics: one of each kind.</summary>
internal sealed class LibraryMetrics(LibraryWorld world)
{
    public Definition Loans { get; } = new("loan_count", "expression: COUNT(*), dataset: loans", Aggregate.Rows(world.Loans));

    public Definition Visits { get; } = new("visit_count", "expression: COUNT(*), dataset: visits", Aggregate.Rows(world.Visits));

    public Definition Fees { get; } = new("fees", "expression: SUM(loans.fee)", Aggregate.Sum(world.Loans, "fee"));

    public Definition Budget { get; } = new("budget", "expression: SUM(budgets.amount)", Aggregate.Sum(world.Budgets, "amount"));

    /// <summary>Aggregates of rows, each row by its own clock.</summary>
    public IReadOnlyList<Definition> Simple =>
    [
        Loans, Visits, Fees, Budget,
        new("readers", "expression: COUNT(DISTINCT members.member_id), dataset: loans", new Aggregate(world.Loans, Function.CountDistinct, row => row["member_id"])),
        new("average_fee", "expression: AVG(loans.fee)", new Aggregate(world.Loans, Function.Average, row => row["fee"])),
        new("least_fee", "expression: MIN(loans.fee)", new Aggregate(world.Loans, Function.Min, row => row["fee"])),
        new("longest_visit", "expression: MAX(visits.minutes)", new Aggregate(world.Visits, Function.Max, row => row["minutes"])),
        new("median_pages", "expression: MEDIAN(loans.pages)", new Aggregate(world.Loans, Function.Median, row => row["pages"])),
        new("long_books", "expression: 'PERCENTILE(loans.pages, 0.9)'", new Aggregate(world.Loans, Function.Percentile, row => row["pages"]) { Share = 0.9m }),
        new("spread_of_pages", "expression: STDDEV(loans.pages)", new Aggregate(world.Loans, Function.StandardDeviation, row => row["pages"])),
        new("northern_crime", "expression: SUM(loans.fee), filter: \"loans.genre = 'crime' AND branches.region = 'North'\"", Aggregate.Sum(world.Loans, "fee") with { Filter = row => row.Text("genre") == "crime" && row.To("branch")?.Text("region") == "North" }),
        new("returned", "expression: COUNT(*), dataset: loans, time: loans.returned_on", Aggregate.Rows(world.Loans) with { Clock = row => row.Time("returned_on") }),
        new("fees_on_return", "expression: SUM(loans.fee), time: loans.returned_on", Aggregate.Sum(world.Loans, "fee") with { Clock = row => row.Time("returned_on") }),
        new("fee_per_page", "expression: SUM(loans.fee) / SUM(loans.pages)", Aggregate.Sum(world.Loans, "fee") / Aggregate.Sum(world.Loans, "pages")),
        new("fee_and_minutes", "expression: SUM(loans.fee) - SUM(visits.minutes)", Aggregate.Sum(world.Loans, "fee") - Aggregate.Sum(world.Visits, "minutes")),
    ];

    /// <summary>A difference that is not known where one side is missing.</summary>
    public Definition Unknown =>
        new("fees_less_pages", "expression: SUM(loans.fee) - SUM(loans.pages), missing: unknown", new Arithmetic('-', Aggregate.Sum(world.Loans, "fee"), Aggregate.Sum(world.Loans, "pages")) { MissingIsUnknown = true });

    /// <summary>Far-off values left out or brought nearer.</summary>
    public IReadOnlyList<Definition> WithoutOutliers =>
    [
        Trimmed("SUM", Function.Sum, "iqr", FarOff.Iqr, null, 1.5m, cap: false),
        Trimmed("SUM", Function.Sum, "iqr", FarOff.Iqr, 1m, 1m, cap: true),
        Trimmed("AVG", Function.Average, "zscore", FarOff.ZScore, 1m, 1m, cap: false),
        Trimmed("AVG", Function.Average, "zscore", FarOff.ZScore, null, 3m, cap: true),
        Trimmed("MAX", Function.Max, "percentile", FarOff.Percentile, 0.9m, 0.9m, cap: false),
        Trimmed("SUM", Function.Sum, "percentile", FarOff.Percentile, 95m, 0.95m, cap: true),
    ];

    public IReadOnlyList<Definition> Balances =>
    [
        OverCounts("last", Take.Last, "SUM", Function.Sum, each: false),
        OverCounts("first", Take.First, "SUM", Function.Sum, each: false),
        OverCounts("average", Take.Average, "SUM", Function.Sum, each: false),
        OverCounts("last", Take.Last, "AVG", Function.Average, each: false),
        OverCounts("last", Take.Last, "SUM", Function.Sum, each: true),
        OverCounts("first", Take.First, "COUNT", Function.Count, each: true),
        OverCounts("average", Take.Average, "SUM", Function.Sum, each: true),
        InForce("COUNT(*)", Aggregate.Rows(world.Memberships), inclusive: false),
        InForce("SUM(memberships.price)", Aggregate.Sum(world.Memberships, "price"), inclusive: true),
    ];

    /// <summary>Averages over days, which a span without a beginning does not have, nor an hour.</summary>
    public IReadOnlyList<Definition> AveragesOverDays =>
    [
        new(
            "memberships_on_average",
            "type: semi-additive, expression: COUNT(*), dataset: memberships, take: average, valid: {from: memberships.from_day, to: memberships.to_day}",
            new InForce(Aggregate.Rows(world.Memberships), row => row.Time("from_day"), row => row.Time("to_day")) { Average = true }),
        new(
            "prices_on_average",
            "type: semi-additive, expression: SUM(memberships.price), take: average, valid: {from: memberships.from_day, to: memberships.to_day, to_inclusive: true}",
            new InForce(Aggregate.Sum(world.Memberships, "price"), row => row.Time("from_day"), row => row.Time("to_day")) { Average = true, ToInclusive = true }),
    ];

    public IReadOnlyList<Definition> Conversions =>
    [
        Converted("within_30_days", "30 days", new Length(30, Unit.Day), includeOpen: false),
        Converted("within_2_months", "2 months", new Length(2, Unit.Month), includeOpen: true),
        Converted("ever", null, null, includeOpen: false),
    ];

    private Definition Trimmed(string sql, Function function, string word, FarOff method, decimal? said, decimal limit, bool cap) => new(
        $"fees_{sql.ToLowerInvariant()}_{word}_{(cap ? "capped" : "trimmed")}",
        $"expression: {sql}(loans.fee), outliers: {{method: {word}{(said is { } number ? FormattableString.Invariant($", limit: {number}") : "")}, action: {(cap ? "cap" : "exclude")}}}",
        new Aggregate(world.Loans, function, row => row["fee"]) { Outliers = new Outliers(method, limit, cap) });

    private Definition OverCounts(string word, Take take, string sql, Function function, bool each) => new(
        $"copies_{sql.ToLowerInvariant()}_{word}{(each ? "_each" : "")}",
        $"type: semi-additive, expression: {sql}(shelf_counts.copies), over: shelf_counts.counted_on, take: {word}{(each ? ", per: [branches.branch_id, shelf_counts.genre]" : "")}",
        new Snapshot(new Aggregate(world.ShelfCounts, function, row => row["copies"]), take) { Per = each ? [row => row["branch_id"], row => row["genre"]] : [] });

    private static Definition InForce(string sql, Aggregate of, bool inclusive) => new(
        inclusive ? "prices_in_force" : "memberships_in_force",
        $"type: semi-additive, expression: {sql}, dataset: memberships, valid: {{from: memberships.from_day, to: memberships.to_day, to_inclusive: {(inclusive ? "true" : "false")}}}",
        new InForce(of, row => row.Time("from_day"), row => row.Time("to_day")) { ToInclusive = inclusive });

    private Definition Converted(string name, string? within, Length? length, bool includeOpen) => new(
        $"borrowed_{name}",
        $"type: conversion, entity: members.member_id, base: memberships.from_day, conversion: loans.loaned_on{(within is null ? "" : $", within: {within}")}, include_open: {(includeOpen ? "true" : "false")}",
        new Conversion(
            new Conversion.Event(world.Memberships, row => row["member_id"], row => row.Time("from_day")),
            new Conversion.Event(world.Loans, row => row["member_id"], row => row.Time("loaned_on")),
            length,
            includeOpen));
}
