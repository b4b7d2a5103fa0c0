using System.Data.Common;

namespace BiAssistant.DuckDb;

/// <summary>Makes the provider's objects for code that knows only ADO.NET.</summary>
public sealed class DuckDbProviderFactory : DbProviderFactory
{
    public static readonly DuckDbProviderFactory Instance = new();

    private DuckDbProviderFactory()
    {
    }

    public override DbConnection CreateConnection() => new DuckDbConnection();

    public override DbCommand CreateCommand() => new DuckDbCommand();

    public override DbParameter CreateParameter() => new DuckDbParameter();

    public override DbConnectionStringBuilder CreateConnectionStringBuilder() => new DuckDbConnectionStringBuilder();
}
