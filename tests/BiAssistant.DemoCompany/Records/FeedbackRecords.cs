namespace BiAssistant.DemoCompany.Records;

internal sealed record Survey(
    int Id,
    int BookingId,
    string PropertyCode,
    DateOnly SubmittedOn,
    int OverallScore,
    int? CleanlinessScore,
    int? ServiceScore,
    bool? WouldRecommend,
    string Language,
    string? Comment);

internal sealed record Spend(int Id, string PropertyCode, string CampaignCode, DateOnly SpentOn, int Cents, int? Impressions, int Clicks);
