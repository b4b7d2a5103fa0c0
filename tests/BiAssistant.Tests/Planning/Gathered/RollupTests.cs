using BiAssistant.Semantics.Access;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Planning.Gathered;

/// <summary>Rollup fields: what is gathered from the rows that point to a row, in every place where a field may stand.</summary>
public sealed class RollupTests(MusicLabel label) : IClassFixture<MusicLabel>
{
    [Fact]
    public Task A_dataset_is_broken_down_by_a_number_of_rows_that_point_to_it() => label.ShouldBeAsync(
        """{"measures":[{"count":"songs"}],"group_by":[{"field":"songs.times_sold"}]}""",
        "SELECT n, count(*) FROM (SELECT s.song_id, (SELECT count(*) FROM sales x WHERE x.song_id = s.song_id AND x.void = 0) AS n FROM songs s) GROUP BY n");

    [Fact]
    public Task It_is_averaged_with_the_rows_that_have_none() => label.ShouldBeAsync(
        """{"measures":[{"metric":"mean_sales"}]}""",
        "SELECT 6 / 5.0");

    [Fact]
    public Task A_sum_is_null_without_rows_and_a_count_is_zero() => label.ShouldBeAsync(
        """{"measures":[{"aggregate":"max","field":"songs.earned"},{"aggregate":"max","field":"songs.large_sales"}],"group_by":[{"field":"songs.title"}]}""",
        "SELECT * FROM (VALUES ('Alder', 1, 35.05, 3), ('Birch', 2, 3.00, 0), ('Cedar', 3, 7.99, 0), ('Dogwood', 4, 1.20, 0), ('Elm', 5, NULL, 0))");

    [Fact]
    public Task The_questions_period_and_filters_do_not_narrow_what_is_gathered() => label.ShouldBeAsync(
        """{"measures":[{"metric":"revenue"}],"group_by":[{"field":"songs.times_sold"}],"where":{"field":"sales.copies","operator":">=","value":20},"period":{"from":"2024-01-01","to":"2025-01-01"}}""",
        "SELECT 3, 20.00");

    [Fact]
    public Task A_fact_without_a_parent_has_nothing_gathered_rather_than_zero() => label.ShouldBeAsync(
        """{"measures":[{"metric":"sales_count"}],"group_by":[{"field":"songs.times_sold"}]}""",
        "SELECT * FROM (VALUES (3, 3), (1, 3), (NULL, 1))");

    [Fact]
    public Task It_filters_facts_that_lead_to_it() => label.ShouldBeAsync(
        """{"measures":[{"metric":"revenue"}],"where":{"field":"songs.times_sold","operator":"<","value":2}}""",
        "SELECT 3.00 + 7.99 + 1.20");

    [Fact]
    public Task A_date_that_is_gathered_answers_periods() => label.ShouldBeAsync(
        """{"measures":[{"count":"songs"}],"where":{"field":"songs.first_sale","period":{"from":"2024-01-01","to":"2025-01-01"}},"group_by":[{"time":"quarter","field":"songs.first_sale"}]}""",
        "SELECT * FROM (VALUES (DATE '2024-01-01', 2), (DATE '2024-04-01', 1))");

    [Fact]
    public Task A_child_may_reach_further_and_back() => label.ShouldBeAsync(
        """{"measures":[{"aggregate":"sum","field":"songs.worth"},{"aggregate":"sum","field":"songs.quick_sales"}]}""",
        "SELECT sum(x.copies * s.price_cents * 0.01), count(*) FILTER (WHERE x.sold_on - s.released_on < 30) FROM sales x JOIN songs s USING (song_id) WHERE x.void = 0");

    [Fact]
    public Task Two_children_are_each_gathered_in_a_table_of_their_own() => label.ShouldBeAsync(
        """{"measures":[{"aggregate":"max","field":"songs.heard"},{"aggregate":"max","field":"songs.copies_per_sale"}],"group_by":[{"field":"songs.title"}]}""",
        "SELECT * FROM (VALUES ('Alder', 1, 5, 35 / 3.0), ('Birch', 2, 1, 2), ('Cedar', 3, 2, 4), ('Dogwood', 4, 1, 1), ('Elm', 5, 2, NULL))");

    [Fact]
    public Task A_field_that_is_computed_from_a_rollup_is_one() => label.ShouldBeAsync(
        """{"measures":[{"count":"songs"}],"group_by":[{"field":"songs.standing"}]}""",
        "SELECT * FROM (VALUES ('hit', 1), ('known', 3), ('new', 1))");

    [Fact]
    public Task What_is_gathered_may_be_gathered_again_and_over_several_steps() => label.ShouldBeAsync(
        """{"measures":[{"aggregate":"max","field":"labels.songs_earned"},{"aggregate":"max","field":"labels.sold"}],"group_by":[{"field":"labels.label_name"}]}""",
        "SELECT * FROM (VALUES ('Blue Door', 1, 38.05, 4), ('Tin Roof', 2, 9.19, 2), ('Empty Room', 3, NULL, 0))");

    [Fact]
    public Task Rows_may_point_to_rows_of_their_own_kind() => label.ShouldBeAsync(
        """{"measures":[{"count":"artists"}],"group_by":[{"field":"artists.pupils"}]}""",
        "SELECT * FROM (VALUES (2, 1), (1, 1), (0, 3))");

    [Fact]
    public Task Distinct_values_are_gathered() => label.ShouldBeAsync(
        """{"measures":[{"count":"artists"}],"group_by":[{"field":"artists.parts_played"}]}""",
        "SELECT * FROM (VALUES (2, 2), (1, 3))");

    [Fact]
    public Task The_last_value_is_gathered() => label.ShouldBeAsync(
        """{"measures":[{"count":"shops"}],"group_by":[{"field":"shops.last_copies"}]}""",
        "SELECT * FROM (VALUES (1, 1), (4, 1), (NULL, 1))");

    [Fact]
    public Task The_rows_that_the_asker_may_see_are_gathered_and_no_others() => label.ShouldBeAsync(
        """{"measures":[{"aggregate":"sum","field":"shops.visitors"}],"group_by":[{"field":"shops.shop_name"}]}""",
        "SELECT * FROM (VALUES ('Corner', 1, 3), ('Market', 2, 4), ('Closed', 3, NULL))",
        Asker.Parse("promoter,region=North"));

    [Fact]
    public void Who_may_see_none_of_the_rows_may_not_see_what_is_gathered() =>
        MusicLabel.Bind("""{"measures":[{"aggregate":"sum","field":"shops.visitors"}]}""").Issues.ShouldHaveSingleItem().Code.ShouldBe("not_allowed");

    [Fact]
    public void Two_numbers_over_one_child_share_its_table_and_a_pass()
    {
        var bound = MusicLabel.Bound("""{"measures":[{"aggregate":"sum","field":"songs.times_sold"},{"aggregate":"average","field":"songs.times_sold"},{"aggregate":"sum","field":"songs.weekly"}]}""");

        bound.Sources.Count.ShouldBe(2);
        var (one, two) = (bound.Sources[0].Joins.Steps.ShouldHaveSingleItem(), bound.Sources[1].Joins.Steps.ShouldHaveSingleItem());
        (one.Gathered!.Keys, one.Gathered.Joins).ShouldBe((two.Gathered!.Keys, two.Gathered.Joins));
    }

    [Fact]
    public void What_is_gathered_has_a_type()
    {
        TypeOf("songs.first_sale").ShouldBe(SqlType.Date);
        TypeOf("songs.times_sold").ShouldBe(SqlType.BigInteger);
        TypeOf("songs.earned").Kind.ShouldBe(SqlTypeKind.Decimal);
        MusicLabel.Catalog.FindField("songs.first_sale")!.IsTime.ShouldBeTrue();
        MusicLabel.Catalog.FindField("songs.standing")!.Rollup.ShouldBeTrue();
        MusicLabel.Catalog.FindField("songs.title")!.Rollup.ShouldBeFalse();
    }

    private static SqlType TypeOf(string field) => MusicLabel.Catalog.FindField(field).ShouldNotBeNull().Type;
}
