using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the awards that good houses won, at most one of a name in a year.</summary>
internal static class AwardGenerator
{
    private static readonly (string Name, string Body)[] Awards =
    [
        ("City Hotel of the Year", "Hoteliers' Guild"),
        ("Breakfast of the Year", "Good Table Guide"),
        ("Green Key", "Green Hotels Council"),
        ("Best Service", "Travellers' Voice"),
    ];

    public static IEnumerable<Award> Generate(Cluster cluster)
    {
        var random = cluster.Stream("awards");
        for (var year = 2022; year <= 2024; year++)
        {
            foreach (var property in cluster.Properties.Where(property => property.OpenedOn.Year < year))
            {
                foreach (var (name, body) in Awards)
                {
                    if (random.Chance((property.Quality - 7) / 8))
                    {
                        yield return new Award(property.Code, year, name, body);
                    }
                }
            }
        }
    }
}
