using BiAssistant.Sql;

namespace BiAssistant.Planning;

/// <summary>What can stand between a bound query and its plan, worded for the person who asked.</summary>
internal static class PlanningIssues
{
    public static Issue NotInParts(string measure, string dimension) =>
        new(
            "not_across_warehouses",
            $"'{measure}' cannot be put together from parts, and '{dimension}' lives in another warehouse; ask for it without that breakdown or filter.")
        {
            Element = measure,
        };

    public static Issue NeedsPeriod() =>
        new("needs_period", "The numbers look back from each period, so they need to know where the data begins: say a period, or ask where the data is.");
}
