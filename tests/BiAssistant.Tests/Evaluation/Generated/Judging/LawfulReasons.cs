using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>Why the product may decline what the definition has an answer to; each with its reason, and none for more than that.</summary>
internal static class LawfulReasons
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["contradiction"] = "two sets of values on one field have none in common, which is told and not answered with no rows",
        ["too_many_periods"] = "a number that looks at other periods is told for so many of them at once and no more",
    };

    /// <summary>A quotient may have more digits than a cell can hold.</summary>
    private const string TooManyDigits = "more digits than can be kept exactly";

    public static bool Has(WarehouseFault fault) => fault.Message.Contains(TooManyDigits, StringComparison.Ordinal);

    public static bool Has(IReadOnlyList<string> codes) => codes.All(Known.ContainsKey);
}
