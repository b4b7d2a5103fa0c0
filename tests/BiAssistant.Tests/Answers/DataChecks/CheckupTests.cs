namespace BiAssistant.Tests.Answers.DataChecks;

/// <summary>Every claim that data can disprove, on three engines, with the exact words that the keeper of the catalog reads.</summary>
public sealed class CheckupTests
{
    private const string File = "catalog/semantic-models/nursery.yml";

    private const string Catalog =
        """
        version: "0.2.0.dev0"
        semantic_model:
          - name: nursery
            warehouse: plants
            datasets:
              - name: growers
                source: growers
                primary_key: [grower_id]
                unique_keys: [[email]]
                fields:
                  - {name: grower_id, datatype: Integer}
                  - {name: email, datatype: String, sensitive: true}
                  - {name: region, datatype: String}
              - name: deliveries
                source: deliveries
                primary_key: [delivery_id]
                filter: is_test = 0
                freshness: {field: arrived_on, warn_after: 24 hours, error_after: 10 days}
                checks:
                  - not_null: [state]
                  - unique: [slip]
                  - accepted_values: {field: state, values: [new, done]}
                  - range: {field: pots, min: 1, max: 500}
                  - custom: paid <= due
                fields:
                  - {name: delivery_id, datatype: Integer}
                  - {name: arrived_on, datatype: Date}
                  - {name: state, datatype: String, null_values: ['']}
                  - {name: slip, datatype: String}
                  - {name: pots, datatype: Integer}
                  - {name: paid, datatype: Integer}
                  - {name: due, datatype: Integer}
              - name: permits
                source: permits
                primary_key: [permit_id]
                fields:
                  - {name: permit_id, datatype: Integer}
            relationships:
              - {name: grown_by, from: deliveries, to: growers, from_columns: [grower_id], to_columns: [grower_id], required: true}
              - {name: permit_of, from: permits, to: growers, from_columns: [grower_id], to_columns: [grower_id], one_to_one: true, exclusive: holder}
              - {name: permit_for, from: permits, to: deliveries, from_columns: [delivery_id], to_columns: [delivery_id], exclusive: holder}
            metrics:
              - {name: pots, expression: SUM(deliveries.pots)}
        """;

    private const string Tables =
        """
        CREATE TABLE growers (grower_id INTEGER, email VARCHAR(40), region VARCHAR(40));
        CREATE TABLE deliveries (delivery_id INTEGER, grower_id INTEGER, is_test INTEGER, arrived_on DATE, state VARCHAR(10), slip VARCHAR(10), pots INTEGER, paid INTEGER, due INTEGER);
        CREATE TABLE permits (permit_id INTEGER, grower_id INTEGER, delivery_id INTEGER);
        """;

    private const string Sound =
        """
        INSERT INTO growers VALUES (1, 'a@example.org', 'North'), (2, 'b@example.org', 'South');
        INSERT INTO deliveries VALUES (1, 1, 0, '2024-03-30', 'new', 'S1', 10, 5, 5), (2, 2, 0, '2024-03-29', 'done', 'S2', 500, NULL, 7), (2, 9, 1, '2024-03-30', 'odd', 'S2', -1, 9, 1);
        INSERT INTO permits VALUES (1, 1, NULL), (2, NULL, 2), (3, 2, NULL);
        """;

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task Data_that_bears_every_claim_out_is_passed_in_one_line(string engine)
    {
        using var nursery = await Nursery.OpenAsync(engine, Tables + Sound, Catalog);
        var (code, lines) = await nursery.CheckAsync();

        lines.ShouldBe(["14 claims put to the data, 14 hold; 0 errors, 0 warnings"]);
        code.ShouldBe(0);
    }

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task Every_claim_that_the_data_disproves_is_told_where_it_is_declared_with_its_numbers(string engine)
    {
        const string wrong =
            """
            INSERT INTO growers VALUES (1, 'a@example.org', 'North'), (1, 'b@example.org', 'South'), (3, 'b@example.org', 'South'), (NULL, NULL, 'West');
            INSERT INTO deliveries VALUES
              (1, 1, 0, '2024-03-10', NULL, 'S1', 10, 5, 5), (2, 2, 0, '2024-03-11', '', 'S2', 501, 9, 7),
              (2, NULL, 0, '2024-03-12', 'odd', 'S2', 0, 1, 1), (4, 1, 0, '2024-03-13', 'new', NULL, 1, NULL, 1);
            INSERT INTO permits VALUES (1, 1, NULL), (2, 1, 4), (3, NULL, NULL);
            """;
        using var nursery = await Nursery.OpenAsync(engine, Tables + wrong, Catalog);
        var (code, lines) = await nursery.CheckAsync();

        lines.ShouldBe(
        [
            $"{File}:8:22: error: growers.grower_id is declared the primary key, but 2 of 4 rows share their value with another row (1).",
            $"{File}:8:22: error: growers.grower_id is declared the primary key, but 1 of 4 rows has no value there.",
            $"{File}:9:23: error: growers.email is declared unique, but 2 of 4 rows share their value with another row.",
            $"{File}:9:23: warning: growers.email is declared unique, but 1 of 4 rows has no value there.",
            $"{File}:16:22: error: deliveries.delivery_id is declared the primary key, but 2 of 4 rows share their value with another row (2).",
            $"{File}:18:20: error: The newest arrived_on of deliveries is 2024-03-13, 17 days before now; 10 days are allowed.",
            $"{File}:20:13: error: deliveries.state is declared never empty, but 2 of 4 rows have no value there.",
            $"{File}:21:13: error: deliveries.slip is declared unique, but 2 of 4 rows share their value with another row (S2).",
            $"{File}:22:13: error: deliveries.state is declared to be one of new, done, but 1 of 4 rows holds another value (odd).",
            $"{File}:23:13: error: deliveries.pots is declared to be between 1 and 500, but 2 of 4 rows lie outside (0; 501).",
            $"{File}:24:13: error: 1 of 4 rows of deliveries breaks this rule (delivery_id: 2).",
            $"{File}:39:9: error: grown_by is declared required, but 2 of 4 rows of growers are pointed to by no row of deliveries (3).",
            $"{File}:39:9: error: 2 of 4 rows of deliveries find no row of growers by grown_by (2), 1 of them because deliveries.grower_id is empty. Such rows fall out of every answer that joins the two; 'optional: true' keeps them. (optional: true)",
            $"{File}:40:9: error: permit_of is declared one to one by permits.grower_id, but 2 of 3 rows share their value with another row (1).",
            $"{File}:40:9: error: Exactly one of permit_of, permit_for is declared to apply to each row of permits, but to 2 of 3 rows none or several do; to 1 none does.",
            "14 claims put to the data, 1 hold; 14 errors, 1 warnings",
        ]);
        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_relationship_into_another_warehouse_is_said_not_to_be_checked()
    {
        const string catalog =
            """
            version: "0.2.0.dev0"
            semantic_model:
              - name: nursery
                warehouse: plants
                datasets:
                  - {name: deliveries, source: deliveries, primary_key: [delivery_id], filter: is_test = 0, fields: [{name: delivery_id, datatype: Integer}]}
                relationships:
                  - {name: grown_by, from: deliveries, to: registry.growers, from_columns: [grower_id], to_columns: [grower_id]}
              - name: registry
                warehouse: people
                datasets:
                  - {name: growers, source: growers, primary_key: [grower_id], fields: [{name: grower_id, datatype: Integer}]}
            """;
        using var nursery = await Nursery.OpenAsync("sqlite", Tables + Sound, catalog);

        var (code, lines) = await nursery.CheckAsync();

        lines.ShouldBe(
        [
            $"{File}:8:9: note: Whether every row of deliveries finds its row of growers by grown_by is not checked: growers is in another warehouse than deliveries.",
            "error: The data is in the warehouse 'people', which is not connected: give it with --warehouse people=URL. (plants)",
            "1 claims put to the data, 1 hold; 1 errors, 0 warnings",
        ]);
        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_claim_that_the_warehouse_cannot_be_asked_is_no_claim_that_holds()
    {
        using var nursery = await Nursery.OpenAsync("sqlite", Tables.Replace("TABLE permits", "TABLE licences", StringComparison.Ordinal), Catalog);

        var (code, lines) = await nursery.CheckAsync();

        lines.Where(l => l.Contains("error", StringComparison.Ordinal)).ShouldContain(l => l.StartsWith($"{File}:35:22: error: Whether permits.permit_id is unique is not checked: The warehouse 'plants'", StringComparison.Ordinal));
        code.ShouldBe(1);
    }
}
