using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Planning.Gathered;

/// <summary>Bridges: what is broken down by or filtered on the other side of a link table is never multiplied.</summary>
public sealed class BridgeTests(MusicLabel label) : IClassFixture<MusicLabel>
{
    /// <summary>Songs with their genres, each pair once, as an analyst would write it.</summary>
    private const string Genres = "(SELECT DISTINCT l.song_id, g.* FROM song_genres l JOIN genres g USING (genre_id))";

    private const string Sales = "(SELECT * FROM sales WHERE void = 0)";

    [Fact]
    public Task A_row_counts_once_for_each_distinct_value_that_it_meets() => label.ShouldBeAsync(
        """{"measures":[{"count":"songs"}],"group_by":[{"field":"genres.family"}]}""",
        "SELECT * FROM (VALUES ('loud', 2), ('quiet', 2), (NULL, 2))");

    [Fact]
    public Task A_name_of_the_other_side_brings_its_key() => label.ShouldBeAsync(
        """{"measures":[{"count":"songs"}],"group_by":[{"field":"genres.genre"}]}""",
        "SELECT * FROM (VALUES ('rock', 1, 2), ('punk', 2, 1), ('folk', 3, 2), ('noise', 4, 1), (NULL, NULL, 1))");

    [Fact]
    public Task A_fact_that_leads_to_one_side_is_broken_down_by_the_other() => label.ShouldBeAsync(
        """{"measures":[{"metric":"revenue"},{"metric":"sales_count"}],"group_by":[{"field":"genres.family"}]}""",
        $"SELECT family, sum(amount_cents) * 0.01, count(*) FROM {Sales} LEFT JOIN (SELECT DISTINCT song_id, family FROM {Genres}) USING (song_id) GROUP BY family");

    [Fact]
    public Task A_filter_on_the_other_side_keeps_a_row_once() => label.ShouldBeAsync(
        """{"measures":[{"metric":"revenue"},{"count":"songs"}],"where":{"field":"genres.family","in":["loud","quiet"]}}""",
        $"SELECT (SELECT sum(amount_cents) * 0.01 FROM {Sales} WHERE song_id IN (SELECT song_id FROM {Genres} WHERE family IS NOT NULL)), 3");

    [Fact]
    public Task A_breakdown_and_a_filter_are_met_by_the_same_linked_row() => label.ShouldBeAsync(
        """{"measures":[{"count":"songs"}],"group_by":[{"field":"genres.genre"}],"where":{"field":"genres.family","in":["loud"]}}""",
        "SELECT * FROM (VALUES ('rock', 1, 2), ('punk', 2, 1))");

    [Fact]
    public Task Two_conditions_are_met_by_one_linked_row() => label.ShouldBeAsync(
        """{"measures":[{"count":"songs"}],"where":{"all":[{"field":"genres.family","in":["quiet"]},{"field":"genres.genre","in":["rock","folk"]}]}}""",
        "SELECT 2");

    [Fact]
    public Task Two_values_of_one_field_are_two_linked_rows() => label.ShouldBeAsync(
        """{"measures":[{"count":"songs","filter":{"field":"genres.genre","in":["folk"]}}],"where":{"field":"genres.genre","in":["rock"]}}""",
        "SELECT 1");

    [Theory]
    [InlineData("""[{"field":"genres.genre","in":["rock"]},{"field":"genres.genre","in":["folk"]}]""", "EXISTS (FROM g WHERE g.song_id = s.song_id AND g.name = 'rock') AND EXISTS (FROM g WHERE g.song_id = s.song_id AND g.name = 'folk')")]
    [InlineData("""[{"field":"genres.genre","in":["rock","punk"]},{"field":"genres.genre","in":["rock","folk"]}]""", "EXISTS (FROM g WHERE g.song_id = s.song_id AND g.name IN ('rock', 'punk')) AND EXISTS (FROM g WHERE g.song_id = s.song_id AND g.name IN ('rock', 'folk'))")]
    [InlineData("""[{"field":"genres.genre","in":["rock","folk"]},{"field":"genres.genre","in":["folk"],"negated":true}]""", "EXISTS (FROM g WHERE g.song_id = s.song_id AND g.name IN ('rock', 'folk')) AND NOT EXISTS (FROM g WHERE g.song_id = s.song_id AND g.name = 'folk')")]
    [InlineData("""[{"field":"genres.genre","in":["rock","folk"]},{"field":"genres.genre","in":["folk"]}]""", "EXISTS (FROM g WHERE g.song_id = s.song_id AND g.name = 'folk')")]
    public Task Two_sets_of_values_of_one_field_are_asked_of_a_linked_row_each(string conditions, string byHand) => label.ShouldBeAsync(
        $$"""{"measures":[{"count":"songs"}],"where":{"all":{{conditions}} } }""",
        $"WITH g AS {Genres} SELECT COUNT(*) FROM songs s WHERE {byHand}");

    [Fact]
    public void Two_values_of_a_field_that_a_thing_has_one_of_are_a_contradiction() =>
        MusicLabel.Bind("""{"measures":[{"count":"songs"}],"where":{"all":[{"field":"songs.title","in":["a"]},{"field":"songs.title","in":["b"]}]}}""").Issues.ShouldContain(i => i.Code == "contradiction");

    [Fact]
    public Task With_two_values_every_value_of_the_rows_that_have_both_is_shown() => label.ShouldBeAsync(
        """{"measures":[{"count":"songs","filter":{"field":"genres.genre","in":["folk"]}}],"group_by":[{"field":"genres.genre"}],"where":{"field":"genres.genre","in":["rock"]}}""",
        "SELECT * FROM (VALUES ('rock', 1, 1), ('punk', 2, 1), ('folk', 3, 1))");

    [Theory]
    [InlineData("""{"field":"genres.genre","in":["rock"],"negated":true}""", "SELECT 3")]
    [InlineData("""{"not":{"field":"genres.genre","in":["rock"]}}""", "SELECT 3")]
    [InlineData("""{"not":{"all":[{"field":"genres.genre","in":["rock"]},{"field":"genres.genre","in":["folk"]}]}}""", "SELECT 4")]
    [InlineData("""{"not":{"field":"genres.genre","in":["rock"],"negated":true}}""", "SELECT 2")]
    [InlineData("""{"field":"genres.genre","operator":"<>","value":"folk"}""", "SELECT 3")]
    [InlineData("""{"field":"genres.genre","empty":true}""", "SELECT 1")]
    [InlineData("""{"field":"genres.genre","empty":false}""", "SELECT 4")]
    [InlineData("""{"any":[{"field":"genres.genre","in":["noise"]},{"field":"songs.title","in":["Alder","Elm"]}]}""", "SELECT 2")]
    [InlineData("""{"any":[{"field":"genres.genre","in":["rock"]},{"field":"artists.country","in":["FR"]}]}""", "SELECT 2")]
    [InlineData("""{"any":[{"field":"genres.genre","in":["rock"],"negated":true},{"field":"songs.title","in":["Alder"]}]}""", "SELECT 4")]
    public Task A_negation_means_that_no_linked_row_meets_it(string where, string byHand) =>
        label.ShouldBeAsync($$"""{"measures":[{"count":"songs"}],"where":{{where}}}""", byHand);

    [Fact]
    public Task What_is_left_out_is_left_out_of_every_group() => label.ShouldBeAsync(
        """{"measures":[{"count":"songs"}],"group_by":[{"field":"genres.genre"}],"where":{"field":"genres.genre","in":["rock"],"negated":true}}""",
        "SELECT * FROM (VALUES ('folk', 3, 1), ('noise', 4, 1), (NULL, NULL, 1))");

    [Fact]
    public Task The_other_direction_breaks_down_alike() => label.ShouldBeAsync(
        """{"measures":[{"count":"genres"}],"group_by":[{"field":"songs.title"}]}""",
        "SELECT * FROM (VALUES ('Alder', 1, 3), ('Birch', 2, 1), ('Cedar', 3, 1), ('Elm', 5, 1))");

    [Fact]
    public Task A_split_total_adds_up_to_the_whole() => label.ShouldBeAsync(
        """{"measures":[{"metric":"revenue"},{"count":"songs"}],"group_by":[{"field":"artists.country"}]}""",
        """
        SELECT * FROM (VALUES
          ('IE', 35.05 / 2 + 1.20 / 2, 1.0), ('DE', 35.05 / 2 + 3.00, 1.5), ('FR', 7.99, 1.0), (NULL, 1.20 / 2 + 0.50, 1.5))
        """);

    [Fact]
    public Task A_filter_does_not_change_what_falls_to_a_group() => label.ShouldBeAsync(
        """{"measures":[{"metric":"revenue"}],"group_by":[{"field":"artists.artist_name"}],"where":{"field":"artists.country","in":["IE","DE"]}}""",
        "SELECT * FROM (VALUES ('Ada', 1, 35.05 / 2 + 1.20 / 2), ('Bo', 2, 35.05 / 2 + 3.00 / 2), ('Cy', 3, 3.00 / 2))");

    [Fact]
    public Task Two_bridges_beside_a_dimension_of_the_fact() => label.ShouldBeAsync(
        """{"measures":[{"metric":"revenue"}],"group_by":[{"field":"genres.family"},{"field":"artists.country"},{"field":"shops.city"}]}""",
        $"""
        SELECT country, family, city, sum(amount_cents * coalesce(part, 1)) * 0.01
        FROM {Sales} LEFT JOIN shops USING (shop_id) LEFT JOIN (SELECT DISTINCT song_id, family FROM {Genres}) USING (song_id)
        LEFT JOIN (
          SELECT song_id, country, count(DISTINCT artist_id) * 1.0 / (SELECT count(DISTINCT artist_id) FROM credits a WHERE a.song_id = c.song_id) AS part
          FROM credits c JOIN artists USING (artist_id) GROUP BY song_id, country) USING (song_id)
        GROUP BY country, family, city
        """);

    [Fact]
    public Task A_bridge_that_leads_to_one_row_is_a_step_like_any_other() => label.ShouldBeAsync(
        """{"measures":[{"metric":"revenue"}],"group_by":[{"field":"albums.album"}],"where":{"field":"sales.copies","operator":">","value":0}}""",
        "SELECT * FROM (VALUES ('Spring', 1, 38.05), ('Autumn', 2, 7.99), (NULL, NULL, 1.70))");

    [Fact]
    public Task Rows_are_gathered_over_such_a_bridge() => label.ShouldBeAsync(
        """{"measures":[{"aggregate":"sum","field":"albums.copies_sold"}],"group_by":[{"field":"albums.album"}]}""",
        "SELECT * FROM (VALUES ('Spring', 1, 37), ('Autumn', 2, 4), ('Unheard', 3, NULL))");

    [Fact]
    public Task What_is_counted_by_link_needs_no_bridge() => label.ShouldBeAsync(
        """{"measures":[{"count":"credits"}],"group_by":[{"field":"artists.country"}]}""",
        "SELECT country, count(*) FROM credits JOIN artists USING (artist_id) GROUP BY country");

    [Fact]
    public Task A_rollup_on_the_other_side_breaks_down_too() => label.ShouldBeAsync(
        """{"measures":[{"count":"genres"}],"group_by":[{"field":"songs.times_sold"}]}""",
        "SELECT * FROM (VALUES (3, 3), (1, 2), (0, 1))");

    [Fact]
    public Task Periods_of_a_date_on_the_other_side_are_distinct_values() => label.ShouldBeAsync(
        """{"measures":[{"count":"genres"}],"group_by":[{"time":"year","field":"songs.released_on"}]}""",
        "SELECT * FROM (VALUES (DATE '2023-01-01', 3), (DATE '2024-01-01', 2))");

    [Fact]
    public void A_total_that_counts_rows_in_each_group_is_not_additive_and_says_so()
    {
        var bound = MusicLabel.Bind("""{"measures":[{"metric":"revenue"}],"group_by":[{"field":"genres.family"}]}""");

        bound.Value.ShouldNotBeNull().Measures[0].Additive.ShouldBeFalse();
        var warning = bound.Value.Facts.Notes.ShouldHaveSingleItem();
        (warning.Code, warning.Severity).ShouldBe(("counted_in_each", IssueSeverity.Warning));
        warning.Message.ShouldBe("Songs with several genres count in each of them, so the rows can add up to more than the whole.");
    }

    [Fact]
    public void A_split_total_is_additive_and_needs_no_word()
    {
        var bound = MusicLabel.Bound("""{"measures":[{"metric":"revenue"},{"metric":"sales_count"}],"group_by":[{"field":"artists.country"}]}""");

        bound.Facts.Notes.ShouldBeEmpty();
        bound.Measures.ShouldAllBe(m => m.Additive && m.Type == SqlType.Unknown);
    }

    [Theory]
    [InlineData("average")]
    [InlineData("max")]
    [InlineData("median")]
    [InlineData("count_distinct")]
    public void Other_aggregates_cannot_be_split(string function)
    {
        var issue = MusicLabel.Bind($$"""{"measures":[{"aggregate":"{{function}}","field":"sales.copies"}],"group_by":[{"field":"artists.country"}]}""").Issues.ShouldHaveSingleItem();

        (issue.Code, issue.Message).ShouldBe(("not_split", "'Copies' cannot be split among artists: only sums and numbers of rows add up again. Ask for it without that breakdown."));
    }

    [Fact]
    public void Two_bridges_to_the_same_thing_differ_in_meaning()
    {
        var catalog = MusicLabel.Load("""
            semantic_model:
              - name: m
                warehouse: w
                datasets:
                  - {name: films, source: films, primary_key: [id], entity: {singular: film, plural: films}, fields: [{name: title, datatype: text}]}
                  - {name: people, source: people, primary_key: [id], fields: [{name: name, datatype: text}]}
                  - {name: acting, source: acting}
                  - {name: writing, source: writing}
                relationships:
                  - {name: acted_film, from: acting, to: films, from_columns: [film], to_columns: [id]}
                  - {name: acted_by, from: acting, to: people, from_columns: [person], to_columns: [id]}
                  - {name: written_film, from: writing, to: films, from_columns: [film], to_columns: [id]}
                  - {name: written_by, from: writing, to: people, from_columns: [person], to_columns: [id]}
                  - {name: actors, from: films, to: people, through: [acted_film, acted_by], cardinality: many_to_many}
                  - {name: writers, from: films, to: people, through: [written_by, written_film], cardinality: many_to_many}
            """);
        var issue = MusicLabel.Bind("""{"measures":[{"count":"films"}],"group_by":[{"field":"people.name"}]}""", catalog: catalog).Issues.ShouldHaveSingleItem();
        (issue.Code, issue.Suggestions).ShouldBe(("two_ways", ["actors", "writers"]));

        var source = MusicLabel.Bound("""{"measures":[{"count":"films"}],"group_by":[{"field":"people.name","via":"writers"}],"where":{"field":"people.name","in":["Ames"],"via":"actors"}}""", catalog: catalog).Sources.ShouldHaveSingleItem();
        source.Joins.Steps.Select(s => s.Dataset.Name).ShouldBe(["acting", "writing"], ignoreOrder: true);
    }
}
