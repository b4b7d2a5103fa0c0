using System.Globalization;
using BiAssistant.DemoCompany.Generation;

namespace BiAssistant.DemoCompany.Company;

/// <summary>The houses of a cluster: first the named ones, then further houses of the same towns, each with its number, its own prices and its own favour.</summary>
internal static class Siblings
{
    public static IReadOnlyList<Property> Of(int seed, int number) =>
        number == 0 ? Property.All : [.. Property.All.Select(first => Sibling(seed, first, (number + 1).ToString(CultureInfo.InvariantCulture)))];

    private static Property Sibling(int seed, Property first, string number)
    {
        var random = new RandomStream(seed, $"property {first.Code}{number}");
        var nationality = Nationality.All.Single(choice => choice.Value.Code == first.HomeNationality).Value;
        return first with
        {
            Code = first.Code + number,
            Name = $"{first.Name} {number}",
            OpenedOn = first.OpenedOn.AddMonths(-random.Below(7)),
            GeneralManager = nationality.FullName(random.Pick(nationality.GivenNames), random.Pick(nationality.FamilyNames)),
            BaseRateCents = random.Between(first.BaseRateCents * 85 / 100, first.BaseRateCents * 115 / 100) / 500 * 500,
            Quality = first.Quality + (random.Between(-4, 4) / 10.0),
        };
    }
}
