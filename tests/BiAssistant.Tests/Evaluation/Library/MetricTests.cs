using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Postgres;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>Every kind of metric has the evaluator's number in every cell, whatever it is asked by.</summary>
public sealed class MetricTests(LibraryEngines engines) : IClassFixture<LibraryEngines>
{
    private static readonly Setting YearEnd = new(Day.Of("2024-12-31"), new WorkCalendar(4, WeekStart: DayOfWeek.Sunday));

    /// <summary>Rows lie before and after it.</summary>
    private static readonly Setting MidMonth = YearEnd with { Now = Day.Of("2024-11-15") };

    private static readonly IReadOnlyList<Definition> Metrics = MetricsOf(new LibraryWorld(LibraryEngines.Seed));

    public static TheoryData<string> Names => new(Metrics.Select(metric => metric.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_DuckDB(string name) => HasTheEvaluatorsNumbers("duckdb", name, Shapes.All);

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_the_middle_of_a_month_in_DuckDB(string name) => HasTheEvaluatorsNumbers("duckdb", name, GeneratedCases.IsLong ? Shapes.All : Shapes.Four, MidMonth);

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_SQLite(string name) => HasTheEvaluatorsNumbers("sqlite", name, Shapes.Four);

    [PostgresTheory]
    [MemberData(nameof(Names))]
    public Task In_PostgreSQL(string name) => HasTheEvaluatorsNumbers("postgresql", name, Shapes.Four);

    [MariaDbTheory]
    [MemberData(nameof(Names))]
    public Task In_MariaDB(string name) => HasTheEvaluatorsNumbers("mariadb", name, Shapes.Four);

    private static IReadOnlyList<Definition> MetricsOf(LibraryWorld world)
    {
        var metrics = new LibraryMetrics(world);
        IReadOnlyList<Definition> ofRows = [.. metrics.Simple, metrics.Unknown, .. metrics.WithoutOutliers, .. metrics.Balances, .. metrics.AveragesOverDays, .. metrics.Conversions];
        return [.. ofRows, .. new Operators(world, metrics).All.SelectMany((op, index) => new[] { metrics.Fees, metrics.Simple[index % metrics.Simple.Count] }.Distinct().Select(op.Of))];
    }

    private async Task HasTheEvaluatorsNumbers(string engine, string name, Func<LibraryWorld, Definition, IEnumerable<Question>> shapes, Setting? asked = null)
    {
        var metric = MetricsOf(engines.World).Single(definition => definition.Name == name);
        var setting = asked ?? YearEnd;
        var product = new Product(engines, setting, [metric]);
        var differences = new List<string>();
        foreach (var question in shapes(engines.World, metric))
        {
            differences.AddRange(await SideBySide.DifferencesAsync(product, engine, question, setting));
        }

        differences.ShouldBeEmpty($"seed {GeneratedCases.Seed}");
    }
}
