namespace BiAssistant.Sql.Checks;

/// <summary>A table that a query may read and the columns it may read of it; a source that is itself a query is listed by its own tables.</summary>
public sealed record AllowedTable(Seq<string> Name, Seq<string> Columns);

/// <summary>What one text may touch: exactly the tables and columns of its bound query. Functions are limited by the dialect's own list.</summary>
public sealed record SqlAllowList(Seq<AllowedTable> Tables);
