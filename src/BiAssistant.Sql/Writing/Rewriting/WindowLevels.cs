using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing.Rewriting;

/// <summary>
/// Windows in queries around one another and around the groups they are computed of, for an engine that mixes up rows where they stand together (MariaDB 10.11). It sorts the rows once for all
/// windows of which the keys of one begin with those of the next, and takes the keys of the longest for all: beside <c>SUM(n) OVER (PARTITION BY region)</c> and <c>SUM(n) OVER ()</c>,
/// <c>RANK() OVER (ORDER BY n)</c> leaves the rows of a region apart, each with a sum of its own. Windows go together that have one partition and, where they are ordered, equally many
/// terms: whatever of these is one and the same in every row, none is then computed in the order of another. And beside a window it loses groups that HAVING keeps where different values
/// are counted, and ranks an empty sum of aggregates as zero, so that groups are made below all windows. What is below is a column above.
/// </summary>
internal static class WindowLevels
{
    /// <param name="select">In the engine's own constructs, with all keys of its orders: what is inside it has been rewritten.</param>
    /// <param name="unsayable">Called with what can be neither together nor apart, and what can be said instead.</param>
    public static SqlSelect Rewrite(SqlSelect select, Action<string, string?> unsayable)
    {
        var levels = Levels(select);
        if (levels.Count <= 1)
        {
            return select;
        }

        if (Hindrance(select) is var (where, instead))
        {
            unsayable($"Windows over groups, or of different partitions or orders, {where}", instead);
            return select;
        }

        return new Apart(select, levels).Select();
    }

    /// <summary>The windows of each query, from the lowest; none where groups are made.</summary>
    private static List<List<SqlWindow>> Levels(SqlSelect select)
    {
        var windows = Rows(select).SelectMany(Windows).Distinct().ToList();
        var levels = new List<List<SqlWindow>>();
        if (windows.Count > 0 && IsGrouped(select))
        {
            levels.Add([]);
        }

        foreach (var window in windows)
        {
            if (levels.Find(level => level.Count > 0 && level.TrueForAll(other => GoTogether(window, other))) is { } level)
            {
                level.Add(window);
            }
            else
            {
                levels.Add([window]);
            }
        }

        return levels;
    }

    private static bool IsGrouped(SqlSelect select) => !select.GroupBy.IsEmpty || select.Having is not null || Rows(select).Any(SqlAnalysis.IsAggregate);

    private static bool GoTogether(SqlWindow one, SqlWindow other) =>
        one.PartitionBy == other.PartitionBy && (one.OrderBy.IsEmpty || other.OrderBy.IsEmpty || one.OrderBy.Count == other.OrderBy.Count);

    private static (string Where, string? Instead)? Hindrance(SqlSelect select)
    {
        if (select.Items.Any(item => item.Expression is SqlStar))
        {
            return ("beside every column", "name the columns.");
        }

        if (Rows(select).SelectMany(row => row.DescendantsAndSelf()).OfType<SqlExpression>().Any(part => HoldsQuery(part) && SqlAnalysis.HasWindow(part)))
        {
            return ("of which one is compared with the rows of a query", "name it in a step first.");
        }

        if (SelectRewriting.ReadsOutside(select))
        {
            return ("in a query that reads columns of the one around it", null);
        }

        return select.GroupBy.Any(key => SelectRewriting.IsAmbiguousKey(key, select))
            || (select.Having is { } having && HasAmbiguousName(having, select))
            || select.OrderBy.Any(order => order.Expression is not SqlColumn && HasAmbiguousName(order.Expression, select))
            ? ("beside a name that is a column's and another's alias", "give that another alias.")
            : null;
    }

    /// <summary>As a term of an order an alias is what it stands for; within an expression it may be a column of the tables.</summary>
    private static bool HasAmbiguousName(SqlExpression expression, SqlSelect select) => SqlAnalysis.Columns(expression).Any(column =>
        column.Table is null && select.Items.Any(item => item.Expression != column && string.Equals(item.Alias, column.Name, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<SqlExpression> Rows(SqlSelect select) => select.Items.Select(item => item.Expression).Concat(select.OrderBy.Select(order => order.Expression));

    private static IEnumerable<SqlWindow> Windows(SqlNode node) => node switch
    {
        SqlWindow window => [window],
        SqlQuery => [],
        _ => SqlTree.Children(node).SelectMany(Windows),
    };

    private static bool HoldsQuery(SqlExpression expression) => SqlTree.Children(expression).Any(child => child is SqlQuery);

    /// <summary>What keeps a comparison with rows of a query unknown where it becomes a column.</summary>
    private static bool KeepsUnknown(SqlExpression expression) => expression is SqlFunction { Arguments: [SqlQuantified, ..] };

    /// <summary>One select on its way into several.</summary>
    private sealed class Apart(SqlSelect select, List<List<SqlWindow>> levels)
    {
        private readonly Seq<SqlExpression> _keys = select.GroupBy.Select(key => SelectRewriting.MeantKey(key, select)).ToSeq();
        private readonly Dictionary<SqlExpression, string> _names = [];
        private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

        public SqlSelect Select()
        {
            var level = levels.Count - 1;
            var wanted = new List<SqlExpression>();
            var items = select.Items.Select(SelectRewriting.Named).Select(item => Unnamed(item with { Expression = Over(item.Expression, level, wanted) })).ToSeq();
            var order = select.OrderBy.Select(term => IsOutput(term.Expression) ? term : term with { Expression = Over(term.Expression, level, wanted) }).ToSeq();
            return new SqlSelect(items, Below(level, wanted)) { With = select.With, Distinct = select.Distinct, OrderBy = order, Limit = select.Limit, Offset = select.Offset };
        }

        /// <summary>The table that the level reads, with a column for everything that is wanted of it.</summary>
        private SqlDerivedTable Below(int level, List<SqlExpression> wanted) => new(level == 1 ? Lowest(wanted) : Level(level - 1, wanted), TableBelow(level));

        private SqlSelect Level(int level, List<SqlExpression> wanted)
        {
            var further = new List<SqlExpression>();
            var items = wanted.Select(part => Unnamed(new SqlSelectItem(Over(part, level, further), _names[part]))).ToSeq();
            return new SqlSelect(items, Below(level, further));
        }

        /// <summary>What is computed from the tables themselves; rows that only their number is wanted of have a column, too.</summary>
        private SqlSelect Lowest(List<SqlExpression> wanted) => select with
        {
            With = [],
            Items = wanted.Count == 0 ? [new SqlSelectItem(new SqlNumber(1), "value")] : wanted.Select(part => Unnamed(new SqlSelectItem(part, _names[part]))).ToSeq(),
            GroupBy = _keys,
            OrderBy = [],
            Limit = null,
            Offset = null,
            Distinct = false,
        };

        private string TableBelow(int level) => levels[level - 1].Count == 0 ? "grouped" : "windowed";

        /// <summary>The expression where the level's own windows are computed and all else is a column of the level below.</summary>
        private SqlExpression Over(SqlExpression expression, int level, List<SqlExpression> wanted) => SelectRewriting.Replace(expression, part => part switch
        {
            SqlWindow window when levels[level].Contains(window) => (SqlExpression)SqlTree.MapChildren(window, child => Inside(child, window, level, wanted)),
            SqlWindow or SqlAggregate or SqlColumn => Column(part, level, wanted),
            _ when _keys.Contains(part) || HoldsQuery(part) || KeepsUnknown(part) => Column(part, level, wanted),
            _ => null,
        });

        /// <summary>A window's function stays where it is, even one that would make rows into one by itself.</summary>
        private SqlNode Inside(SqlNode child, SqlWindow window, int level, List<SqlExpression> wanted) => child switch
        {
            SqlExpression function when ReferenceEquals(function, window.Function) => SqlTree.MapChildren(function, argument => Inside(argument, window, level, wanted)),
            SqlExpression expression => Over(expression, level, wanted),
            _ => SqlTree.MapChildren(child, part => Inside(part, window, level, wanted)),
        };

        private SqlColumn Column(SqlExpression part, int level, List<SqlExpression> wanted)
        {
            if (!_names.TryGetValue(part, out var name))
            {
                name = UniqueName.Of(Wanted(part), _taken.Add);
                _names.Add(part, name);
            }

            if (!wanted.Contains(part))
            {
                wanted.Add(part);
            }

            return new SqlColumn(TableBelow(level), name);
        }

        /// <summary>What is a column of the query by itself keeps its name.</summary>
        private string Wanted(SqlExpression part) => part is SqlColumn column ? column.Name : select.Items.FirstOrDefault(item => item.Expression == part)?.Alias ?? "value";

        private bool IsOutput(SqlExpression term) =>
            term is SqlColumn { Table: null } column && select.Items.Select(SelectRewriting.Named).Any(item => string.Equals(item.Alias, column.Name, StringComparison.OrdinalIgnoreCase));

        private static SqlSelectItem Unnamed(SqlSelectItem item) => item.Expression is SqlColumn column && column.Name == item.Alias ? item with { Alias = null } : item;
    }
}
