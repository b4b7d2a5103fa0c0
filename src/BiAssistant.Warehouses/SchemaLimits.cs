using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses;

/// <summary>Stops a schema that is too large to be read at once, before its columns are.</summary>
internal static class SchemaLimits
{
    public static void OfTables(string warehouse, int tables)
    {
        if (tables > SchemaScope.MostTables)
        {
            throw new WarehouseFault(warehouse, new TooManyTables(tables, SchemaScope.MostTables));
        }
    }

    public static void OfColumns(string warehouse, int columns)
    {
        if (columns > SchemaScope.MostColumns)
        {
            throw new WarehouseFault(warehouse, new TooManyColumns(columns, SchemaScope.MostColumns));
        }
    }
}
