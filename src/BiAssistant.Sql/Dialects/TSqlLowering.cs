using System.Collections.Frozen;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>
/// SQL Server: quotients and averages are floating-point numbers, because a DECIMAL would lose digits or overflow and an INT its fraction; texts are joined
/// by + once both sides are texts.
/// </summary>
internal sealed partial class TSqlLowering(SqlDialect dialect) : SqlLowering(dialect)
{
    private static readonly FrozenSet<string> Missing = SqlWords.Set("MEDIAN PERCENTILE FIRST LAST");

    /// <summary>Windows that see all rows by their nature; a frame cannot be said for them and would change nothing.</summary>
    private static readonly FrozenSet<string> Frameless = SqlWords.Set("ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD");

    private static readonly SqlNumber AnyLength = Whole(int.MaxValue);

    protected override SqlExpression Literal(SqlLiteral literal) => literal switch
    {
        SqlInterval => Unsayable("An interval by itself", "add it to a date."),
        // As a value it is 1 or 0 already; this is a condition.
        SqlBoolean truth => new SqlBinary(SqlBinaryOperator.Equal, Whole(1), Whole(truth.Value ? 1 : 0)),
        SqlText { Value: var text } when text.Contains("\\\n", StringComparison.Ordinal) || text.Contains("\\\r", StringComparison.Ordinal) => Continued(text),
        SqlDate date => new SqlCast(new SqlText(SqlInstants.Text(date.Value)), SqlType.Date),
        SqlTimestamp timestamp when base.Literal(timestamp) is SqlTimestamp kept => new SqlCast(new SqlText(SqlInstants.Text(kept.Value)), SqlType.Timestamp),
        _ => base.Literal(literal),
    };

    /// <summary>A backslash at the end of a line, which would go on in the next one, is joined to what follows.</summary>
    private SqlExpression Continued(string text)
    {
        var parts = text.Replace("\\\n", "\\\0\n", StringComparison.Ordinal).Replace("\\\r", "\\\0\r", StringComparison.Ordinal).Split('\0');
        return text.Contains('\0') ? base.Literal(new SqlText(text)) : parts.Select(SqlExpression (part) => new SqlText(part)).Aggregate((all, next) => new SqlBinary(SqlBinaryOperator.Add, all, next));
    }

    protected override SqlLiteral ParameterValue(SqlLiteral value)
    {
        if (value is SqlInterval)
        {
            Unsayable("An interval as a parameter");
        }

        return value is SqlBoolean truth ? Whole(truth.Value ? 1 : 0) : value;
    }

    protected override SqlExpression Divide(SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlBinaryOperator.Divide, CastTo(Lower(left), SqlType.Double), NullIfZero(Lower(right)));

    protected override SqlExpression Modulo(SqlExpression left, SqlExpression right) => IsFloat(left) || IsFloat(right)
        ? Unsayable("The remainder of a floating-point number", "convert it to a DECIMAL first.")
        : base.Modulo(left, NullIfZero(right));

    protected override SqlExpression Binary(SqlBinary binary) => binary.Operator == SqlBinaryOperator.Concat
        ? new SqlBinary(SqlBinaryOperator.Add, AsText(binary.Left), AsText(binary.Right))
        : base.Binary(binary);

    /// <summary>The value as a text; a column of unknown type is converted, or + could add numbers.</summary>
    private SqlExpression AsText(SqlExpression portable)
    {
        var type = TypeOf(portable);
        switch (type.Kind)
        {
            case SqlTypeKind.Text:
                return Lower(portable);
            case SqlTypeKind.Boolean:
                var isFalse = new SqlUnary(SqlUnaryOperator.Not, portable);
                return new SqlCase(null, [new SqlWhen(Condition(portable), new SqlText("true")), new SqlWhen(Condition(isFalse), new SqlText("false"))], null);
            case SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz or SqlTypeKind.Time:
                return Unsayable("A time as a text", "take its day or its parts.");
            default:
                var value = Lower(portable);
                return IsFloat(value) ? Unsayable("A floating-point number as a text", "round it to a DECIMAL first.") : CastTo(value, SqlType.Text);
        }
    }

    private static bool IsFloat(SqlExpression native) => TypeOf(native).Kind == SqlTypeKind.Double;

    /// <summary>The type, but for what may be wider because of a column in it: COALESCE(a, 0) is as whole as a is.</summary>
    internal static SqlType CertainType(SqlExpression portable)
    {
        var readsColumns = false;
        var type = SqlTypes.Infer(portable, _ =>
        {
            readsColumns = true;
            return SqlType.Unknown;
        });
        return readsColumns || portable.DescendantsAndSelf().Any(node => node is SqlParameter { Value: null } or SqlQuery) ? SqlType.Unknown : type;
    }

    internal static bool IsWhole(SqlExpression portable) => CertainType(portable).Kind is SqlTypeKind.Integer or SqlTypeKind.BigInteger;

    protected override SqlExpression Cast(SqlCast cast)
    {
        var operand = cast.Operand;
        switch (cast.Type.Kind)
        {
            case SqlTypeKind.Integer or SqlTypeKind.BigInteger:
                var isRounded = operand is SqlNull or SqlFunction { Name: "FLOOR" or "CEIL" } || IsWhole(operand) || TypeOf(operand).Kind is SqlTypeKind.Boolean or SqlTypeKind.Text;
                return CastTo(isRounded ? Lower(operand) : Rounded(Lower(operand)), cast.Type);
            case SqlTypeKind.Decimal when cast.Type.Precision > 38:
                return Unsayable("A DECIMAL of more than 38 digits");
            case SqlTypeKind.Decimal:
                return CastTo(Lower(operand), cast.Type.Precision is { } precision ? SqlType.Decimal(precision, cast.Type.Scale ?? 0) : SqlType.Decimal(38, 10));
            case SqlTypeKind.Text when cast.Type.Precision is null:
                return TypeOf(operand).Kind == SqlTypeKind.Text ? CastTo(Lower(operand), SqlType.Text) : AsText(operand);
            case SqlTypeKind.TimestampTz or SqlTypeKind.Interval:
                return Unsayable($"A conversion to {cast.Type.Kind.ToString().ToUpperInvariant()}");
            default:
                return base.Cast(cast);
        }
    }

    private SqlExpression Rounded(SqlExpression native) => Call("ROUND", native, Whole(0));

    protected override SqlExpression Function(SqlFunction function)
    {
        Seq<SqlExpression> arguments = function.Arguments.Select(Lower).ToSeq();
        switch (function.Name)
        {
            case "LENGTH" when function.Arguments is [SqlFunction { Name: "RTRIM", Arguments: [var trimmed] }]:
                return Call("LEN", Lower(trimmed));
            case "LENGTH" when function.Arguments is [var text]:
                return LengthWithBlanks(CastTo(AsText(text), SqlType.Text));
            case "SUBSTRING" when arguments is [var text, var start]:
                return base.Function(function with { Arguments = [.. function.Arguments, AnyLength] });
            case "POSITION" when arguments is [SqlText { Value: "" }, _]:
                return Unsayable("The position of an empty text");
            case "POSITION" when arguments is [var sought, var text]:
                return Call("CHARINDEX", sought, text);
            case "LEFT" or "RIGHT" when arguments is [_, SqlNumber { Value: < 0 }]:
                return Unsayable($"{function.Name} with a negative length");
            case "LTRIM" or "RTRIM" when arguments.Count == 2:
                return Unsayable($"{function.Name} of given characters", "TRIM(x, characters) trims both ends.");
            case "ROUND" when arguments is [var number]:
                return Rounded(number);
            case "POWER" when arguments is [var number, var exponent]:
                return Call("POWER", CastTo(number, SqlType.Double), exponent);
            case "LN":
                return Call("LOG", arguments);
            case "CEIL":
                return Call("CEILING", arguments);
            case "COALESCE":
                return FirstOf(arguments);
            case "NULLIF" when arguments is [SqlNull, ..]:
                return SqlNull.Instance;
            case "GREATEST":
                return Extreme(SqlBinaryOperator.GreaterOrEqual, arguments);
            case "LEAST":
                return Extreme(SqlBinaryOperator.LessOrEqual, arguments);
            default:
                return base.Function(function);
        }
    }

    /// <summary>LEN leaves out the blanks at the end, and with a letter behind them there are none.</summary>
    internal static SqlBinary LengthWithBlanks(SqlExpression text) => new(
        SqlBinaryOperator.Subtract,
        new SqlFunction("LEN", [new SqlBinary(SqlBinaryOperator.Add, text, new SqlText("x"))]),
        Whole(1));

    private static SqlExpression FirstOf(Seq<SqlExpression> values)
    {
        Seq<SqlExpression> known = values.Where(value => value is not SqlNull).ToSeq();
        return known.IsEmpty ? SqlNull.Instance : known is [var only] ? only : new SqlFunction("COALESCE", known);
    }

    /// <summary>The first value that no later one exceeds; a value that is missing is exceeded by all, and exceeds none.</summary>
    private static SqlExpression Extreme(SqlBinaryOperator beats, Seq<SqlExpression> values)
    {
        Seq<SqlExpression> known = values.Where(value => value is not SqlNull).ToSeq();
        if (known.Count < 2)
        {
            return known.IsEmpty ? SqlNull.Instance : known[0];
        }

        var branches = new List<SqlWhen>();
        for (var i = 0; i < known.Count - 1; i++)
        {
            var value = known[i];
            var wins = known.Skip(i + 1).Select(SqlExpression (other) => new SqlBinary(beats, value, other is SqlNumber or SqlText ? other : new SqlFunction("COALESCE", [other, value])));
            branches.Add(new SqlWhen(wins.Aggregate((all, next) => new SqlBinary(SqlBinaryOperator.And, all, next)), value));
        }

        return new SqlCase(null, branches.ToSeq(), known[^1]);
    }

    /// <summary>A choice among nulls alone has no type there.</summary>
    protected override SqlExpression Case(SqlCase choice)
    {
        var lowered = (SqlCase)base.Case(choice);
        return lowered.Else is null or SqlNull && lowered.Branches.All(branch => branch.Result is SqlNull) ? SqlNull.Instance : lowered;
    }

    /// <summary>True or false for nulls too, so that its opposite is right as well.</summary>
    protected override SqlExpression IsDistinct(SqlIsDistinct distinct)
    {
        var (left, right) = (Lower(distinct.Left), Lower(distinct.Right));
        if (left is SqlLiteral && right is not SqlLiteral)
        {
            (left, right) = (right, left);
        }

        if (right is SqlNull)
        {
            return new SqlIsNull(left, !distinct.Negated);
        }

        if (right is SqlLiteral)
        {
            return distinct.Negated
                ? And(Compared(SqlBinaryOperator.Equal), new SqlIsNull(left, Negated: true))
                : new SqlBinary(SqlBinaryOperator.Or, Compared(SqlBinaryOperator.NotEqual), new SqlIsNull(left));
        }

        var equal = And(And(Compared(SqlBinaryOperator.Equal), new SqlIsNull(left, Negated: true)), new SqlIsNull(right, Negated: true));
        var same = new SqlBinary(SqlBinaryOperator.Or, equal, And(new SqlIsNull(left), new SqlIsNull(right)));
        return distinct.Negated ? same : new SqlUnary(SqlUnaryOperator.Not, same);

        SqlBinary Compared(SqlBinaryOperator comparison) => new(comparison, left, right);
    }

    private static SqlBinary And(SqlExpression left, SqlExpression right) => new(SqlBinaryOperator.And, left, right);

    protected override SqlExpression Like(SqlLike like)
    {
        if (like.Escape is not (null or SqlText { Value.Length: 1 }))
        {
            return Unsayable("LIKE with an escape character out of the data");
        }

        var escape = (like.Escape as SqlText)?.Value[0];
        var constant = like.Pattern as SqlText ?? (like.Pattern as SqlParameter)?.Value as SqlText;
        if (constant is null)
        {
            return escape is null
                ? like with { Operand = Lower(like.Operand), Pattern = Call("REPLACE", Lower(like.Pattern), new SqlText("["), new SqlText("[[]")) }
                : Unsayable("LIKE with an escape character and a pattern out of the data");
        }

        if (TSqlPatterns.Write(constant.Value, escape) is not { } pattern)
        {
            return Refuse("sql_like_escape", "A LIKE pattern cannot end in its escape character.");
        }

        var converted = like.Pattern is SqlParameter parameter ? Bound(parameter.Name, new SqlText(pattern)) : Literal(new SqlText(pattern));
        return like with { Operand = Lower(like.Operand), Pattern = converted };
    }

    protected override SqlExpression DateTrunc(SqlDateTrunc truncation) => TSqlDates.Truncate(truncation.Unit, Instant(truncation.Operand));

    protected override SqlExpression DateAdd(SqlDateAdd add) =>
        TSqlDates.Add(add.Unit, Lower(add.Amount), add.Unit < SqlTimeUnit.Day ? Time(add.Operand) : Instant(add.Operand));

    protected override SqlExpression DateDiff(SqlDateDiff difference) => TSqlDates.Difference(difference.Unit, Counted(difference.From), Counted(difference.To));

    protected override SqlExpression Extract(SqlExtract extract) =>
        TSqlDates.Part(extract.Part, extract.Part switch
        {
            <= SqlDatePart.Hour => Time(extract.Operand),
            SqlDatePart.Epoch => Counted(extract.Operand),
            _ => Instant(extract.Operand),
        });

    /// <summary>A text is read as an ISO date and time, whatever the session's order of day and month.</summary>
    private SqlExpression Instant(SqlExpression portable) => TypeOf(portable).Kind == SqlTypeKind.Text ? CastTo(Lower(portable), SqlType.Timestamp) : Lower(portable);

    /// <summary>A day alone has no hours, and the engine refuses to look for them.</summary>
    private SqlCast Time(SqlExpression portable) => CastTo(Lower(portable), SqlType.Timestamp);

    /// <summary>DATEDIFF reads a day in quotes as what it is.</summary>
    private SqlExpression Counted(SqlExpression portable) => portable is SqlDate day ? new SqlText(SqlInstants.Text(day.Value)) : Instant(portable);
}
