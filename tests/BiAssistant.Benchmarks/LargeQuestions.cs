namespace BiAssistant.Benchmarks;

/// <summary>What people ask of the large catalog: mostly totals, breakdowns, periods, names and rankings; one in ten mistyped, one in ten with a word that nothing knows.</summary>
internal static class LargeQuestions
{
    public static IReadOnlyList<string> Make(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => One(random))];
    }

    private static string One(Random random)
    {
        var fact = random.Next(LargeCatalog.Facts);
        var metric = LargeCatalog.Metric(fact, random.Next(LargeCatalog.MetricsOfFact));
        var thing = LargeCatalog.ThingOf(fact, random.Next(4));
        var value = LargeCatalog.Value(thing, random.Next(LargeCatalog.ValuesOfThing));
        return random.Next(10) switch
        {
            0 => metric,
            1 => $"total {metric} by {LargeCatalog.Thing(thing)}",
            2 => $"{metric} by month in 2024",
            3 => $"top 5 {LargeCatalog.Thing(thing)}s by {metric} last year",
            4 => $"{metric} of {value} by quarter",
            5 => $"show me {metric} by {LargeCatalog.SharedField(random.Next(3))} and month for the last 3 months",
            6 => $"{metric} and {LargeCatalog.Metric(fact, random.Next(LargeCatalog.MetricsOfFact))} by {LargeCatalog.Thing(thing)} in 2023",
            7 => $"2024년 월별 {metric}",
            8 => $"{metric.Remove(random.Next(1, 6), 1)} by {LargeCatalog.Thing(thing)}",
            _ => $"{metric} by {LargeCatalog.Thing(thing)} except unheardof",
        };
    }
}
