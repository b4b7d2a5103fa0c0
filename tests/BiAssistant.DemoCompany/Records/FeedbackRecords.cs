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
    string? Comment,
    int? GuestId);

internal sealed record Spend(int Id, string PropertyCode, string CampaignCode, DateOnly SpentOn, int Cents, int? Impressions, int Clicks);

internal sealed record Complaint(
    int Id,
    string PropertyCode,
    int? GuestId,
    DateTime OpenedAt,
    DateTime? ResolvedAt,
    int Severity,
    string Source,
    int? CompensationCents,
    IReadOnlyList<string> Topics);

internal sealed record Review(int Id, string PropertyCode, string Site, DateOnly PostedOn, int Rating, DateOnly? RepliedOn, string? Language);

/// <summary>What one day brought to a property's pages on one kind of device.</summary>
internal readonly record struct Traffic(string PropertyCode, DateOnly Day, string Device, int Visits, int Searches, int Started, int Completed);

/// <summary>The score that a property is to reach in a quarter, in tenths.</summary>
internal sealed record ServiceGoal(string PropertyCode, DateOnly QuarterStart, int Tenths);
