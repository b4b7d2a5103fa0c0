using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Schemas;

/// <summary>What a database says of its own tables, in the terms of the portable SQL tree; nothing in it was looked up in the rows. Tables and columns stand in one order, whatever the engine's.</summary>
public sealed record DatabaseSchema(Seq<TableSchema> Tables);

public enum TableKind
{
    Table,

    /// <summary>A query that stands under a name, stored or not.</summary>
    View,
}

/// <summary>A table or view.</summary>
/// <param name="Name">Its name in parts as a catalog's <c>source</c> says it: without the schema that a bare name is found in.</param>
/// <param name="PrimaryKey">Columns; empty when none is declared.</param>
/// <param name="Rows">The engine's own estimate of rows; null when it has none.</param>
public sealed record TableSchema(Seq<string> Name, TableKind Kind, Seq<ColumnSchema> Columns, Seq<string> PrimaryKey, Seq<Seq<string>> UniqueKeys, Seq<ForeignKeySchema> ForeignKeys, string? Comment = null, long? Rows = null)
{
    /// <summary>The schema that it stands in, whether or not its name says it; null where the engine has none.</summary>
    public string? Schema { get; init; }

    /// <summary>Whether the connection may read it at all; a view that is broken cannot be read either.</summary>
    public bool Readable { get; init; } = true;
}

/// <summary>A column.</summary>
/// <param name="Type">The portable type; unknown when the engine does not say one, null when there is none for it, such as a list or a geometry.</param>
/// <param name="DeclaredType">The engine's own words for the type.</param>
public sealed record ColumnSchema(string Name, SqlType? Type, string DeclaredType, bool Nullable, string? Comment = null)
{
    /// <summary>The values of an enumeration, in its order.</summary>
    public Seq<string> Values { get; init; }

    /// <summary>Whether the connection may read it.</summary>
    public bool Readable { get; init; } = true;
}

/// <summary>A declared foreign key: columns of its table that name a row of another.</summary>
public sealed record ForeignKeySchema(Seq<string> Columns, Seq<string> To, Seq<string> ToColumns);
