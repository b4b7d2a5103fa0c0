using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Infers what a metric is counted in from what it is made of.</summary>
internal sealed class MetricUnits(Func<SqlColumn, Field?> field, Action<LocalText, LocalText, bool> clash)
{
    public static readonly LocalText Ratio = LocalText.Of("ratio");
    public static readonly LocalText Percent = LocalText.Of("percent");

    private static readonly string[] Durations =
        ["second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years"];

    /// <summary>What is wrong with two units, as a sentence.</summary>
    public static string Clash(string name, LocalText left, LocalText right, bool chosen) => chosen
        ? $"{name} is {left.In("en")} in one case and {right.In("en")} in another."
        : $"{name} adds or subtracts {left.In("en")} and {right.In("en")}, which do not add up.";

    /// <summary>The unit of an expression over rows; empty when it cannot be told.</summary>
    public LocalText OfRows(SqlExpression expression) => OfExpression(expression, column => field(column)?.Unit ?? LocalText.Empty) ?? LocalText.Empty;

    /// <summary>A formula's unit; empty when it cannot be told.</summary>
    public LocalText Of(Formula formula, Func<string, LocalText?> declared) => formula switch
    {
        AggregateFormula aggregate => OfCall(aggregate),
        ExpressionFormula expression => OfExpression(expression.Expression, column =>
            declared(column.Name) ?? (expression.Parts.FirstOrDefault(p => p.Name == column.Name) is { } part ? Of(part.Formula, declared) : LocalText.Empty)) ?? LocalText.Empty,
        PeriodFormula period => Of(period.Of, declared),
        ElapsedFormula => Ratio,
        _ => LocalText.Empty,
    };

    private LocalText OfCall(AggregateFormula aggregate)
    {
        if (aggregate.Call.Name == "COUNT")
        {
            var counted = SqlAnalysis.Columns(aggregate.Call).FirstOrDefault() is { } column ? field(column) : null;
            return !aggregate.Call.Distinct ? Plural(aggregate.Root.Entity)
                : counted?.Entity is { } entity ? Plural(entity)
                : counted is { Expression: SqlColumn { Table: null } key } && counted.Dataset.PrimaryKey is [var only] && only == key.Name ? Plural(counted.Dataset.Entity)
                : LocalText.Empty;
        }

        return aggregate.Call.Name == "VARIANCE" || aggregate.Call.Arguments.IsEmpty ? LocalText.Empty
            : OfRows(aggregate.Call.Arguments[0]);
    }

    /// <summary>Null for a bare number, which takes any unit.</summary>
    private LocalText? OfExpression(SqlExpression expression, Func<SqlColumn, LocalText> column)
    {
        switch (expression)
        {
            case SqlColumn one:
                return column(one);
            case SqlNumber or SqlNull:
                return null;
            case SqlUnary unary:
                return OfExpression(unary.Operand, column);
            case SqlCast cast:
                return OfExpression(cast.Operand, column);
            case SqlBinary binary:
                return OfBinary(binary.Operator, OfExpression(binary.Left, column), OfExpression(binary.Right, column));
            case SqlFunction { Name: "ABS" or "ROUND" or "FLOOR" or "CEIL" or "NULLIF", Arguments: [var first, ..] }:
                return OfExpression(first, column);
            case SqlFunction { Name: "COALESCE" or "GREATEST" or "LEAST" } choice:
                return OneOf(choice.Arguments, column);
            case SqlCase choice:
                return OneOf(choice.Branches.Select(b => b.Result).Concat(choice.Else is null ? [] : [choice.Else]), column);
            default:
                return LocalText.Empty;
        }
    }

    /// <summary>The first unit that is known, when no other contradicts it.</summary>
    private LocalText? OneOf(IEnumerable<SqlExpression> choices, Func<SqlColumn, LocalText> column)
    {
        var units = choices.Select(choice => OfExpression(choice, column)).OfType<LocalText>().ToList();
        var known = units.Where(unit => Kind(unit) is not null).DistinctBy(Kind).Take(2).ToList();
        if (known is [var first, var second])
        {
            clash(first, second, true);
        }

        return units.Count == 0 ? null : units.Find(unit => !unit.IsEmpty) ?? LocalText.Empty;
    }

    private LocalText? OfBinary(SqlBinaryOperator op, LocalText? left, LocalText? right)
    {
        switch (op)
        {
            case SqlBinaryOperator.Add or SqlBinaryOperator.Subtract:
                if (left is not null && right is not null && Kind(left) is { } first && Kind(right) is { } second && first != second)
                {
                    clash(left, right, false);
                }

                return left is null ? right : right is null || left.IsEmpty ? left : right.IsEmpty ? left : Same(left, right) ? left : LocalText.Empty;
            case SqlBinaryOperator.Multiply:
                return left is null || IsRatio(left) ? right : right is null || IsRatio(right) ? left : LocalText.Empty;
            case SqlBinaryOperator.Divide:
                return right is null || IsRatio(right) ? left
                    : left is null ? LocalText.Empty
                    : Same(left, right) && !left.IsEmpty ? Ratio
                    : Currency(left) is not null && Currency(right) is null ? left
                    : LocalText.Empty;
            default:
                return LocalText.Empty;
        }
    }

    private static LocalText Plural(EntityWords? entity) => entity is null ? LocalText.Empty : entity.Plural.IsEmpty ? entity.Singular : entity.Plural;

    private static bool Same(LocalText left, LocalText right) => left == right || Word(left) == Word(right);

    private static bool IsRatio(LocalText unit) => Word(unit) is "ratio" or "percent" or "%" or "fraction";

    /// <summary>The kinds that are checked for adding: a currency by its code, percent, and a duration by its unit.</summary>
    private static string? Kind(LocalText unit) =>
        Currency(unit) ?? (IsRatio(unit) ? "percent" : Word(unit) is { } word && Durations.Contains(word) ? word.TrimEnd('s') : null);

    private static string? Currency(LocalText unit) => unit.In("en") is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? code : null;

    private static string? Word(LocalText unit) => unit.In("en")?.ToLowerInvariant();
}
