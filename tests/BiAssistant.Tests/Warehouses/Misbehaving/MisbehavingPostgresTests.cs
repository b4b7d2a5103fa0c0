using BiAssistant.Tests.Postgres;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Postgres;

namespace BiAssistant.Tests.Warehouses.Misbehaving;

[NeedsPostgres]
public sealed class MisbehavingPostgresTests(PostgresUnderTest subject) : MisbehavingServerSpecification(subject), IClassFixture<PostgresUnderTest>
{
    protected override string Engine => "PostgreSQL";

    protected override (string Host, int Port) Server => (subject.Place.Place.Host ?? "", subject.Place.Place.Port);

    protected override IWarehouse Open(string name, int port, int secondsToConnect) =>
        new PostgresWarehouse(name, $"{subject.Place.Url.Replace($":{subject.Place.Place.Port}/", $":{port}/", StringComparison.Ordinal)}?connect_timeout={secondsToConnect}");
}
