using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>
/// What the parts of a pass bring into the merge so that the rest can be computed there: of each expression the largest pieces that one part can compute by itself.
/// A piece that is no null where the part has no row for another is computed after they have met.
/// </summary>
/// <param name="islands">Where columns live.</param>
/// <param name="mayBeMissing">Whether rows may meet no row of an island.</param>
/// <param name="free">Takes a name if nothing else has it.</param>
internal sealed class CarriedColumns(Islands islands, Func<int, bool> mayBeMissing, Func<string, bool> free)
{
    private readonly List<(int Home, PlanColumn Column)> _carried = [];
    private readonly List<(int Home, PlanColumn Column)> _keys = [];
    private readonly Dictionary<SqlColumn, SqlColumn> _merged = [];

    /// <summary>The columns that a part brings: keys first, the others in order of first use.</summary>
    public Seq<PlanColumn> Of(int home) => _keys.Concat(_carried).Where(c => c.Home == home).Select(c => c.Column).ToSeq();

    /// <summary>The columns of a relation of the merge that expressions use, under the names that they have there.</summary>
    public Seq<PlanColumn> Merged(string alias) => _merged.Where(m => m.Key.Table == alias).Select(m => new PlanColumn(m.Value.Name, m.Key)).ToSeq();

    /// <summary>An expression over the columns that the parts bring, which are brought from now on.</summary>
    /// <param name="expression">What is computed.</param>
    /// <param name="name">What it is called where one part computes it as a whole; null leaves that to its columns.</param>
    public SqlExpression InMerge(SqlExpression expression, string? name = null) => Node(expression, name) is SqlExpression there ? there : expression;

    /// <summary>A column of a part, under a name of its own even where the part brings the same under another one.</summary>
    public SqlColumn Column(int home, SqlExpression expression, string name)
    {
        _carried.Add((home, new PlanColumn(name, expression)));
        return new SqlColumn(null, name);
    }

    /// <summary>A column of a part that rows from elsewhere are compared with.</summary>
    public SqlColumn Key(int home, SqlExpression expression, string name)
    {
        _keys.Add((home, new PlanColumn(name, expression)));
        return new SqlColumn(null, name);
    }

    private SqlNode Node(SqlNode node, string? name)
    {
        if (node is SqlColumn column && islands.HomeOf(column) == Islands.Merge)
        {
            return _merged.TryGetValue(column, out var named) ? named : _merged[column] = new SqlColumn(null, UniqueName.Of(column.Name, free));
        }

        if (node is SqlExpression expression && islands.HomeOf(expression) is >= 0 and var home && (home == 0 || expression is SqlColumn || !mayBeMissing(home) || Missing.MakesNull(expression)))
        {
            var known = _carried.Find(c => c.Home == home && c.Column.Expression == expression).Column;
            return known is not null && name is null ? new SqlColumn(null, known.Name) : Column(home, expression, name ?? UniqueName.Of(NameOf(expression), free));
        }

        return SqlAnalysis.Columns(node).IsEmpty ? node : SqlTree.MapChildren(node, child => Node(child, null));
    }

    private static string NameOf(SqlExpression expression)
    {
        var first = SqlAnalysis.Columns(expression)[0];
        return ShortName.Of($"{first.Table}_{first.Name}", expression is SqlColumn ? "" : "_value");
    }
}
