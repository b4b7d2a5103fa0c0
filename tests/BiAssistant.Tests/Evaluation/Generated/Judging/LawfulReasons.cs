namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>Why the product may decline what the definition has an answer to; each with its reason, and none for more than that.</summary>
internal static class LawfulReasons
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["contradiction"] = "two sets of values on one field have none in common, which is told and not answered with no rows",
        ["sql_too_long"] = "averages of averages over hundreds of periods would be more text than an engine is given",
        ["sql_too_many_steps"] = "windows within windows over many periods would have more steps than MariaDB reads",
        ["too_many_periods"] = "a number that looks at other periods is told for so many of them at once and no more",
    };

    public static bool Has(IReadOnlyList<string> codes) => codes.All(Known.ContainsKey);
}
