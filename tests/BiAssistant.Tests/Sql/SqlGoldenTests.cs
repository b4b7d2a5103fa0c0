using System.Globalization;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Writing;
using Xunit.Abstractions;

namespace BiAssistant.Tests.Sql;

/// <summary>All dialects side by side: every case is a folder with a portable query, its text in each dialect and its rows.</summary>
public sealed class SqlGoldenTests(Ledger ledger, ITestOutputHelper output) : IClassFixture<Ledger>
{
    public static TheoryData<string> Cases => new(GoldenQuery.All.Select(golden => golden.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_dialect_has_the_text_that_was_read_and_accepted(string name)
    {
        var golden = new GoldenQuery(name);
        foreach (var dialect in SqlDialects.All)
        {
            golden.Text(dialect).ShouldBeGolden(golden.File($"{dialect.Name}.sql"));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gate_lets_every_text_pass(string name)
    {
        var golden = new GoldenQuery(name);
        foreach (var dialect in SqlDialects.All)
        {
            if (golden.Written(dialect).Value is { } sql)
            {
                SqlValidator.Validate(sql, ledger.Tables).Issues.ShouldBeEmpty(sql.Text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Its_rows_are_those_that_were_worked_out_by_hand(string name)
    {
        var golden = new GoldenQuery(name);
        foreach (var engine in ledger.Names)
        {
            if (golden.Written(ledger.DialectOf(engine)).Succeeded)
            {
                (await ledger.RowsAsync(engine, golden.Query())).ShouldBe(golden.Rows, $"{engine}:\n{golden.Golden(ledger.DialectOf(engine))}");
            }
        }
    }

    /// <summary>A golden text of one dialect, taken to another, is that one's golden text, or has the same rows where an engine can tell.</summary>
    [Fact]
    public async Task Every_text_is_translated_to_every_dialect_that_can_say_it()
    {
        var same = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var golden in GoldenQuery.All)
        {
            foreach (var (from, to) in SqlDialects.All.SelectMany(from => SqlDialects.All.Select(to => (from, to))))
            {
                var (text, expected) = (golden.Golden(from), golden.Golden(to));
                if (GoldenQuery.IsRefused(text) || GoldenQuery.IsRefused(expected))
                {
                    continue;
                }

                var translated = SqlTranslator.Translate(text, from, to);
                if (translated.Value is not { } sql)
                {
                    // A pattern in a parameter is a value that a text does not carry.
                    problems.AddRange(text.Contains("-- pattern:", StringComparison.Ordinal) ? [] : [$"{golden.Name} {from} -> {to}: {translated.Issues[0].Message}"]);
                    continue;
                }

                var isSame = sql.Text == WithoutComments(expected);
                same[$"{from} -> {to}"] = same.GetValueOrDefault($"{from} -> {to}") + (isSame ? 1 : 0);
                if (!isSame && sql.Arguments.IsEmpty && ledger.Names.FirstOrDefault(engine => ledger.DialectOf(engine) == to) is { } name)
                {
                    var validated = SqlValidator.Validate(sql, ledger.Tables);
                    validated.Issues.ShouldBeEmpty(sql.Text);
                    (await ledger.RowsAsync(name, validated.Value.ShouldNotBeNull())).ShouldBe(golden.Rows, $"{golden.Name} {from} -> {to}:\n{sql.Text}");
                }
            }
        }

        problems.ShouldBeEmpty();
        Counted(same);
    }

    /// <summary>How many texts come out as the very golden text never gets fewer.</summary>
    private void Counted(SortedDictionary<string, int> same)
    {
        var file = Path.Combine(GoldenQuery.Root, "..", "translations.txt");
        var counted = same.Select(pair => $"{pair.Key}: {pair.Value.ToString(CultureInfo.InvariantCulture)}").ToList();
        output.WriteLine(string.Join('\n', counted));
        if (GoldenText.IsRewritten)
        {
            File.WriteAllLines(file, counted);
        }

        foreach (var (pair, least) in File.ReadAllLines(file).Select(line => line.Split(": ")).Select(parts => (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture))))
        {
            same[pair].ShouldBeGreaterThanOrEqualTo(least, pair);
        }
    }

    private static string WithoutComments(string golden) => string.Join('\n', golden.Split('\n').Where(line => !line.StartsWith("-- ", StringComparison.Ordinal))).TrimEnd('\n');
}
