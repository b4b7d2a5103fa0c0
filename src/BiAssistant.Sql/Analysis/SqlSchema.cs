using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>The tables that a query may find, as a warehouse or a catalog describes them.</summary>
public sealed record SqlSchema(Seq<SqlSchemaTable> Tables);

/// <summary>A table by its name's parts, with its columns in order.</summary>
public sealed record SqlSchemaTable(Seq<string> Name, Seq<SqlSchemaColumn> Columns);

/// <summary>A column of a table; <c>Nullable</c> is null where nothing is known about it.</summary>
public sealed record SqlSchemaColumn(string Name, SqlType Type, bool? Nullable = null);

/// <summary>A column of a described table, by the table's full name.</summary>
public sealed record SqlSource(Seq<string> Table, string Column)
{
    public override string ToString() => $"{string.Join('.', Table)}.{Column}";
}
