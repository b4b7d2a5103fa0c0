using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Names of engines that fold to upper case, as portable SQL spells them: ORDERS that was written orders there is orders.</summary>
internal static class SqlPortableNames
{
    public static SqlNode Of(SqlNode node, SqlDialect from)
    {
        var mapped = SqlTree.MapChildren(node, child => Of(child, from));
        return mapped switch
        {
            SqlColumn column => new SqlColumn(Maybe(column.Table), Name(column.Name)),
            SqlStar star => new SqlStar(Maybe(star.Table)),
            SqlTable table => new SqlTable(table.Name.Select(Name).ToSeq(), Maybe(table.Alias)),
            SqlDerivedTable derived => derived with { Alias = Name(derived.Alias) },
            SqlCommonTable common => common with { Name = Name(common.Name) },
            SqlJoin join => join with { Using = join.Using.Select(Name).ToSeq() },
            SqlSelectItem item => item with { Alias = Maybe(item.Alias) },
            _ => mapped,
        };

        string? Maybe(string? name) => name is null ? null : Name(name);

        string Name(string name)
        {
            var lower = name.Any(char.IsAsciiLetterUpper) ? string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c)) : name;
            return from.NativeName(lower) == name ? lower : name;
        }
    }
}
