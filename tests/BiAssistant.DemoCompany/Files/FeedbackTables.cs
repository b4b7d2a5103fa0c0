using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Generation;
using static BiAssistant.DemoCompany.Files.ColumnKind;

namespace BiAssistant.DemoCompany.Files;

/// <summary>The tables of the feedback and marketing warehouse.</summary>
internal static class FeedbackTables
{
    public static IReadOnlyList<Table> Of(CompanyData data) => [Surveys(data), Channels(), Campaigns(), Spends(data)];

    private static Table Surveys(CompanyData data) => new(
        "satisfaction_surveys",
        [
            new("survey_id", Whole), new("booking_id", Whole), new("property_code", Text), new("submitted_on", Day), new("overall_score", Whole),
            new("cleanliness_score", Whole, Nullable: true), new("service_score", Whole, Nullable: true),
            new("would_recommend", Flag, Nullable: true), new("language_code", Text), new("comment", Text, Nullable: true),
        ],
        data.Surveys.Select(survey => new object?[]
        {
            survey.Id, survey.BookingId, survey.PropertyCode, survey.SubmittedOn, survey.OverallScore,
            survey.CleanlinessScore, survey.ServiceScore, survey.WouldRecommend, survey.Language, survey.Comment,
        }));

    private static Table Channels() => new(
        "marketing_channels",
        [new("marketing_channel_code", Text), new("name", Text), new("kind_code", Text)],
        MarketingChannel.All.Select(channel => new object?[] { channel.Code, channel.Name, channel.Kind }));

    private static Table Campaigns() => new(
        "campaigns",
        [
            new("campaign_code", Text), new("name", Text), new("marketing_channel_code", Text),
            new("started_on", Day), new("ended_on", Day, Nullable: true),
        ],
        Campaign.All.Select(campaign => new object?[] { campaign.Code, campaign.Name, campaign.Channel, campaign.StartedOn, campaign.EndedOn }));

    private static Table Spends(CompanyData data) => new(
        "marketing_spend",
        [
            new("spend_id", Whole), new("property_code", Text), new("campaign_code", Text), new("spent_on", Day),
            new("spend_cents", Whole), new("impressions", Whole, Nullable: true), new("clicks", Whole),
        ],
        data.Spends.Select(spend => new object?[]
        {
            spend.Id, spend.PropertyCode, spend.CampaignCode, spend.SpentOn, spend.Cents, spend.Impressions, spend.Clicks,
        }));
}
