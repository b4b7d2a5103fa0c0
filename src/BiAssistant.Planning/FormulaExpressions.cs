using System.Diagnostics;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>A formula as one scalar expression over whatever stands for its aggregates.</summary>
internal static class FormulaExpressions
{
    public static SqlExpression Of(Formula formula, Func<SourceAggregate, SqlExpression> aggregate) => formula switch
    {
        SourceAggregate leaf => aggregate(leaf),
        CalendarNumber number => Of(number),
        ExpressionFormula expression => expression.Expression.Rewrite(e => e is SqlColumn { Table: null } column
            ? Of(expression.Parts.First(p => p.Name == column.Name).Formula, aggregate)
            : null),
        _ => throw new UnreachableException(formula.GetType().Name),
    };

    /// <summary>Whether a formula depends on the period that a row is of.</summary>
    public static bool HasPeriods(Formula formula) => formula switch
    {
        CalendarNumber number => number.Group is not null,
        ExpressionFormula expression => expression.Parts.Any(p => HasPeriods(p.Formula)),
        _ => false,
    };

    private static SqlExpression Of(CalendarNumber number) => number.Group is null || number.Exceptions.IsEmpty
        ? Value(number.Otherwise)
        : new SqlCase(
            null,
            number.Exceptions.GroupBy(e => e.Value).Select(same => new SqlWhen(
                new SqlInList(new SqlColumn(null, number.Group), same.Select(e => (SqlExpression)e.Start).ToSeq()),
                Value(same.Key))).ToSeq(),
            Value(number.Otherwise));

    private static SqlExpression Value(decimal? number) => number is { } known ? new SqlNumber(known) : SqlNull.Instance;
}
