namespace BiAssistant.Tests.MariaDb;

/// <summary>A theory that needs a MariaDB server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MariaDbTheoryAttribute : TheoryAttribute
{
    public MariaDbTheoryAttribute() => Skip = MariaDbServer.Missing;
}
