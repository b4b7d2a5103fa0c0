using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>Oracle's SQL as portable SQL: where Oracle has null for an empty text the portable text says so, TRIM(x) is NULLIF(TRIM(x), '').</summary>
internal sealed partial class OracleRaising(SqlDialect dialect) : SqlRaising(dialect)
{
    private readonly Dictionary<SqlNode, SqlNode> _raised = new(ReferenceEqualityComparer.Instance);

    /// <summary>A pattern looks at raised parts before it is known to fit; none is raised twice.</summary>
    protected override SqlNode Node(SqlNode node)
    {
        if (!_raised.TryGetValue(node, out var raised))
        {
            raised = Portable(node);
            _raised[node] = raised;
        }

        return raised;
    }

    private SqlNode Portable(SqlNode node) => node switch
    {
        SqlText { Value: "" } => SqlNull.Instance,
        SqlExpression expression when Instant(expression) is { } instant => instant,
        SqlBinary { Operator: SqlBinaryOperator.Concat } joined => Joined(OracleTexts.Parts(joined)),
        SqlBinary { Operator: >= SqlBinaryOperator.Equal and <= SqlBinaryOperator.GreaterOrEqual } comparison => Comparison(comparison),
        SqlCase { Operand: null, Branches: [var only], Else: null } when Guarded(only) is { } guarded => guarded,
        SqlWindow window => Window(window),
        SqlSelect { GroupBy.IsEmpty: false } select => base.Node(Grouped(select)),
        _ => base.Node(node),
    };

    private SqlExpression Comparison(SqlBinary comparison)
    {
        if (OracleTexts.IsEmpty(comparison.Left) || OracleTexts.IsEmpty(comparison.Right))
        {
            return Unportable("A comparison with '', which is never true,", "write IS NULL.");
        }

        return comparison is { Operator: SqlBinaryOperator.Equal, Left: SqlCase choice, Right: SqlNumber { Value: 0 or 1 } which } && Distinct(choice) is { } distinct
            ? distinct with { Negated = which.Value == 0 }
            : (SqlExpression)Children(comparison);
    }

    /// <summary>CASE WHEN a = b OR a IS NULL AND b IS NULL THEN 0 ELSE 1 END.</summary>
    private SqlIsDistinct? Distinct(SqlCase choice)
    {
        if (choice is not { Operand: null, Branches: [{ Result: SqlNumber { Value: 0 }, Condition: SqlBinary condition }], Else: SqlNumber { Value: 1 } })
        {
            return null;
        }

        var equal = condition.Operator == SqlBinaryOperator.Or ? condition.Left as SqlBinary : condition;
        if (equal is not { Operator: SqlBinaryOperator.Equal })
        {
            return null;
        }

        var distinct = new SqlIsDistinct(Raise(equal.Left), Raise(equal.Right));
        var bothNull = new SqlBinary(SqlBinaryOperator.And, new SqlIsNull(equal.Left), new SqlIsNull(equal.Right));
        var isSame = condition == equal
            ? OracleTexts.IsNeverNull(distinct.Left) || OracleTexts.IsNeverNull(distinct.Right)
            : condition == new SqlBinary(SqlBinaryOperator.Or, equal, bothNull);
        return isSame ? distinct : null;
    }

    /// <summary>A part that is null is an empty text here, and a whole that is empty is null.</summary>
    private SqlExpression Joined(IReadOnlyList<SqlExpression> parts) => OrNull(OracleTexts.Joined(parts.Select(part => Raise(part)).Where(part => part is not SqlNull).DefaultIfEmpty(SqlNull.Instance).Select(OrEmpty)));

    private static SqlExpression OrEmpty(SqlExpression part) => part is SqlNull || OracleTexts.IsNeverNull(part) ? part : new SqlFunction("COALESCE", [Stripped(part), OracleTexts.Empty]);

    private static SqlExpression OrNull(SqlExpression text) => OracleTexts.MayBeEmpty(text) ? new SqlFunction("NULLIF", [text, OracleTexts.Empty]) : text;

    private static SqlExpression Stripped(SqlExpression text) => text is SqlFunction { Name: "NULLIF", Arguments: [var inner, SqlText { Value: "" }] } ? inner : text;

    /// <summary>CASE WHEN a IS NOT NULL THEN a || 'x' END: a plain chain, or a replacement, that asks first for what it needs.</summary>
    private SqlExpression? Guarded(SqlWhen branch)
    {
        var asked = Asked(branch.Condition);
        if (asked is null || branch.Result is not (SqlBinary { Operator: SqlBinaryOperator.Concat } or SqlFunction { Name: "REPLACE", Arguments.Count: > 1 }))
        {
            return null;
        }

        var there = asked.Select(Raise).ToHashSet();
        var plain = branch.Result is SqlFunction replace
            ? new SqlFunction("REPLACE", [Stripped(Raise(replace.Arguments[0])), Plain(replace.Arguments[1]), replace.Arguments.Count == 2 ? OracleTexts.Empty : Plain(replace.Arguments[2])])
            : OracleTexts.Joined(OracleTexts.Parts(branch.Result).Select(Plain));
        var needed = plain is SqlFunction { Arguments: [_, var sought, var by] } ? OracleTexts.Needed(sought).Concat(OracleTexts.Needed(by)) : OracleTexts.Needed(plain);
        return there.SetEquals(needed) ? OrNull(plain) : null;

        SqlExpression Plain(SqlExpression part)
        {
            var raised = Stripped(Raise(part));
            return OracleTexts.Needed(raised).All(there.Contains) ? raised : OrEmpty(raised);
        }
    }

    /// <summary>What a condition asks to be there, where it asks nothing else.</summary>
    private static List<SqlExpression>? Asked(SqlExpression condition)
    {
        var asked = new List<SqlExpression>();
        while (condition is SqlBinary { Operator: SqlBinaryOperator.And, Right: SqlIsNull { Negated: true } last } and)
        {
            asked.Add(last.Operand);
            condition = and.Left;
        }

        return condition is SqlIsNull { Negated: true } first ? [.. asked, first.Operand] : null;
    }

    /// <summary>A number among the keys is no position here; beside other keys it tells nothing apart.</summary>
    private SqlSelect Grouped(SqlSelect select)
    {
        var keys = select.GroupBy.Where(key => key is not SqlNumber).ToSeq();
        if (keys.IsEmpty)
        {
            Unportable("GROUP BY a number, which is no position,", "name the column.");
        }

        return select with { GroupBy = keys };
    }

    private SqlExpression Window(SqlWindow window) => window.Function is SqlAggregate { Name: "STDDEV" or "VARIANCE" } statistic
        ? Unportable($"{statistic.Name} over a window", "STDDEV_SAMP and VAR_SAMP have one.")
        : (SqlExpression)Children(window.OrderBy is [{ Expression: SqlNull, Descending: false }] ? window with { OrderBy = [] } : window);

    protected override SqlExpression Divide(SqlBinary division) => new SqlBinary(SqlBinaryOperator.Divide, Raise(division.Left), Divisor(Raise(division.Right)));

    /// <summary>Of a single value STDDEV and VARIANCE are 0 here, the portable ones null.</summary>
    protected override SqlExpression Aggregate(SqlAggregate aggregate)
    {
        if (aggregate is not { Name: "STDDEV" or "VARIANCE", Distinct: false })
        {
            return aggregate is { Name: "STDDEV" or "VARIANCE" } ? Unportable($"{aggregate.Name} of distinct values") : base.Aggregate(aggregate);
        }

        var raised = (SqlAggregate)Children(aggregate);
        var isSingle = new SqlBinary(SqlBinaryOperator.Equal, raised with { Name = "COUNT" }, new SqlNumber(1));
        return new SqlCase(null, [new SqlWhen(isSingle, new SqlNumber(0))], raised);
    }

    protected override SqlExpression Function(SqlFunction function)
    {
        switch (function)
        {
            case { Name: "NVL", Arguments: [var value, var otherwise] }:
                return Coalesced([value, otherwise]);
            case { Name: "COALESCE", Arguments: var values }:
                return Coalesced(values);
            case { Name: "NVL2", Arguments: [var asked, var there, var missing] }:
                return new SqlCase(null, [new SqlWhen(new SqlIsNull(Raise(asked), Negated: true), Raise(there))], Raise(missing));
            case { Name: "DECODE", Arguments.Count: > 2 }:
                return Decoded(Raised(function.Arguments));
            case { Name: "NULLIF", Arguments: [var text, var empty] } when OracleTexts.IsEmpty(empty):
                return Raise(text);
            case { Name: "GREATEST" or "LEAST" }:
                return WhereAllAreThere(function.Name, Raised(function.Arguments));
            case { Name: "MOD", Arguments: [var dividend, var divisor] }:
                return Remainder(dividend, divisor);
            case { Name: "LOG", Arguments: [var radix, var number] }:
                return new SqlBinary(SqlBinaryOperator.Divide, new SqlFunction("LN", [Raise(number)]), new SqlFunction("LN", [Raise(radix)]));
            case { Name: "ROUND", Arguments: [_, SqlText or SqlNull] }:
                return Unportable("ROUND of a date");
            default:
                return Text(function) ?? base.Function(function);
        }
    }

    private SqlExpression Coalesced(Seq<SqlExpression> values)
    {
        var raised = Raised(values).Where(value => value is not SqlNull).ToSeq();
        return raised switch { [] => SqlNull.Instance, [var only] => only, _ => new SqlFunction("COALESCE", raised) };
    }

    /// <summary>DECODE takes two nulls for the same.</summary>
    private static SqlCase Decoded(Seq<SqlExpression> arguments)
    {
        var isSimple = Enumerable.Range(0, (arguments.Count - 1) / 2).All(i => arguments[1 + (2 * i)] is SqlLiteral and not SqlNull);
        var branches = new List<SqlWhen>();
        for (var i = 1; i + 1 < arguments.Count; i += 2)
        {
            var condition = arguments[i] is SqlNull ? new SqlIsNull(arguments[0])
                : isSimple ? arguments[i]
                : arguments[i] is SqlLiteral ? new SqlBinary(SqlBinaryOperator.Equal, arguments[0], arguments[i])
                : (SqlExpression)new SqlIsDistinct(arguments[0], arguments[i], Negated: true);
            branches.Add(new SqlWhen(condition, arguments[i + 1]));
        }

        return new SqlCase(isSimple ? arguments[0] : null, branches.ToSeq(), arguments.Count % 2 == 0 ? arguments[^1] : null);
    }

    /// <summary>MOD(a, 0) is a here, and null in portable SQL.</summary>
    private SqlExpression Remainder(SqlExpression dividend, SqlExpression divisor)
    {
        var remainder = new SqlFunction("MOD", [Raise(dividend), Divisor(Raise(divisor))]);
        return divisor is SqlNumber { Value: not 0 } or SqlFunction { Name: "NULLIF", Arguments: [_, SqlNumber { Value: 0 }] }
            ? remainder
            : new SqlCase(null, [new SqlWhen(new SqlBinary(SqlBinaryOperator.Equal, remainder.Arguments[1], new SqlNumber(0)), remainder.Arguments[0])], remainder);
    }
}
