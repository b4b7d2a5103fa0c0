namespace BiAssistant.Sql.Checks;

/// <summary>A table that a query may read and the columns it may read of it; a source that is itself a query is listed by its own tables.</summary>
public sealed record AllowedTable(Seq<string> Name, Seq<string> Columns);

/// <summary>What one text may touch: exactly the tables and columns of its bound query. Functions are limited by the dialect's own list.</summary>
public sealed record SqlAllowList(Seq<AllowedTable> Tables)
{
    /// <summary>A table that is listed several times may be read by all columns of its lists.</summary>
    public static SqlAllowList Of(IEnumerable<AllowedTable> tables) =>
        new(tables.GroupBy(t => t.Name).Select(g => new AllowedTable(g.Key, g.SelectMany(t => t.Columns).Distinct().ToSeq())).ToSeq());
}
