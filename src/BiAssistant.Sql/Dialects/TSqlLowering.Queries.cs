using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>Queries, aggregates and windows: WITH stands at the top, only rows that are limited are ordered inside a query, and every column of a table has a name.</summary>
internal sealed partial class TSqlLowering
{
    private const string Table = "part";

    protected override SqlQuery Rewritten(SqlQuery query)
    {
        var aggregated = RankedAggregates.Rewrite(UsingJoins.Rewrite(base.Rewritten(query), Unsaid), Missing, Unsaid);
        return Inner(TopLevelSteps.Rewrite(aggregated, Unsaid));
    }

    /// <summary>The query with what only a query inside another must not have left out, and with names for the columns of tables.</summary>
    private static SqlQuery Inner(SqlQuery query)
    {
        var inner = (SqlQuery)SqlTree.MapChildren(query, Node);
        return !inner.OrderBy.IsEmpty && inner is SqlSetOperation or SqlSelect { Distinct: true } ? WithNames(inner) : inner;

        static SqlNode Node(SqlNode node) => node switch
        {
            SqlQuery { Limit: null, Offset: null } nested => Inner(nested with { OrderBy = [] }),
            SqlQuery nested => Inner(nested),
            SqlDerivedTable derived => derived with { Query = WithNames((SqlQuery)Node(derived.Query)) },
            SqlCommonTable common => common with { Query = WithNames((SqlQuery)Node(common.Query)) },
            _ => SqlTree.MapChildren(node, Node),
        };
    }

    private static SqlQuery WithNames(SqlQuery query) => query switch
    {
        SqlSetOperation set => set with { Left = WithNames(set.Left) },
        SqlSelect select => select with { Items = select.Items.Select((item, i) => IsNamed(item) ? item : item with { Alias = $"column_{i + 1}" }).ToSeq() },
        _ => query,
    };

    private static bool IsNamed(SqlSelectItem item) => item.Alias is not null || item.Expression is SqlColumn or SqlStar;

    protected override SqlQuery WholeQuery(SqlQuery query)
    {
        if (query is SqlSetOperation { All: true, Operator: not SqlSetOperator.Union } refused)
        {
            Unsayable($"{refused.Operator.ToString().ToUpperInvariant()} ALL");
        }

        var lowered = base.WholeQuery(query);
        lowered = lowered with { OrderBy = Sayable(lowered.OrderBy, isWindow: false) };
        if (lowered is not SqlSetOperation set)
        {
            return Limited(lowered);
        }

        set = set with { Left = AsOperand(set.Left), Right = AsOperand(set.Right) };
        // A set operation is ordered by its columns alone, and not where it begins with a bracket; any other becomes a table.
        var isPlain = set.OrderBy.IsEmpty || (set.OrderBy.All(o => o.Expression is SqlColumn or SqlNumber) && First(set.Left) is { Limit: null, Offset: null });
        return Limited(isPlain ? set : AsTable(set with { OrderBy = [], Limit = null, Offset = null }) with { OrderBy = set.OrderBy, Limit = set.Limit, Offset = set.Offset });
    }

    private static SqlQuery First(SqlQuery query) => query is SqlSetOperation { Limit: null, Offset: null, Left: var left } ? First(left) : query;

    /// <summary>TOP says how many rows a select has; rows are passed over only in an order, and of none at all FETCH is refused.</summary>
    private static SqlQuery Limited(SqlQuery query)
    {
        if (query is { Limit: null, Offset: null })
        {
            return query;
        }

        var limited = query.Limit == 0 ? query with { Offset = null, OrderBy = [] } : query;
        if (limited is SqlSetOperation { Limit: not null, OrderBy.IsEmpty: false })
        {
            return limited with { Offset = limited.Offset ?? 0 };
        }

        if (limited is SqlSetOperation { OrderBy.IsEmpty: true } or SqlSelect { Distinct: true, OrderBy.IsEmpty: true, Offset: not null })
        {
            limited = AsTable(limited with { Limit = null, Offset = null }) with { Limit = limited.Limit, Offset = limited.Offset };
        }

        return limited is { Offset: not null, OrderBy.IsEmpty: true } ? limited with { OrderBy = AnyOrder } : limited;
    }

    /// <summary>Operands of a set operation have no order; one whose rows depend on it becomes a table.</summary>
    private static SqlQuery AsOperand(SqlQuery operand) => operand.OrderBy.IsEmpty ? operand : AsTable(operand);

    private static SqlSelect AsTable(SqlQuery query) =>
        new SqlSelect([new SqlSelectItem(new SqlStar())], new SqlDerivedTable(WithNames(query with { With = [] }), Table)) { With = query.With };

    /// <summary>What stands for an order where one must be said and none is meant.</summary>
    private static Seq<SqlOrder> AnyOrder => [new SqlOrder(new SqlScalarQuery(new SqlSelect([new SqlSelectItem(SqlNull.Instance)], null)), Nulls: SqlNullOrder.First)];

    /// <summary>The terms that order something, each once: constants and repetitions are refused there. A whole number is a column's position, but not in a window.</summary>
    private static Seq<SqlOrder> Sayable(Seq<SqlOrder> orders, bool isWindow) => orders
        .Where(order => !SqlAnalysis.IsConstant(order.Expression) || (!isWindow && order.Expression is SqlNumber { Value: >= 1 and var place } && decimal.IsInteger(place)))
        .DistinctBy(order => order.Expression)
        .ToSeq();

    protected override SqlSelect Select(SqlSelect select)
    {
        if (select.GroupBy.IsEmpty)
        {
            return base.Select(select);
        }

        Seq<SqlExpression> keys = select.GroupBy.Select(key => Key(key, select)).Where(key => !SqlAnalysis.IsConstant(key)).ToSeq();
        // A group by constants alone has no row where nothing is read; without it there would be one.
        var some = new SqlBinary(SqlBinaryOperator.Greater, new SqlAggregate("COUNT", [new SqlStar()]), Whole(0));
        var having = !keys.IsEmpty ? select.Having : select.Having is null ? some : new SqlBinary(SqlBinaryOperator.And, some, select.Having);
        return base.Select(select with { GroupBy = keys, Having = having });
    }

    /// <summary>A key that is said by its position is written out; by an alias it cannot be said, and no guess is made at what the name means.</summary>
    private SqlExpression Key(SqlExpression key, SqlSelect select)
    {
        if (key is SqlNumber position)
        {
            var isPlace = decimal.IsInteger(position.Value) && position.Value >= 1 && position.Value <= select.Items.Count;
            key = isPlace && select.Items[(int)position.Value - 1].Expression is not SqlStar and var item
                ? item
                : Refuse("sql_group_position", $"GROUP BY {position.Value} is not the position of a column.");
        }
        else if (key is SqlColumn { Table: null } name
            && select.Items.FirstOrDefault(item => string.Equals(item.Alias, name.Name, StringComparison.OrdinalIgnoreCase)) is { } aliased
            && !SqlAnalysis.Columns(aliased.Expression).Any(column => string.Equals(column.Name, name.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return Unsayable($"GROUP BY the alias {name.Name}", "group by its expression.");
        }

        return SqlAnalysis.HasSubquery(key) ? Unsayable("A subquery in GROUP BY", "compute it in a step of WITH.") : key;
    }

    protected override SqlExpression Aggregate(SqlAggregate aggregate)
    {
        if (SqlAnalysis.HasSubquery(aggregate))
        {
            return Unsayable("An aggregate over a subquery", "compute the subquery in a step of WITH.");
        }

        var portable = Unfiltered(aggregate).Arguments[0];
        var value = Lower(portable) is var lowered && lowered is SqlNull ? new SqlCast(lowered, SqlType.Integer) : lowered;
        return aggregate.Name switch
        {
            "COUNT" => Called("COUNT_BIG", value),
            "SUM" => Called("SUM", Summed(portable, value)),
            "AVG" => Called("AVG", IsFloat(value) ? value : CastTo(value, SqlType.Double)),
            "STDDEV" => Called("STDEV", value),
            "VARIANCE" => Called("VAR", value),
            "MIN" or "MAX" => Called(aggregate.Name, value is SqlCast { Type.Kind: SqlTypeKind.Boolean } ? new SqlCast(value, SqlType.Integer) : value),
            _ => Unsayable(aggregate.Name),
        };

        SqlAggregate Called(string name, SqlExpression argument) => new(name, [argument]) { Distinct = aggregate.Distinct };
    }

    /// <summary>A sum of INTs is an INT and overflows; a zero in front makes it a BIGINT and leaves every wider type as it is.</summary>
    private static SqlExpression Summed(SqlExpression portable, SqlExpression value)
    {
        if (IsWhole(portable) || IsWhole(value))
        {
            return CastTo(value, SqlType.BigInteger);
        }

        var isWide = CertainType(portable).Kind is SqlTypeKind.Decimal or SqlTypeKind.Double || IsFloat(value);
        return isWide ? value : new SqlBinary(SqlBinaryOperator.Add, BigZero, value);
    }

    internal static SqlCast BigZero { get; } = new(Whole(0), SqlType.BigInteger);

    protected override SqlExpression Window(SqlWindow window)
    {
        if (window.Frame is { Unit: SqlFrameUnit.Range } range && (range.From.Offset ?? 0, range.To.Offset ?? 0) is not (0, 0))
        {
            return Unsayable("A window of RANGE with an amount", "use ROWS.");
        }

        if (base.Window(window with { PartitionBy = window.PartitionBy.Where(key => !SqlAnalysis.IsConstant(key)).ToSeq() }) is not SqlWindow lowered)
        {
            return SqlNull.Instance;
        }

        var name = (lowered.Function as SqlFunction)?.Name;
        var frame = name is not null && Frameless.Contains(name) ? null : lowered.Frame;
        var order = Sayable(lowered.OrderBy, isWindow: true);
        return lowered with { OrderBy = order.IsEmpty && (name is not null || frame is not null) ? AnyOrder : order, Frame = frame };
    }
}
