using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Writing;

/// <summary>
/// Turns a portable tree into one that means the same in a dialect's own constructs. What is standard stands here; a dialect overrides what differs,
/// and what it cannot say becomes an issue.
/// </summary>
internal abstract partial class SqlLowering(SqlDialect dialect)
{
    private readonly List<Issue> _issues = [];
    private readonly Dictionary<string, SqlLiteral> _arguments = new(StringComparer.Ordinal);

    public Seq<Issue> Issues => _issues.ToSeq();

    protected SqlDialect Dialect => dialect;

    public SqlQuery Query(SqlQuery query) => (SqlQuery)Node(Rewritten(query));

    /// <summary>The whole portable query before anything is lowered, said without what the dialect lacks (a full join, a median).</summary>
    protected virtual SqlQuery Rewritten(SqlQuery query) => Dialect.HasQualify ? query : QualifyFilters.Rewrite(query, Unsaid);

    /// <summary>What a rewriting calls for what it cannot do.</summary>
    protected void Unsaid(string what) => Unsayable(what);

    /// <summary>A value; where conditions are no values, true is 1 and false is 0.</summary>
    protected SqlExpression Lower(SqlExpression expression) =>
        Dialect.HasBooleans || !SqlTruth.IsCondition(expression) ? Node(expression) : SqlTruth.AsValue(expression, Condition);

    /// <summary>A condition; where values are no conditions, one is compared with 1.</summary>
    protected SqlExpression Condition(SqlExpression expression) =>
        Dialect.HasBooleans || SqlTruth.IsCondition(expression) && expression is not SqlBoolean ? Node(expression) : SqlTruth.OfValue(expression, Lower);

    private SqlExpression Node(SqlExpression expression) => expression switch
    {
        SqlNow => Refuse("sql_clock", "The clock (CURRENT_DATE, CURRENT_TIMESTAMP) must be given a value before SQL is written."),
        SqlColumn column => new SqlColumn(column.Table is null ? null : Named(column.Table), Named(column.Name)),
        SqlStar star => new SqlStar(star.Table is null ? null : Named(star.Table)),
        SqlParameter parameter => Parameter(parameter),
        SqlLiteral literal => Literal(literal),
        SqlUnary unary => unary.Operator == SqlUnaryOperator.Not ? SqlCanonical.Not(Condition(unary.Operand)) : SqlCanonical.Negate(Lower(unary.Operand)),
        SqlBinary binary => Binary(binary),
        SqlCast cast => Cast(cast),
        SqlFunction function => Function(function),
        SqlAggregate aggregate => Aggregate(aggregate),
        SqlWindow window => Window(window),
        SqlInList { Items.IsEmpty: true } list => Literal(new SqlBoolean(list.Negated)),
        // Written as a list of one, a query for one value would be read as a query for the whole list.
        SqlInList { Items: [SqlScalarQuery only] } list => Binary(new SqlBinary(list.Negated ? SqlBinaryOperator.NotEqual : SqlBinaryOperator.Equal, list.Operand, only)),
        SqlCase choice => Case(choice),
        SqlIsNull isNull => IsNull(isNull),
        SqlIsDistinct distinct => IsDistinct(distinct),
        SqlLike like => Like(like),
        SqlBetween between => Between(between),
        SqlQuantified quantified => Quantified(quantified),
        SqlDateTrunc truncation => DateTrunc(truncation),
        SqlDateAdd add => DateAdd(add),
        SqlDateDiff difference => DateDiff(difference),
        SqlExtract extract => Extract(extract),
        _ => (SqlExpression)Children(expression),
    };

    protected SqlNode Children(SqlNode node) => SqlTree.MapChildren(node, Node);

    protected SqlExpression Refuse(string code, string message)
    {
        if (!_issues.Any(issue => issue.Message == message))
        {
            _issues.Add(new Issue(code, message));
        }

        return SqlNull.Instance;
    }

    protected SqlExpression Unsayable(string what, string? instead = null) =>
        Refuse("sql_unsayable", $"{what} cannot be computed in {dialect.Name}{(instead is null ? "." : "; " + instead)}");

    /// <summary>The type as far as it can be seen without the columns' types.</summary>
    protected static SqlType TypeOf(SqlExpression portable) => SqlTypes.Infer(portable, _ => SqlType.Unknown);

    protected static SqlNumber Whole(long value) => new(value);

    protected SqlExpression Call(string name, params Seq<SqlExpression> arguments) =>
        dialect.Functions.Contains(name) ? new SqlFunction(name, arguments) : Unsayable($"The function {name}");

    protected static SqlExpression NullIfZero(SqlExpression divisor) => divisor is SqlNumber { Value: not 0 } or SqlFunction { Name: "NULLIF", Arguments: [_, SqlNumber { Value: 0 }] }
        ? divisor
        : new SqlFunction("NULLIF", [divisor, Whole(0)]);

    protected static SqlCast CastTo(SqlExpression operand, SqlType type) =>
        operand is SqlCast cast && cast.Type == type ? cast : new SqlCast(operand, type);

    protected virtual SqlExpression Literal(SqlLiteral literal) => literal switch
    {
        SqlText { Value: var text } when text.Contains('\0') => Refuse("sql_zero_character", "A text with a zero character cannot be sent to a warehouse."),
        SqlTimestamp timestamp => new SqlTimestamp(new DateTime(timestamp.Value.Ticks - (timestamp.Value.Ticks % 10))),
        SqlInterval { Unit: SqlTimeUnit.Week } weeks => new SqlInterval(weeks.Amount * 7, SqlTimeUnit.Day),
        SqlInterval { Unit: SqlTimeUnit.Quarter } quarters => new SqlInterval(quarters.Amount * 3, SqlTimeUnit.Month),
        _ => literal,
    };

    protected virtual SqlLiteral ParameterValue(SqlLiteral value) => value;

    /// <summary>Whether parameters without values are written too: in a text that is translated and not run.</summary>
    public bool LeavesParametersOpen { get; set; }

    private SqlExpression Parameter(SqlParameter parameter) => parameter.Value is null
        ? LeavesParametersOpen ? parameter : Refuse("sql_parameter_without_value", $"The parameter {parameter.Name} has no value.")
        : Bound(parameter.Name, ParameterValue(parameter.Value));

    /// <summary>The parameter with this value; where the same name already stands for another form of the value, it gets a name of its own.</summary>
    protected SqlExpression Bound(string name, SqlLiteral value)
    {
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            return Refuse("sql_parameter_name", $"'{name}' cannot be the name of a parameter.");
        }

        var free = name;
        for (var i = 2; _arguments.TryGetValue(free, out var taken) && !taken.Equals(value); i++)
        {
            free = $"{name}_{i}";
        }

        _arguments[free] = value;
        return new SqlParameter(free, value);
    }

    protected virtual SqlExpression Binary(SqlBinary binary)
    {
        var (left, right) = (binary.Left, binary.Right);
        switch (binary.Operator)
        {
            case SqlBinaryOperator.And or SqlBinaryOperator.Or when right is SqlBinary inner && inner.Operator == binary.Operator:
                return Binary(new SqlBinary(binary.Operator, new SqlBinary(binary.Operator, left, inner.Left), inner.Right));
            case SqlBinaryOperator.And or SqlBinaryOperator.Or:
                return new SqlBinary(binary.Operator, Condition(left), Condition(right));
            case SqlBinaryOperator.Concat:
                return Concat(Lower(left), Lower(right));
            case SqlBinaryOperator.Add when right is SqlInterval interval:
                return DateAdd(new SqlDateAdd(interval.Unit, Whole(interval.Amount), left));
            case SqlBinaryOperator.Add when left is SqlInterval interval:
                return DateAdd(new SqlDateAdd(interval.Unit, Whole(interval.Amount), right));
            case SqlBinaryOperator.Subtract when right is SqlInterval interval:
                return DateAdd(new SqlDateAdd(interval.Unit, Whole(-interval.Amount), left));
            case SqlBinaryOperator.Subtract when TypeOf(left).IsTemporal && TypeOf(right).IsTemporal:
                return DateDiff(new SqlDateDiff(SqlTimeUnit.Day, right, left));
            case SqlBinaryOperator.Add when TypeOf(left).IsTemporal && TypeOf(right).IsNumeric:
                return DateAdd(new SqlDateAdd(SqlTimeUnit.Day, right, left));
            case SqlBinaryOperator.Subtract when TypeOf(left).IsTemporal && TypeOf(right).IsNumeric:
                return DateAdd(new SqlDateAdd(SqlTimeUnit.Day, SqlCanonical.Negate(right), left));
            case SqlBinaryOperator.Divide:
                return Divide(left, right);
            case SqlBinaryOperator.Modulo:
                return Modulo(Lower(left), Lower(right));
            default:
                return new SqlBinary(binary.Operator, Lower(left), Lower(right));
        }
    }

    protected virtual SqlExpression Concat(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Concat, left, right);

    protected virtual SqlExpression Case(SqlCase choice) => choice with
    {
        Operand = choice.Operand is null ? null : Lower(choice.Operand),
        Branches = choice.Branches.Select(branch => new SqlWhen(choice.Operand is null ? Condition(branch.Condition) : Lower(branch.Condition), Lower(branch.Result))).ToSeq(),
        Else = choice.Else is null ? null : Lower(choice.Else),
    };

    protected virtual SqlExpression IsNull(SqlIsNull isNull) => (SqlExpression)Children(isNull);

    protected virtual SqlExpression IsDistinct(SqlIsDistinct distinct) => (SqlExpression)Children(distinct);

    /// <summary>Exact division of portable operands that gives null for a zero divisor.</summary>
    protected abstract SqlExpression Divide(SqlExpression left, SqlExpression right);

    protected virtual SqlExpression Modulo(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Modulo, left, right);

    protected virtual SqlExpression Like(SqlLike like) => (SqlExpression)Children(like);

    protected virtual SqlExpression Between(SqlBetween between) => (SqlExpression)Children(between);

    protected virtual SqlExpression Quantified(SqlQuantified quantified) => (SqlExpression)Children(quantified);

    protected virtual SqlExpression Cast(SqlCast cast)
    {
        if (cast.Type is { Kind: SqlTypeKind.Text, Precision: { } length })
        {
            return Function(new SqlFunction("SUBSTRING", [cast with { Type = SqlType.Text }, Whole(1), Whole(length)]));
        }

        return cast.Type.Kind == SqlTypeKind.Unknown
            ? Refuse("sql_unknown_type", "A value cannot be converted to an unknown type.")
            : CastTo(Lower(cast.Operand), cast.Type);
    }

    protected virtual SqlExpression Function(SqlFunction function)
    {
        Seq<SqlExpression> arguments = function.Arguments.Select(Lower).ToSeq();
        switch (function.Name)
        {
            case "MOD" when arguments is [var left, var right]:
                return Modulo(left, right);
            case "SUBSTRING" when arguments.Count > 1 && arguments[1] is SqlNumber { Value: < 1 }:
                return Refuse("sql_substring_start", "SUBSTRING counts characters from 1.");
            case "TIMEZONE" when !dialect.Functions.Contains(function.Name):
                return arguments is [SqlText { Value: "UTC" }, var utc] && !HasZones ? utc : Unsayable("A time with a zone read in another zone");
            default:
                return Call(function.Name, arguments);
        }
    }

    /// <summary>Whether times can have a zone; where they cannot, they are kept in UTC.</summary>
    protected virtual bool HasZones => true;

    protected virtual SqlExpression Aggregate(SqlAggregate aggregate)
    {
        var lowered = (SqlAggregate)Children(Dialect.HasAggregateFilter ? aggregate : Unfiltered(aggregate));
        return dialect.Aggregates.Contains(lowered.Name) ? lowered : Unsayable(lowered.Name);
    }

    protected virtual SqlExpression Window(SqlWindow window)
    {
        var function = Lower(window.Function);
        if (function is not (SqlAggregate or SqlFunction or SqlNull) || function is SqlAggregate { Name: var name } && SqlWords.OrderedSetAggregates.Contains(name))
        {
            return Unsayable($"{(window.Function as SqlAggregate)?.Name ?? "This function"} over a window");
        }

        if (function is SqlAggregate { Distinct: true } && !CountsDistinctInWindows)
        {
            return Unsayable("DISTINCT over a window");
        }

        return new SqlWindow(function, window.PartitionBy.Select(Lower).ToSeq(), Orders(window.OrderBy), window.Frame);
    }

    protected virtual bool CountsDistinctInWindows => false;

    protected abstract SqlExpression DateTrunc(SqlDateTrunc truncation);

    protected abstract SqlExpression DateAdd(SqlDateAdd add);

    protected abstract SqlExpression DateDiff(SqlDateDiff difference);

    protected abstract SqlExpression Extract(SqlExtract extract);
}
