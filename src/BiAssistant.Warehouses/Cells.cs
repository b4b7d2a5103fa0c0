using System.Globalization;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses;

/// <summary>What a value of an engine becomes in a result, where engines share the rule; a value that has no honest form there is a fault.</summary>
internal static class Cells
{
    public static double Finite(string warehouse, string column, double value) =>
        double.IsFinite(value) ? value : throw new WarehouseFault(warehouse, new ColumnNotFinite(column));

    public static WarehouseFault Binary(string warehouse, string column) => new(warehouse, new ColumnBinary(column));

    public static WarehouseFault TooWide(string warehouse, string column) => new(warehouse, new ColumnTooWide(column));

    public static WarehouseFault NoCell(string warehouse, string column, string type) => new(warehouse, new ColumnOfStrangeType(column, type));

    /// <summary>The double that is written as the shorter number is: 0.1, not 0.10000000149.</summary>
    public static double Shortest(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static WarehouseFault NoSelect(string warehouse) => new(warehouse, new OnlyRead());

    public static WarehouseFault SecondStatement(string warehouse) => new(warehouse, new SeveralStatements());
}
