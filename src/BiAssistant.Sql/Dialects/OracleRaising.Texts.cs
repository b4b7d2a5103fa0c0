using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Functions of texts: what comes out empty is null.</summary>
internal sealed partial class OracleRaising
{
    private SqlExpression? Text(SqlFunction function) => function switch
    {
        { Name: "CONCAT", Arguments: [var left, var right] } => Joined([left, right]),
        { Name: "RTRIM", Arguments: [SqlFunction { Name: "RTRIM", Arguments: [SqlFunction { Name: "TO_CHAR", Arguments: [var instant, SqlText { Value: OracleDates.FractionFormat }] }, SqlText { Value: "0" }] }, SqlText { Value: "." }] }
            when TypeOf(Raise(instant)).Kind == SqlTypeKind.Timestamp => new SqlCast(Raise(instant), SqlType.Text),
        { Name: "LTRIM", Arguments: [SqlFunction { Name: "RTRIM", Arguments: [var text, var last] }, var first] } when first == last => Cut("TRIM", text, Raise(first)),
        { Name: "TRIM" or "LTRIM" or "RTRIM" or "LOWER" or "UPPER", Arguments: [var text, ..] } => Cut(function.Name, text, [.. Raised(function.Arguments.Skip(1).ToSeq())]),
        { Name: "SUBSTR", Arguments: [var text, var start] } => Part(text, start, null),
        { Name: "SUBSTR", Arguments: [var text, var start, var length] } => Part(text, start, length),
        { Name: "INSTR", Arguments: [_, var empty, ..] } when OracleTexts.IsEmpty(empty) => SqlNull.Instance,
        { Name: "INSTR", Arguments: [var text, var sought, ..] } when function.Arguments.Skip(2).All(place => place is SqlNumber { Value: 1 }) =>
            new SqlFunction("POSITION", [Raise(sought), Raise(text)]),
        { Name: "INSTR" } => Unportable("INSTR from another place than the first"),
        { Name: "REPLACE", Arguments: [var text, var sought] } => Replaced(text, sought, OracleTexts.Empty),
        { Name: "REPLACE", Arguments: [var text, var sought, var by] } => Replaced(text, sought, by),
        _ => null,
    };

    private SqlExpression Cut(string name, SqlExpression text, params Seq<SqlExpression> rest) => OrNull(new SqlFunction(name, [Stripped(Raise(text)), .. rest]));

    /// <summary>Before the first character, or without any, there is no part; counted from the end, a text that is too short has none.</summary>
    private SqlExpression Part(SqlExpression text, SqlExpression start, SqlExpression? length)
    {
        var whole = Stripped(Raise(text));
        if (start is SqlUnary { Operator: SqlUnaryOperator.Negate, Operand: SqlFunction { Name: "LEAST", Arguments: [SqlNumber last, SqlFunction { Name: "LENGTH", Arguments: [var same] }] } } && length is null && same == text)
        {
            return OrNull(new SqlFunction("RIGHT", [whole, last]));
        }

        if (start is SqlNumber { Value: < 0 } back)
        {
            var right = new SqlFunction("RIGHT", [whole, new SqlNumber(-back.Value)]);
            var isLongEnough = new SqlBinary(SqlBinaryOperator.GreaterOrEqual, new SqlFunction("LENGTH", [whole]), right.Arguments[1]);
            return length is null ? new SqlCase(null, [new SqlWhen(isLongEnough, right)], null) : Unportable("SUBSTR of a length, counted from the end,");
        }

        var from = start is SqlNumber { Value: 0 } ? new SqlNumber(1) : Raise(start);
        if (from is not SqlNumber && !IsAfterPlace(from))
        {
            return Unportable("SUBSTR from a computed place", "say it as INSTR(…) + 1, which cannot be negative.");
        }

        if (length is null)
        {
            return OrNull(new SqlFunction("SUBSTRING", [whole, from]));
        }

        var taken = Raise(length);
        var part = OrNull(new SqlFunction("SUBSTRING", [whole, from, taken]));
        return taken switch
        {
            SqlNumber { Value: >= 1 } => part,
            SqlNumber or SqlNull => SqlNull.Instance,
            _ => new SqlCase(null, [new SqlWhen(new SqlBinary(SqlBinaryOperator.GreaterOrEqual, taken, new SqlNumber(1)), part)], null),
        };
    }

    private static bool IsAfterPlace(SqlExpression start) => start is SqlBinary
    {
        Operator: SqlBinaryOperator.Add,
        Left: SqlFunction { Name: "POSITION" or "LENGTH" },
        Right: SqlNumber { Value: >= 1 },
    };

    /// <summary>A null that is sought changes nothing here, and a null to put in its place takes it out.</summary>
    private SqlExpression Replaced(SqlExpression text, SqlExpression sought, SqlExpression by)
    {
        var (whole, found, put) = (Stripped(Raise(text)), Raise(sought), OracleTexts.IsEmpty(by) ? OracleTexts.Empty : Raise(by));
        if (found is SqlNull)
        {
            return OrNull(whole);
        }

        var replaced = OrNull(new SqlFunction("REPLACE", [whole, found, put is SqlNull ? OracleTexts.Empty : put is SqlText ? put : OrEmpty(put)]));
        return OracleTexts.AllThere(OracleTexts.Needed(found)) is { } there ? new SqlCase(null, [new SqlWhen(there, replaced)], OrNull(whole)) : replaced;
    }
}
