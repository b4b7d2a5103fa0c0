using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;

namespace BiAssistant.DemoCompany.Tables;

/// <summary>The tables of the feedback and marketing warehouse.</summary>
internal static class FeedbackTables
{
    public static IEnumerable<Table> Of(ClusterData data) =>
    [
        .. OpinionTables.Of(data),
        .. MarketingTables.Of(data),
        .. LoyaltyTables.Of(data),
    ];
}
