using System.Diagnostics;
using System.Globalization;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Expressions, with parentheses where precedence needs them and where engines or people could read two ways.</summary>
internal sealed partial class SqlPrinter
{
    private static readonly SqlSelect NoValue = new([new SqlSelectItem(SqlNull.Instance)], null);

    private string Expression(SqlExpression expression, string indent, int lowest = 0)
    {
        var text = Bare(expression, indent);
        return Precedence(expression) < lowest ? $"({text})" : text;
    }

    private int Precedence(SqlExpression expression) => expression switch
    {
        SqlUnary { Operator: SqlUnaryOperator.Not } or SqlExists { Negated: true } => SqlPrecedence.Not,
        SqlUnary or SqlNumber { Value: < 0 } => SqlPrecedence.Unary,
        SqlBinary binary => SqlPrecedence.Of(binary.Operator, _dialect),
        SqlBetween or SqlInList or SqlInQuery or SqlLike or SqlIsNull or SqlIsDistinct or SqlQuantified => SqlPrecedence.Predicate,
        _ => SqlPrecedence.Primary,
    };

    private string Bare(SqlExpression expression, string indent) => expression switch
    {
        SqlLiteral literal => Literal(literal),
        SqlParameter parameter => _dialect.ParameterPrefix + parameter.Name,
        SqlColumn column => (column.Table is null ? "" : Name(column.Table) + ".") + Name(column.Name),
        SqlStar star => star.Table is null ? "*" : Name(star.Table) + ".*",
        SqlUnary unary => Unary(unary, indent),
        SqlBinary binary => Binary(binary, indent),
        SqlCase choice => Case(choice, indent),
        SqlCast cast => $"CAST({Expression(cast.Operand, indent)} AS {_dialect.TypeName(cast.Type)})",
        SqlBetween between => $"{Side(between.Operand, indent)} {Not(between.Negated)}BETWEEN {Side(between.Low, indent)} AND {Side(between.High, indent)}",
        SqlInList list => $"{Side(list.Operand, indent)} {Not(list.Negated)}IN ({Arguments(list.Items, indent)})",
        SqlInQuery within => $"{Side(within.Operand, indent)} {Not(within.Negated)}IN {InParentheses(within.Query, indent)}",
        SqlExists exists => $"{Not(exists.Negated)}EXISTS {InParentheses(exists.Query, indent)}",
        SqlScalarQuery { Query: SqlSelect { Items: [{ Expression: SqlNull, Alias: null }], From: null } nothing } when nothing == NoValue && _dialect.OneRowTable is null => "(SELECT NULL)",
        SqlScalarQuery scalar => InParentheses(scalar.Query, indent),
        SqlQuantified quantified => $"{Side(quantified.Operand, indent)} {SqlPrecedence.Symbol(quantified.Operator)} {(quantified.All ? "ALL" : "ANY")} {InParentheses(quantified.Query, indent)}",
        SqlLike like => $"{Side(like.Operand, indent)} {Not(like.Negated)}LIKE {Side(like.Pattern, indent)}" + (like.Escape is null ? "" : $" ESCAPE {Side(like.Escape, indent)}"),
        SqlIsNull isNull => $"{Side(isNull.Operand, indent)} IS {Not(isNull.Negated)}NULL",
        SqlIsDistinct { Negated: true } same when _dialect.NullSafeEqual is { } equal => $"{Side(same.Left, indent)} {equal} {Side(same.Right, indent)}",
        SqlIsDistinct distinct => $"{Side(distinct.Left, indent)} IS {Not(distinct.Negated)}DISTINCT FROM {Side(distinct.Right, indent)}",
        SqlFunction { Name: "POSITION", Arguments: [var sought, var text] } => $"POSITION({Side(sought, indent)} IN {Expression(text, indent)})",
        SqlFunction { Name: "TRIM" or "LTRIM" or "RTRIM", Arguments: [var text, var characters] } trim when _dialect.TrimsFrom =>
            $"TRIM({trim.Name switch { "LTRIM" => "LEADING", "RTRIM" => "TRAILING", _ => "BOTH" }} {Expression(characters, indent)} FROM {Expression(text, indent)})",
        SqlFunction { Name: "TRIM", Arguments: [var trimmed, var characters] } when _dialect.TrimsBothEndsFrom => $"TRIM({Expression(characters, indent)} FROM {Expression(trimmed, indent)})",
        SqlFunction function => $"{function.Name}({Arguments(function.Arguments, indent)})",
        SqlAggregate aggregate => Aggregate(aggregate, indent),
        SqlElement element => $"({Expression(element.List, indent)})[{element.Position.ToString(CultureInfo.InvariantCulture)}]",
        SqlDateTrunc truncation => $"DATE_TRUNC('{Unit(truncation.Unit)}', {Expression(truncation.Operand, indent)})",
        SqlDateAdd add => $"DATE_ADD('{Unit(add.Unit)}', {Expression(add.Amount, indent)}, {Expression(add.Operand, indent)})",
        SqlDateDiff difference => $"DATE_DIFF('{Unit(difference.Unit)}', {Expression(difference.From, indent)}, {Expression(difference.To, indent)})",
        SqlExtract extract => $"EXTRACT({_dialect.PartName(extract.Part)} FROM {Expression(extract.Operand, indent)})",
        SqlWindow window => Window(window, indent),
        SqlWord word => word.Word,
        SqlIntervalOf interval => $"INTERVAL {Expression(interval.Amount, indent, SqlPrecedence.Unary)} {SqlUnits.Name(interval.Unit)}",
        SqlNow now => now.DayOnly ? "CURRENT_DATE" : "CURRENT_TIMESTAMP",
        _ => throw new UnreachableException(expression.GetType().Name),
    };

    private static string Not(bool negated) => negated ? "NOT " : "";

    private static string Unit(SqlTimeUnit unit) => SqlUnits.Name(unit).ToLowerInvariant();

    private string Side(SqlExpression expression, string indent) => Expression(expression, indent, SqlPrecedence.Predicate + 1);

    private string Arguments(Seq<SqlExpression> arguments, string indent) => string.Join(", ", arguments.Select(argument => Expression(argument, indent)));

    private string Unary(SqlUnary unary, string indent)
    {
        if (unary.Operator == SqlUnaryOperator.Not)
        {
            return "NOT " + Expression(unary.Operand, indent, SqlPrecedence.Not);
        }

        var operand = Expression(unary.Operand, indent, SqlPrecedence.Unary);
        return operand.StartsWith('-') ? $"-({operand})" : "-" + operand;
    }

    private string Binary(SqlBinary binary, string indent)
    {
        var rank = SqlPrecedence.Of(binary.Operator, _dialect);
        var left = Operand(binary, binary.Left, rank == SqlPrecedence.Predicate ? rank + 1 : rank, indent);
        var right = Operand(binary, binary.Right, rank + 1, indent);
        return $"{left} {SqlPrecedence.Symbol(binary.Operator)} {right}";
    }

    /// <summary>Engines rank || differently against arithmetic, so that a mix always has parentheses.</summary>
    private string Operand(SqlBinary around, SqlExpression operand, int lowest, string indent)
    {
        var mixes = operand is SqlBinary inner && IsConcat(around) != IsConcat(inner) && IsArithmetic(around) && IsArithmetic(inner);
        return Expression(operand, indent, mixes ? SqlPrecedence.Unary : lowest);
    }

    private static bool IsConcat(SqlBinary binary) => binary.Operator == SqlBinaryOperator.Concat;

    private static bool IsArithmetic(SqlBinary binary) => binary.Operator >= SqlBinaryOperator.Add;

    private string Case(SqlCase choice, string indent)
    {
        var inner = indent + Step;
        var parts = choice.Branches.Select(branch => $"WHEN {Expression(branch.Condition, inner)} THEN {Expression(branch.Result, inner)}").ToList();
        if (choice.Else is not null)
        {
            parts.Add("ELSE " + Expression(choice.Else, inner));
        }

        var head = choice.Operand is null ? "CASE" : "CASE " + Expression(choice.Operand, inner);
        var flat = $"{head} {string.Join(' ', parts)} END";
        return flat.Length <= LineWidth && !flat.Contains('\n') ? flat : $"{head}\n{inner}{string.Join("\n" + inner, parts)}\n{indent}END";
    }

    private string Aggregate(SqlAggregate aggregate, string indent)
    {
        var order = string.Join(", ", aggregate.OrderBy.Select(term => Order(term, indent)));
        var within = Dialects.SqlWords.OrderedSetAggregates.Contains(aggregate.Name);
        var inside = (aggregate.Distinct ? "DISTINCT " : "") + Arguments(aggregate.Arguments, indent) + (within || order.Length == 0 ? "" : " ORDER BY " + order);
        var call = $"{aggregate.Name}({inside})" + (within ? $" WITHIN GROUP (ORDER BY {order})" : "");
        return aggregate.Filter is null ? call : $"{call} FILTER (WHERE {Expression(aggregate.Filter, indent)})";
    }

    private string Window(SqlWindow window, string indent)
    {
        var parts = new List<string>();
        if (!window.PartitionBy.IsEmpty)
        {
            parts.Add("PARTITION BY " + Arguments(window.PartitionBy, indent));
        }

        if (!window.OrderBy.IsEmpty)
        {
            parts.Add("ORDER BY " + string.Join(", ", window.OrderBy.Select(order => Order(order, indent))));
        }

        if (window.Frame is { } frame)
        {
            parts.Add($"{frame.Unit.ToString().ToUpperInvariant()} BETWEEN {FrameEnd(frame.From, "PRECEDING")} AND {FrameEnd(frame.To, "FOLLOWING")}");
        }

        return $"{Expression(window.Function, indent)} OVER ({string.Join(' ', parts)})";
    }

    private static string FrameEnd(SqlFrameEnd end, string unbounded) => end.Offset switch
    {
        null => "UNBOUNDED " + unbounded,
        0 => "CURRENT ROW",
        < 0 => $"{-end.Offset} PRECEDING",
        _ => $"{end.Offset} FOLLOWING",
    };
}
