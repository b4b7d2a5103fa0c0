using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Checks;

/// <summary>Spells out <c>*</c> where a select reads one table alone, and that of one table by its name, by the columns that may be read; every other star stays, for the gate to judge.</summary>
internal sealed class SqlStars(SqlDialect dialect, SqlAllowList allowed)
{
    public SqlQuery Spell(SqlQuery query)
    {
        var steps = query.DescendantsAndSelf().OfType<SqlCommonTable>().Select(step => step.Name).ToHashSet(dialect.TableNameComparer);
        return (SqlQuery)Spell(query, steps);
    }

    private SqlNode Spell(SqlNode node, HashSet<string> steps) => SqlTree.MapChildren(node, child => Spell(child, steps)) switch
    {
        SqlSelect { From: { } from } select => select with { Items = select.Items.SelectMany(item => Spelled(item, from, steps)).ToSeq() },
        var other => other,
    };

    private Seq<SqlSelectItem> Spelled(SqlSelectItem item, SqlRelation from, HashSet<string> steps) =>
        item.Expression is SqlStar star && Meant(star, from) is { } table && Columns(table, steps) is { IsEmpty: false } columns
            ? columns.Select(column => new SqlSelectItem(new SqlColumn(star.Table, dialect.NativeName(column)))).ToSeq()
            : [item];

    private SqlTable? Meant(SqlStar star, SqlRelation from) =>
        star.Table is null ? from as SqlTable : Tables(from).FirstOrDefault(table => dialect.NameComparer.Equals(star.Table, table.Alias ?? table.Name[^1]));

    private static IEnumerable<SqlTable> Tables(SqlRelation from) => from switch
    {
        SqlTable table => [table],
        SqlJoin join => Tables(join.Left).Concat(Tables(join.Right)),
        _ => [],
    };

    private Seq<string> Columns(SqlTable table, HashSet<string> steps) =>
        table.Name is [var only] && steps.Contains(only)
            ? []
            : allowed.Tables.FirstOrDefault(one => one.Name.Select(dialect.NativeName).SequenceEqual(table.Name, dialect.TableNameComparer))?.Columns ?? [];
}
