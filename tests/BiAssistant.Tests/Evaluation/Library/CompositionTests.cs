using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Postgres;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>
/// The algebra of metrics is closed: every operator takes what every operator gives, and the number is the evaluator's. Which metric of rows stands innermost is drawn by
/// the seed, for each pair anew.
/// </summary>
[Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
public sealed class CompositionTests(LibraryEngines engines) : IClassFixture<LibraryEngines>
{
    private static readonly Setting YearEnd = new(Day.Of("2024-12-31"), new WorkCalendar(4, WeekStart: DayOfWeek.Sunday));

    /// <summary>PostgreSQL keeps no more of a column's name.</summary>
    private const int LongestName = 63;

    /// <summary>Rows lie before and after it.</summary>
    private static readonly Setting MidMonth = YearEnd with { Now = Day.Of("2024-11-15") };

    public static TheoryData<string> Outer => new(OperatorsOf(new LibraryWorld(LibraryEngines.Seed)).Select(op => op.Name));

    [Theory]
    [MemberData(nameof(Outer))]
    public Task Takes_what_every_operator_gives_in_DuckDB(string outer) => TakesWhatEveryOperatorGives("duckdb", outer, (_, _) => true);

    [Theory]
    [MemberData(nameof(Outer))]
    public Task Takes_what_some_operators_give_in_the_middle_of_a_month(string outer) => TakesWhatEveryOperatorGives("duckdb", outer, Some, MidMonth);

    [Theory]
    [MemberData(nameof(Outer))]
    public Task Takes_what_some_operators_give_in_SQLite(string outer) => TakesWhatEveryOperatorGives("sqlite", outer, Some);

    [PostgresTheory]
    [MemberData(nameof(Outer))]
    public Task Takes_what_some_operators_give_in_PostgreSQL(string outer) => TakesWhatEveryOperatorGives("postgresql", outer, Some);

    [MariaDbTheory]
    [MemberData(nameof(Outer))]
    public Task Takes_what_some_operators_give_in_MariaDB(string outer) => TakesWhatEveryOperatorGives("mariadb", outer, Some);

    private static bool Some(Random random, int operators) => GeneratedCases.IsLong || random.Next(operators) < 2;

    private static IReadOnlyList<(string Name, Func<Definition, Definition> Of)> OperatorsOf(LibraryWorld world) => new Operators(world, new LibraryMetrics(world)).All;

    private async Task TakesWhatEveryOperatorGives(string engine, string outer, Func<Random, int, bool> chosen, Setting? asked = null)
    {
        var metrics = new LibraryMetrics(engines.World);
        IReadOnlyList<Definition> innermost = [.. metrics.Simple, .. metrics.Simple, .. metrics.Balances, .. metrics.Conversions, .. metrics.WithoutOutliers];
        var operators = OperatorsOf(engines.World);
        var random = new Random(GeneratedCases.SeedFor(operators.TakeWhile(op => op.Name != outer).Count()));
        var composed = operators
            .Where(_ => chosen(random, operators.Count))
            .SelectMany(inner => Enumerable.Range(0, GeneratedCases.Scale(1)).Select(_ => inner.Of(innermost[random.Next(innermost.Count)])))
            .Select(operators.Single(op => op.Name == outer).Of)
            .DistinctBy(metric => metric.Name)
            .Where(metric => metric.Name.Length <= LongestName)
            .ToList();
        var setting = asked ?? YearEnd;
        var product = new Product(engines, setting, composed);
        var differences = new List<string>();
        foreach (var metric in composed)
        {
            foreach (var question in Shapes.Four(engines.World, metric))
            {
                differences.AddRange(await SideBySide.DifferencesAsync(product, engine, question, setting));
            }
        }

        differences.ShouldBeEmpty($"seed {GeneratedCases.Seed}");
    }
}
