namespace BiAssistant.Tests.Carrier.Data;

/// <summary>Shipments with their legs, crews, pallets, scans and incidents, and what was planned.</summary>
internal static class CarrierTraffic
{
    public const int Shipments = 640;

    private static readonly DateOnly First = new(2022, 9, 1);

    private sealed record Shipment(int Id, int Customer, int Lane, DateOnly Booked, DateOnly? Delivered, string Status, int Weight, int Cents, bool Test);

    public static IEnumerable<CarrierTable> Tables(Random random)
    {
        var shipments = new List<Shipment>();
        var rows = new List<object?[]>();
        for (var id = 1; id <= Shipments; id++)
        {
            var booked = First.AddDays(random.Next(CarrierData.Today.DayNumber - First.DayNumber + 1));
            var lane = random.Next(1, CarrierNetwork.Lanes.Length);
            var promised = booked.AddDays(random.Next(3, 9));
            var arrival = promised.AddDays(random.Next(5) == 0 ? random.Next(1, 8) : -random.Next(0, 3));
            var status = random.Next(12) == 0 ? "C" : arrival <= CarrierData.Today ? "D" : booked.AddDays(2) <= CarrierData.Today ? "T" : "B";
            var weight = random.Next(200, 24000);
            var shipment = new Shipment(
                id, random.Next(3) == 0 ? random.Next(1, 7) : random.Next(1, CarrierNetwork.Customers - 1), lane, booked, status == "D" ? arrival : null, status, weight,
                (weight * 2) + (CarrierNetwork.Lanes[lane - 1].Km * random.Next(60, 130)), id % 32 == 0);
            shipments.Add(shipment);
            rows.Add(
            [
                id, $"S{100000 + id}", shipment.Customer, lane, booked, promised, shipment.Delivered, status, (random.Next(6)) switch { 0 => "EXP", 1 => "ECO", _ => "STD" }, weight, shipment.Cents,
                random.Next(7) == 0 ? null : random.Next(3) == 0, random.Next(8) == 0 ? random.Next(1, 4) : null, shipment.Test,
            ]);
        }

        var carried = shipments.Where(s => !s.Test && s.Status is "D" or "T").Where(s => !s.Test).ToList();
        var legs = Legs(random, carried);
        return
        [
            CarrierTable.Of(
                "shipments",
                "shipment_id whole, shipment_no text, customer_id whole, lane_id whole, booked_on day, promised_on day, delivered_on day, status_code text, service_code text, weight_kg whole, charge_cents whole, insured flag, hazard_class whole, is_test flag",
                rows),
            CarrierTable.Of("legs", "leg_id whole, shipment_id whole, leg_no whole, vehicle_id whole, departed_at moment, arrived_at moment, km whole", legs),
            CarrierTable.Of("crew", "leg_id whole, driver_id whole", legs.SelectMany(leg => Crew(random, (int)leg[0]!))),
            CarrierTable.Of(
                "pallets",
                "pallet_id whole, shipment_id whole, gross_kg whole, fragile flag, goods_kind text",
                shipments.Where(s => !s.Test).SelectMany(s => Enumerable.Range(0, random.Next(1, 5)).Select(_ => s)).Select((s, i) => new object?[]
                {
                    i + 1, s.Id, random.Next(100, 900), random.Next(4) == 0, random.Next(6) switch { 0 => null, 1 or 2 => "machine parts", 3 => "canned fish", _ => "resin" },
                })),
            CarrierTable.Of(
                "scans",
                "scan_id whole, shipment_id whole, depot_code text, kind text, scanned_at instant",
                carried.SelectMany(s => Scans(random, s)).Select((scan, i) => scan.Prepend(i + 1).ToArray())),
            CarrierTable.Of(
                "targets",
                "depot_code text, target_month day, amount_eur whole",
                from month in Enumerable.Range(0, 24) from depot in CarrierNetwork.Depots select new object?[] { depot, new DateOnly(2023, 1, 1).AddMonths(month), 1500 + (random.Next(40) * 50) }),
            CarrierTable.Of(
                "incidents",
                "incident_id whole, depot_code text, happened_on day, damage_cents whole, severity whole, vehicle_id whole, shipment_id whole",
                Enumerable.Range(1, 45).Select(id => new object?[]
                {
                    id, CarrierNetwork.Depots[random.Next(8)], First.AddDays(random.Next(650)), random.Next(5_000, 900_000), random.Next(1, 4), id % 3 == 0 ? null : random.Next(1, CarrierFleet.Vehicles),
                    id % 3 == 0 ? carried[random.Next(carried.Count)].Id : null,
                })),
            .. CarrierBooks.Tables(random, shipments.Where(s => !s.Test && s.Status != "C").Select(s => (s.Id, s.Customer, s.Booked, s.Cents))),
        ];
    }

    private static List<object?[]> Legs(Random random, List<Shipment> carried)
    {
        var legs = new List<object?[]>();
        foreach (var shipment in carried)
        {
            var (mode, km, count) = (CarrierNetwork.Lanes[shipment.Lane - 1].Mode, CarrierNetwork.Lanes[shipment.Lane - 1].Km, random.Next(1, 3));
            var at = shipment.Booked.ToDateTime(new TimeOnly(random.Next(24), random.Next(60)));
            for (var no = 1; no <= count; no++)
            {
                var arrived = at.AddHours(random.Next(3, 30));
                legs.Add([legs.Count + 1, shipment.Id, no, mode == "R" ? random.Next(1, CarrierFleet.Trucks + 1) : random.Next(CarrierFleet.Trucks + 1, CarrierFleet.Vehicles), at, arrived, km / count]);
                at = arrived.AddHours(1);
            }
        }

        return legs;
    }

    private static IEnumerable<object?[]> Crew(Random random, int leg)
    {
        var first = random.Next(1, CarrierFleet.Drivers + 1);
        yield return [leg, first];
        if (leg % 4 == 0)
        {
            yield return [leg, (first % CarrierFleet.Drivers) + 1];
        }
    }

    /// <summary>Late evening in UTC is the next day in Seoul.</summary>
    private static IEnumerable<object?[]> Scans(Random random, Shipment shipment)
    {
        var lane = CarrierNetwork.Lanes[shipment.Lane - 1];
        yield return [shipment.Id, lane.Origin, "out", new DateTimeOffset(shipment.Booked.ToDateTime(new TimeOnly(random.Next(24), random.Next(60))), TimeSpan.Zero)];
        if (shipment.Delivered is { } day)
        {
            yield return [shipment.Id, lane.Destination, "in", new DateTimeOffset(day.ToDateTime(new TimeOnly(random.Next(6), random.Next(60))), TimeSpan.Zero)];
            yield return [shipment.Id, lane.Destination, "pod", new DateTimeOffset(day.ToDateTime(new TimeOnly(random.Next(6, 15), random.Next(60))), TimeSpan.Zero)];
        }
    }
}
