namespace BiAssistant.DemoCompany.Company;

/// <summary>A hotel of the group: what its table row says, and what shapes its demand.</summary>
/// <param name="BaseRateCents">The standard room's price on an ordinary day.</param>
/// <param name="Demand">The part of its rooms that guests ask for on an ordinary day.</param>
/// <param name="Quality">The score that its guests give on average, of 10.</param>
/// <param name="Brand">Signature, Select or Stay: what the house promises.</param>
/// <param name="RoomCounts">Rooms by room type, in the order of <see cref="RoomType.All"/>.</param>
internal sealed record Property(
    string Code,
    string Name,
    string City,
    string Country,
    string Region,
    string Style,
    int Stars,
    DateOnly OpenedOn,
    string? GeneralManager,
    int BaseRateCents,
    double Demand,
    double Quality,
    Climate Climate,
    string HomeNationality,
    string Brand,
    IReadOnlyList<int> RoomCounts)
{
    public const string Resort = "RST";
    public const string Signature = "SIG";

    public static IReadOnlyList<Property> All { get; } =
    [
        new("SEL", "Sora Seoul", "Seoul", "South Korea", "East Asia", "CTY", 5, new(2014, 3, 14), "한지원", 18500, 0.90, 8.7, Climate.Korea, "KR", "SIG", [11, 7, 2, 4, 2]),
        new("PUS", "Sora Busan Beach", "Busan", "South Korea", "East Asia", "RST", 4, new(2017, 6, 1), "박도현", 14500, 0.80, 8.2, Climate.Beach, "KR", "SEL", [8, 5, 3, 1, 1]),
        new("CJU", "Sora Jeju Resort", "Jeju", "South Korea", "East Asia", "RST", 5, new(2016, 5, 20), "김서윤", 19500, 0.82, 8.8, Climate.Beach, "KR", "SIG", [7, 6, 4, 1, 2]),
        new("TYO", "Sora Tokyo Bay", "Tokyo", "Japan", "East Asia", "CTY", 5, new(2013, 10, 4), "Naoko Ishii", 21000, 0.92, 8.9, Climate.Japan, "JP", "SIG", [10, 7, 2, 3, 2]),
        new("KYO", "Sora Kyoto Garden", "Kyoto", "Japan", "East Asia", "CTY", 4, new(2018, 11, 9), "Takumi Mori", 19000, 0.86, 9.1, Climate.Japan, "JP", "SEL", [6, 5, 2, 0, 1]),
        new("BKK", "Sora Bangkok Riverside", "Bangkok", "Thailand", "Southeast Asia", "CTY", 4, new(2015, 1, 23), "Suda Chaiyo", 9500, 0.82, 8.1, Climate.Tropics, "TH", "SEL", [9, 6, 2, 2, 1]),
        new("HAN", "Sora Hanoi Old Quarter", "Hanoi", "Vietnam", "Southeast Asia", "CTY", 3, new(2019, 8, 16), null, 6500, 0.74, 7.6, Climate.Tropics, "VN", "STY", [8, 4, 1, 1, 0]),
        new("PAR", "Sora Paris Opéra", "Paris", "France", "Europe", "CTY", 5, new(2012, 4, 27), "Hélène Garnier", 27500, 0.88, 8.0, Climate.Europe, "FR", "SIG", [8, 5, 1, 2, 2]),
        new("LIS", "Sora Lisbon Alfama", "Lisbon", "Portugal", "Europe", "CTY", 4, new(2022, 7, 1), "Inês Carvalho", 15500, 0.82, 8.6, Climate.Europe, "PT", "SEL", [7, 4, 2, 0, 1]),
        new("BER", "Sora Berlin Mitte", "Berlin", "Germany", "Europe", "CTY", 4, new(2018, 2, 2), "Jürgen Weiß", 14500, 0.76, 7.9, Climate.Europe, "DE", "STY", [9, 4, 1, 2, 0]),
        new("NYC", "Sora New York Midtown", "New York", "United States", "North America", "CTY", 5, new(2011, 9, 15), "Alicia Moreno", 31500, 0.90, 7.8, Climate.America, "US", "SIG", [11, 7, 1, 3, 2]),
        new("SFO", "Sora San Francisco", "San Francisco", "United States", "North America", "CTY", 4, new(2023, 4, 1), "Daniel O'Connor", 23500, 0.74, 8.3, Climate.America, "US", "SEL", [8, 4, 1, 2, 1]),
    ];

    /// <summary>How dear the place is: what a dollar's worth of goods costs there.</summary>
    public double Dearness => 0.5 + (BaseRateCents / 36000.0);

    /// <summary>Massages and baths are to be had in the best houses and at the sea.</summary>
    public bool HasSpa => Brand == Signature || Style == Resort || (Climate == Climate.Tropics && Stars > 3);

    /// <summary>The first day of the data on which the house is open.</summary>
    public DateOnly FirstDay => DataPeriod.Later(DataPeriod.First, OpenedOn);
}
