using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>SQLite's own SQL as portable: calendar functions over texts become what they compute, and LIKE says that it does not tell cases apart.</summary>
internal sealed class SqliteRaising : SqlRaising
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["IFNULL"] = "COALESCE", ["CEILING"] = "CEIL", ["POW"] = "POWER",
    }.ToFrozenDictionary();

    private readonly SqliteRaisedDates _dates;

    public SqliteRaising(SqlDialect dialect)
        : base(dialect) => _dates = new SqliteRaisedDates(Raise);

    protected override SqlNode Node(SqlNode node) => WithTruth(node) switch
    {
        SqlExpression expression when _dates.Read(expression) is { } date => date,
        SqlFunction { Name: "DATE" or "DATETIME" or "TIME" or "STRFTIME" or "JULIANDAY" } function => Calendar(function),
        SqlBinary { Operator: SqlBinaryOperator.Modulo } modulo => Modulo(modulo),
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract } sum => Counted((SqlBinary)Children(sum)),
        SqlUnary { Operator: SqlUnaryOperator.Not, Operand: SqlFunction { Name: "GLOB" } glob } => Glob(glob, isNegated: true),
        SqlLike like => Like(like),
        SqlQuery { Limit: < 0 } query => Node(query with { Limit = null }),
        var known => base.Node(known),
    };

    /// <summary>Where a condition stands, and beside one, 1 is true and 0 is false.</summary>
    private static SqlNode WithTruth(SqlNode node) => node switch
    {
        SqlSelect select => select with { Where = Truth(select.Where), Having = Truth(select.Having) },
        SqlJoin join => join with { On = Truth(join.On) },
        SqlCase { Operand: null } choice => choice with { Branches = choice.Branches.Select(branch => branch with { Condition = Truth(branch.Condition) }).ToSeq() },
        SqlAggregate { Filter: { } filter } aggregate => aggregate with { Filter = Truth(filter) },
        SqlUnary { Operator: SqlUnaryOperator.Not } negation => negation with { Operand = Truth(negation.Operand) },
        SqlBinary { Operator: SqlBinaryOperator.And or SqlBinaryOperator.Or } both => both with { Left = Truth(both.Left), Right = Truth(both.Right) },
        SqlBinary { Operator: SqlBinaryOperator.Equal or SqlBinaryOperator.NotEqual } compared when SqlTruth.IsCondition(compared.Left) => compared with { Right = Truth(compared.Right) },
        SqlBinary { Operator: SqlBinaryOperator.Equal or SqlBinaryOperator.NotEqual } compared when SqlTruth.IsCondition(compared.Right) => compared with { Left = Truth(compared.Left) },
        _ => node,
    };

    [return: NotNullIfNotNull(nameof(condition))]
    private static SqlExpression? Truth(SqlExpression? condition) => condition is SqlNumber { Value: 0 or 1 } number ? new SqlBoolean(number.Value == 1) : condition;

    protected override bool HasFraction(SqlExpression native) => native switch
    {
        // What is a number without a fraction stays one as a NUMERIC here.
        SqlCast cast => cast.Type.Kind == SqlTypeKind.Double,
        SqlFunction { Name: "ROUND" or "JULIANDAY" or "MOD" } => true,
        SqlFunction { Name: "COALESCE" or "IFNULL" or "MAX" or "MIN" } each => each.Arguments.All(HasFraction),
        SqlCase choice => choice.Branches.All(branch => HasFraction(branch.Result)) && (choice.Else is null || HasFraction(choice.Else)),
        _ => base.HasFraction(native),
    };

    protected override SqlExpression Divide(SqlBinary division)
    {
        if (HasFraction(division.Left) || HasFraction(division.Right))
        {
            var left = division.Left is SqlCast { Type.Kind: SqlTypeKind.Double } cast ? cast.Operand : division.Left;
            return new SqlBinary(SqlBinaryOperator.Divide, Raise(left), Divisor(Raise(division.Right)));
        }

        return IntegerDivision("REAL");
    }

    /// <summary>% takes the whole parts of its operands here.</summary>
    private SqlExpression Modulo(SqlBinary native)
    {
        var raised = (SqlBinary)Children(native);
        return IsWhole(raised.Left) && IsWhole(raised.Right) ? raised : Unportable("% of numbers that may have a fraction", "write MOD(a, b).");
    }

    private static bool IsWhole(SqlExpression portable) => TypeOf(portable).Kind is SqlTypeKind.Integer or SqlTypeKind.BigInteger;

    protected override SqlExpression Cast(SqlCast cast)
    {
        switch (cast.Type.Kind)
        {
            case SqlTypeKind.Integer or SqlTypeKind.BigInteger when cast.Operand is SqlFunction { Name: "ROUND", Arguments: [var rounded] }:
                return new SqlCast(Raise(rounded), SqlType.BigInteger);
            case SqlTypeKind.Integer or SqlTypeKind.BigInteger:
                var whole = Raise(cast.Operand);
                return IsWhole(whole) || TypeOf(whole) == SqlType.Boolean ? new SqlCast(whole, SqlType.BigInteger) : Unportable("A CAST to INTEGER that cuts", "round: CAST(ROUND(x) AS INTEGER).");
            case SqlTypeKind.Text or SqlTypeKind.Double:
                return new SqlCast(Raise(cast.Operand), cast.Type with { Precision = null });
            default:
                return Unportable("A CAST to a type that SQLite does not have", "convert to INTEGER, REAL or TEXT, or take DATE(x).");
        }
    }

    private SqlExpression Calendar(SqlFunction native) => native.Arguments.Any(argument => argument is SqlText { Value: "now" }) || native.Arguments.IsEmpty
        ? Unportable("The engine's clock", "write CURRENT_DATE or CURRENT_TIMESTAMP.")
        : Unportable($"This use of {native.Name}", "days are cut and moved one way: DATE(x, 'start of month'), DATE(x, '+7 days').");

    protected override SqlExpression Function(SqlFunction function) => (function.Name, function.Arguments) switch
    {
        ("SUBSTR", [var text, SqlNumber { Value: < 0 } start]) => new SqlFunction("RIGHT", [Raise(text), new SqlNumber(-start.Value)]),
        ("SUBSTR" or "SUBSTRING", [_, not SqlNumber { Value: < 1 }, ..]) => new SqlFunction("SUBSTRING", Raised(function.Arguments)),
        ("SUBSTR" or "SUBSTRING", _) => Unportable("A start of SUBSTR before the first character"),
        ("INSTR", [var text, var sought]) => new SqlFunction("POSITION", [Raise(sought), Raise(text)]),
        ("MAX", [_, _, ..]) => WhereAllAreThere("GREATEST", Raised(function.Arguments)),
        ("MIN", [_, _, ..]) => WhereAllAreThere("LEAST", Raised(function.Arguments)),
        ("GLOB", _) => Glob(function, isNegated: false),
        ("IIF", [var condition, var then, var otherwise]) => Choice(Raise(condition), Raise(then), Raise(otherwise)),
        ("TOTAL", [var summed]) => new SqlFunction("COALESCE", [new SqlAggregate("SUM", [Raise(summed)]), new SqlNumber(0)]),
        _ => Renamed(function, Names) ?? base.Function(function),
    };

    private SqlExpression Glob(SqlFunction glob, bool isNegated)
    {
        if (glob.Arguments is not [SqlText pattern, var operand] || Pattern(pattern.Value) is not { } like)
        {
            return Unportable("This pattern of GLOB", "LIKE has % and _.");
        }

        return new SqlLike(Raise(operand), new SqlText(like.Text), like.Escape is { } escape ? new SqlText(escape.ToString()) : null, isNegated);
    }

    /// <summary>The pattern of LIKE for one of GLOB; null for classes of characters.</summary>
    private static (string Text, char? Escape)? Pattern(string glob)
    {
        char? escape = glob.AsSpan().ContainsAny('%', '_') ? "!#$^~|".First(sign => !glob.Contains(sign, StringComparison.Ordinal)) : null;
        var like = new StringBuilder();
        for (var i = 0; i < glob.Length; i++)
        {
            if (glob[i] == '[')
            {
                if (i + 2 >= glob.Length || glob[i + 1] is not ('*' or '?' or '[') || glob[i + 2] != ']')
                {
                    return null;
                }

                like.Append(glob[i + 1]);
                i += 2;
            }
            else if (glob[i] is '%' or '_')
            {
                like.Append(escape).Append(glob[i]);
            }
            else
            {
                like.Append(glob[i] switch { '*' => '%', '?' => '_', var same => same });
            }
        }

        return (like.ToString(), escape);
    }

    /// <summary>LIKE takes the letters of ASCII in either case here, and others as they are.</summary>
    private SqlExpression Like(SqlLike native)
    {
        var raised = (SqlLike)Children(native);
        var operand = raised.Operand is SqlFunction { Name: "LOWER" } ? raised.Operand : new SqlFunction("LOWER", [raised.Operand]);
        return raised.Pattern switch
        {
            SqlText pattern when !pattern.Value.Any(char.IsAsciiLetter) => raised,
            SqlText pattern when pattern.Value.Any(c => !char.IsAscii(c) && char.ToLowerInvariant(c) != char.ToUpperInvariant(c)) || raised.Escape is SqlText { Value: [>= 'A', ..] } =>
                Unportable("LIKE with letters beyond ASCII, or with a letter as ESCAPE,", "compare LOWER(x) LIKE LOWER(pattern)."),
            SqlText pattern => raised with { Operand = operand, Pattern = new SqlText(pattern.Value.ToLowerInvariant()) },
            SqlFunction { Name: "LOWER" } => raised with { Operand = operand },
            _ => raised with { Operand = operand, Pattern = new SqlFunction("LOWER", [raised.Pattern]) },
        };
    }
}
