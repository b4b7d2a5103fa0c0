using System.Globalization;
using BiAssistant.Sql.Schemas;

namespace BiAssistant.Warehouses;

/// <summary>Stops a schema that is too large to be read at once, before its columns are.</summary>
internal static class SchemaLimits
{
    public static void OfTables(string warehouse, int tables)
    {
        if (tables > SchemaScope.MostTables)
        {
            throw TooMany(warehouse, tables, "tables and views", SchemaScope.MostTables);
        }
    }

    public static void OfColumns(string warehouse, int columns)
    {
        if (columns > SchemaScope.MostColumns)
        {
            throw TooMany(warehouse, columns, "columns", SchemaScope.MostColumns);
        }
    }

    private static WarehouseFault TooMany(string warehouse, int found, string what, int most) => new(
        warehouse,
        WarehouseFaultKind.Rejected,
        string.Create(CultureInfo.InvariantCulture, $"The warehouse '{warehouse}' has {found:N0} {what}; at most {most:N0} are read at once. Name the schemas or the tables to read."));
}
