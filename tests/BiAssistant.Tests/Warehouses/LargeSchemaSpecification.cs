using System.Globalization;
using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Warehouses;

/// <summary>What engines must do with schemas of thousands of tables, held where such a schema is made in seconds.</summary>
public abstract class LargeSchemaSpecification(WarehouseUnderTest subject) : SchemaSpecification(subject)
{
    private readonly WarehouseUnderTest subject = subject;

    [WarehouseFact]
    public async Task More_tables_than_are_read_at_once_are_a_fault_that_says_how_to_ask_for_less()
    {
        var tables = string.Concat(Enumerable.Range(1, SchemaScope.MostTables + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"CREATE VIEW v{n} AS SELECT 1 AS n;")));
        await using var warehouse = await subject.MadeByAsync(tables);

        var fault = await Should.ThrowAsync<WarehouseFault>(ReadAsync(warehouse));

        fault.Message.ShouldBe("The warehouse 'made' has 5,001 tables and views; at most 5,000 are read at once. Name the schemas or the tables to read.");
        (await warehouse.SchemaAsync(new SchemaScope([], ["v12?"]), QueryLimits.Default.Timeout, default)).Tables.Count.ShouldBe(10);
    }
}
