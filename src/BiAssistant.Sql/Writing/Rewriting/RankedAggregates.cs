using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing.Rewriting;

/// <summary>
/// Medians, percentiles, first and last values and deviations for engines without such aggregates: an inner query numbers each group's rows in order, an
/// outer one aggregates the rows in the right places. MEDIAN(x) becomes the average of the one or two rows in the middle.
/// </summary>
internal static class RankedAggregates
{
    private const string Table = "ranked";

    /// <param name="keysAreColumns">Whether what a group is made by can be used as part of an expression only where it is a column.</param>
    public static SqlQuery Rewrite(SqlQuery query, IReadOnlySet<string> missing, Action<string> unsayable, bool keysAreColumns = false) => SelectRewriting.EachSelect(query, select =>
    {
        var aggregates = OwnAggregates(select);
        var first = aggregates.Find(aggregate => missing.Contains(aggregate.Name))?.Name;
        if (first is null && !(keysAreColumns && UsesComputedKey(select)))
        {
            return select;
        }

        if (new Ranked(select, aggregates, missing).Select() is { } rewritten)
        {
            return rewritten;
        }

        unsayable($"{first ?? "An expression over what groups are made by"} in this query");
        return select;
    });

    /// <summary>Whether a key that is computed is part of an expression or of the condition on groups, is selected twice, or holds what is read as something else each time (a parameter, NULLIF).</summary>
    private static bool UsesComputedKey(SqlSelect select)
    {
        var computed = select.GroupBy.Where(key => key is not (SqlColumn or SqlNumber)).ToHashSet();
        return computed.Count > 0
            && (computed.Any(key => select.Items.Count(item => item.Expression == key) > 1 || key.DescendantsAndSelf().Any(node => node is SqlParameter or SqlFunction { Name: "NULLIF" })) || Rows(select).Any(row => row == select.Having ? Holds(row) : SqlTree.Children(row).Any(Holds)));

        bool Holds(SqlNode node) => node is not (SqlAggregate or SqlQuery) && ((node is SqlExpression expression && computed.Contains(expression)) || SqlTree.Children(node).Any(Holds));
    }

    private static List<SqlAggregate> OwnAggregates(SqlSelect select) =>
        [.. Rows(select).SelectMany(row => SqlAnalysis.Aggregates(row)).Distinct()];

    /// <summary>What is computed for a group: the columns, the condition on groups and the ordering.</summary>
    private static IEnumerable<SqlExpression> Rows(SqlSelect select) =>
        [.. select.Items.Select(item => item.Expression), .. select.Having is null ? Array.Empty<SqlExpression>() : [select.Having], .. select.OrderBy.Select(order => order.Expression)];

    /// <summary>One select on its way into the two.</summary>
    private sealed class Ranked(SqlSelect select, List<SqlAggregate> aggregates, IReadOnlySet<string> missing)
    {
        private readonly List<SqlSelectItem> _inner = [];
        private readonly Dictionary<SqlExpression, SqlExpression> _outer = [];
        private readonly Seq<SqlExpression> _keys = select.GroupBy.Select(key => SelectRewriting.MeantKey(key, select)).ToSeq();

        public SqlSelect? Select()
        {
            var aliases = SelectRewriting.Aliases(select.From).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var outside = SelectRewriting.Expressions(select).SelectMany(node => SqlAnalysis.Columns(node)).Any(column => column.Table is not null && !aliases.Contains(column.Table));
            if (outside || _keys.Any(key => SelectRewriting.IsAmbiguousKey(key, select)) || select.Qualify is not null || Rows(select).Any(SqlAnalysis.HasSubquery))
            {
                return null;
            }

            for (var i = 0; i < _keys.Count; i++)
            {
                _outer[_keys[i]] = Added(_keys[i], $"key_{i + 1}");
            }

            for (var i = 0; i < aggregates.Count; i++)
            {
                if (Outer(aggregates[i], $"{i + 1}") is not { } outer)
                {
                    return null;
                }

                _outer[aggregates[i]] = outer;
            }

            var outputs = select.Items.Select(item => item.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var rewritten = SelectRewriting.Replace(
                select with { From = null, With = [], Where = null, GroupBy = [], Items = select.Items.Select(SelectRewriting.Named).ToSeq() },
                expression => _outer.GetValueOrDefault(expression));
            if (Rows(rewritten).SelectMany(row => SqlAnalysis.Columns(row)).Any(column => column.Table != Table && !(column.Table is null && outputs.Contains(column.Name))))
            {
                return null;
            }

            var inner = new SqlSelect(_inner.ToSeq(), select.From) { Where = select.Where };
            return rewritten with { With = select.With, From = new SqlDerivedTable(inner, Table), GroupBy = _keys.Select(key => _outer[key]).ToSeq() };
        }

        private SqlColumn Added(SqlExpression expression, string name)
        {
            _inner.Add(new SqlSelectItem(expression, name));
            return new SqlColumn(Table, name);
        }

        private SqlExpression? Outer(SqlAggregate aggregate, string number)
        {
            if (aggregate is { Arguments: [SqlStar], Filter: null })
            {
                return aggregate;
            }

            var unfiltered = SqlLowering.Unfiltered(aggregate);
            var argument = unfiltered.Arguments[0];
            var value = Added(argument, "value_" + number);
            if (!missing.Contains(aggregate.Name))
            {
                return unfiltered with { Arguments = [value, .. unfiltered.Arguments.Skip(1)] };
            }

            if (aggregate.Distinct)
            {
                return null;
            }

            return aggregate.Name switch
            {
                "MEDIAN" => Middle(value, Rank([new SqlOrder(argument)], number), Count(argument, number)),
                "PERCENTILE" => aggregate.Arguments is [_, SqlNumber { Value: >= 0 and <= 1 } fraction]
                    ? Between(value, Rank([new SqlOrder(argument)], number), Count(argument, number), fraction)
                    : null,
                "FIRST" => Only(value, Rank(Filtered(aggregate, aggregate.OrderBy), number)),
                "LAST" => Only(value, Rank(Filtered(aggregate, SqlLowering.Reversed(aggregate).OrderBy), number)),
                "VARIANCE" => Variance(value, Mean(argument, number)),
                "STDDEV" => new SqlFunction("SQRT", [Variance(value, Mean(argument, number))]),
                _ => null,
            };
        }

        /// <summary>Rows that the filter leaves out come last.</summary>
        private static Seq<SqlOrder> Filtered(SqlAggregate aggregate, Seq<SqlOrder> order) => aggregate.Filter is null
            ? order
            : [new SqlOrder(new SqlCase(null, [new SqlWhen(aggregate.Filter, new SqlNumber(0))], new SqlNumber(1))), .. order];

        private SqlColumn Rank(Seq<SqlOrder> order, string number) => Added(new SqlWindow(new SqlFunction("ROW_NUMBER", []), _keys, order), "rank_" + number);

        private SqlColumn Count(SqlExpression argument, string number) => Added(new SqlWindow(new SqlAggregate("COUNT", [argument]), _keys, []), "count_" + number);

        private SqlColumn Mean(SqlExpression argument, string number) => Added(new SqlWindow(new SqlAggregate("AVG", [argument]), _keys, []), "mean_" + number);
    }

    /// <summary>Twice the rank of the middle row is one more than the count, or that of the two middle rows the count and two more.</summary>
    private static SqlAggregate Middle(SqlColumn value, SqlColumn rank, SqlColumn count) => new("AVG",
    [
        new SqlCase(null, [new SqlWhen(new SqlBetween(Times(new SqlNumber(2), rank), count, Plus(count, 2)), Approximate(value))], null),
    ]);

    /// <summary>The place p * (n - 1), counted from zero, lies between two rows: the lower one weighs what is left of the upper one's part.</summary>
    private static SqlAggregate Between(SqlColumn value, SqlColumn rank, SqlColumn count, SqlNumber fraction)
    {
        var place = Times(fraction, Minus(count, new SqlNumber(1)));
        var lower = new SqlFunction("FLOOR", [place]);
        var part = Minus(place, lower);
        return new SqlAggregate("SUM",
        [
            new SqlCase(
                null,
                [
                    new SqlWhen(new SqlBinary(SqlBinaryOperator.Equal, rank, Plus(lower, 1)), Times(Approximate(value), Minus(new SqlNumber(1), part))),
                    new SqlWhen(new SqlBinary(SqlBinaryOperator.Equal, rank, Plus(lower, 2)), Times(Approximate(value), part)),
                ],
                null),
        ]);
    }

    private static SqlAggregate Only(SqlColumn value, SqlColumn rank) =>
        new("MAX", [new SqlCase(null, [new SqlWhen(new SqlBinary(SqlBinaryOperator.Equal, rank, new SqlNumber(1)), value)], null)]);

    /// <summary>The squares of the distances from the mean, over one less than their number; of a single value there is none.</summary>
    private static SqlBinary Variance(SqlColumn value, SqlColumn mean)
    {
        var distance = Minus(Approximate(value), mean);
        return new SqlBinary(SqlBinaryOperator.Divide, new SqlAggregate("SUM", [Times(distance, distance)]), Minus(new SqlAggregate("COUNT", [value]), new SqlNumber(1)));
    }

    /// <summary>Statistics are not exact in any engine; said to be, a sum of products would run out of digits.</summary>
    private static SqlCast Approximate(SqlExpression value) => new(value, SqlType.Double);

    private static SqlBinary Times(SqlExpression left, SqlExpression right) => new(SqlBinaryOperator.Multiply, left, right);

    private static SqlBinary Minus(SqlExpression left, SqlExpression right) => new(SqlBinaryOperator.Subtract, left, right);

    private static SqlBinary Plus(SqlExpression left, int right) => new(SqlBinaryOperator.Add, left, new SqlNumber(right));
}
