namespace BiAssistant.Sql.Dialects;

/// <summary>MariaDB 10.6: MySQL's language with functions of its own.</summary>
internal sealed class MariaDbDialect : MySqlDialect
{
    public override string Name => "mariadb";
}
