using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Conditions put together.</summary>
public static class Predicates
{
    /// <summary>What every row meets, in the words of every engine.</summary>
    public static readonly SqlExpression Always = new SqlBinary(SqlBinaryOperator.Equal, new SqlNumber(1), new SqlNumber(1));

    /// <summary>All of them; there must be at least one.</summary>
    public static SqlExpression All(Seq<SqlExpression> conditions) => Join(conditions, SqlBinaryOperator.And);

    /// <summary>Any of them; there must be at least one.</summary>
    public static SqlExpression Any(Seq<SqlExpression> conditions) => Join(conditions, SqlBinaryOperator.Or);

    /// <summary>The conditions one by one, those within an AND too, each once.</summary>
    public static Seq<SqlExpression> Each(Seq<SqlExpression> conditions) => conditions.SelectMany(Each).Distinct().ToSeq();

    private static IEnumerable<SqlExpression> Each(SqlExpression condition) =>
        condition is SqlBinary { Operator: SqlBinaryOperator.And, Left: var left, Right: var right } ? Each(left).Concat(Each(right)) : [condition];

    private static SqlExpression Join(Seq<SqlExpression> conditions, SqlBinaryOperator by) =>
        conditions.Aggregate((left, right) => new SqlBinary(by, left, right));
}
