using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Checks;

/// <summary>
/// The rules by which kinds of values go together. What every engine refuses, or some compute into nonsense, is an error; what some engines convert is a
/// warning; where a kind is unknown nothing is said.
/// </summary>
internal sealed class KindRules(Func<SqlColumn, SqlType> columnType, Action<SqlExpression, string, IssueSeverity> say)
{
    public void Check(SqlExpression expression, bool isCondition)
    {
        if (SqlAnalysis.HasSubquery(expression))
        {
            return;
        }

        if (isCondition)
        {
            Condition(expression, "This is");
        }

        foreach (var node in expression.DescendantsAndSelf().OfType<SqlExpression>())
        {
            Check(node);
        }
    }

    private void Check(SqlExpression node)
    {
        switch (node)
        {
            case SqlAggregate { Name: "SUM" or "AVG" or "MEDIAN" or "PERCENTILE" or "STDDEV" or "VARIANCE", Arguments: [var first, ..] } aggregate:
                Aggregated(aggregate.Name, first);
                break;
            case SqlBinary { Operator: SqlBinaryOperator.And or SqlBinaryOperator.Or } both:
                Condition(both.Left, $"A side of {both.Operator.ToString().ToUpperInvariant()} is");
                Condition(both.Right, $"A side of {both.Operator.ToString().ToUpperInvariant()} is");
                break;
            case SqlUnary { Operator: SqlUnaryOperator.Not } not:
                Condition(not.Operand, "What NOT turns round is");
                break;
            case SqlBinary { Operator: >= SqlBinaryOperator.Equal and <= SqlBinaryOperator.GreaterOrEqual } comparison:
                Compared(comparison.Left, comparison.Right);
                break;
            case SqlBinary { Operator: not SqlBinaryOperator.Concat } arithmetic:
                Calculated(arithmetic, arithmetic.Left);
                Calculated(arithmetic, arithmetic.Right);
                break;
            case SqlBetween between:
                Compared(between.Operand, between.Low);
                Compared(between.Operand, between.High);
                break;
            case SqlInList list:
                foreach (var item in list.Items)
                {
                    Compared(list.Operand, item);
                }

                break;
            case SqlCase choice:
                OneKind("The branches of CASE", choice, choice.Branches.Select(b => b.Result).Concat(choice.Else is null ? [] : [choice.Else]));
                break;
            case SqlFunction { Name: "COALESCE" or "GREATEST" or "LEAST" } choice:
                OneKind($"The arguments of {choice.Name}", choice, choice.Arguments);
                break;
            default:
                break;
        }
    }

    private void Aggregated(string name, SqlExpression argument)
    {
        var kind = Kind(argument);
        if (kind == ValueKind.Text)
        {
            say(argument, $"{name} is for numbers, and {Words(argument)} is a text. If it holds numbers, write {name}(CAST({(argument is SqlColumn ? Words(argument) : "…")} AS DECIMAL)) or give it a numeric datatype.", IssueSeverity.Error);
        }
        else if (kind == ValueKind.Date && name == "SUM")
        {
            say(argument, $"SUM is for numbers, and {Words(argument)} is a date. Count it, or take its MIN or MAX.", IssueSeverity.Error);
        }
    }

    private void Condition(SqlExpression expression, string subject)
    {
        var kind = Kind(expression);
        if (kind is not (ValueKind.Unknown or ValueKind.Truth))
        {
            say(expression, $"{subject} no condition: {Words(expression)} is {ValueKinds.Named(kind)}. Compare it with something.", kind == ValueKind.Number ? IssueSeverity.Warning : IssueSeverity.Error);
        }
    }

    private void Compared(SqlExpression left, SqlExpression right)
    {
        var (first, second) = (Kind(left), Kind(right));
        var severity = (first, second) switch
        {
            (ValueKind.Date, ValueKind.Number) or (ValueKind.Number, ValueKind.Date) => IssueSeverity.Error,
            (ValueKind.Text, ValueKind.Number) or (ValueKind.Number, ValueKind.Text) => IssueSeverity.Warning,
            _ => (IssueSeverity?)null,
        };
        if (severity is { } grave)
        {
            var advice = grave == IssueSeverity.Error ? "they cannot be compared." : "write both as they are stored.";
            say(left, $"{Words(left)} is {ValueKinds.Named(first)} and {Words(right)} {ValueKinds.Named(second)}: {advice}", grave);
        }
    }

    private void Calculated(SqlBinary arithmetic, SqlExpression side)
    {
        var kind = Kind(side);
        if (kind == ValueKind.Text && side is not SqlText)
        {
            say(side, $"{Words(side)} is a text, and nothing can be calculated with it.{(arithmetic.Operator == SqlBinaryOperator.Add ? " Texts are joined by ||." : "")}", IssueSeverity.Error);
        }
        else if (kind == ValueKind.Date && arithmetic.Operator is SqlBinaryOperator.Multiply or SqlBinaryOperator.Divide)
        {
            say(side, $"{Words(side)} is a date; it can be neither multiplied nor divided.", IssueSeverity.Error);
        }
    }

    private void OneKind(string subject, SqlExpression choice, IEnumerable<SqlExpression> choices)
    {
        var kinds = choices.Select(Kind).Where(kind => kind is ValueKind.Number or ValueKind.Text or ValueKind.Date).Distinct().ToList();
        if (kinds.Count > 1)
        {
            say(choice, $"{subject} are of different kinds: {ValueKinds.Named(kinds[0])} and {ValueKinds.Named(kinds[1])}.", IssueSeverity.Error);
        }
    }

    private ValueKind Kind(SqlExpression expression) => ValueKinds.Of(expression, columnType);

    private static string Words(SqlExpression expression) => ValueKinds.Words(expression);
}
