using System.Data.Common;
using BiAssistant.DuckDb;
using Dapper;

namespace BiAssistant.Tests.DuckDb;

public sealed class Dapper_knows_its_way : IDisposable
{
    private readonly DuckDbConnection connection = Database.InMemory();

    public Dapper_knows_its_way() =>
        connection.Execute("CREATE TABLE stays (id BIGINT, name VARCHAR, price DECIMAL(18,2), arrival TIMESTAMP, note VARCHAR)");

    [Fact]
    public async Task Rows_go_in_and_come_out_as_objects()
    {
        Stay[] stays =
        [
            new() { Id = 1, Name = "김하늘", Price = 120.50m, Arrival = new DateTime(2024, 3, 1, 15, 0, 0), Note = null },
            new() { Id = 2, Name = "Ann", Price = 99.99m, Arrival = new DateTime(2024, 3, 2), Note = "late" },
        ];
        (await connection.ExecuteAsync("INSERT INTO stays VALUES ($Id, $Name, $Price, $Arrival, $Note)", stays)).ShouldBe(2);
        (await connection.QueryAsync<Stay>("SELECT * FROM stays ORDER BY id")).ShouldBe(stays);
        (await connection.QuerySingleAsync<Stay>("SELECT * FROM stays WHERE price > $least", new { least = 100m })).ShouldBe(stays[0]);
        (await connection.QueryAsync<string>("SELECT name FROM stays WHERE id IN $ids", new { ids = new long[] { 2, 3 } })).ShouldBe(["Ann"]);
        (await connection.ExecuteScalarAsync<decimal>("SELECT sum(price) FROM stays")).ShouldBe(220.49m);
    }

    [Fact]
    public async Task Several_results_are_read_in_turn()
    {
        await using var results = await connection.QueryMultipleAsync("SELECT 1; SELECT 'two'");
        (await results.ReadSingleAsync<int>()).ShouldBe(1);
        (await results.ReadSingleAsync<string>()).ShouldBe("two");
    }

    [Fact]
    public void A_transaction_is_passed_on()
    {
        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute("INSERT INTO stays (id) VALUES (1)", transaction: transaction);
        }

        connection.ExecuteScalar<long>("SELECT count(*) FROM stays").ShouldBe(0);
    }

    [Fact]
    public void The_factory_makes_everything_that_ado_net_asks_for()
    {
        DbProviderFactory factory = DuckDbProviderFactory.Instance;
        var builder = factory.CreateConnectionStringBuilder().ShouldNotBeNull();
        builder["Data Source"] = ":memory:";
        using var made = factory.CreateConnection().ShouldNotBeNull();
        made.ConnectionString = builder.ConnectionString;
        made.Open();
        using var command = made.CreateCommand();
        command.CommandText = "SELECT $n * 2";
        var parameter = factory.CreateParameter().ShouldNotBeNull();
        (parameter.ParameterName, parameter.Value) = ("n", 21);
        command.Parameters.Add(parameter);
        command.ExecuteScalar().ShouldBe(42);
        made.ServerVersion.ShouldStartWith("v1.");
    }

    public void Dispose() => connection.Dispose();

    private sealed record Stay
    {
        public long Id { get; init; }

        public string? Name { get; init; }

        public decimal Price { get; init; }

        public DateTime Arrival { get; init; }

        public string? Note { get; init; }
    }
}
