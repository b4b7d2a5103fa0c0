namespace BiAssistant.Sql.Dialects;

/// <summary>The list of dialects; a new one gets its line here.</summary>
public static class SqlDialects
{
    public static SqlDialect DuckDb { get; } = new DuckDbDialect();

    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    public static SqlDialect PostgreSql { get; } = new PostgreSqlDialect();

    public static SqlDialect TSql { get; } = new TSqlDialect();

    public static Seq<SqlDialect> All { get; } = [DuckDb, Sqlite, PostgreSql, TSql];

    /// <summary>The dialect of that name in any case; null when there is none.</summary>
    public static SqlDialect? Find(string name) => All.FirstOrDefault(dialect => dialect.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
