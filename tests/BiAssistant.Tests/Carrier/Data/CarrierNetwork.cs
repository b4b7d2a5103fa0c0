namespace BiAssistant.Tests.Carrier.Data;

/// <summary>Depots, lanes, customers and contracts: what changes seldom.</summary>
internal static class CarrierNetwork
{
    public const int Customers = 32;

    public static readonly string[] Depots = ["PUS", "ICN", "DJN", "HAM", "DUI", "POZ", "RTM", "GDY"];

    public static readonly (string Origin, string Destination, string Mode, int Km)[] Lanes =
    [
        ("PUS", "ICN", "R", 395), ("PUS", "ICN", "T", 417), ("ICN", "DJN", "R", 160), ("DJN", "PUS", "R", 244), ("HAM", "DUI", "R", 355), ("HAM", "DUI", "T", 372), ("DUI", "POZ", "T", 780),
        ("POZ", "GDY", "R", 325), ("RTM", "DUI", "T", 214), ("RTM", "POZ", "R", 985), ("GDY", "HAM", "R", 840), ("PUS", "HAM", "T", 11200),
    ];

    /// <summary>A lane that nothing has been carried on yet is the last one.</summary>
    public static IEnumerable<CarrierTable> Tables(Random random) =>
    [
        CarrierTable.Of(
            "depots",
            "depot_code text, depot_name text, city text, country_code text, territory text, opened_on day, docks whole",
            [
                ["PUS", "Busan Haven", "Busan", "KR", "Asia", new DateOnly(2009, 4, 1), 14], ["ICN", "Incheon Gate", "Incheon", "KR", "Asia", new DateOnly(2012, 9, 17), 10],
                ["DJN", "Daejeon Cross", "Daejeon", "KR", "Asia", new DateOnly(2018, 2, 5), 6], ["HAM", "Hamburg Elbe", "Hamburg", "DE", "Europe", new DateOnly(2005, 1, 10), 18],
                ["DUI", "Duisburg Ruhr", "Duisburg", "DE", "Europe", new DateOnly(2007, 6, 4), 22], ["POZ", "Poznan West", "Poznan", "PL", "Europe", new DateOnly(2015, 3, 23), 8],
                ["RTM", "Rotterdam Maas", "Rotterdam", "NL", "Europe", new DateOnly(2011, 11, 7), 16], ["GDY", "Gdynia Pier", "Gdynia", "PL", "Europe", new DateOnly(2022, 8, 29), 4],
            ]),
        CarrierTable.Of(
            "lanes",
            "lane_id whole, lane_name text, origin_code text, destination_code text, mode_code text, distance_km whole",
            Lanes.Select((lane, i) => new object?[] { i + 1, $"{lane.Origin}-{lane.Destination} {(lane.Mode == "R" ? "road" : "rail")}", lane.Origin, lane.Destination, lane.Mode, lane.Km })),
        CarrierTable.Of(
            "customers",
            "customer_id whole, customer_name text, sector text, tier_no whole, customer_since day, email text, group_id whole",
            Enumerable.Range(1, Customers).Select(id => new object?[]
            {
                id, Name(id), (id % 9) switch { 0 => null, 4 => "", 1 or 5 => "chem", 2 or 6 => "food", 3 or 7 => "auto", _ => "retail" }, (id % 3) + 1,
                new DateOnly(2021, 1, 1).AddDays(random.Next(1100)), $"desk{id}@example.org", id > 26 ? id - 26 : null,
            })),
        CarrierTable.Of(
            "contracts",
            "contract_id whole, customer_id whole, valid_from day, valid_to day, volume_t whole, kind text",
            Enumerable.Range(1, 60).Select(id =>
            {
                var from = new DateOnly(2022, 1, 1).AddDays(random.Next(900));
                object? to = random.Next(4) == 0 ? null : from.AddDays(random.Next(20, 400));
                return new object?[] { id, random.Next(1, Customers + 1), from, to, random.Next(1, 40) * 50, random.Next(3) == 0 ? "spot" : "frame" };
            })),
    ];

    /// <summary>Two customers have one name.</summary>
    private static string Name(int id)
    {
        string[] first = ["Baltic", "Hanbada", "Sunmoon", "Vistula", "Rhein", "Polder", "Jirisan", "Amber"];
        string[] second = ["Chemie", "Foods", "Motors", "Stores"];
        return id == 31 ? "Baltic Chemie" : $"{first[(id - 1) % 8]} {second[(id - 1) / 8]}";
    }
}
