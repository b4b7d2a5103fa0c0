using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Who stays in which house on which day of the data: whatever else happens there follows from it.</summary>
internal sealed class Occupancy
{
    private readonly Dictionary<string, List<Booking>[]> inHouse;
    private readonly Dictionary<string, int> rooms;

    public Occupancy(Cluster cluster, IReadOnlyList<Room> rooms, IReadOnlyList<Booking> bookings)
    {
        this.rooms = rooms.CountBy(room => room.PropertyCode).ToDictionary();
        inHouse = cluster.Properties.ToDictionary(property => property.Code, _ => Enumerable.Range(0, DataPeriod.Length).Select(_ => new List<Booking>()).ToArray());
        foreach (var booking in bookings.Where(booking => booking.IsStay))
        {
            var days = inHouse[booking.PropertyCode];
            for (var night = booking.Arrival; night < booking.Departure && night <= DataPeriod.Last; night = night.AddDays(1))
            {
                days[DataPeriod.Place(night)].Add(booking);
            }
        }
    }

    /// <summary>The bookings whose guests sleep in the house in the night that follows the day.</summary>
    public IReadOnlyList<Booking> InHouse(Property property, DateOnly day) => inHouse[property.Code][DataPeriod.Place(day)];

    public int Rooms(Property property) => rooms[property.Code];

    /// <summary>The part of the house's rooms that are taken.</summary>
    public double Rate(Property property, DateOnly day) => (double)InHouse(property, day).Count / Rooms(property);
}
