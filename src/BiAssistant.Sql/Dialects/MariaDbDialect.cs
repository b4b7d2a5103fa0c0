using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>MariaDB 10.6: MySQL's language but for a few functions.</summary>
internal sealed class MariaDbDialect : MySqlDialect
{
    public override string Name => "mariadb";

    internal override SqlLowering Lowering() => new MariaDbLowering(this);

    internal override SqlRaising Raising() => new MariaDbRaising(this);
}
