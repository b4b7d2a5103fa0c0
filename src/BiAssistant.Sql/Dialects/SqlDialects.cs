namespace BiAssistant.Sql.Dialects;

/// <summary>The list of dialects; a new one gets its line here.</summary>
public static class SqlDialects
{
    public static SqlDialect DuckDb { get; } = new DuckDbDialect();

    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    public static SqlDialect PostgreSql { get; } = new PostgreSqlDialect();

    public static SqlDialect MySql { get; } = new MySqlDialect();

    public static SqlDialect MariaDb { get; } = new MariaDbDialect();

    public static SqlDialect TSql { get; } = new TSqlDialect();

    public static SqlDialect Snowflake { get; } = new SnowflakeDialect();

    public static SqlDialect BigQuery { get; } = new BigQueryDialect();

    public static SqlDialect Oracle { get; } = new OracleDialect();

    /// <summary>The SQL of catalogs; it is read, and never written to an engine.</summary>
    public static SqlDialect Portable => PortableDialect.Instance;

    public static Seq<SqlDialect> All { get; } = [DuckDb, Sqlite, PostgreSql, MySql, MariaDb, TSql, Snowflake, BigQuery, Oracle];

    /// <summary>The dialect of that name in any case; null when there is none.</summary>
    public static SqlDialect? Find(string name) => All.FirstOrDefault(dialect => dialect.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
