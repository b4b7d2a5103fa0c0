namespace BiAssistant.DemoCompany.Records;

/// <summary>A guest's membership; the end is the first day on which the guest is no longer a member.</summary>
/// <param name="Collects">Points are collected by those who asked for an account.</param>
internal sealed record Member(int Id, DateOnly JoinedOn, DateOnly? LeftOn, string? HomePropertyCode, bool Newsletter, string Status, string Tier, bool Collects);

/// <summary>The tier that a member holds from one day up to, and without, another.</summary>
internal sealed record TierInterval(int MemberId, string Tier, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>Points that came or went; they count from the day on which they were posted.</summary>
internal sealed record PointsTransaction(int Id, int MemberId, DateOnly HappenedOn, DateOnly PostedOn, string Kind, int Points, string? PropertyCode)
{
    public const string Earned = "ERN";
    public const string Redeemed = "RDM";
    public const string Expired = "EXP";
    public const string Adjusted = "ADJ";
}

internal readonly record struct PointsBalance(int MemberId, DateOnly MonthEnd, int Points);
