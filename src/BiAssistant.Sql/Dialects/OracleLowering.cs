using System.Collections.Frozen;
using System.Text;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>Oracle: truth is a number, || and GREATEST treat null in ways of their own, and some functions have other names.</summary>
internal sealed partial class OracleLowering(SqlDialect dialect) : SqlLowering(dialect)
{
    public const int MostItems = 1_000;

    private static readonly FrozenSet<string> Missing = SqlWords.Set("FIRST LAST");
    private static readonly FrozenSet<string> Unframed = SqlWords.Set("ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD");

    protected override SqlQuery Rewritten(SqlQuery query)
    {
        var rewritten = RankedAggregates.Rewrite(UsingJoins.Rewrite(base.Rewritten(query), Unsaid), Missing, Unsaid);
        new OracleEmptyTexts(what => Unsayable(what, "the empty text is null there: write NULLIF(x, '') or x IS NULL.")).Check(rewritten);
        return OracleEmptyTexts.Sayable(rewritten);
    }

    protected override string Named(string name)
    {
        if (name.Contains('"', StringComparison.Ordinal))
        {
            Refuse("sql_bad_name", $"The name '{name}' holds a double quote, which no name of {Dialect.Name} can.");
        }

        return base.Named(name);
    }

    protected override SqlExpression Literal(SqlLiteral literal) => literal switch
    {
        SqlBoolean truth => SqlTruth.OfValue(truth, Lower),
        SqlInterval => Unsayable("An interval by itself", "add it to a date."),
        SqlText { Value: "" } => Unsayable("The empty text", "it is null there."),
        SqlText { Value: var text } when Encoding.UTF8.GetByteCount(text) > OracleDialect.LongestText =>
            Refuse("sql_text_too_long", $"A text of more than {OracleDialect.LongestText} bytes cannot be written in {Dialect.Name}."),
        _ => base.Literal(literal),
    };

    protected override SqlLiteral ParameterValue(SqlLiteral value)
    {
        if (value is SqlInterval or SqlText { Value: "" })
        {
            Unsayable(value is SqlInterval ? "An interval as a parameter" : "The empty text as a parameter");
        }

        return value is SqlBoolean truth ? Whole(truth.Value ? 1 : 0) : value;
    }

    protected override SqlExpression Divide(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Divide, Lower(left), NullIfZero(Lower(right)));

    protected override SqlExpression Modulo(SqlExpression left, SqlExpression right) => Call("MOD", left, NullIfZero(right));

    protected override SqlExpression Binary(SqlBinary binary) => binary.Operator == SqlBinaryOperator.Concat ? Joined(binary) : base.Binary(binary);

    /// <summary>A null is an empty text to ||; where all parts must be there, that is asked first.</summary>
    private SqlExpression Joined(SqlBinary concat)
    {
        var parts = OracleTexts.Parts(concat).Where(part => !OracleTexts.IsEmpty(part)).ToList();
        if (parts.Count == 0)
        {
            return Literal(OracleTexts.Empty);
        }

        var joined = OracleTexts.Joined(parts.Select(Part));
        return OracleTexts.AllThere(OracleTexts.Needed(concat)) is { } there ? new SqlCase(null, [new SqlWhen(Condition(there), joined)], null) : joined;
    }

    /// <summary>What fills up a missing part with the empty text says nothing that || does not do.</summary>
    private SqlExpression Part(SqlExpression part) => part switch
    {
        SqlFunction { Name: "COALESCE", Arguments: [var only, var empty] } when OracleTexts.IsEmpty(empty) => Part(only),
        SqlFunction { Name: "COALESCE", Arguments.Count: > 2 } filled when OracleTexts.IsEmpty(filled.Arguments[^1]) && !filled.Arguments.SkipLast(2).Any(OracleTexts.MayBeEmpty) =>
            Lower(filled with { Arguments = filled.Arguments.SkipLast(1).ToSeq() }),
        _ when TypeOf(part).IsTemporal => Cast(new SqlCast(part, SqlType.Text)),
        _ => Lower(part),
    };

    /// <summary>Two nulls are the same; DECODE says so too, but takes both to the type of the second first.</summary>
    protected override SqlExpression IsDistinct(SqlIsDistinct distinct)
    {
        if (distinct.Left is SqlNull || distinct.Right is SqlNull)
        {
            return Condition(new SqlIsNull(distinct.Left is SqlNull ? distinct.Right : distinct.Left, !distinct.Negated));
        }

        SqlExpression same = new SqlBinary(SqlBinaryOperator.Equal, distinct.Left, distinct.Right);
        if (!OracleTexts.IsNeverNull(distinct.Left) && !OracleTexts.IsNeverNull(distinct.Right))
        {
            same = new SqlBinary(SqlBinaryOperator.Or, same, new SqlBinary(SqlBinaryOperator.And, new SqlIsNull(distinct.Left), new SqlIsNull(distinct.Right)));
        }

        var differs = new SqlCase(null, [new SqlWhen(Condition(same), Whole(0))], Whole(1));
        return new SqlBinary(SqlBinaryOperator.Equal, differs, Whole(distinct.Negated ? 0 : 1));
    }

    protected override SqlExpression Function(SqlFunction function)
    {
        switch (function)
        {
            case { Name: "NULLIF", Arguments: [var text, var empty] } when OracleTexts.IsEmpty(empty):
                return Part(text);
            case { Name: "NULLIF", Arguments: [SqlNull, _] }:
                return SqlNull.Instance;
            case { Name: "COALESCE" or "GREATEST" or "LEAST", Arguments: [var only] }:
                return Lower(only);
            case { Name: "GREATEST" or "LEAST" }:
                return Call(function.Name, Filled(function.Arguments.Select(Lower).ToSeq()));
            case { Name: "TRIM", Arguments: [var text, var characters] }:
                return Call("LTRIM", Call("RTRIM", Lower(text), Lower(characters)), Lower(characters));
            case { Name: "SUBSTRING", Arguments: [_, _, SqlNumber { Value: < 1 }] }:
                return Unsayable("A part without characters", "it would be the empty text.");
            case { Name: "SUBSTRING", Arguments: [_, not SqlNumber { Value: < 1 }, ..] }:
                return Call("SUBSTR", function.Arguments.Select(Lower).ToSeq());
            case { Name: "POSITION", Arguments: [var sought, var text] }:
                return OracleTexts.MayBeEmpty(sought) ? Unsayable("The place of a text that may be empty") : Call("INSTR", Lower(text), Lower(sought));
            case { Name: "LEFT", Arguments: [var text, SqlNumber { Value: > 0 } length] }:
                return Call("SUBSTR", Lower(text), Whole(1), length);
            case { Name: "RIGHT", Arguments: [var text, SqlNumber { Value: > 0 } length] }:
                // From further back than its first character a text has no part here.
                return Call("SUBSTR", Lower(text), new SqlUnary(SqlUnaryOperator.Negate, Call("LEAST", length, Call("LENGTH", Lower(text)))));
            case { Name: "REPLACE", Arguments: [var text, var sought, var by] }:
                return Replace(text, sought, by);
            case { Name: "ROUND", Arguments: [var number] } when TypeOf(number).Kind is not (SqlTypeKind.Integer or SqlTypeKind.BigInteger or SqlTypeKind.Decimal):
                // Without a number of digits a BINARY_DOUBLE would be rounded half to even.
                return Call("ROUND", Lower(number), Whole(0));
            default:
                return base.Function(function);
        }
    }

    /// <summary>Here a null that is sought changes nothing, and a null to put in its place takes it out.</summary>
    private SqlExpression Replace(SqlExpression text, SqlExpression sought, SqlExpression by)
    {
        if (OracleTexts.IsEmpty(sought))
        {
            return Lower(text);
        }

        var replaced = OracleTexts.IsEmpty(by) ? Call("REPLACE", Lower(text), Lower(sought)) : Call("REPLACE", Lower(text), Lower(sought), Part(by));
        return OracleTexts.AllThere(OracleTexts.Needed(sought).Concat(OracleTexts.Needed(by)).Distinct()) is { } there
            ? new SqlCase(null, [new SqlWhen(Condition(there), replaced)], null)
            : replaced;
    }

    protected override SqlExpression Aggregate(SqlAggregate aggregate) => aggregate.Name switch
    {
        "MEDIAN" or "PERCENTILE" or "STDDEV" or "VARIANCE" when aggregate.Distinct => Unsayable($"{aggregate.Name} of distinct values"),
        "PERCENTILE" => Percentile(aggregate) is { } fraction
            ? base.Aggregate(aggregate with { Name = "PERCENTILE_CONT", Arguments = [fraction], OrderBy = [new SqlOrder(Unfiltered(aggregate).Arguments[0])], Filter = null })
            : SqlNull.Instance,
        "STDDEV" => base.Aggregate(aggregate with { Name = "STDDEV_SAMP" }),
        "VARIANCE" => base.Aggregate(aggregate with { Name = "VAR_SAMP" }),
        _ => base.Aggregate(aggregate),
    };

    /// <summary>Ranks need an order and take no frame; a frame needs an order; distinct values and medians take neither.</summary>
    protected override SqlExpression Window(SqlWindow window)
    {
        if (window.Frame is { Unit: SqlFrameUnit.Range } range && window.OrderBy.Count != 1 && (range.From.Offset is not (null or 0) || range.To.Offset is not (null or 0)))
        {
            return Unsayable("A frame by values without exactly one order");
        }

        var isWhole = window.OrderBy.IsEmpty && window.Frame is null or { From.Offset: null, To.Offset: null } or { Unit: SqlFrameUnit.Range };
        if (window.Function is SqlAggregate { Name: "MEDIAN" or "PERCENTILE" } or SqlAggregate { Distinct: true })
        {
            return window.OrderBy.IsEmpty && isWhole
                ? new SqlWindow(Lower(window.Function), window.PartitionBy.Select(Lower).ToSeq(), [])
                : Unsayable($"{((SqlAggregate)window.Function).Name} over a moving window");
        }

        var isRank = window.Function is SqlFunction { Name: var name } && Unframed.Contains(name);
        var framed = isRank || (window.OrderBy.IsEmpty && isWhole) ? window with { Frame = null } : window;
        return base.Window(framed.OrderBy.IsEmpty && (isRank || framed.Frame is not null) ? framed with { OrderBy = [new SqlOrder(SqlNull.Instance)] } : framed);
    }
}
