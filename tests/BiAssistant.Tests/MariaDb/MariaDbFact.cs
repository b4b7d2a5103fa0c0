using BiAssistant.Tests.Warehouses;

namespace BiAssistant.Tests.MariaDb;

/// <summary>A test that needs a MariaDB server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MariaDbFactAttribute : FactAttribute
{
    public MariaDbFactAttribute() => Skip = MariaDbServer.Missing;
}

/// <summary>On a class that inherits a specification: it needs a MariaDB server.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsMariaDbAttribute : NeedsAttribute
{
    public override string? Missing => MariaDbServer.Missing;
}
