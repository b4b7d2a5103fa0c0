using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Checks;

/// <summary>Spells out <c>*</c> where a select reads one table alone, by the columns that may be read; every other star stays, for the gate to judge.</summary>
internal sealed class SqlStars(SqlDialect dialect, SqlAllowList allowed)
{
    public SqlQuery Spell(SqlQuery query)
    {
        var steps = query.DescendantsAndSelf().OfType<SqlCommonTable>().Select(step => step.Name).ToHashSet(dialect.TableNameComparer);
        return (SqlQuery)Spell(query, steps);
    }

    private SqlNode Spell(SqlNode node, HashSet<string> steps)
    {
        var spelled = SqlTree.MapChildren(node, child => Spell(child, steps));
        return spelled is SqlSelect { From: SqlTable table } select && Columns(table, steps) is { IsEmpty: false } columns
            ? select with { Items = select.Items.SelectMany(item => IsAllOf(item, table) ? columns : [item]).ToSeq() }
            : spelled;
    }

    private Seq<SqlSelectItem> Columns(SqlTable table, HashSet<string> steps)
    {
        if (table.Name is [var only] && steps.Contains(only))
        {
            return [];
        }

        var found = allowed.Tables.FirstOrDefault(one => one.Name.Select(dialect.NativeName).SequenceEqual(table.Name, dialect.TableNameComparer));
        return found?.Columns.Select(column => new SqlSelectItem(new SqlColumn(null, dialect.NativeName(column)))).ToSeq() ?? [];
    }

    private bool IsAllOf(SqlSelectItem item, SqlTable table) =>
        item.Expression is SqlStar star && (star.Table is null || dialect.NameComparer.Equals(star.Table, table.Alias ?? table.Name[^1]));
}
