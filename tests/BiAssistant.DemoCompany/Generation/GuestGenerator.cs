using System.Globalization;
using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Numbers the bookings in the order in which they were made and gives each its guest: a new one, or one who has booked before, the more likely the more often.</summary>
internal static class GuestGenerator
{
    private const int FirstGuestNumber = 10001;
    private const int FirstBookingNumber = 100001;

    public static (IReadOnlyList<Guest> Guests, IReadOnlyList<Booking> Bookings) Generate(Cluster cluster, IReadOnlyList<Booking> bookings)
    {
        var random = cluster.Stream("guests");
        var homes = cluster.Properties.ToDictionary(property => property.Code, property => property.HomeNationality);
        var guests = new List<Guest>();
        var numbered = new List<Booking>(bookings.Count);
        var bookersOf = cluster.Properties.ToDictionary(property => property.Code, _ => new List<int>());
        foreach (var booking in bookings)
        {
            var bookers = bookersOf[booking.PropertyCode];
            int guestId;
            if (bookers.Count > 0 && random.Chance(booking.Purpose == "B" ? 0.50 : 0.28))
            {
                guestId = random.Chance(0.75) ? random.Pick(bookers) : numbered[random.Below(numbered.Count)].GuestId;
            }
            else
            {
                guestId = cluster.KeysBefore + FirstGuestNumber + guests.Count;
                guests.Add(NewGuest(random, guestId, homes[booking.PropertyCode], booking.BookedOn));
            }

            bookers.Add(guestId);
            numbered.Add(booking with { Id = cluster.KeysBefore + FirstBookingNumber + numbered.Count, GuestId = guestId });
        }

        return (Enrol(cluster, guests, numbered), numbered);
    }

    private static Guest NewGuest(RandomStream random, int id, string home, DateOnly bookedOn)
    {
        var nationality = random.Chance(0.38) ? Nationality.All.Single(choice => choice.Value.Code == home).Value : random.Pick(Nationality.All);
        var name = nationality.FullName(random.Pick(nationality.GivenNames), random.Pick(nationality.FamilyNames));
        var email = random.Chance(0.12) ? null : $"guest{id.ToString(CultureInfo.InvariantCulture)}@example.com";
        var birthDate = new DateOnly(random.Between(1946, 2003), random.Between(1, 12), random.Between(1, 28));
        return new Guest(id, name, email, random.Chance(0.2) ? null : birthDate, random.Chance(0.03) ? null : nationality.Code, LoyaltyTier: null, bookedOn, JoinedOn: null);
    }

    private static IReadOnlyList<Guest> Enrol(Cluster cluster, IReadOnlyList<Guest> guests, IReadOnlyList<Booking> bookings)
    {
        var random = cluster.Stream("loyalty");
        var stays = bookings.Where(booking => booking.Status == BookingStatus.Completed).ToLookup(booking => booking.GuestId);
        return
        [
            .. guests.Select(guest =>
            {
                var own = stays[guest.Id].ToList();
                var joinedOn = guest.RegisteredOn.AddDays(random.Below(120));
                if (!random.Chance(Math.Min(0.95, 0.12 + (0.16 * own.Count))) || joinedOn > DataPeriod.Last)
                {
                    return guest;
                }

                var tier = own.Sum(booking => booking.Nights) switch
                {
                    >= 20 => "P",
                    >= 10 => "G",
                    >= 5 => "S",
                    _ => "M",
                };
                return guest with { JoinedOn = joinedOn, LoyaltyTier = tier };
            }),
        ];
    }
}
