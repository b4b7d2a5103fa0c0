using BiAssistant.DuckDb;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class LineageTests
{
    private static readonly SqlSchema Shop = new(
    [
        new SqlSchemaTable(["sales", "orders"],
        [
            new SqlSchemaColumn("id", SqlType.Integer, Nullable: false),
            new SqlSchemaColumn("customer_id", SqlType.Integer, Nullable: true),
            new SqlSchemaColumn("amount", SqlType.Decimal(12, 2), Nullable: false),
            new SqlSchemaColumn("status", SqlType.Text),
            new SqlSchemaColumn("day", SqlType.Date, Nullable: false),
        ]),
        new SqlSchemaTable(["crm", "customers"],
        [
            new SqlSchemaColumn("customer_id", SqlType.BigInteger, Nullable: false),
            new SqlSchemaColumn("name", SqlType.Text, Nullable: false),
            new SqlSchemaColumn("region", SqlType.Text),
        ]),
    ]);

    private static Outcome<SqlOutputs> Of(string query) => SqlLineage.Of(SqlParser.ParseQuery(query).Value.ShouldNotBeNull(), Shop);

    /// <summary>A line a column: <c>name type null? = what makes it / what else chooses its rows</c>.</summary>
    private static string[] Lines(string query)
    {
        var outcome = Of(query);
        outcome.Issues.ShouldBeEmpty(query);
        return [.. outcome.Value.ShouldNotBeNull().Columns.Select(column =>
            $"{column.Name} {column.Type.Kind}{column.Nullable switch { true => "?", false => "!", null => "" }} = {Names(column.Sources)} / {Names(column.RowSources)}")];
    }

    private static string Names(Seq<SqlSource> sources) => string.Join(' ', sources.Select(source => $"{source.Table[^1][0]}.{source.Column}"));

    [Fact]
    public void Columns_that_make_a_value_and_columns_that_choose_its_rows_are_told_apart() => Lines(
        "SELECT c.region, SUM(o.amount) FILTER (WHERE o.day > DATE '2024-01-01') AS revenue FROM orders o JOIN customers c ON c.customer_id = o.customer_id WHERE o.status = 'paid' GROUP BY c.region ORDER BY c.name").ShouldBe(
    [
        "region Text = c.region / c.customer_id c.name o.customer_id o.status",
        "revenue Decimal = o.amount / c.customer_id c.name c.region o.customer_id o.day o.status",
    ]);

    [Fact]
    public void A_star_is_spelled_out_and_the_column_of_USING_stands_once_and_first() => Lines("SELECT * FROM customers JOIN orders USING (customer_id)").ShouldBe(
    [
        "customer_id BigInteger! = c.customer_id / o.customer_id",
        "name Text! = c.name / c.customer_id o.customer_id",
        "region Text = c.region / c.customer_id o.customer_id",
        "id Integer! = o.id / c.customer_id o.customer_id",
        "amount Decimal! = o.amount / c.customer_id o.customer_id",
        "status Text = o.status / c.customer_id o.customer_id",
        "day Date! = o.day / c.customer_id o.customer_id",
    ]);

    [Theory]
    [InlineData("LEFT", "customer_id BigInteger! = c.customer_id / o.customer_id", "id Integer? = o.id / c.customer_id o.customer_id")]
    [InlineData("RIGHT", "customer_id Integer? = o.customer_id / c.customer_id", "id Integer! = o.id / c.customer_id o.customer_id")]
    [InlineData("FULL", "customer_id BigInteger? = c.customer_id o.customer_id / ", "id Integer? = o.id / c.customer_id o.customer_id")]
    public void The_side_of_an_outer_join_that_may_have_no_row_may_be_null(string kind, string shared, string id) =>
        Lines($"SELECT customer_id, id FROM customers {kind} JOIN orders USING (customer_id)").ShouldBe([shared, id]);

    [Fact]
    public void Steps_and_derived_tables_hand_their_sources_on() => Lines(
        "WITH paid AS (SELECT customer_id AS who, amount * 2 AS twice FROM orders WHERE status = 'paid') SELECT p.who, d.top FROM paid p CROSS JOIN (SELECT MAX(twice) AS top FROM paid) AS d").ShouldBe(
    [
        "who Integer? = o.customer_id / o.status",
        "top Decimal = o.amount / o.status",
    ]);

    [Fact]
    public void A_union_has_the_values_of_both_sides_and_an_except_those_of_the_first()
    {
        Lines("SELECT id FROM orders UNION ALL SELECT customer_id FROM customers").ShouldBe(["id BigInteger! = o.id c.customer_id / "]);
        Lines("SELECT id, NULL AS x FROM orders UNION ALL SELECT customer_id, name FROM customers").ShouldBe(["id BigInteger! = o.id c.customer_id / ", "x Text? = c.name / "]);
        Lines("SELECT customer_id FROM orders EXCEPT SELECT customer_id FROM customers WHERE region = 'x'").ShouldBe(["customer_id BigInteger? = o.customer_id / c.customer_id c.region"]);
    }

    [Fact]
    public void A_query_for_one_value_has_its_type_and_sees_the_query_around_it() => Lines(
        "SELECT c.name, (SELECT MAX(o.day) FROM orders o WHERE o.customer_id = c.customer_id) AS latest, EXISTS (SELECT 1 FROM orders WHERE status = c.region) AS known FROM customers c").ShouldBe(
    [
        "name Text! = c.name / ",
        "latest Date = o.day / c.customer_id o.customer_id",
        "known Boolean! =  / c.region o.status",
    ]);

    [Fact]
    public void A_window_is_made_of_its_function_and_chosen_by_its_partition_and_order() => Lines(
        "SELECT SUM(amount) OVER (PARTITION BY status ORDER BY day) AS running, ROW_NUMBER() OVER (ORDER BY id) AS n FROM orders").ShouldBe(
    [
        "running Decimal = o.amount / o.day o.status",
        "n BigInteger! =  / o.id",
    ]);

    [Fact]
    public void What_QUALIFY_tests_chooses_rows()
    {
        var read = SqlParser.ParseQuery("SELECT id FROM orders QUALIFY ROW_NUMBER() OVER (PARTITION BY status ORDER BY day) = 1", SqlDialects.Snowflake);
        var outputs = SqlLineage.Of(read.Value.ShouldNotBeNull(), Shop, SqlDialects.Snowflake).Value.ShouldNotBeNull();

        Names(outputs.Columns[0].RowSources).ShouldBe("o.day o.status");
    }

    [Fact]
    public void A_value_without_a_table_has_no_source() => Lines("SELECT 1 + 1, COALESCE(NULL, 'x') AS word, 1 / 0 AS none").ShouldBe([" Integer! =  / ", "word Text! =  / ", "none Decimal? =  / "]);

    [Theory]
    [InlineData("SELECT amonut FROM orders", "sql_unknown_column", "There is no column 'amonut'. Did you mean 'amount'?", "amount")]
    [InlineData("SELECT o.regoin FROM orders o JOIN customers c ON c.customer_id = o.customer_id", "sql_unknown_column", "'o' has no column 'regoin'.", "")]
    [InlineData("SELECT c.regoin FROM orders o JOIN customers c ON c.customer_id = o.customer_id", "sql_unknown_column", "'c' has no column 'regoin'. Did you mean 'region'?", "region")]
    [InlineData("SELECT customer_id FROM orders CROSS JOIN customers", "sql_ambiguous", "The column 'customer_id' could be that of several tables; put the table's name before it.", "")]
    [InlineData("SELECT id FROM ordesr", "sql_unknown_table", "There is no table 'ordesr'. Did you mean 'orders'?", "orders")]
    [InlineData("SELECT customer.name FROM customers", "sql_unknown_table", "There is no table 'customer' in this query. Did you mean 'customers'?", "customers")]
    [InlineData("WITH s AS (SELECT id FROM orders) SELECT amount FROM s", "sql_unknown_column", "There is no column 'amount'.", "")]
    [InlineData("SELECT id FROM orders UNION SELECT name, region FROM customers", "sql_columns_differ", "Both sides of a UNION, INTERSECT or EXCEPT need the same number of columns.", "")]
    [InlineData("SELECT t.* FROM orders", "sql_star", "There is no table 't' whose columns '*' could stand for.", "")]
    [InlineData("SELECT x FROM (SELECT 1 AS x, 2 AS x) AS d", "sql_ambiguous", "The column 'x' could be that of several tables; put the table's name before it.", "")]
    public void A_name_that_means_nothing_or_two_things_is_an_issue_with_the_nearest(string query, string code, string message, string nearest)
    {
        var issue = Of(query).Issues.ShouldHaveSingleItem();

        (issue.Code, issue.Message, string.Join(',', issue.Suggestions)).ShouldBe((code, message, nearest));
    }

    [Fact]
    public void Queries_that_nest_deeply_are_walked_once()
    {
        var query = Enumerable.Range(0, 60).Aggregate("SELECT id FROM orders", (inner, _) => $"SELECT (({inner}) + 1) AS id");

        Lines(query).ShouldBe(["id Integer = o.id / "]);
    }

    [Theory]
    [InlineData("SELECT * FROM customers LEFT JOIN orders USING (customer_id)")]
    [InlineData("SELECT o.*, c.name AS who FROM orders o CROSS JOIN customers c")]
    [InlineData("WITH s AS (SELECT customer_id, MAX(day) AS latest, COUNT(*) AS n FROM orders GROUP BY customer_id) SELECT s.*, CAST(latest + INTERVAL '1' MONTH AS DATE) AS next, n / 2 AS half FROM s")]
    [InlineData("SELECT id AS key, day, amount FROM orders UNION ALL SELECT customer_id, NULL, NULL FROM customers")]
    [InlineData("SELECT name || '!' AS loud, (SELECT MIN(day) FROM orders) AS first, region IS NULL AS nowhere, LENGTH(name) AS size FROM customers")]
    [InlineData("SELECT DATE_TRUNC('month', day) AS month, DATE_DIFF('day', day, DATE '2024-12-31') AS days, CASE WHEN id > 1 THEN status END AS kind, CAST(id AS DOUBLE) AS d FROM orders")]
    public void DuckDB_gives_the_same_columns_of_the_same_types(string query)
    {
        using var database = new DuckDbConnection("Data Source=:memory:");
        database.Open();
        foreach (var table in Shop.Tables)
        {
            using var create = database.CreateCommand($"CREATE TABLE {table.Name[^1]} ({string.Join(", ", table.Columns.Select(column => $"{column.Name} {SqlDialects.DuckDb.TypeName(column.Type)}"))})");
            create.ExecuteNonQuery();
        }

        using var command = database.CreateCommand(SqlWriter.Write(SqlParser.ParseQuery(query).Value.ShouldNotBeNull(), SqlDialects.DuckDb).Value.ShouldNotBeNull().Text);
        using var reader = command.ExecuteReader();

        Of(query).Value.ShouldNotBeNull().Columns.Select(column => $"{column.Name} {Family(column.Type.Kind)}")
            .ShouldBe(Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)} {Family(reader.GetFieldType(i))}"));
    }

    private static string Family(SqlTypeKind kind) => kind switch
    {
        SqlTypeKind.Integer or SqlTypeKind.BigInteger or SqlTypeKind.Decimal or SqlTypeKind.Double => "number",
        _ => kind.ToString(),
    };

    private static string Family(Type type) => type == typeof(string) ? "Text" : type == typeof(DateOnly) ? "Date" : type == typeof(DateTime) ? "Timestamp" : type == typeof(bool) ? "Boolean" : "number";
}
