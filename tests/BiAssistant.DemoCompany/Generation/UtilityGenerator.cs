using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the meter readings of every month in which a property is open: a house takes much even when it is empty, electricity rises in summer and gas in winter.</summary>
internal static class UtilityGenerator
{
    private static readonly (string Kind, string Unit, double PerRoom, double PerNight, double Winter, double Summer, int CentsPerUnit)[] Kinds =
    [
        ("ELE", "kWh", 310, 14, 1.05, 1.35, 17),
        ("GAS", "m3", 24, 1.1, 2.1, 0.4, 88),
        ("WAT", "m3", 3, 0.38, 0.95, 1.1, 260),
    ];

    public static IEnumerable<UtilityReading> Generate(Cluster cluster, Occupancy occupancy)
    {
        foreach (var property in cluster.Properties)
        {
            var random = cluster.Stream($"utilities {property.Code}");
            foreach (var month in DataPeriod.Months(property.FirstDay, DataPeriod.Last))
            {
                var nights = DataPeriod.Days(DataPeriod.Later(month, property.FirstDay), month.AddMonths(1).AddDays(-1)).Sum(day => occupancy.InHouse(property, day).Count);
                foreach (var kind in Kinds)
                {
                    var season = month.Month switch
                    {
                        12 or 1 or 2 => kind.Winter,
                        6 or 7 or 8 => kind.Summer,
                        _ => 1,
                    };
                    var quantity = Pricing.Rounded(((occupancy.Rooms(property) * kind.PerRoom) + (nights * kind.PerNight)) * season * (0.94 + (0.12 * random.Unit())) * 100, 10);
                    var cost = Pricing.Rounded(quantity / 100.0 * kind.CentsPerUnit * property.Dearness * Pricing.Inflation(month), 1);
                    yield return new UtilityReading(property.Code, month, kind.Kind, quantity, kind.Unit, cost);
                }
            }
        }
    }
}
