using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>Keys that nobody declared: a unique index over filled columns, else the column whose name says that it tells the rows apart. The data decides.</summary>
internal static class KeyGuesses
{
    public static DraftTable Of(DraftTable table)
    {
        if (!table.Key.IsEmpty)
        {
            return table;
        }

        var declared = table.Schema.UniqueKeys.Where(k => k.All(c => table.Find(c) is { Column.Nullable: false })).OrderBy(k => k.Count).FirstOrDefault();
        if (!declared.IsEmpty)
        {
            return table with { Key = declared };
        }

        return Named(table) is { } column ? table with { Key = [column.Column.Name], KeyIsGuessed = true } : table;
    }

    /// <summary>A column called id, or after the table itself; else the first column, when it is a key by its name and of no other table.</summary>
    private static ColumnHabits? Named(DraftTable table)
    {
        var keys = table.Columns.Where(c => c.IsKey && (c.IsWhole || c.IsText || c.Kind is SqlTypeKind.Unknown || c.Column.Type is { Kind: SqlTypeKind.Decimal, Scale: 0 or null })).ToList();
        var own = table.One.Split(' ');
        return keys.Find(c => c.Name.Words is ["id" or "key" or "uuid" or "guid" or "pk" or "sequence" or "number" or "code"])
            ?? keys.Find(c => c.Name.Words.SkipLast(1).SequenceEqual(own))
            ?? keys.Find(c => c.Name.Words.Count > 1 && c.Name.Words.SkipLast(1).All(own.Contains) && c.Name.Words[^2] == own[^1]);
    }
}
