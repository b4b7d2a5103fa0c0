using System.Collections.Concurrent;
using System.Diagnostics;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using Xunit.Abstractions;

namespace BiAssistant.Tests.Sql;

/// <summary>Texts that nobody wrote: every one gives a tree or an issue, soon; and what the gate lets through reads only what it may.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Usual = 36_000;
    private const int Long = 10_000_000;
    private const int BatchSize = 500;

    /// <summary>A batch takes a few hundredths of a second; a text that hangs would take all of this.</summary>
    private static readonly TimeSpan LongestBatch = TimeSpan.FromSeconds(60);

    [Fact]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void Every_mutated_text_gives_a_tree_or_an_issue()
    {
        var count = GeneratedCases.IsLong ? Long : Usual;
        var tallies = SqlDialects.All.ToDictionary(dialect => dialect, _ => new Tally());
        var mutations = SqlDialects.All.ToDictionary(dialect => dialect, Mutations.Of);
        var watch = Stopwatch.StartNew();
        var running = new ConcurrentDictionary<int, (long Since, string Text)>();
        using var hangs = new Timer(_ => Stop(running), null, LongestBatch, LongestBatch);
        Parallel.For(0, (count + BatchSize - 1) / BatchSize, batch =>
        {
            var dialect = SqlDialects.All[batch % SqlDialects.All.Count];
            var made = mutations[dialect].From(GeneratedCases.SeedFor(batch));
            for (var i = 0; i < BatchSize; i++)
            {
                var text = made.Next();
                running[batch] = (Stopwatch.GetTimestamp(), text);
                tallies[dialect].Add(Try(text, dialect));
            }

            running.TryRemove(batch, out var _);
        });
        watch.Stop();

        output.WriteLine($"{tallies.Values.Sum(tally => tally.Tried):N0} texts in {watch.Elapsed.TotalSeconds:N1} s");
        foreach (var (dialect, tally) in tallies)
        {
            output.WriteLine($"{dialect}: {tally}");
            tally.Parsed.ShouldBeInRange(tally.Tried / 20, tally.Tried * 19 / 20, $"{dialect}: both a tree and an issue are common");
            tally.Passed.ShouldBeGreaterThan(0, dialect.Name);
        }

        tallies.Values.Sum(tally => tally.Tried).ShouldBeGreaterThanOrEqualTo(count);
    }

    private static (bool Parsed, bool Passed) Try(string text, SqlDialect dialect)
    {
        try
        {
            var read = SqlParser.ParseQuery(text, dialect);
            if (read.Succeeded != read.Issues.IsEmpty)
            {
                throw new InvalidOperationException("Neither a tree nor an issue, or both.");
            }

            if (read.Value is null || !SqlValidator.Check(text, dialect, GateTests.Allowed).Succeeded)
            {
                return (read.Succeeded, false);
            }

            var strange = Strange(read.Value, dialect).ToList();
            return strange.Count == 0 ? (true, true) : throw new InvalidOperationException("The gate let through " + string.Join(", ", strange));
        }
        catch (Exception wrong)
        {
            throw new InvalidOperationException($"{dialect}: {text.ReplaceLineEndings("«000A»")}", wrong);
        }
    }

    /// <summary>What a query that passed may not hold, found by another way than the gate's: every table and column of the whole tree by its name alone.</summary>
    private static IEnumerable<string> Strange(SqlQuery query, SqlDialect dialect)
    {
        var nodes = query.DescendantsAndSelf().ToList();
        var made = nodes.OfType<SqlCommonTable>().Select(step => step.Name).ToHashSet(dialect.NameComparer);
        var named = nodes.OfType<SqlSelectItem>().Select(item => item.Alias).OfType<string>();
        var columns = GateTests.Allowed.Tables.SelectMany(table => table.Columns).Select(dialect.NativeName).Concat(named).ToHashSet(dialect.NameComparer);
        var tables = GateTests.Allowed.Tables.Select(table => string.Join('.', table.Name.Select(dialect.NativeName))).ToHashSet(dialect.TableNameComparer);
        return nodes.Select(node => node switch
        {
            SqlTable table when !tables.Contains(string.Join('.', table.Name)) && !(table.Name is [var only] && made.Contains(only)) => table.ToString(),
            SqlColumn column when !columns.Contains(column.Name) => column.ToString(),
            SqlFunction function when !dialect.Functions.Contains(function.Name) => function.Name,
            SqlAggregate aggregate when !dialect.Aggregates.Contains(aggregate.Name) => aggregate.Name,
            SqlNow now => now.ToString(),
            _ => null,
        }).OfType<string>();
    }

    private static void Stop(ConcurrentDictionary<int, (long Since, string Text)> running)
    {
        foreach (var (since, text) in running.Values.Where(one => Stopwatch.GetElapsedTime(one.Since) > LongestBatch))
        {
            Environment.FailFast($"A text was read for {Stopwatch.GetElapsedTime(since)}:\n{text}");
        }
    }

    private sealed class Tally
    {
        private long _tried;
        private long _parsed;
        private long _passed;

        public long Tried => _tried;

        public long Parsed => _parsed;

        public long Passed => _passed;

        public void Add((bool Parsed, bool Passed) outcome)
        {
            Interlocked.Increment(ref _tried);
            Interlocked.Add(ref _parsed, outcome.Parsed ? 1 : 0);
            Interlocked.Add(ref _passed, outcome.Passed ? 1 : 0);
        }

        public override string ToString() => $"{_tried:N0} texts, {100.0 * _parsed / _tried:N1} % were read, {100.0 * _passed / _tried:N1} % passed the gate";
    }
}
