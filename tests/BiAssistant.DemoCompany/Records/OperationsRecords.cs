namespace BiAssistant.DemoCompany.Records;

internal sealed record Room(int Id, string PropertyCode, string RoomTypeCode, string Number, int Floor, bool Accessible, DateOnly? RenovatedOn);

internal sealed record InventoryNight(string PropertyCode, string RoomTypeCode, DateOnly Night, int Total, int OutOfOrder);

internal sealed record Guest(int Id, string FullName, string? Email, DateOnly? BirthDate, string? Nationality, string? LoyaltyTier, DateOnly RegisteredOn, DateOnly? JoinedOn);

/// <summary>One night's price of one room, in cents.</summary>
internal readonly record struct NightPrice(DateOnly Night, int RateCents, int DiscountCents)
{
    public int NetCents => RateCents - DiscountCents;
}

/// <summary>A booking with the price of every night that was agreed; which of them were stayed follows from the status.</summary>
internal sealed record Booking(
    int Id,
    string PropertyCode,
    string RoomTypeCode,
    int GuestId,
    string Channel,
    string Status,
    string? Purpose,
    DateOnly BookedOn,
    DateOnly Arrival,
    DateOnly Departure,
    DateOnly? CancelledOn,
    int Adults,
    int Children,
    bool Breakfast,
    IReadOnlyList<NightPrice> Prices,
    string RatePlanCode = "",
    int? CompanyId = null)
{
    public int Nights => Prices.Count;

    public int TotalCents => Prices.Sum(price => price.NetCents);

    /// <summary>True once the guest has arrived.</summary>
    public bool IsStay => Status is BookingStatus.Completed or BookingStatus.InHouse;
}

internal static class BookingStatus
{
    public const string Confirmed = "CNF";
    public const string InHouse = "INH";
    public const string Completed = "OUT";
    public const string Cancelled = "CXL";
    public const string NoShow = "NSH";
}

/// <summary>What became of a booking that was cancelled: the fee that was kept, and when the rest was paid back.</summary>
internal sealed record Cancellation(int BookingId, DateTime CancelledAt, string? Reason, int FeeCents, DateOnly? RefundedOn);

/// <summary>A rate and the days for which it is published; the last day is included.</summary>
internal sealed record PublishedRate(string PropertyCode, string RoomTypeCode, DateOnly ValidFrom, DateOnly? ValidTo, int RateCents);

/// <summary>Under whom and how a house is run; the end is the first day on which that no longer holds.</summary>
internal sealed record PropertyTerm(string PropertyCode, DateOnly ValidFrom, DateOnly? ValidTo, string Contract, string? Manager, int Stars);

internal sealed record Award(string PropertyCode, int Year, string Name, string Body);

internal sealed record BookedExtra(int BookingId, string ExtraCode, int Quantity, int AmountCents);

internal sealed record WorkOrder(int Id, int RoomId, DateTime OpenedAt, DateTime? ClosedAt, string Category, string Priority, int? CostCents);

internal sealed record UtilityReading(string PropertyCode, DateOnly Month, string Kind, int QuantityHundredths, string Unit, int CostCents);

internal sealed record Budget(string PropertyCode, DateOnly Month, string Line, int AmountCents);
