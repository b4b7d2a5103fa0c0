using BiAssistant.Answers;
using BiAssistant.Answers.Charts;
using BiAssistant.Answers.Composition;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Answers;

public sealed class ChartChoiceTests
{
    private static readonly TableColumn Month = Column("month", ColumnRole.Time, null, TimeGrain.Month);
    private static readonly TableColumn Region = Column("region", ColumnRole.Group, null);
    private static readonly TableColumn Kind = Column("kind", ColumnRole.Group, null);
    private static readonly TableColumn Sales = Column("sales", ColumnRole.Measure, "EUR");
    private static readonly TableColumn Costs = Column("costs", ColumnRole.Measure, "EUR");
    private static readonly TableColumn Share = Column("share", ColumnRole.Measure, "percent");

    [Fact]
    public void One_number_is_a_number() => Of([Sales], 1).ShouldBe(new Chart(ChartKind.Number, null, ["sales"], null, "title"));

    [Fact]
    public void Time_is_a_line_of_all_that_share_a_unit() =>
        Of([Month, Sales, Share, Costs], 3).ShouldBe(new Chart(ChartKind.Line, "month", ["sales", "costs"], null, "title"));

    [Fact]
    public void Members_are_bars() => Of([Region, Sales], 3).ShouldBe(new Chart(ChartKind.Bar, "region", ["sales"], null, "title"));

    [Fact]
    public void Two_numbers_of_one_unit_are_grouped_bars() =>
        Of([Region, Sales, Costs], 3).ShouldBe(new Chart(ChartKind.GroupedBar, "region", ["sales", "costs"], null, "title"));

    [Fact]
    public void Two_numbers_of_two_units_over_many_members_are_points() =>
        Of([Region, Sales, Share], 12).ShouldBe(new Chart(ChartKind.Scatter, "sales", ["share"], "region", "title"));

    [Fact]
    public void Time_and_members_are_lines_whichever_comes_first() =>
        Of([Region, Month, Sales], 6).ShouldBe(new Chart(ChartKind.Line, "month", ["sales"], "region", "title"));

    [Fact]
    public void Two_groupings_are_grouped_bars_with_a_series() =>
        Of([Region, Kind, Sales], 6).ShouldBe(new Chart(ChartKind.GroupedBar, "region", ["sales"], "kind", "title"));

    [Fact]
    public void What_no_picture_would_help_has_none()
    {
        Of([Region, Sales], 0).ShouldBeNull();
        Of([Region, Sales], 500).ShouldBeNull();
        Of([Region, Kind, Month, Sales], 6).ShouldBeNull();
    }

    private static TableColumn Column(string name, ColumnRole role, string? unit, TimeGrain? grain = null) =>
        new(new AnswerColumn(name, name, "text", unit, role), grain, BusinessCalendar.Default, Additive: false);

    private static Chart? Of(Seq<TableColumn> columns, int rows)
    {
        var cells = Enumerable.Range(0, rows).Select(row => columns.Select(object? (c) => c.IsMeasure ? (long)row : $"{c.Shown.Name}{row % 4}").ToSeq()).ToSeq();
        return ChartChoice.Choose(new AnswerTable(columns, cells, Truncated: false), "title");
    }
}
