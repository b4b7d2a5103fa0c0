using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Semantics.Binding;

/// <summary>Fields that are periods themselves: when they answer, when the calendar does, and what is never asked of them.</summary>
public sealed class PeriodFieldTests
{
    private const string Orchard = """
        version: "0.2.0.dev0"
        semantic_model:
          - name: orchard
            calendar: {fiscal_year_start: 4}
            datasets:
              - name: harvests
                source: harvests
                default_time: picked_on
                fields:
                  - {name: picked_on, expression: picked_on, datatype: date}
                  - {name: sold_on, expression: sold_on, datatype: date}
                  - {name: season, expression: season, datatype: integer, grain: fiscal_year}
                  - {name: month_code, expression: month_code, datatype: integer, grain: month}
                  - {name: half, expression: half, datatype: text, grain: quarter}
                  - {name: kilos, expression: kilos, datatype: integer}
              - name: plans
                source: plans
                default_time: month
                fields:
                  - {name: month, expression: month, datatype: date, grain: month}
                  - {name: planned, expression: planned, datatype: integer}
              - name: audits
                source: audits
                default_time: {year: report_year, day: closed_on}
                fields:
                  - {name: closed_on, expression: closed_on, datatype: date}
                  - {name: report_year, expression: report_year, datatype: integer}
                  - {name: findings, expression: findings, datatype: integer}
              - name: dates
                source: dates
                primary_key: [day]
                fields: [{name: day, expression: day, datatype: date}]
          - name: mill
            calendar: {dataset: orchard.dates}
            datasets:
              - name: pressings
                source: pressings
                default_time: pressed_on
                fields:
                  - {name: pressed_on, expression: pressed_on, datatype: date}
                  - {name: litres, expression: litres, datatype: integer}
        metrics:
          - {name: kilos, expression: SUM(harvests.kilos)}
          - {name: kilos_sold, expression: SUM(harvests.kilos), time: harvests.sold_on}
          - {name: planned, expression: SUM(plans.planned)}
          - {name: pace, type: target, metric: kilos_sold, target: planned, show: pace}
          - {name: planned_lately, type: cumulative, metric: planned, window: 28 days}
          - {name: findings, expression: SUM(audits.findings)}
          - {name: litres, expression: SUM(pressings.litres)}
          - {name: litres_to_date, type: cumulative, metric: litres, to_date: fiscal_year}
        """;

    private static readonly DateTime Now = new(2025, 5, 20);

    [Fact]
    public void A_field_that_is_a_fiscal_year_answers_fiscal_years_as_they_are_written()
    {
        var bound = Bound("""{"measures":[{"metric":"kilos"}],"group_by":[{"time":"fiscal_year"}]}""");
        bound.Sources[0].Groups.ShouldBe([new SqlColumn("harvests", "season")]);
        bound.Groups[0].Type.ShouldBe(SqlType.Integer);
    }

    [Fact]
    public void Beside_dates_a_year_that_is_a_number_is_the_day_on_which_it_starts()
    {
        var bound = Bound("""{"measures":[{"metric":"kilos"},{"metric":"planned"}],"group_by":[{"time":"fiscal_year"}]}""");
        var years = new SqlBinary(SqlBinaryOperator.Subtract, new SqlColumn("harvests", "season"), new SqlNumber(2000));
        bound.Sources[0].Groups.ShouldBe([new SqlCast(new SqlDateAdd(SqlTimeUnit.Year, years, new SqlDate(new DateOnly(1999, 4, 1))), SqlType.Date)]);
        bound.Groups[0].Type.ShouldBe(SqlType.Date);
    }

    [Fact]
    public void Other_grains_go_by_the_default_time() =>
        Bound("""{"measures":[{"metric":"kilos"}],"group_by":[{"time":"year"}]}""").Sources[0].Groups
            .ShouldBe([new SqlDateTrunc(SqlTimeUnit.Year, new SqlColumn("harvests", "picked_on"))]);

    [Fact]
    public void A_metric_that_goes_by_a_date_of_its_own_goes_by_it_at_every_grain() =>
        Reads("""{"measures":[{"metric":"kilos_sold"}],"group_by":[{"time":"fiscal_year"}]}""").ShouldBe(["sold_on"], ignoreOrder: true);

    [Theory]
    [InlineData("2023-04-01", "2024-04-01", "season", "2024")]
    [InlineData("2024-02-01", "2024-03-01", "month_code", "202402")]
    [InlineData("2024-02-01", "2024-02-15", "picked_on", "2024-02-01 2024-02-15")]
    [InlineData("2021-04-01", "2024-04-01", "season", "2022 2025")]
    public void A_period_that_is_whole_periods_of_such_a_field_is_told_by_it(string from, string to, string column, string values)
    {
        var filter = Bound($$$"""{"measures":[{"metric":"kilos"}],"period":{"from":"{{{from}}}","to":"{{{to}}}"}}""").Sources[0].Filters;
        filter.SelectMany(f => f.DescendantsAndSelf().OfType<SqlColumn>()).Select(c => c.Name).Distinct().ShouldBe([column]);
        string.Join(' ', filter.SelectMany(f => f.DescendantsAndSelf().OfType<SqlParameter>()).Select(p => Text(p.Value.ShouldNotBeNull()))).ShouldBe(values);
    }

    [Fact]
    public void Texts_that_nobody_listed_are_not_guessed_at_and_the_date_answers() =>
        Bound("""{"measures":[{"metric":"kilos"}],"period":{"from":"2024-07-01","to":"2024-10-01"}}""").Sources[0].Filters
            .SelectMany(f => f.DescendantsAndSelf().OfType<SqlColumn>()).Select(c => c.Name).Distinct().ShouldBe(["picked_on"]);

    [Theory]
    [InlineData("""{"measures":[{"metric":"planned"}],"period":{"from":"2024-05-10","to":"2024-05-20"}}""", "'Planned' is only known by month, so no part of one can be told. Ask for whole periods.")]
    [InlineData("""{"measures":[{"metric":"planned"}],"group_by":[{"time":"week"}]}""", "'Planned' is only known by month, so no part of one can be told. Ask for whole periods.")]
    [InlineData("""{"measures":[{"metric":"pace"}],"group_by":[{"time":"day"}],"period":{"from":"2024-05-01","to":"2024-05-04"}}""", "'Pace' is only known by month, so no part of one can be told. Ask for whole periods.")]
    [InlineData("""{"measures":[{"metric":"pace"}],"period":{"from":"2024-05-01","to":"2024-05-20"}}""", "'Pace' is only known by month, so no part of one can be told. Ask for whole periods.")]
    [InlineData("""{"measures":[{"metric":"planned_lately"}],"period":{"from":"2024-05-01","to":"2024-06-01"}}""", "'Planned lately' is only known by month, so no part of one can be told. Ask for whole periods.")]
    [InlineData("""{"measures":[{"metric":"kilos"},{"metric":"planned"}],"group_by":[{"time":"quarter"}]}""", "These numbers write their quarter in different ways (dates, numbers or texts), so they cannot stand side by side. Ask for them one at a time.")]
    [InlineData("""{"measures":[{"metric":"litres"}],"group_by":[{"time":"fiscal_month"}]}""", "Fiscal periods are whatever the rows of orchard.dates say, and those are not read yet. A field of orchard.dates can be grouped by instead.")]
    public void No_part_is_told_of_what_is_kept_whole(string json, string message) => Refused(json).ShouldBe([message]);

    [Fact]
    public void A_pace_against_what_is_planned_by_the_month_is_told_by_the_month() =>
        Bound("""{"measures":[{"metric":"pace"}],"group_by":[{"time":"month"}],"period":{"from":"2024-05-01","to":"2024-08-01"}}""").Sources.Count.ShouldBe(2);

    [Theory]
    [InlineData("""{"measures":[{"metric":"planned"}],"period":{"from":"2025-05-01","to":"2025-05-21"}}""")]
    [InlineData("""{"measures":[{"metric":"planned"}],"group_by":[{"time":"fiscal_quarter"}]}""")]
    [InlineData("""{"measures":[{"metric":"litres"}],"group_by":[{"time":"quarter"}]}""")]
    public void What_runs_to_now_and_what_months_make_up_is_told(string json) => Bound(json).Sources.Count.ShouldBe(1);

    [Fact]
    public void A_field_named_for_a_grain_answers_it_and_the_finest_answers_the_rest()
    {
        Bound("""{"measures":[{"metric":"findings"}],"group_by":[{"time":"year"}]}""").Sources[0].Groups.ShouldBe([new SqlColumn("audits", "report_year")]);
        Reads("""{"measures":[{"metric":"findings"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""").ShouldBe(["report_year"]);
        Reads("""{"measures":[{"metric":"findings"}],"group_by":[{"time":"quarter"}]}""").ShouldBe(["closed_on"]);
    }

    [Fact]
    public void A_fiscal_year_of_a_calendar_that_was_not_read_is_no_period()
    {
        var relative = Canonical("""{"measures":[{"metric":"litres"}],"period":{"relative":"last","count":1,"grain":"fiscal_year"}}""");
        relative.Issues.Select(i => i.Code).ShouldBe(["calendar_not_read"]);
        Refused("""{"measures":[{"metric":"litres_to_date"}],"period":{"from":"2024-05-01","to":"2024-06-01"}}""").ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Reads(string json) => Bound(json).Sources[0].Reads.SelectMany(r => r.Table.Columns).Except(["kilos", "findings"]);

    private static BoundQuery Bound(string json)
    {
        var bound = Bind(json);
        bound.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return bound.Value.ShouldNotBeNull();
    }

    private static IEnumerable<string> Refused(string json) => Bind(json).Issues.Select(i => i.Message);

    private static Outcome<BoundQuery> Bind(string json)
    {
        var canonical = Canonical(json);
        canonical.Issues.ShouldBeEmpty();
        return new Binder(Load().Catalog).Bind(canonical.Value.ShouldNotBeNull(), new BindingContext(Asker.Anyone, Now));
    }

    private static Outcome<SemanticQuery> Canonical(string json) =>
        Canonicalizer.Canonicalize(SemanticQueryJson.Read(json).Value.ShouldNotBeNull(), Load().Catalog, Now);

    private static CatalogLoad Load() => CatalogLoader.Load([new CatalogText("orchard.yml", Orchard)]);

    private static string Text(SqlLiteral value) => value switch
    {
        SqlNumber number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        SqlDate day => day.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
