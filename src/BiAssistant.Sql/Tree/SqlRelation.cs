namespace BiAssistant.Sql.Tree;

/// <summary>Something that rows come from.</summary>
public abstract record SqlRelation : SqlNode
{
    private protected SqlRelation()
    {
    }
}

/// <summary>A table, view or common table by its name's parts (<c>schema.table</c> has two).</summary>
public sealed record SqlTable(Seq<string> Name, string? Alias = null) : SqlRelation;

/// <summary>A query used as a table.</summary>
public sealed record SqlDerivedTable(SqlQuery Query, string Alias) : SqlRelation;

/// <summary>Ways to join; which side keeps rows without a match.</summary>
public enum SqlJoinKind
{
    Inner,
    Left,
    Right,
    Full,
    Cross,
}

/// <summary>Two relations joined, on a condition or using columns of the same name (a cross join has neither).</summary>
public sealed record SqlJoin(SqlJoinKind Kind, SqlRelation Left, SqlRelation Right, SqlExpression? On = null) : SqlRelation
{
    public Seq<string> Using { get; init; }
}
