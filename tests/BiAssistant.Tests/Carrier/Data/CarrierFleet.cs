namespace BiAssistant.Tests.Carrier.Data;

/// <summary>Vehicles with what they cost, and drivers with their hours.</summary>
internal static class CarrierFleet
{
    public const int Trucks = 18;
    public const int Vehicles = 28;
    public const int Drivers = 30;

    private static readonly DateOnly First = new(2022, 9, 1);
    private static readonly string[] Family = ["Kim", "Lee", "Park", "Nowak", "Schulz", "Jansen"];
    private static readonly string[] Given = ["Minjun", "Seoyeon", "Piotr", "Anna", "Jonas"];

    public static IEnumerable<CarrierTable> Tables(Random random)
    {
        var days = CarrierData.Today.DayNumber - First.DayNumber + 1;
        var hired = Enumerable.Range(1, Drivers).Select(_ => new DateOnly(2020, 1, 1).AddDays(random.Next(1600))).ToList();
        return
        [
            CarrierTable.Of(
                "vehicles",
                "vehicle_id whole, plate text, kind text, euro_class whole, capacity_kg whole, bought_on day, home_depot text",
                Enumerable.Range(1, Vehicles).Select(id => new object?[]
                {
                    id, $"TF-{100 + id}", id <= Trucks ? "TRK" : id <= Trucks + 4 ? "LOC" : "WAG", id <= Trucks ? 4 + (id % 3) : null, id <= Trucks ? 18000 + (id % 4 * 2000) : id <= Trucks + 4 ? 0 : 60000,
                    new DateOnly(2015, 1, 1).AddDays(random.Next(3300)), CarrierNetwork.Depots[id % 7],
                })),
            CarrierTable.Of("rail_vehicles", "rail_id whole, gauge_mm whole, axles whole", Enumerable.Range(Trucks + 1, Vehicles - Trucks).Select(id => new object?[] { id, id % 5 == 0 ? 1520 : 1435, id <= Trucks + 4 ? 6 : 4 })),
            CarrierTable.Of(
                "drivers",
                "driver_id whole, full_name text, licence text, hired_on day, left_on day, pay_cents whole, depot_code text",
                Enumerable.Range(1, Drivers).Select(id => new object?[]
                {
                    id, id == 30 ? "Kim Minjun" : $"{Family[(id - 1) % 6]} {Given[(id - 1) / 6]}", id % 5 == 0 ? "TR" : id % 2 == 0 ? "CE" : "C", hired[id - 1],
                    id % 4 == 1 ? Earlier(hired[id - 1].AddDays(random.Next(200, 1200))) : null, random.Next(1400, 3200), CarrierNetwork.Depots[id % 8],
                })),
            CarrierTable.Of(
                "driver_hours",
                "driver_id whole, worked_on day, hours whole, overtime whole",
                from week in Enumerable.Range(0, 40)
                from driver in Enumerable.Range(1, Drivers)
                where driver % 3 == week % 3
                let worked = CarrierData.Today.AddDays(-7 * week)
                let hours = random.Next(4, 12)
                select new object?[] { driver, worked, hours, Math.Max(0, hours - 8) }),
            CarrierTable.Of(
                "headcounts",
                "depot_code text, counted_on day, people whole",
                from month in Enumerable.Range(0, 17)
                from depot in CarrierNetwork.Depots
                let end = new DateOnly(2023, 2, 1).AddMonths(month).AddDays(-1)
                where (depot != "GDY" || month % 2 == 0) && end <= CarrierData.Today
                select new object?[] { depot, end, 20 + random.Next(30) }),
            CarrierTable.Of(
                "fuel_purchases",
                "purchase_id whole, vehicle_id whole, fuelled_on day, litres exact, amount_minor whole, currency text",
                Enumerable.Range(1, 420).Select(id =>
                {
                    var (tenths, currency) = (random.Next(800, 6000), (id % 6) switch { 0 => "PLN", 1 or 2 => "KRW", _ => "EUR" });
                    return new object?[] { id, random.Next(1, Trucks + 1), First.AddDays(random.Next(days)), tenths / 10m, tenths * (currency == "KRW" ? 16000 : currency == "PLN" ? 65 : 16), currency };
                })),
            Tolls(random, "tolls_2024_04", new DateOnly(2024, 4, 1), 30),
            Tolls(random, "tolls_2024_05", new DateOnly(2024, 5, 1), 31),
            CarrierTable.Of(
                "maintenance",
                "job_id whole, vehicle_id whole, started_on day, finished_on day, cost_cents whole, kind text",
                Enumerable.Range(1, 140).Select(id =>
                {
                    var started = First.AddDays(random.Next(days));
                    object? finished = Earlier(started.AddDays(random.Next(1, 9)));
                    return new object?[] { id, random.Next(1, Vehicles), started, finished, id % 20 == 0 ? random.Next(2_000_000, 6_000_000) : random.Next(8_000, 150_000), id % 7 == 0 ? null : id % 2 == 0 ? "prev" : "corr" };
                })),
        ];
    }

    private static CarrierTable Tolls(Random random, string name, DateOnly first, int days) => CarrierTable.Of(
        name,
        "toll_id whole, vehicle_id whole, passed_on day, toll_cents whole",
        Enumerable.Range(1, 60).Select(id => new object?[] { id, random.Next(1, Trucks + 1), first.AddDays(random.Next(days)), random.Next(300, 9000) }));

    private static DateOnly? Earlier(DateOnly day) => day <= CarrierData.Today ? day : null;
}
