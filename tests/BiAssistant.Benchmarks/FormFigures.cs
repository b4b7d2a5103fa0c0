using System.Globalization;
using System.Diagnostics;
using BiAssistant.DuckDb;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Benchmarks;

/// <summary>What each form of query costs before it runs, and what its SQL costs beside SQL that a person wrote for the same question.</summary>
internal static class FormFigures
{
    private const int Runs = 1_000;
    private const int Pairs = 5;
    private static readonly TimeSpan LongestLoop = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestQuery = TimeSpan.FromSeconds(30);

    /// <summary>Bind, plan, lower, write and validate, each case alone.</summary>
    public static async Task CompileAsync(TextWriter output)
    {
        var cases = WorkshopCases.All.ToList();
        Measured.Of(cases.Count * 50, 5 * LongestLoop, i => WorkshopCases.Compile(cases[i % cases.Count]));
        var figures = cases.ConvertAll(c => (c.Name, Measured: Measured.Of(Runs, LongestLoop, _ => WorkshopCases.Compile(c))));
        foreach (var (name, measured) in figures.OrderByDescending(f => f.Measured.P50))
        {
            await output.WriteLineAsync($"semantic query to validated SQL, {name}: {measured}");
        }

        var within = figures.Count(f => f.Measured.P50 <= TimeSpan.FromMilliseconds(1));
        await output.WriteLineAsync($"{within} of {figures.Count} forms within the budget of p50 1 ms");
    }

    /// <summary>Both texts in turn over the same ten million rows, so that what else the machine does meets both.</summary>
    public static async Task BesideHandWrittenAsync(TextWriter output)
    {
        using var engine = new LargeWorkshop();
        var ratios = new List<double>();
        foreach (var asked in WorkshopCases.All.Where(c => c.HoldsForAnyRows))
        {
            if (WorkshopCases.Compile(asked).Plan is not { Merge: null, Fragments: [var fragment] })
            {
                continue;
            }

            try
            {
                var (own, hand) = Side(engine, fragment.Sql.Sql, asked.HandWritten);
                ratios.Add(own / hand);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{asked.Name}: {own:0.0} ms, by hand {hand:0.0} ms, ratio {own / hand:0.00}"));
            }
            catch (Exception error) when (error is OperationCanceledException or DuckDbException)
            {
                await output.WriteLineAsync($"{asked.Name}: not compared, {error.Message}");
            }
        }

        ratios.Sort();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{ratios.Count} forms over {LargeWorkshop.Facts:N0} rows: ratio p50 {ratios[ratios.Count / 2]:0.00}, most {ratios[^1]:0.00}"));
    }

    /// <summary>The medians of several runs in milliseconds.</summary>
    private static (double Own, double Hand) Side(LargeWorkshop engine, CompiledSql own, string hand)
    {
        var arguments = own.Arguments.Select(a => (a.Name, Value(a.Value))).ToList();
        var times = Enumerable.Range(0, Pairs).Select(_ => (Own: Timed(engine, own.Text, arguments), Hand: Timed(engine, hand, []))).ToList();
        return (Median(times.Select(t => t.Own)), Median(times.Select(t => t.Hand)));
    }

    private static double Timed(LargeWorkshop engine, string text, IEnumerable<(string, object?)> arguments)
    {
        using var limit = new CancellationTokenSource(LongestQuery);
        var started = Stopwatch.GetTimestamp();
        engine.Run(text, arguments, limit.Token);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Pairs / 2);

    private static object? Value(SqlLiteral literal) => literal switch
    {
        SqlDate date => date.Value,
        SqlTimestamp timestamp => timestamp.Value,
        SqlText text => text.Value,
        SqlNumber number => number.Value,
        SqlBoolean flag => flag.Value,
        _ => throw new UnreachableException(literal.GetType().Name),
    };
}
