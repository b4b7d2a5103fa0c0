using System.Diagnostics;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>A formula as one scalar expression over whatever stands for its aggregates.</summary>
internal static class FormulaExpressions
{
    public static SqlExpression Of(Formula formula, Func<SourceAggregate, SqlExpression> aggregate) => formula switch
    {
        SourceAggregate leaf => aggregate(leaf),
        ExpressionFormula expression => expression.Expression.Rewrite(e => e is SqlColumn { Table: null } column
            ? Of(expression.Parts.First(p => p.Name == column.Name).Formula, aggregate)
            : null),
        _ => throw new UnreachableException(formula.GetType().Name),
    };
}
