using System.Diagnostics;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>A formula as one scalar expression over whatever stands for its aggregates.</summary>
internal static class FormulaExpressions
{
    /// <param name="formula">What is computed.</param>
    /// <param name="aggregate">What stands for an aggregate, or for a nested query's number.</param>
    public static SqlExpression Of(Formula formula, Func<Formula, SqlExpression> aggregate) => formula switch
    {
        SourceAggregate or InnerAggregate or NestedNumber => aggregate(formula),
        CalendarNumber number => Of(number),
        ExpressionFormula expression => Of(expression, part => Of(Part(expression, part), aggregate)),
        _ => throw new UnreachableException(formula.GetType().Name),
    };

    /// <summary>Arithmetic over whatever stands for its parts, by their names; a part that is zero in every period is not added.</summary>
    public static SqlExpression Of(ExpressionFormula expression, Func<string, SqlExpression> part) => expression.Expression
        .Rewrite(e => e is SqlBinary { Operator: SqlBinaryOperator.Add, Right: SqlColumn { Table: null } added } sum && IsAlwaysZero(Part(expression, added.Name)) ? sum.Left : null)
        .Rewrite(e => e is SqlColumn { Table: null } column ? part(column.Name) : null)
        .Rewrite(e => e is SqlFunction { Name: "COALESCE", Arguments: [SqlFunction { Name: "COALESCE", Arguments: [_, SqlNumber { Value: 0 }] } inner, SqlNumber { Value: 0 }] } ? inner : null);

    /// <summary>Whether a formula needs more than the rows of its own group: the period that a row is of, or the other groups.</summary>
    public static bool NeedsRows(Formula formula) => formula switch
    {
        CalendarNumber number => number is { Group: not null, Exceptions.IsEmpty: false },
        AcrossGroups or NestedNumber or InnerAggregate => true,
        ExpressionFormula expression => expression.Parts.Any(p => NeedsRows(p.Formula)),
        _ => false,
    };

    private static Formula Part(ExpressionFormula expression, string name) => expression.Parts.First(p => p.Name == name).Formula;

    private static bool IsAlwaysZero(Formula formula) => formula is CalendarNumber { Exceptions.IsEmpty: true, Otherwise: 0 };

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
