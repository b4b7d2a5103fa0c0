using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the history of each property: managers come and go, a lease becomes a management contract, a star is won. The last term says what the property's own row says.</summary>
internal static class PropertyTermsGenerator
{
    private static readonly string[] Contracts = ["OWN", "LEA", "MGT"];

    public static IReadOnlyList<PropertyTerm> Generate(Cluster cluster) =>
        [.. cluster.Properties.SelectMany((property, place) => TermsOf(cluster, property, Contracts[place % Contracts.Length], Contracts[(place + 1) % Contracts.Length]))];

    private static IEnumerable<PropertyTerm> TermsOf(Cluster cluster, Property property, string contract, string contractBefore)
    {
        var random = cluster.Stream($"terms {property.Code}");
        DateOnly[] changes = [.. Enumerable.Range(0, random.Between(1, 3)).Select(_ => new DateOnly(random.Between(2021, 2024), random.Between(2, 11), 1)).Where(day => day > property.OpenedOn).Distinct().Order()];
        DateOnly[] starts = [property.OpenedOn, .. changes];
        var nationality = Nationality.All.Single(choice => choice.Value.Code == property.HomeNationality).Value;
        var managerFrom = random.Below(starts.Length);
        var contractFrom = random.Below(starts.Length);
        var starsFrom = random.Below(starts.Length);
        var managerBefore = nationality.FullName(random.Pick(nationality.GivenNames), random.Pick(nationality.FamilyNames));
        if (property.GeneralManager is null)
        {
            // A house without a manager had one until its last change.
            managerFrom = starts.Length - 1;
        }

        for (var place = 0; place < starts.Length; place++)
        {
            yield return new PropertyTerm(
                property.Code,
                starts[place],
                place + 1 < starts.Length ? starts[place + 1] : null,
                place >= contractFrom ? contract : contractBefore,
                place >= managerFrom ? property.GeneralManager : managerBefore,
                place >= starsFrom ? property.Stars : property.Stars - 1);
        }
    }
}
