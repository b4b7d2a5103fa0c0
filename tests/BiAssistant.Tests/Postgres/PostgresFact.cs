using BiAssistant.Tests.Warehouses;

namespace BiAssistant.Tests.Postgres;

/// <summary>A test that needs a PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}

/// <summary>On a class that inherits a specification: it needs a PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : NeedsAttribute
{
    public override string? Missing => PostgresServer.Missing;
}
