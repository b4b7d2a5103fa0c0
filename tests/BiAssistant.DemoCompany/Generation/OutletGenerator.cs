using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the restaurants, bars and spas of the houses. Restaurants have names of their own, bars and spas are called the same in many a house; the oldest house has closed its second restaurant.</summary>
internal static class OutletGenerator
{
    private static readonly string[] RestaurantNames =
    [
        "Maru", "Harbour Table", "Oreum Kitchen", "Kaiseki Umi", "Machiya", "River Terrace", "Pho Garden", "Brasserie Garnier", "Tasca do Miradouro", "Spreeküche", "Grand Central Grill", "Bay Street Kitchen",
    ];

    private static readonly string[] SecondNames = ["Hanok", "Sushi Namba", "Tangerine", "Le Petit Salon", "The Oyster Room"];

    public static IReadOnlyList<Outlet> Generate(Cluster cluster)
    {
        var outlets = new List<Outlet>();
        var seconds = 0;
        var oldest = cluster.Properties.MinBy(property => property.OpenedOn);
        foreach (var (place, property) in cluster.Properties.Index())
        {
            var random = cluster.Stream($"outlets {property.Code}");
            Add(property, RestaurantNames[place % RestaurantNames.Length], Outlet.Restaurant, random.Between(8, 16) * 5, property.OpenedOn);
            if (property.Brand == Property.Signature)
            {
                var name = SecondNames[seconds++ % SecondNames.Length];
                Add(property, name, Outlet.Restaurant, random.Between(5, 10) * 4, property.OpenedOn.AddDays(random.Between(100, 900)), property == oldest ? new DateOnly(2023, 10, 1) : null);
            }

            Add(property, property.Brand == Property.Signature ? "Sky Lounge" : "Lobby Bar", Outlet.Bar, random.Between(4, 9) * 5, property.OpenedOn);
            if (property.HasSpa)
            {
                Add(property, "Sora Spa", Outlet.Spa, null, property.OpenedOn.AddDays(random.Below(200)));
            }
        }

        return outlets;

        void Add(Property property, string name, string kind, int? seats, DateOnly openedOn, DateOnly? closedOn = null) =>
            outlets.Add(new Outlet(cluster.KeysBefore + outlets.Count + 1, property.Code, name, kind, seats, openedOn, closedOn));
    }
}
