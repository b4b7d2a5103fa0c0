using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the bookings of each property and room type in order of arrival; a stay is only taken while a room is free on each of its nights. Numbers and guests are given later.</summary>
internal static class BookingGenerator
{
    /// <summary>No booking is for more nights.</summary>
    public const int LongestStay = 10;

    private static readonly (int Value, int Weight)[] BusinessNights = [(1, 42), (2, 31), (3, 16), (4, 7), (5, 4)];
    private static readonly (int Value, int Weight)[] CityNights = [(1, 22), (2, 35), (3, 24), (4, 10), (5, 5), (7, 3), (10, 1)];
    private static readonly (int Value, int Weight)[] ResortNights = [(1, 10), (2, 26), (3, 28), (4, 16), (5, 10), (6, 4), (7, 5), (10, 1)];

    public static IReadOnlyList<Booking> Generate(Cluster cluster, IReadOnlyList<InventoryNight> inventory) =>
    [
        .. inventory
            .GroupBy(night => (night.PropertyCode, night.RoomTypeCode))
            .SelectMany(group => BookingsOf(
                cluster,
                cluster.PropertyOf(group.Key.PropertyCode),
                RoomType.All.Single(type => type.Code == group.Key.RoomTypeCode),
                [.. group]))
            .OrderBy(booking => booking.BookedOn),
    ];

    private static IEnumerable<Booking> BookingsOf(Cluster cluster, Property property, RoomType type, IReadOnlyList<InventoryNight> nights)
    {
        var random = cluster.Stream($"bookings {property.Code} {type.Code}");
        var opened = nights[0].Night.DayNumber;
        var free = nights.Select(night => night.Total - night.OutOfOrder).ToArray();
        foreach (var inventory in nights.TakeWhile(night => night.Night <= DataPeriod.LastArrival))
        {
            var asked = Demand(property, inventory.Night);
            for (var room = 0; room < inventory.Total; room++)
            {
                // Stays are of two to three nights on average, and about one booking in six comes to nothing.
                if (random.Chance(asked * 0.49) && Ask(random, property, type, inventory.Night) is { } booking)
                {
                    if (!booking.IsStay && booking.Status != BookingStatus.Confirmed)
                    {
                        yield return booking;
                    }
                    else if (Fit(booking, free, opened) is { } fitting)
                    {
                        yield return fitting;
                    }
                }
            }
        }
    }

    private static double Demand(Property property, DateOnly night)
    {
        var sinceStart = night.DayNumber - DataPeriod.First.DayNumber;
        var recovery = 0.78 + (0.22 * Math.Min(1, sinceStart / 700.0));
        var sinceOpening = night.DayNumber - property.OpenedOn.DayNumber;
        var openingMonths = 0.55 + (0.45 * Math.Min(1, sinceOpening / 240.0));
        return property.Demand * property.Climate.On(night) * recovery * openingMonths;
    }

    /// <summary>What somebody asks for; nothing when they would only ask after the last day of the data.</summary>
    private static Booking? Ask(RandomStream random, Property property, RoomType type, DateOnly arrival)
    {
        var channel = random.Pick(Channel.All);
        var business = random.Chance(property.Style == "RST" ? channel.BusinessShare / 3 : channel.BusinessShare);
        var nights = random.Pick(business ? BusinessNights : property.Style == "RST" ? ResortNights : CityNights);
        var bookedOn = BookedOn(random, channel, business, arrival);
        var discount = random.Chance(channel.DiscountChance) ? random.Between(channel.LeastDiscount, channel.MostDiscount) : 0;
        var adults = type.Code == "FAM" ? 2 : random.Chance(business ? 0.15 : 0.72) ? 2 : 1;
        var booking = new Booking(
            Id: 0,
            property.Code,
            type.Code,
            GuestId: 0,
            channel.Code,
            arrival > DataPeriod.Last ? BookingStatus.Confirmed : arrival.AddDays(nights) > DataPeriod.Last ? BookingStatus.InHouse : BookingStatus.Completed,
            random.Chance(0.12) ? null : business ? "B" : "L",
            bookedOn,
            arrival,
            arrival.AddDays(nights),
            CancelledOn: null,
            adults,
            Children: type.Code == "FAM" ? random.Between(0, 2) : type.Code == "STE" && random.Chance(0.15) ? 1 : 0,
            Breakfast: random.Chance(0.30 + (property.Stars * 0.06)),
            Pricing.Price(property, type, arrival, nights, 1 + (random.Bell() * 0.05), discount));
        var outcome = Outcome(random, channel, booking);
        return bookedOn <= DataPeriod.Last ? outcome : null;
    }

    private static DateOnly BookedOn(RandomStream random, Channel channel, bool business, DateOnly arrival)
    {
        // Squared, because most people book late; business travellers later still.
        var far = random.Unit();
        var lead = (int)(far * far * channel.LongestLead * (business ? 0.5 : 1.3));
        var possible = arrival.DayNumber - DataPeriod.First.DayNumber;
        return arrival.AddDays(-(lead <= possible ? lead : random.Below(possible + 1)));
    }

    private static Booking Outcome(RandomStream random, Channel channel, Booking booking)
    {
        var lead = booking.Arrival.DayNumber - booking.BookedOn.DayNumber;
        var cancelChance = channel.CancelChance * (0.6 + Math.Min(1, lead / 60.0));
        var cancelledOn = booking.BookedOn.AddDays(random.Below(lead + 1));
        if (random.Chance(cancelChance) && cancelledOn <= DataPeriod.Last)
        {
            return booking with { Status = BookingStatus.Cancelled, CancelledOn = cancelledOn };
        }

        var noShow = random.Chance(0.015) && channel.LongestLead > 0 && booking.Arrival <= DataPeriod.Last;
        return noShow ? booking with { Status = BookingStatus.NoShow } : booking;
    }

    /// <summary>Takes a room on each night, on as many first nights as there is one; nothing when the house is full on the day of arrival.</summary>
    private static Booking? Fit(Booking booking, int[] free, int opened)
    {
        var first = booking.Arrival.DayNumber - opened;
        var nights = 0;
        while (nights < booking.Nights && free[first + nights] > 0)
        {
            free[first + nights]--;
            nights++;
        }

        if (nights == 0)
        {
            return null;
        }

        var departure = booking.Arrival.AddDays(nights);
        return booking with
        {
            Departure = departure,
            Prices = [.. booking.Prices.Take(nights)],
            Status = booking.Status == BookingStatus.InHouse && departure <= DataPeriod.Last ? BookingStatus.Completed : booking.Status,
        };
    }
}
