using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes what has to be repaired in the rooms: more of the air conditioning in summer and winter, and much more in a house under renovation. Invoices come late or not at all.</summary>
internal static class WorkOrderGenerator
{
    private static readonly (string Value, int Weight)[] Categories = [("PLB", 28), ("ELC", 20), ("FUR", 18), ("AIR", 22), ("OTH", 12)];
    private static readonly (string Value, int Weight)[] SeasonalCategories = [("PLB", 20), ("ELC", 16), ("FUR", 13), ("AIR", 42), ("OTH", 9)];
    private static readonly (string Value, int Weight)[] RenovationCategories = [("PLB", 12), ("ELC", 18), ("FUR", 40), ("AIR", 5), ("OTH", 25)];
    private static readonly (string Value, int Weight)[] Priorities = [("L", 25), ("N", 48), ("H", 20), ("U", 7)];

    public static IReadOnlyList<WorkOrder> Generate(Cluster cluster, IReadOnlyList<Room> rooms)
    {
        var random = cluster.Stream("work orders");
        var orders = new List<WorkOrder>();
        foreach (var room in rooms)
        {
            var property = cluster.PropertyOf(room.PropertyCode);
            foreach (var day in DataPeriod.Days(property.FirstDay, DataPeriod.Last))
            {
                var renovation = Renovation.IsUnderWay(property.Code, day);
                var extreme = day.Month is 1 or 2 or 7 or 8;
                if (random.Chance(renovation ? 0.11 : extreme ? 0.032 : 0.023))
                {
                    orders.Add(Order(random, room, property, day, renovation ? RenovationCategories : extreme ? SeasonalCategories : Categories));
                }
            }
        }

        return [.. orders.OrderBy(order => order.OpenedAt).ThenBy(order => order.RoomId).Select((order, place) => order with { Id = cluster.KeysBefore + place + 1 })];
    }

    private static WorkOrder Order(RandomStream random, Room room, Property property, DateOnly day, IReadOnlyList<(string Value, int Weight)> categories)
    {
        var openedAt = day.ToDateTime(new TimeOnly(random.Between(6, 22), random.Below(60)));
        var priority = random.Pick(Priorities);
        // Squared twice, because most is done soon and some never.
        var slow = random.Unit();
        var longest = priority switch
        {
            "U" => 30,
            "H" => 120,
            "N" => 500,
            _ => 1400,
        };
        var closedAt = openedAt.AddMinutes(20 + (60 * longest * slow * slow * slow * slow));
        closedAt = closedAt.AddTicks(-(closedAt.Ticks % TimeSpan.TicksPerMinute));
        var isOpen = closedAt >= DataPeriod.Last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var cost = Pricing.Rounded(property.Dearness * (1500 + (60000 * slow * slow * random.Unit())) * Pricing.Inflation(day), 5);
        return new WorkOrder(0, room.Id, openedAt, isOpen ? null : closedAt, random.Pick(categories), priority, isOpen || random.Chance(0.12) ? null : cost);
    }
}
