using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>What can be made of any metric: every operator of the catalog, each a metric again.</summary>
internal sealed class Operators(LibraryWorld world, LibraryMetrics metrics)
{
    public IReadOnlyList<(string Name, Func<Definition, Definition> Of)> All =>
    [
        Cumulative("running", "running: true", inner => new Running(inner)),
        Cumulative("28_days", "window: 28 days", inner => new Window(inner, new Length(28, Unit.Day))),
        Cumulative("3_months", "window: 3 months", inner => new Window(inner, new Length(3, Unit.Month))),
        Cumulative("year_to_date", "to_date: year", inner => new ToDate(inner, Grain.Year)),
        Cumulative("quarter_to_date", "to_date: quarter", inner => new ToDate(inner, Grain.Quarter)),
        Cumulative("fiscal_year_to_date", "to_date: fiscal_year", inner => new ToDate(inner, Grain.FiscalYear)),
        Comparison("year_before", "1 year", "value", inner => new Earlier(inner, new Length(1, Unit.Year))),
        Comparison("change_on_month", "1 month", "change", inner => new Comparison(inner, new Length(1, Unit.Month))),
        Comparison("change_on_30_days", "30 days", "change", inner => new Comparison(inner, new Length(30, Unit.Day))),
        Comparison("growth_on_year", "1 year", "percent_change", inner => new Comparison(inner, new Length(1, Unit.Year), InPercent: true)),
        Comparison("growth_on_quarter", "1 quarter", "percent_change", inner => new Comparison(inner, new Length(1, Unit.Quarter), InPercent: true)),
        Target("attained_of_50", "50", "attainment", inner => new Ratio(inner, 50), null),
        Target("attained_of_budget", "budget", "attainment", inner => new Ratio(inner, metrics.Budget.Measure), metrics.Budget),
        Target("over_budget", "budget", "variance", inner => inner - metrics.Budget.Measure, metrics.Budget),
        Target("pace_of_budget", "budget", "pace", inner => new Pace(inner, metrics.Budget.Measure), metrics.Budget),
        Other("index", inner => $"type: derived, expression: {inner}, index_to: 2023-06", inner => new Indexed(inner, Span.Between("2023-06-01", "2023-07-01")), null),
        Other("per_visit", inner => $"type: ratio, numerator: {inner}, denominator: visit_count", inner => new Ratio(inner, metrics.Visits.Measure), metrics.Visits),
        Other("twice_and_loans", inner => $"type: derived, expression: 2 * {inner} + loan_count", inner => (2 * inner) + metrics.Loans.Measure, metrics.Loans),
        Other("north", inner => $"type: derived, expression: {inner}, filter: \"branches.region = 'North'\"", inner => new Filtered(inner, new Condition(world.Region, value => Equals(value, "North"))), null),
    ];

    private static (string Name, Func<Definition, Definition> Of) Cumulative(string name, string yaml, Func<Measure, Measure> of) =>
        Other(name, inner => $"type: cumulative, metric: {inner}, {yaml}", of, null);

    private static (string Name, Func<Definition, Definition> Of) Comparison(string name, string offset, string show, Func<Measure, Measure> of) =>
        Other(name, inner => $"type: comparison, metric: {inner}, offset: {offset}, show: {show}", of, null);

    private static (string Name, Func<Definition, Definition> Of) Target(string name, string target, string show, Func<Measure, Measure> of, Definition? other) =>
        Other(name, inner => $"type: target, metric: {inner}, target: {target}, show: {show}", of, other);

    private static (string Name, Func<Definition, Definition> Of) Other(string name, Func<string, string> yaml, Func<Measure, Measure> of, Definition? other) =>
        (name, inner => new Definition($"{inner.Name}_{name}", yaml(inner.Name), of(inner.Measure)) { Needs = other is null ? [inner] : [inner, other] });
}
