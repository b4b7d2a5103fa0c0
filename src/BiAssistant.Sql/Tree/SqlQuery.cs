namespace BiAssistant.Sql.Tree;

/// <summary>A query: a select or a set operation, with what may stand around either.</summary>
public abstract record SqlQuery : SqlNode
{
    private protected SqlQuery()
    {
    }

    public Seq<SqlCommonTable> With { get; init; }

    public Seq<SqlOrder> OrderBy { get; init; }

    public long? Limit { get; init; }

    public long? Offset { get; init; }
}

/// <summary>A SELECT. A missing FROM gives one row.</summary>
public sealed record SqlSelect(Seq<SqlSelectItem> Items, SqlRelation? From) : SqlQuery
{
    public bool Distinct { get; init; }

    public SqlExpression? Where { get; init; }

    public Seq<SqlExpression> GroupBy { get; init; }

    public SqlExpression? Having { get; init; }

    /// <summary>A condition on window functions, tested after they are computed.</summary>
    public SqlExpression? Qualify { get; init; }
}

/// <summary>Ways to put the rows of two queries together.</summary>
public enum SqlSetOperator
{
    Union,
    Intersect,
    Except,
}

/// <summary>Two queries put together by position; duplicates stay with <c>All</c>.</summary>
public sealed record SqlSetOperation(SqlSetOperator Operator, bool All, SqlQuery Left, SqlQuery Right) : SqlQuery;

/// <summary>A named query in WITH; the comment says what the step is for and is written above it.</summary>
public sealed record SqlCommonTable(string Name, SqlQuery Query, string? Comment = null) : SqlNode;

/// <summary>An output column and its name.</summary>
public sealed record SqlSelectItem(SqlExpression Expression, string? Alias = null) : SqlNode;

/// <summary>Where nulls go in an ordering, in every dialect.</summary>
public enum SqlNullOrder
{
    Last,
    First,
}

/// <summary>One term of an ordering.</summary>
public sealed record SqlOrder(SqlExpression Expression, bool Descending = false, SqlNullOrder Nulls = SqlNullOrder.Last) : SqlNode;
