namespace BiAssistant.DemoCompany.Company;

/// <summary>A company whose people stay at agreed rates, from the day of the contract to its last day, if that has come.</summary>
internal sealed record CorporateClient(int Id, string Name, string Industry, string Country, DateOnly ContractedOn, DateOnly? EndedOn, int? CreditLimitCents)
{
    private static readonly (string Code, string[] Endings)[] Industries =
    [
        ("TEC", ["Systems", "Robotics"]),
        ("FIN", ["Capital", "Insurance"]),
        ("MFG", ["Steel", "Motors"]),
        ("CON", ["Consulting", "Partners"]),
        ("PUB", ["Institute", "Agency"]),
        ("ENT", ["Pictures", "Music"]),
    ];

    private static readonly (string Country, string[] Names)[] Places =
    [
        ("South Korea", ["Hanul", "Dongbaek", "Saebyeok", "Mirae Garam", "Taeyang"]),
        ("Japan", ["Aoba", "Minato Kaze", "Hoshizora", "Kawara"]),
        ("United States", ["Redwood", "Blue Heron", "Granite Peak", "Harborline"]),
        ("Germany", ["Lindenhof", "Nordlicht", "Eisvogel"]),
        ("France", ["Clairval", "Belleroche"]),
        ("Thailand", ["Chaophaya Star"]),
        ("Vietnam", ["Sen Vang"]),
    ];

    public static IReadOnlyList<CorporateClient> All { get; } = [.. Contracts()];

    public bool IsUnderContract(DateOnly day) => ContractedOn <= day && (EndedOn is null || day <= EndedOn);

    /// <summary>Three contracts for every name, each in another industry: some from long ago, some new, some that have ended.</summary>
    private static IEnumerable<CorporateClient> Contracts()
    {
        var names = Places.SelectMany(place => place.Names.Select(name => (place.Country, Name: name))).ToList();
        for (var number = 0; number < names.Count * 3; number++)
        {
            var (country, name) = names[number % names.Count];
            var (industry, endings) = Industries[(number + (number / names.Count)) % Industries.Length];
            var contractedOn = new DateOnly(2018, 3, 1).AddMonths(number * 7 % 70);
            var endedOn = contractedOn.AddYears(5).AddDays(-1);
            yield return new CorporateClient(
                number + 1,
                $"{name} {endings[number % endings.Length]}",
                industry,
                country,
                contractedOn,
                number % 9 == 4 && endedOn <= DataPeriod.Last ? endedOn : null,
                number % 7 == 3 ? null : ((number % 11) + 1) * 1_000_000);
        }
    }
}
