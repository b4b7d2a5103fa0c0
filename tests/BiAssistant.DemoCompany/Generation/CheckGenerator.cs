using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the checks of restaurants and bars and their lines: more where more guests are in the house, and people from outside at weekends. A check that will only be posted after the last day is not there.</summary>
internal sealed class CheckGenerator
{
    private static readonly (int Value, int Weight)[] Parties = [(1, 34), (2, 44), (3, 11), (4, 8), (6, 3)];

    private readonly Cluster cluster;
    private readonly Occupancy occupancy;
    private readonly Roster roster;
    private readonly List<RestaurantCheck> checks = [];
    private readonly List<CheckLine> lines = [];

    private CheckGenerator(Cluster cluster, Occupancy occupancy, Roster roster) => (this.cluster, this.occupancy, this.roster) = (cluster, occupancy, roster);

    public static (IReadOnlyList<RestaurantCheck> Checks, IReadOnlyList<CheckLine> Lines) Generate(Cluster cluster, IReadOnlyList<Outlet> outlets, Occupancy occupancy, Roster roster)
    {
        var made = new CheckGenerator(cluster, occupancy, roster);
        foreach (var property in cluster.Properties)
        {
            made.Serve(property, [.. outlets.Where(outlet => outlet.PropertyCode == property.Code && outlet.Kind != Outlet.Spa)]);
        }

        return (made.checks, made.lines);
    }

    private void Serve(Property property, IReadOnlyList<Outlet> outlets)
    {
        var random = cluster.Stream($"checks {property.Code}");
        foreach (var day in DataPeriod.Days(property.FirstDay, DataPeriod.Last))
        {
            var servers = roster.On(property, Department.Dining, day);
            var open = outlets.Where(outlet => outlet.IsOpen(day)).ToList();
            foreach (var outlet in open)
            {
                foreach (var meal in Meal.All)
                {
                    var expected = Expected(property, outlet, meal, day) / open.Count(other => other.Kind == outlet.Kind);
                    for (var left = (int)(expected + random.Unit()); left > 0; left--)
                    {
                        Serve(random, property, outlet, meal, day, random.Pick(servers));
                    }
                }
            }
        }
    }

    private double Expected(Property property, Outlet outlet, Meal meal, DateOnly day)
    {
        var weekend = day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday ? 1.25 : 0.92;
        var guests = occupancy.InHouse(property, day).Count * (outlet.Kind == Outlet.Bar ? meal.InBars : meal.PerRoom);
        var outside = outlet.Kind == Outlet.Bar ? 0 : occupancy.Rooms(property) * meal.Outside * weekend * (day is { Month: 12, Day: >= 10 } ? 1.6 : 1);
        return guests + outside;
    }

    private void Serve(RandomStream random, Property property, Outlet outlet, Meal meal, DateOnly day, Employee server)
    {
        var id = cluster.KeysBefore + 1 + checks.Count;
        var firstLine = lines.Count;
        var covers = random.Pick(Parties);
        var gross = Order(random, property, meal, day, id, covers);
        var guests = occupancy.InHouse(property, day);
        var booking = guests.Count > 0 && random.Chance(0.42) ? random.Pick(guests) : null;
        var discount = random.Chance(0.09) ? Pricing.Rounded(gross * random.Between(1, 4) * 0.05, 1) : 0;
        var check = new RestaurantCheck(
            id,
            outlet.Id,
            day.ToDateTime(new TimeOnly(random.Between(meal.FromHour, meal.ToHour), random.Below(60), random.Below(60))),
            meal.Code,
            covers,
            booking?.Id,
            server.Id,
            gross,
            discount,
            Tip(random, property, gross - discount),
            Lateness.PostedOn(random, day));
        if (check.PostedOn <= DataPeriod.Last)
        {
            checks.Add(check);
        }
        else
        {
            lines.RemoveRange(firstLine, lines.Count - firstLine);
        }
    }

    /// <summary>Adds the lines of a check and gives their sum.</summary>
    private int Order(RandomStream random, Property property, Meal meal, DateOnly day, int check, int covers)
    {
        var menu = MenuItem.ByMeal[meal.Code];
        var gross = 0;
        var count = random.Between(1, covers > 2 ? 4 : 3);
        for (var number = 1; number <= count; number++)
        {
            var item = random.Pick(menu);
            var quantity = random.Between(1, covers);
            var amount = quantity * Pricing.Rounded(item.PriceCents * property.Dearness * Pricing.Inflation(day), 10);
            lines.Add(new CheckLine(check, number, item.Id, quantity, amount));
            gross += amount;
        }

        return gross;
    }

    /// <summary>Nobody tips in Korea and Japan; elsewhere a tip may be given in cash, which no check shows.</summary>
    private static int? Tip(RandomStream random, Property property, int net)
    {
        var (chance, least, most) = property.HomeNationality switch
        {
            "US" => (0.94, 15, 22),
            "KR" or "JP" => (0.0, 0, 0),
            _ => (0.55, 4, 11),
        };
        return random.Chance(chance) ? Pricing.Rounded(net * random.Between(least, most) / 100.0, 5) : null;
    }
}
