using BiAssistant.Tests.MariaDb;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.MySql;

namespace BiAssistant.Tests.Warehouses.Misbehaving;

[NeedsMariaDb]
public sealed class MisbehavingMariaDbTests(MariaDbUnderTest subject) : MisbehavingServerSpecification(subject), IClassFixture<MariaDbUnderTest>
{
    private Uri Url => new(subject.Place.Url);

    protected override string Engine => "MySQL/MariaDB";

    protected override int SecondsToConnect => 5;

    protected override (string Host, int Port) Server => (Url.Host, Url.Port);

    protected override IWarehouse Open(string name, int port, int secondsToConnect) =>
        new MySqlWarehouse(name, $"{subject.Place.Url.Replace($":{Url.Port}/", $":{port}/", StringComparison.Ordinal)}&connection-timeout={secondsToConnect}");

    /// <summary>The driver waits for more of a page until its time is over, and cannot tell it from nobody.</summary>
    protected override string Stranger(string place) => $"nothing answers at {place}";
}
