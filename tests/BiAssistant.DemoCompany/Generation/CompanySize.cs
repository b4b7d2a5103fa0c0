using BiAssistant.DemoCompany.Company;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Which clusters make up a company of about so many fact rows, to one part in ten: up to a million the named houses with fewer rooms, above it more clusters.</summary>
internal static class CompanySize
{
    public const int FewestRows = 100_000;
    public const int MostRows = 100_000_000;
    public const int RowsOfFullCluster = 1_000_000;

    /// <summary>Below a fiftieth of their rooms the houses have one room each, and cannot have fewer.</summary>
    private const double SmallestScale = 0.02;

    public static IEnumerable<Cluster> Clusters(int seed, int rows)
    {
        var whole = rows / RowsOfFullCluster;
        for (var number = 0; number < whole; number++)
        {
            yield return new Cluster(seed, number, 1);
        }

        var rest = rows - (whole * RowsOfFullCluster);
        if (rest >= FewestRows)
        {
            yield return new Cluster(seed, whole, ScaleFor(rest));
        }
    }

    /// <summary>The scale at which a cluster has about so many rows, found by halving, since rooms come one by one.</summary>
    private static double ScaleFor(int rows)
    {
        var (least, most) = (SmallestScale, 1.0);
        for (var step = 0; step < 20; step++)
        {
            var middle = (least + most) / 2;
            (least, most) = Expected(middle) < rows ? (middle, most) : (least, middle);
        }

        return most;
    }

    /// <summary>The rows to be expected at a scale: for each open day some for every house, one for every type of room, and some for every room.</summary>
    private static double Expected(double scale)
    {
        const double eachDay = 1.8;
        const double eachRoomDay = 4.0;
        var rows = 0.0;
        foreach (var (house, property) in Property.All.Index())
        {
            var days = DataPeriod.Last.DayNumber - property.FirstDay.DayNumber + 1;
            int[] rooms = [.. property.RoomCounts.Select((_, type) => RoomGenerator.RoomCount(property, house, type, scale))];
            rows += days * (eachDay + rooms.Count(count => count > 0) + (eachRoomDay * rooms.Sum()));
        }

        return rows;
    }
}
