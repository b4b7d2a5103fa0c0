namespace BiAssistant.DemoCompany.Records;

/// <summary>A restaurant, bar or spa of a house; the end is the first day on which it is closed for good.</summary>
internal sealed record Outlet(int Id, string PropertyCode, string Name, string Kind, int? Seats, DateOnly OpenedOn, DateOnly? ClosedOn)
{
    public const string Restaurant = "RES";
    public const string Bar = "BAR";
    public const string Spa = "SPA";

    public bool IsOpen(DateOnly day) => OpenedOn <= day && (ClosedOn is null || day < ClosedOn);
}

/// <summary>What a table had and paid. A check that is charged to a room has its booking.</summary>
internal sealed record RestaurantCheck(
    int Id,
    int OutletId,
    DateTime OpenedAt,
    string Meal,
    int Covers,
    int? BookingId,
    int ServerId,
    int GrossCents,
    int DiscountCents,
    int? TipCents,
    DateOnly PostedOn)
{
    public int NetCents => GrossCents - DiscountCents;
}

internal readonly record struct CheckLine(int CheckId, int Number, int MenuItemId, int Quantity, int AmountCents);

internal sealed record SpaVisit(
    int Id,
    int OutletId,
    string Treatment,
    int? GuestId,
    int TherapistId,
    DateTime StartedAt,
    int Minutes,
    int AmountCents,
    string Status,
    DateOnly PostedOn);
