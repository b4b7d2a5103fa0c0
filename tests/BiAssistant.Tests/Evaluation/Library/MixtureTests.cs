using BiAssistant.Tests.Evaluation.RowByRow;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>Questions for several metrics at once, made of whatever a question can have, under several calendars and at several times.</summary>
[Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
public sealed class MixtureTests(LibraryEngines engines) : IClassFixture<LibraryEngines>
{
    private static readonly Dictionary<string, WorkCalendar> Calendars = new()
    {
        ["ordinary"] = WorkCalendar.Ordinary,
        ["from April on Sundays"] = new(4, WeekStart: DayOfWeek.Sunday),
        ["from the sixth of April"] = new(4, 6),
        ["from the thirty-first of March"] = new(3, 31, DayOfWeek.Saturday),
        ["4-5-4 weeks"] = new(2, WeekStart: DayOfWeek.Sunday) { Weeks = (4, 5, 4) },
        ["5-4-4 weeks"] = new(9, WeekStart: DayOfWeek.Thursday) { Weeks = (5, 4, 4) },
    };

    private static readonly string[] Times = ["2023-07-31T08:00", "2024-02-29T23:00", "2024-11-15", "2024-12-31", "2025-06-30"];

    private static readonly Grain?[] Grains = [null, Grain.Week, Grain.Month, Grain.Month, Grain.Quarter, Grain.Year, Grain.FiscalMonth, Grain.FiscalQuarter, Grain.FiscalYear];

    private static readonly Span[] Spans =
    [
        Span.Always, Span.Always, Shapes.Year, Shapes.Middle, new(null, Day.Of("2024-06-30")), new(Day.Of("2023-12-31"), null), Span.Between("2024-02-01", "2024-03-01"),
        Span.Between("2024-04-01", "2024-07-01"), Span.Between("2023-04-06", "2024-04-06"), Span.Between("2024-11-01", "2024-11-16"),
    ];

    public static TheoryData<string> Names => new(Calendars.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Several_numbers_at_once_are_each_the_evaluators(string calendar)
    {
        var random = new Random(GeneratedCases.SeedFor(Calendars.Keys.ToList().IndexOf(calendar) + 100));
        var differences = new List<string>();
        for (var round = 0; round < GeneratedCases.Scale(Times.Length); round++)
        {
            var setting = new Setting(Day.Of(Times[round % Times.Length]), Calendars[calendar]);
            var metrics = Enumerable.Range(0, 12).Select(_ => AnyMetric(random)).DistinctBy(metric => metric.Name).ToList();
            var product = new Product(engines, setting, metrics);
            for (var asked = 0; asked < 6; asked++)
            {
                differences.AddRange((await SideBySide.DifferencesAsync(product, "duckdb", AnyQuestion(random, metrics), setting)).Select(difference => $"at {setting.Now:s}: {difference}"));
            }
        }

        differences.ShouldBeEmpty($"seed {GeneratedCases.Seed}");
    }

    private Definition AnyMetric(Random random)
    {
        var metrics = new LibraryMetrics(engines.World);
        var operators = new Operators(engines.World, metrics).All;
        var metric = Any(random, [.. metrics.Simple, .. metrics.Balances, .. metrics.Conversions, .. metrics.WithoutOutliers]);
        for (var depth = random.Next(3); depth > 0; depth--)
        {
            metric = Any(random, operators).Of(metric);
        }

        return metric;
    }

    private Question AnyQuestion(Random random, List<Definition> metrics)
    {
        var chosen = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(random, metrics)).Distinct().ToList();
        var dimensions = new[] { engines.World.Region, engines.World.Tier }.Where(dimension => chosen.TrueForAll(metric => metric.Reaches(dimension))).ToList();
        return new Question(chosen)
        {
            By = [.. dimensions.Where(_ => random.Next(3) == 0)],
            Grain = Any(random, Grains),
            Period = Any(random, Spans),
            Only = random.Next(4) == 0 ? (engines.World.Region, "North") : null,
            OnlyFirst = random.Next(4) == 0 ? (engines.World.Region, "South") : null,
        };
    }

    private static T Any<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
