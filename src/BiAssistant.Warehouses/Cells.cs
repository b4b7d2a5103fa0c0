namespace BiAssistant.Warehouses;

/// <summary>What a value of an engine becomes in a result, where engines share the rule; a value that has no honest form there is a fault.</summary>
internal static class Cells
{
    public static double Finite(string warehouse, string column, double value) => double.IsFinite(value)
        ? value
        : throw Rejected(warehouse, $"the column '{column}' holds a value that is not a number or is without bound");

    public static WarehouseFault Binary(string warehouse, string column) => Rejected(warehouse, $"the column '{column}' holds binary data, which cannot be shown");

    public static WarehouseFault TooWide(string warehouse, string column) => Rejected(warehouse, $"the column '{column}' holds a number with more digits than can be kept exactly");

    public static WarehouseFault SecondStatement(string warehouse) =>
        new(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' refused the query: it holds more than one statement.");

    private static WarehouseFault Rejected(string warehouse, string why) =>
        new(warehouse, WarehouseFaultKind.Rejected, $"The answer of the warehouse '{warehouse}' cannot be used: {why}.");
}
