namespace BiAssistant.Tests.Semantics.Loading;

/// <summary>What a rollup field's expression must say, and what it is told when it does not.</summary>
public sealed class RollupFieldTests
{
    [Theory]
    [InlineData("COUNT(flights.number)", "several_ways", "flights lead to airports in several ways: departs, lands. Say which one in COUNT(flights.number), with its name as the prefix.")]
    [InlineData("COUNT(departs.number) + COUNT(lands.number)", null, null)]
    [InlineData("COUNT(departs.number) FILTER (WHERE lands.seats > 5)", "several_ways", "COUNT(departs.number) names several relationships that lead to airports: departs, lands. One aggregate gathers rows over one of them.")]
    [InlineData("SUM(bookings.price)", "several_ways", "bookings lead to airports in several ways: departs, lands. Say which one in SUM(bookings.price), with its name as the prefix.")]
    [InlineData("COUNT(pilots.name)", "not_reachable", "COUNT(pilots.name) gathers rows of pilots, which do not lead to airports by to-one steps, so x cannot be computed.")]
    [InlineData("COUNT(*)", "no_root", "COUNT(*) in the expression of x does not say which rows it gathers; name a field of theirs.")]
    [InlineData("SUM(pilots.name || runways.length)", "no_root", "No dataset reaches all the fields of SUM(pilots.name) by to-one steps, so x cannot aggregate them together.")]
    [InlineData("runways.length + SUM(runways.length)", "column_outside_aggregate", "runways.length stands outside an aggregate in the expression of x; sum it, count it or take its first value.")]
    [InlineData("SUM(COUNT(runways.length))", "nested_aggregate", "An aggregate stands inside another in the expression of x; make the inner one a field of its own.")]
    [InlineData("SUM(SUM(runways.length)) OVER (PARTITION BY city)", "window_in_field", "The expression of x is made of aggregates and arithmetic; windows and subqueries cannot stand in it.")]
    [InlineData("SUM(runways.width)", "unknown_field", "runways has no field 'width'.")]
    [InlineData("SUM(runways.length) / elevation", null, null)]
    [InlineData("SUM(runways.length * airports.rank)", null, null)]
    public void A_rollup_says_which_rows_it_gathers_and_on_which_way(string expression, string? code, string? message)
    {
        var load = CatalogExamples.Load($$"""
            semantic_model:
              - name: air
                datasets:
                  - {name: airports, source: airports, primary_key: [code], fields: [{name: rank, datatype: integer}, {name: x, expression: "{{expression}}", rollup: true}]}
                  - {name: runways, source: runways, primary_key: [id], fields: [{name: length, datatype: integer}]}
                  - {name: flights, source: flights, primary_key: [number], fields: [{name: number}, {name: seats, datatype: integer}]}
                  - {name: bookings, source: bookings, primary_key: [id], fields: [{name: price, datatype: decimal}]}
                  - {name: pilots, source: pilots, primary_key: [name], fields: [{name: name}]}
                relationships:
                  - {name: runway_of, from: runways, to: airports, from_columns: [airport], to_columns: [code]}
                  - {name: departs, from: flights, to: airports, from_columns: [departure], to_columns: [code]}
                  - {name: lands, from: flights, to: airports, from_columns: [arrival], to_columns: [code]}
                  - {name: booked, from: bookings, to: flights, from_columns: [flight], to_columns: [number]}
                  - {name: flown_by, from: flights, to: pilots, from_columns: [pilot], to_columns: [name]}
            """);

        if (code is null)
        {
            load.Issues.ShouldBeEmpty();
            load.Catalog.FindField("airports.x").ShouldNotBeNull().Unsupported.ShouldBeNull();
        }
        else
        {
            var issue = load.Issues.ShouldHaveSingleItem();
            (issue.Code, issue.Message, issue.Element).ShouldBe((code, message, "air/airports/x"));
            issue.At.ShouldNotBeNull().Line.ShouldBe(4);
        }
    }

    [Fact]
    public void Rows_of_another_warehouse_are_gathered_like_any_others()
    {
        var load = CatalogExamples.Load("""
            semantic_model:
              - name: here
                warehouse: one
                datasets: [{name: members, source: members, primary_key: [id], fields: [{name: loans_made, expression: COUNT(loans.id), rollup: true}]}]
              - name: there
                warehouse: two
                datasets: [{name: loans, source: loans, primary_key: [id], fields: [{name: id}]}]
                relationships: [{name: lent_to, from: loans, to: here.members, from_columns: [member], to_columns: [id]}]
            """);

        load.HasErrors.ShouldBeFalse(string.Join('\n', load.Issues));
        load.Catalog.FindField("members.loans_made").ShouldNotBeNull().Unsupported.ShouldBeNull();
    }

    [Fact]
    public void Rollups_that_gather_each_other_are_a_circle()
    {
        var load = CatalogExamples.Load("""
            semantic_model:
              - name: m
                datasets:
                  - {name: teams, source: teams, primary_key: [id], fields: [{name: points, expression: SUM(players.share), rollup: true}]}
                  - {name: players, source: players, primary_key: [id], fields: [{name: share, expression: teams.points / 2}]}
                relationships: [{name: plays_for, from: players, to: teams, from_columns: [team], to_columns: [id]}]
            """);

        load.Issues.ShouldHaveSingleItem().Message.ShouldBe("These fields are computed from each other: teams.points → players.share → teams.points.");
    }

    [Fact]
    public void What_is_gathered_from_sensitive_fields_is_sensitive()
    {
        var load = CatalogExamples.Load("""
            semantic_model:
              - name: m
                datasets:
                  - {name: clinics, source: clinics, primary_key: [id], fields: [{name: oldest, expression: MIN(patients.born_on), rollup: true}]}
                  - {name: patients, source: patients, primary_key: [id], fields: [{name: born_on, datatype: date, sensitive: true, access: [doctor]}]}
                relationships: [{name: treated_in, from: patients, to: clinics, from_columns: [clinic], to_columns: [id]}]
            """);

        var oldest = load.Catalog.FindField("clinics.oldest").ShouldNotBeNull();
        (oldest.Sensitive, oldest.Access[0]).ShouldBe((true, "doctor"));
    }
}
