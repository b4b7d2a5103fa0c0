using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Generation;
using static BiAssistant.DemoCompany.Files.ColumnKind;

namespace BiAssistant.DemoCompany.Files;

/// <summary>The tables of the operational warehouse.</summary>
internal static class OperationsTables
{
    public static IReadOnlyList<Table> Of(CompanyData data) =>
        [Properties(), RoomTypes(), Rooms(data), Guests(data), Bookings(data), StayNights(data), RoomInventory(data)];

    private static Table Properties() => new(
        "properties",
        [
            new("property_code", Text), new("name", Text), new("city", Text), new("country", Text), new("region", Text),
            new("style_code", Text), new("stars", Whole), new("opened_on", Day), new("general_manager", Text, Nullable: true),
        ],
        Property.All.Select(property => new object?[]
        {
            property.Code, property.Name, property.City, property.Country, property.Region,
            property.Style, property.Stars, property.OpenedOn, property.GeneralManager,
        }));

    private static Table RoomTypes() => new(
        "room_types",
        [new("room_type_code", Text), new("name", Text), new("max_guests", Whole), new("size_sqm", Whole)],
        RoomType.All.Select(type => new object?[] { type.Code, type.Name, type.MaxGuests, type.SizeSqm }));

    private static Table Rooms(CompanyData data) => new(
        "rooms",
        [
            new("room_id", Whole), new("property_code", Text), new("room_type_code", Text), new("room_number", Text),
            new("floor", Whole), new("accessible", Flag), new("renovated_on", Day, Nullable: true),
        ],
        data.Rooms.Select(room => new object?[]
        {
            room.Id, room.PropertyCode, room.RoomTypeCode, room.Number, room.Floor, room.Accessible, room.RenovatedOn,
        }));

    private static Table Guests(CompanyData data) => new(
        "guests",
        [
            new("guest_id", Whole), new("full_name", Text), new("email", Text, Nullable: true), new("birth_date", Day, Nullable: true),
            new("nationality_code", Text, Nullable: true), new("loyalty_tier", Text, Nullable: true),
            new("registered_on", Day), new("joined_on", Day, Nullable: true),
        ],
        data.Guests.Select(guest => new object?[]
        {
            guest.Id, guest.FullName, guest.Email, guest.BirthDate, guest.Nationality, guest.LoyaltyTier, guest.RegisteredOn, guest.JoinedOn,
        }));

    private static Table Bookings(CompanyData data) => new(
        "bookings",
        [
            new("booking_id", Whole), new("property_code", Text), new("room_type_code", Text), new("guest_id", Whole),
            new("channel_code", Text), new("status_code", Text), new("purpose_code", Text, Nullable: true),
            new("booked_on", Day), new("arrival_date", Day), new("departure_date", Day), new("cancelled_on", Day, Nullable: true),
            new("nights", Whole), new("adults", Whole), new("children", Whole), new("breakfast_included", Flag), new("total_amount", Money),
        ],
        data.Bookings.Select(booking => new object?[]
        {
            booking.Id, booking.PropertyCode, booking.RoomTypeCode, booking.GuestId, booking.Channel, booking.Status, booking.Purpose,
            booking.BookedOn, booking.Arrival, booking.Departure, booking.CancelledOn,
            booking.Nights, booking.Adults, booking.Children, booking.Breakfast, Dollars(booking.TotalCents),
        }));

    private static Table StayNights(CompanyData data) => new(
        "stay_nights",
        [new("booking_id", Whole), new("night", Day), new("room_rate", Money), new("discount_amount", Money), new("net_amount", Money)],
        from booking in data.Bookings
        where booking.IsStay
        from price in booking.Prices
        where price.Night <= DataPeriod.Last
        select new object?[] { booking.Id, price.Night, Dollars(price.RateCents), Dollars(price.DiscountCents), Dollars(price.NetCents) });

    private static Table RoomInventory(CompanyData data) => new(
        "room_inventory",
        [
            new("property_code", Text), new("room_type_code", Text), new("night", Day),
            new("rooms_total", Whole), new("rooms_out_of_order", Whole),
        ],
        data.Inventory.Select(night => new object?[] { night.PropertyCode, night.RoomTypeCode, night.Night, night.Total, night.OutOfOrder }));

    private static decimal Dollars(int cents) => new(cents, 0, 0, false, 2);
}
