using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Queries;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Planning;

/// <summary>A case of two warehouses has the rows of its hand-written SQL whatever two engines they are.</summary>
public sealed class AcrossWarehousesTests(Workshop workshop) : IClassFixture<Workshop>
{
    public static TheoryData<string> Cases => new(PlannerCase.Names.Where(n => new PlannerCase(n).Plan() is { Merge: not null, Fragments.IsEmpty: false }));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Its_rows_are_those_of_SQL_written_by_hand_where_DuckDB_meets_SQLite(string name) => HasExpectedRows(name, "duckdb", "sqlite");

    [PostgresTheory]
    [MemberData(nameof(Cases))]
    public Task Its_rows_are_those_of_SQL_written_by_hand_where_SQLite_meets_PostgreSQL(string name) => HasExpectedRows(name, "sqlite", "postgresql");

    [PostgresTheory]
    [MemberData(nameof(Cases))]
    public Task Its_rows_are_those_of_SQL_written_by_hand_where_PostgreSQL_meets_DuckDB(string name) => HasExpectedRows(name, "postgresql", "duckdb");

    [MariaDbTheory]
    [MemberData(nameof(Cases))]
    public Task Its_rows_are_those_of_SQL_written_by_hand_where_DuckDB_meets_MariaDB(string name) => HasExpectedRows(name, "duckdb", "mariadb");

    private async Task HasExpectedRows(string name, string home, string other)
    {
        var golden = new PlannerCase(name);
        await using var warehouses = new WarehouseSet([workshop.Under("workshop", home), workshop.Under("opinions", other)]);
        var query = SemanticQueryJson.Read(await File.ReadAllTextAsync(golden.File("query.json"))).Value.ShouldNotBeNull();
        var compiled = new QueryCompiler(PlannerCase.Catalog, warehouses.DialectOf, TimeProvider.System).Compile(query, new BindingContext(Asker.Anyone, PlannerCase.Now));
        compiled.Issues.ShouldBeEmpty();

        var run = await new PlanRunner(warehouses, TimeProvider.System).RunAsync(compiled.Ready.ShouldNotBeNull().Plan, QueryLimits.Default, CancellationToken.None);

        var expected = await workshop.HandWrittenAsync(await File.ReadAllTextAsync(golden.File("expected.sql")));
        RealEngines.Rows(run.Table).ShouldBe(expected, ignoreOrder: true);
    }
}
