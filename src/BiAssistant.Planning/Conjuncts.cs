using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>Conditions that must all hold, taken apart and put together.</summary>
internal static class Conjuncts
{
    public static Seq<SqlExpression> Of(SqlExpression condition) =>
        condition is SqlBinary { Operator: SqlBinaryOperator.And } and ? [.. Of(and.Left), .. Of(and.Right)] : [condition];

    public static Seq<SqlExpression> OfMaybe(SqlExpression? condition) => condition is null ? [] : Of(condition);

    public static SqlExpression? Maybe(Seq<SqlExpression> conditions) => conditions.IsEmpty ? null : Predicates.All(conditions);
}
