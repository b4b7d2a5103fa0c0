namespace BiAssistant.Tests.MariaDb;

/// <summary>A test that needs a MariaDB server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MariaDbFactAttribute : FactAttribute
{
    public MariaDbFactAttribute() => Skip = MariaDbServer.Missing;
}
