using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the monthly budgets in whole hundreds of dollars: near what then came in, a little above it in lean months, and for the months ahead a bit more than a year before.</summary>
internal static class BudgetGenerator
{
    private const string Rooms = "ROM";
    private const string Dining = "FNB";
    private const string Spa = "SPA";

    public static IReadOnlyList<Budget> Generate(
        Cluster cluster,
        IReadOnlyList<Booking> bookings,
        IReadOnlyList<Outlet> outlets,
        IReadOnlyList<RestaurantCheck> checks,
        IReadOnlyList<SpaVisit> visits)
    {
        var earned = Earned(bookings, outlets, checks, visits);
        var budgets = new List<Budget>();
        foreach (var property in cluster.Properties)
        {
            var random = cluster.Stream($"budgets {property.Code}");
            foreach (var line in property.HasSpa ? [Rooms, Dining, Spa] : (string[])[Rooms, Dining])
            {
                foreach (var month in DataPeriod.Months(property.FirstDay, DataPeriod.LastPlannedMonth))
                {
                    var known = month <= DataPeriod.Last ? month : month.AddYears(-1);
                    var actual = earned.GetValueOrDefault((property.Code, line, known));
                    var planned = actual * (month > DataPeriod.Last ? 1.06 : 0.93 + (0.16 * random.Unit()));
                    budgets.Add(new Budget(property.Code, month, line, Math.Max(10_000, Pricing.Rounded(planned, 10_000))));
                }
            }
        }

        return budgets;
    }

    private static Dictionary<(string Property, string Line, DateOnly Month), long> Earned(
        IReadOnlyList<Booking> bookings,
        IReadOnlyList<Outlet> outlets,
        IReadOnlyList<RestaurantCheck> checks,
        IReadOnlyList<SpaVisit> visits)
    {
        var earned = new Dictionary<(string, string, DateOnly), long>();
        var places = outlets.ToDictionary(outlet => outlet.Id, outlet => outlet.PropertyCode);
        foreach (var booking in bookings.Where(booking => booking.IsStay))
        {
            foreach (var price in booking.Prices)
            {
                Add(booking.PropertyCode, Rooms, price.Night, price.NetCents);
            }
        }

        foreach (var check in checks)
        {
            Add(places[check.OutletId], Dining, DateOnly.FromDateTime(check.OpenedAt), check.NetCents);
        }

        foreach (var visit in visits)
        {
            Add(places[visit.OutletId], Spa, DateOnly.FromDateTime(visit.StartedAt), visit.AmountCents);
        }

        return earned;

        void Add(string property, string line, DateOnly day, int cents)
        {
            var key = (property, line, DataPeriod.MonthOf(day));
            earned[key] = earned.GetValueOrDefault(key) + cents;
        }
    }
}
