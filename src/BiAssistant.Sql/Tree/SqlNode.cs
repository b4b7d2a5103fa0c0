namespace BiAssistant.Sql.Tree;

/// <summary>A node of the SQL tree: portable in meaning, immutable, compared by content.</summary>
public abstract record SqlNode
{
    private protected SqlNode()
    {
    }
}

/// <summary>A node that has a value for each row.</summary>
public abstract record SqlExpression : SqlNode
{
    private protected SqlExpression()
    {
    }
}
