namespace BiAssistant.Sql.Dialects;

/// <summary>How one engine spells the tree; the rules live in the dialect's own file.</summary>
public abstract class SqlDialect
{
    private protected SqlDialect()
    {
    }

    /// <summary>The dialect's name in answers and options: <c>duckdb</c>, <c>sqlite</c>, <c>postgresql</c>, <c>tsql</c>.</summary>
    public abstract string Name { get; }
}
