using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Postgres;
using Xunit.Abstractions;

namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>Catalogs, rows and queries drawn by chance: the product's answers are those of an evaluator that looks at every row for every cell, on every engine.</summary>
[Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
public sealed class GeneratedQuestionTests(ITestOutputHelper output)
{
    private const int QuestionsOfAWorld = 20;

    /// <summary>Every form is proven on DuckDB; the others spell the same tree.</summary>
    private static readonly int Fewer = GeneratedCases.IsLong ? 2_000 : 200;

    private static readonly int FailuresShown = GeneratedCases.IsLong ? 20 : 3;

    [Fact]
    public Task Answers_are_those_of_the_definition_in_DuckDB() => AreThoseOfTheDefinition("duckdb", GeneratedCases.IsLong ? 20_000 : 500);

    [Fact]
    public Task Answers_are_those_of_the_definition_in_SQLite() => AreThoseOfTheDefinition("sqlite", Fewer);

    [PostgresFact]
    public Task Answers_are_those_of_the_definition_in_PostgreSQL() => AreThoseOfTheDefinition("postgresql", Fewer);

    [MariaDbFact]
    public Task Answers_are_those_of_the_definition_in_MariaDB() => AreThoseOfTheDefinition("mariadb", Fewer);

    /// <summary>Some of the things are kept in a second warehouse.</summary>
    [Fact]
    public Task Answers_are_those_of_the_definition_where_DuckDB_meets_SQLite() => AreThoseOfTheDefinition("duckdb and sqlite", Fewer);

    [PostgresFact]
    public Task Answers_are_those_of_the_definition_where_PostgreSQL_meets_DuckDB() => AreThoseOfTheDefinition("postgresql and duckdb", Fewer);

    [MariaDbFact]
    public Task Answers_are_those_of_the_definition_where_SQLite_meets_MariaDB() => AreThoseOfTheDefinition("sqlite and mariadb", Fewer);

    private async Task AreThoseOfTheDefinition(string engine, int cases)
    {
        var histogram = new Histogram();
        var failures = new List<string>();
        var first = GeneratedCases.SeedFor(engine.Length * 1_000_000);
        for (var world = 0; world < cases / QuestionsOfAWorld && failures.Count < FailuresShown; world++)
        {
            failures.AddRange(await FailuresAsync(engine, first + world, histogram));
        }

        output.WriteLine($"seed {GeneratedCases.Seed}: {histogram}");
        failures.Take(FailuresShown).ShouldBeEmpty($"seed {GeneratedCases.Seed}");
        histogram.WithRows.ShouldBeGreaterThan(histogram.Cases * 8 / 10);
        histogram.Refused.ShouldBeLessThan(histogram.Cases / 50);
        histogram.FormsBelow(cases < 500 ? 1 : cases < 20_000 ? 5 : Histogram.Often).ShouldBeEmpty();
        if (cases >= 20_000)
        {
            histogram.PairsBelow(Histogram.Often).ShouldBeEmpty();
        }
    }

    private static async Task<IReadOnlyList<string>> FailuresAsync(string name, int seed, Histogram histogram)
    {
        var chance = new Chance(seed);
        var drawn = WorldMaker.Draw(seed);
        var world = name.Contains(" and ", StringComparison.Ordinal) ? drawn.Apart(chance) : drawn;
        await using var engine = await Engine.OpenAsync(name, world);
        var product = new Product(engine, world);
        var failures = new List<string>();
        for (var number = 0; number < QuestionsOfAWorld; number++)
        {
            var question = QuestionMaker.Draw(world, chance, histogram.Need());
            var verdict = await Judge.OfAsync(world, product, question);
            histogram.Add(question, verdict);
            if (verdict.Outcome == Outcome.Different && failures.Count < FailuresShown)
            {
                failures.Add(await ToldAsync(name, world, question, verdict.Way, $"world {seed}, question {number + 1}"));
            }
        }

        return failures;
    }

    /// <summary>The smallest case that still fails, whole: catalog, query, rows, both answers.</summary>
    private static async Task<string> ToldAsync(string engine, World world, Question question, string way, string place)
    {
        var (smallest, asked) = await Shrinker.SmallestAsync(world, question, (smaller, other) => FailsAsync(engine, smaller, other, way));
        var verdict = await JudgedAsync(engine, smallest, asked);
        return $"\n=== {place} on {engine}, now {smallest.Now:s}\nfirst {question.Json.ToJsonString()}\nsmallest {asked.Json.ToJsonString()}\n{verdict.Text}\n--- rows\n{WorldScript.Of(smallest)}\n--- catalog\n{WorldText.Of(smallest)}";
    }

    /// <summary>Whether a case is one of the same mistake; what is left of a query may make no sense, and is none then.</summary>
    private static async Task<bool> FailsAsync(string engine, World world, Question question, string way)
    {
        try
        {
            return await JudgedAsync(engine, world, question) is { Outcome: Outcome.Different } still && still.Way == way;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task<Verdict> JudgedAsync(string name, World world, Question question)
    {
        await using var engine = await Engine.OpenAsync(name, world);
        return await Judge.OfAsync(world, new Product(engine, world), question);
    }
}
