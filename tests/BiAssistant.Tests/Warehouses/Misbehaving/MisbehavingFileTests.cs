using BiAssistant.Warehouses;
using BiAssistant.Warehouses.DuckDb;
using BiAssistant.Warehouses.Sqlite;

namespace BiAssistant.Tests.Warehouses.Misbehaving;

public sealed class MisbehavingDuckDbFileTests() : MisbehavingFileSpecification(new DuckDbUnderTest())
{
    protected override string Ending => "duckdb";

    protected override string Numbers(int count) => $"CREATE TABLE numbers AS SELECT n FROM range(1, {count + 1}) r (n); CHECKPOINT";

    protected override void Make(string path, string script) => DuckDbUnderTest.Write(path, script);

    protected override IWarehouse Open(string path) => new DuckDbWarehouse("sales", path);
}

public sealed class MisbehavingSqliteFileTests() : MisbehavingFileSpecification(new SqliteUnderTest())
{
    protected override string Ending => "sqlite";

    protected override string Numbers(int count) =>
        $"CREATE TABLE numbers (n INTEGER); WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < {count}) INSERT INTO numbers SELECT n FROM r";

    protected override void Make(string path, string script) => SqliteUnderTest.Write(path, script);

    protected override IWarehouse Open(string path) => new SqliteWarehouse("sales", path);
}
