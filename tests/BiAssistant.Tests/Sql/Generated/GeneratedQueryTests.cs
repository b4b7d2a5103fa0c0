using System.Globalization;
using System.Text;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using Xunit.Abstractions;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>One generated query has the same rows on every engine that there is.</summary>
[Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
public sealed class GeneratedQueryTests(Workshop workshop, ITestOutputHelper output) : IClassFixture<Workshop>
{
    /// <summary>The clock has a value before a query is written; the others stand in single engines' own SQL.</summary>
    private static readonly string[] NotPortable = ["Now", "Element", "Word", "IntervalOf"];

    /// <summary>The share of queries that an engine may be without words for.</summary>
    private const double MostRefused = 0.25;

    private const int MostShown = 3;

    private const int LengthOfBegin = 12;

    private const int MostRows = 6;

    private static readonly int Queries = GeneratedCases.Scale(400);

    private static readonly int Trees = GeneratedCases.IsLong ? 300_000 : 60_000;

    [Fact]
    public void Every_node_and_every_pair_of_neighbours_is_generated_often()
    {
        var histogram = new QueryHistogram();
        for (var tree = 1; tree <= Trees; tree++)
        {
            histogram.Add(new QueryGenerator(GeneratedCases.SeedFor(tree)).Query().Query);
        }

        output.WriteLine(histogram.ToString());
        histogram.Counts.Where(entry => entry.Value < 20).ShouldBeEmpty();
        typeof(SqlNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SqlNode)) && !type.IsAbstract).Select(QueryHistogram.Kind).Except(NotPortable)
            .Where(kind => !histogram.Counts.ContainsKey(kind)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Generated_queries_have_equal_rows_on_every_engine()
    {
        var refusals = new Dictionary<string, int>(StringComparer.Ordinal);
        var failures = new List<string>();
        var refused = new Dictionary<string, int>(StringComparer.Ordinal);
        var withRows = 0;
        for (var number = 1; number <= Queries; number++)
        {
            var seed = GeneratedCases.SeedFor(number);
            var generated = new QueryGenerator(seed).Query();
            var answers = await AnswersAsync(generated.Query);
            foreach (var answer in answers.Where(answer => answer.Refusals.Count > 0))
            {
                refused[answer.Engine] = refused.GetValueOrDefault(answer.Engine) + 1;
            }

            foreach (var refusal in answers.SelectMany(answer => answer.Refusals.Select(message => $"{answer.Engine}: {message}")))
            {
                refusals[refusal] = refusals.GetValueOrDefault(refusal) + 1;
            }

            withRows += answers[0].Rows is [_, ..] ? 1 : 0;
            if (Differs(answers, generated.IsOrdered))
            {
                failures.Add($"seed {seed}:\n{await ShownAsync(generated)}");
                if (failures.Count == MostShown)
                {
                    break;
                }
            }
        }

        output.WriteLine(string.Join('\n', refusals.OrderByDescending(refusal => refusal.Value).Select(refusal => string.Create(CultureInfo.InvariantCulture, $"{refusal.Value,6}  {refusal.Key}"))));
        output.WriteLine($"{withRows} of {Queries} queries have rows; refused: {string.Join(", ", refused.Select(engine => $"{engine.Key} {engine.Value}"))}");
        failures.ShouldBeEmpty(string.Join("\n\n", failures));
        withRows.ShouldBeGreaterThanOrEqualTo(Queries * 8 / 10);
        refused.Where(engine => engine.Value > Queries * MostRefused).ShouldBeEmpty();
    }

    /// <summary>What an engine made of a query: rows, or why it cannot be said there, or what went wrong.</summary>
    private sealed record Answer(string Engine, IReadOnlyList<string>? Rows, IReadOnlyList<string> Refusals, string? Fault);

    private async Task<List<Answer>> AnswersAsync(SqlQuery query)
    {
        var answers = new List<Answer>();
        foreach (var engine in workshop.Names)
        {
            answers.Add(await AnswerAsync(engine, query));
        }

        return answers;
    }

    private async Task<Answer> AnswerAsync(string engine, SqlQuery query)
    {
        var compiled = SqlWriter.Write(query, workshop.DialectOf(engine));
        if (compiled.Value is not { } sql)
        {
            return new Answer(engine, null, [.. compiled.Issues.Select(issue => issue.Message)], null);
        }

        try
        {
            return new Answer(engine, await workshop.RowsAsync(engine, sql), [], null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new Answer(engine, null, [], fault.Message);
        }
    }

    private static bool Differs(List<Answer> answers, bool inOrder)
    {
        var rows = answers.Where(answer => answer.Rows is not null).Select(answer => answer.Rows!).ToList();
        return answers.Any(answer => answer.Fault is not null) || rows.Skip(1).Any(other => !ComparedRows.AreSame(rows[0], other, inOrder));
    }

    /// <summary>What a fault is about, without the names in it.</summary>
    private static string? Begin(string? fault) => fault?[..Math.Min(fault.Length, LengthOfBegin)];

    /// <summary>The first rows that another engine does not have; where order alone differs, the first rows.</summary>
    private static IEnumerable<string> Telling(IReadOnlyList<string> rows, List<Answer> answers)
    {
        var own = rows.Where(row => answers.Any(answer => answer.Rows is not null && !answer.Rows.Contains(row))).ToList();
        return (own.Count > 0 ? own : rows).Take(MostRows).Prepend($"{rows.Count} rows");
    }

    private async Task<string> ShownAsync(GeneratedQuery generated)
    {
        var first = await AnswersAsync(generated.Query);
        var smallest = await QueryShrinker.ShrinkAsync(generated.Query, async smaller =>
        {
            var answers = await AnswersAsync(smaller);
            return answers.Zip(first).All(pair => Begin(pair.First.Fault) == Begin(pair.Second.Fault) && (pair.First.Rows is null) == (pair.Second.Rows is null))
                && Differs(answers, generated.IsOrdered && smaller.OrderBy.Count == generated.Query.OrderBy.Count);
        });
        var shown = new StringBuilder(SqlPrinter.Print(smallest, SqlDialects.Portable));
        shown.Append('\n').AppendJoin(", ", SqlAnalysis.Parameters(smallest).Select(parameter => $"{parameter.Name} = {parameter.Value}"));
        var answers = await AnswersAsync(smallest);
        foreach (var answer in answers)
        {
            shown.Append(CultureInfo.InvariantCulture, $"\n--- {answer.Engine}\n");
            shown.AppendJoin('\n', answer.Refusals.Count > 0 ? answer.Refusals : [SqlWriter.Write(smallest, workshop.DialectOf(answer.Engine)).Value!.Text]);
            shown.Append('\n').Append(answer.Fault).AppendJoin('\n', Telling(answer.Rows ?? [], answers));
        }

        return shown.ToString();
    }
}
