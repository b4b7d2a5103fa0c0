using System.Globalization;

namespace BiAssistant.Warehouses;

/// <summary>What a value of an engine becomes in a result, where engines share the rule; a value that has no honest form there is a fault.</summary>
internal static class Cells
{
    public static double Finite(string warehouse, string column, double value) => double.IsFinite(value)
        ? value
        : throw Rejected(warehouse, $"the column '{column}' holds a value that is not a number or is without bound");

    public static WarehouseFault Binary(string warehouse, string column) => Rejected(warehouse, $"the column '{column}' holds binary data, which cannot be shown");

    public static WarehouseFault TooWide(string warehouse, string column) => Rejected(warehouse, $"the column '{column}' holds a number with more digits than can be kept exactly");

    public static WarehouseFault NoCell(string warehouse, string column, string type) => Rejected(warehouse, $"the column '{column}' holds a value of the type {type}, which cannot be shown");

    /// <summary>The double that is written as the shorter number is: 0.1, not 0.10000000149.</summary>
    public static double Shortest(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static WarehouseFault NoSelect(string warehouse) =>
        new(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' can only be read; the statement was refused.");

    public static WarehouseFault SecondStatement(string warehouse) =>
        new(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' refused the query: it holds more than one statement.");

    private static WarehouseFault Rejected(string warehouse, string why) =>
        new(warehouse, WarehouseFaultKind.Rejected, $"The answer of the warehouse '{warehouse}' cannot be used: {why}.");
}
