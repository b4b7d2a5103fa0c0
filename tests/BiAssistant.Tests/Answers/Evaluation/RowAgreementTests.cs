using BiAssistant.Answers.Evaluation;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Answers.Evaluation;

public sealed class RowAgreementTests
{
    private static readonly DateOnly May = new(2024, 5, 1);

    [Fact]
    public void Rows_agree_in_any_order_of_rows_and_columns_and_beside_further_columns()
    {
        object?[][] byHand = [["North", 1, 10.5], ["South", 2, null], [null, 2, 10.5]];

        Difference(byHand, ["South", 2, null], [null, 2, 10.5], ["North", 1, 10.5]).ShouldBeNull();
        Difference(byHand, [10.5, "North", 1], [null, "South", 2], [10.5, null, 2]).ShouldBeNull();
        Difference(byHand, ["key 1", "North", 7, 1, 10.5], ["key 2", "South", 7, 2, null], ["key 3", null, 7, 2, 10.5]).ShouldBeNull();
    }

    [Fact]
    public void No_rows_agree_with_no_rows_alone()
    {
        RowAgreement.Difference(Table([], 2), 2, []).ShouldBeNull();
        RowAgreement.Difference(Table([], 2), 2, [[null, null]]).ShouldNotBeNull();
        Difference([[null]]).ShouldNotBeNull();
    }

    [Fact]
    public void A_row_more_or_less_or_as_often_as_not_is_another_answer()
    {
        object?[][] byHand = [["North", 1], ["South", 2], ["South", 2]];

        Difference(byHand, ["North", 1], ["South", 2], ["South", 2], ["West", 3]).ShouldNotBeNull();
        Difference(byHand, ["North", 1], ["South", 2]).ShouldNotBeNull();
        Difference(byHand, ["North", 1], ["North", 1], ["South", 2]).ShouldNotBeNull();
    }

    [Fact]
    public void Values_that_belong_to_other_rows_are_another_answer()
    {
        Difference([["North", 1], ["South", 2]], ["North", 2], ["South", 1]).ShouldNotBeNull().ShouldStartWith("the columns' values belong to other rows");
        Difference([["North", 1, 2], ["South", 3, 4]], ["North", 1, 4], ["South", 3, 2]).ShouldNotBeNull();
        Difference([["North", 1, 2], ["South", 3, 4]], ["North", 2, 3], ["South", 1, 4]).ShouldNotBeNull();
    }

    [Fact]
    public void Columns_that_hold_the_same_values_are_told_apart_by_their_rows()
    {
        object?[][] byHand = [["North", 1, 2], ["South", 2, 1]];

        Difference(byHand, [1, 2, "North"], [2, 1, "South"]).ShouldBeNull();
        Difference(byHand, [2, 1, "North"], [1, 2, "South"]).ShouldBeNull("which of two numbers comes first is not compared");
        Difference(byHand, [1, 1, "North"], [2, 2, "South"]).ShouldNotBeNull();
    }

    [Fact]
    public void Two_columns_of_equal_values_need_two_columns()
    {
        object?[][] byHand = [["North", 5, 5], ["South", 6, 6]];

        Difference(byHand, ["North", 5, 5], ["South", 6, 6]).ShouldBeNull();
        Difference(byHand, ["North", 5], ["South", 6]).ShouldNotBeNull().ShouldStartWith("fewer columns");
        Difference(byHand, ["North", 5, 0], ["South", 6, 0]).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(null, "")]
    [InlineData(null, false)]
    [InlineData("", " ")]
    [InlineData("north", "North")]
    [InlineData("5", 5)]
    [InlineData(true, 0)]
    [InlineData("2024-05-01", "2024-05-02")]
    [InlineData("2024-05-01 00:00:01", "2024-05-01")]
    [InlineData(100.0, 100.001)]
    [InlineData(0.0, 0.00001)]
    [InlineData(1.5, -1.5)]
    [InlineData(12_345_678, 12_345_679)]
    [InlineData(12_345_678.0, 12_345_679L)]
    public void Cells_that_differ_are_told_apart(object? byHand, object? given)
    {
        Difference([[byHand]], [given]).ShouldNotBeNull();
        Difference([[given]], [byHand]).ShouldNotBeNull();
        Difference([["a", byHand], ["b", 1]], ["a", given], ["b", 1]).ShouldNotBeNull();
    }

    public static TheoryData<object, object> Same => new()
    {
        { 100.0, 100.00001 },
        { 12_345_678.25, 12_345_678.250000001m },
        { 800.3m, 800.3 },
        { 7L, 7.0 },
        { 7, 7.00m },
        { 1e15, 1e15 + 1 },
        { 0.1 + 0.2, 0.3m },
        { 0.0, 1e-17 },
        { true, 1 },
        { false, 0L },
        { May, "2024-05-01" },
        { May, new DateTime(2024, 5, 1) },
        { May, "2024-05-01 00:00:00" },
        { new DateTime(2024, 5, 1, 8, 30, 0), "2024-05-01T08:30:00" },
        { new DateTime(2024, 5, 1, 8, 30, 0), "2024-05-01 08:30" },
        { new TimeOnly(8, 30), "08:30:00" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Cells_that_engines_hold_differently_are_the_same(object byHand, object given)
    {
        Difference([[byHand]], [given]).ShouldBeNull();
        Difference([[given]], [byHand]).ShouldBeNull();
    }

    [Fact]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void Shuffled_rows_and_columns_agree_and_one_changed_cell_does_not()
    {
        var random = new Random(GeneratedCases.SeedFor(7));
        for (var i = 0; i < GeneratedCases.Scale(300); i++)
        {
            var columns = random.Next(1, 5);
            object?[][] byHand = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Enumerable.Range(0, columns).Select(object? (c) => Cell(random, c)).ToArray())];
            int[] order = [.. Enumerable.Range(0, columns)];
            random.Shuffle(order);
            object?[][] given = [.. byHand.Select(row => order.Select(c => row[c]).Append($"further {random.Next(3)}").ToArray())];
            random.Shuffle(given);
            Difference(byHand, given).ShouldBeNull();

            given[random.Next(given.Length)][random.Next(columns)] = "a value that stands nowhere";
            Difference(byHand, given).ShouldNotBeNull();
        }
    }

    [Fact]
    public void As_many_rows_as_an_answer_can_have_are_compared_at_once()
    {
        object?[][] byHand = [.. Enumerable.Range(0, 10_000).Select(i => new object?[] { i * 0.37, i % 7, i % 13 })];
        object?[][] given = [.. byHand.Reverse()];

        Difference(byHand, given).ShouldBeNull();
        given[5_000] = [.. given[5_000]];
        given[5_000][1] = 8;
        Difference(byHand, given).ShouldNotBeNull();
    }

    private static object? Cell(Random random, int column) => (column + random.Next(2)) switch
    {
        0 => $"group {random.Next(4)}",
        1 => random.Next(5),
        2 => random.Next(4) == 0 ? null : Math.Round(random.NextDouble() * 100, 3),
        3 => May.AddDays(random.Next(3)),
        _ => random.Next(2) == 0,
    };

    private static string? Difference(object?[][] byHand, params object?[][] given) =>
        RowAgreement.Difference(Table(byHand, byHand[0].Length), given.FirstOrDefault()?.Length ?? 1, given.Select(row => row.ToSeq()).ToSeq());

    private static ResultTable Table(object?[][] rows, int columns) =>
        new(Enumerable.Range(1, columns).Select(i => new ResultColumn($"column {i}", SqlType.Unknown)).ToSeq(), rows.Select(row => row.ToSeq()).ToSeq(), Truncated: false);
}
