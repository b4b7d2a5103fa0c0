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
    IReadOnlyList<NightPrice> Prices)
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
