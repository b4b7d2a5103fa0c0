using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Everything that happened in the demo company, a pure function of a seed and a scale (1: about 150,000 stay nights).</summary>
internal sealed record CompanyData(
    IReadOnlyList<Room> Rooms,
    IReadOnlyList<InventoryNight> Inventory,
    IReadOnlyList<Guest> Guests,
    IReadOnlyList<Booking> Bookings,
    IReadOnlyList<Survey> Surveys,
    IReadOnlyList<Spend> Spends)
{
    public static CompanyData Generate(int seed, double scale)
    {
        var rooms = RoomGenerator.Generate(seed, scale);
        var inventory = InventoryGenerator.Generate(seed, rooms);
        var (guests, bookings) = GuestGenerator.Generate(seed, BookingGenerator.Generate(seed, inventory));
        return new CompanyData(
            rooms,
            [.. inventory.Where(night => night.Night <= DataPeriod.Last)],
            guests,
            bookings,
            SurveyGenerator.Generate(seed, guests, bookings),
            MarketingGenerator.Generate(seed, rooms));
    }
}
