using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Where nulls go in an ordering, for engines without words for it: a key of 0 and 1 before the term.</summary>
internal static class SqlNullOrders
{
    public static Seq<SqlOrder> WithKeys(Seq<SqlOrder> orders, SqlDialect dialect) => orders.SelectMany(order => Keyed(order, order.Expression, dialect)).ToSeq();

    /// <summary>The query with such keys; what may be ordered by its columns alone (a set operation, distinct rows) becomes a table first.</summary>
    public static SqlQuery Sayable(SqlQuery query, SqlDialect dialect)
    {
        if (query.OrderBy.All(order => !NeedsKey(order, dialect)))
        {
            return query with { OrderBy = query.OrderBy.Select(order => order with { Nulls = dialect.DefaultNulls(order.Descending) }).ToSeq() };
        }

        if (query is SqlSelect { Distinct: false } select)
        {
            return select with { OrderBy = select.OrderBy.SelectMany(order => Keyed(order, Meant(order.Expression, select), dialect)).ToSeq() };
        }

        return AsTable(query, dialect);
    }

    /// <summary>The query's rows as a table, which are ordered and limited around it.</summary>
    public static SqlSelect AsTable(SqlQuery query, SqlDialect dialect)
    {
        var body = query with { With = [], OrderBy = [], Limit = null, Offset = null };
        return new SqlSelect([new SqlSelectItem(new SqlStar())], new SqlDerivedTable(body, "part"))
        {
            With = query.With,
            OrderBy = WithKeys(query.OrderBy.Select(order => order with { Expression = Output(order.Expression, query) }).ToSeq(), dialect),
            Limit = query.Limit,
            Offset = query.Offset,
        };
    }

    /// <summary>The way back: a term after a key for its own nulls says where they go.</summary>
    public static SqlNode WithoutKeys(SqlNode native) => SqlTree.MapChildren(native, WithoutKeys) switch
    {
        SqlQuery query => query with { OrderBy = WithoutKeys(query.OrderBy) },
        SqlWindow window => window with { OrderBy = WithoutKeys(window.OrderBy) },
        var other => other,
    };

    private static Seq<SqlOrder> WithoutKeys(Seq<SqlOrder> orders)
    {
        var terms = new List<SqlOrder>();
        for (var i = 0; i < orders.Count; i++)
        {
            if (i + 1 < orders.Count && KeyOf(orders[i]) is var (of, nulls) && of == orders[i + 1].Expression)
            {
                terms.Add(orders[++i] with { Nulls = nulls });
            }
            else
            {
                terms.Add(IsNeverNull(orders[i]) ? orders[i] with { Nulls = SqlNullOrder.Last } : orders[i]);
            }
        }

        return terms.ToSeq();
    }

    private static (SqlExpression Of, SqlNullOrder Nulls)? KeyOf(SqlOrder order) => order is
    {
        Descending: false,
        Expression: SqlCase { Operand: null, Branches: [{ Condition: SqlIsNull { Negated: false, Operand: var of }, Result: SqlNumber { Value: 0 or 1 } ifNull }], Else: SqlNumber { Value: 0 or 1 } otherwise },
    } && ifNull != otherwise
        ? (of, ifNull.Value == 1 ? SqlNullOrder.Last : SqlNullOrder.First)
        : null;

    private static bool NeedsKey(SqlOrder order, SqlDialect dialect) => order.Nulls != dialect.DefaultNulls(order.Descending) && !IsNeverNull(order);

    private static bool IsNeverNull(SqlOrder order) => SqlNullability.Of(order.Expression, _ => null) == false;

    /// <summary>
    /// A constant stays as it is said, by the name of its column: in its own place it would be the position of another. So does a window, which need not be computed a second time.
    /// </summary>
    private static IEnumerable<SqlOrder> Keyed(SqlOrder order, SqlExpression meant, SqlDialect dialect)
    {
        var natural = order with { Expression = SqlAnalysis.IsConstant(meant) || SqlAnalysis.HasWindow(meant) ? order.Expression : meant, Nulls = dialect.DefaultNulls(order.Descending) };
        if (!NeedsKey(order with { Expression = meant }, dialect))
        {
            return [natural];
        }

        return [Key(order with { Expression = meant }, dialect), natural];
    }

    /// <summary>The key that says of a term where its nulls go.</summary>
    public static SqlOrder Key(SqlOrder order, SqlDialect dialect)
    {
        var (ifNull, otherwise) = order.Nulls == SqlNullOrder.Last ? (1, 0) : (0, 1);
        var key = new SqlCase(null, [new SqlWhen(new SqlIsNull(order.Expression), new SqlNumber(ifNull))], new SqlNumber(otherwise));
        return new SqlOrder(key, Nulls: dialect.DefaultNulls(descending: false));
    }

    /// <summary>An output name or a position in ORDER BY as the expression that it stands for: inside a key neither is known.</summary>
    private static SqlExpression Meant(SqlExpression term, SqlSelect select) => term switch
    {
        SqlColumn { Table: null } column when select.Items.FirstOrDefault(item => string.Equals(item.Alias, column.Name, StringComparison.OrdinalIgnoreCase)) is { } item => item.Expression,
        SqlNumber position => ByPosition(position, select.Items)?.Expression ?? term,
        _ => term,
    };

    private static SqlExpression Output(SqlExpression term, SqlQuery query)
    {
        var items = Items(query);
        var item = term is SqlNumber position ? ByPosition(position, items) : items.FirstOrDefault(item => item.Alias is not null && item.Expression == term);
        return Name(item) is { } name ? new SqlColumn(null, name) : term is SqlColumn column ? new SqlColumn(null, column.Name) : term;
    }

    private static Seq<SqlSelectItem> Items(SqlQuery query) => query is SqlSetOperation set ? Items(set.Left) : ((SqlSelect)query).Items;

    private static SqlSelectItem? ByPosition(SqlNumber position, Seq<SqlSelectItem> items) =>
        position.Value >= 1 && position.Value <= items.Count && decimal.IsInteger(position.Value) ? items[(int)position.Value - 1] : null;

    private static string? Name(SqlSelectItem? item) => item?.Alias ?? (item?.Expression as SqlColumn)?.Name;
}
