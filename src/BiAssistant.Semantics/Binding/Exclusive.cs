using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>What is found on one of several ways of which exactly one applies to a row.</summary>
/// <param name="Key">A column of the thing that the way leads to first; empty where the way does not apply.</param>
internal sealed record ExclusiveChoice(SqlColumn Key, SqlExpression Value);

/// <summary>Several ways of which exactly one applies to a row, as one expression.</summary>
internal static class Exclusive
{
    public static SqlExpression Of(Seq<ExclusiveChoice> choices, bool isCondition)
    {
        if (isCondition)
        {
            return Predicates.Any(choices.Select(c => (SqlExpression)new SqlBinary(SqlBinaryOperator.And, Applies(c), c.Value)).ToSeq());
        }

        // A bare column is empty where its way does not apply; anything else may make a value out of nothing.
        return choices.All(c => c.Value is SqlColumn)
            ? new SqlFunction("COALESCE", choices.Select(c => c.Value).ToSeq())
            : new SqlCase(null, choices.Select(c => new SqlWhen(Applies(c), c.Value)).ToSeq(), null);
    }

    private static SqlIsNull Applies(ExclusiveChoice choice) => new(choice.Key, Negated: true);
}
