using System.Diagnostics;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;

namespace BiAssistant.Tests.Sql;

public sealed class GateTests
{
    private const int FewestTexts = 300;

    /// <summary>Far above what any of these takes on a busy machine, far below what more than linear work would.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    internal static readonly SqlAllowList Allowed = new(
    [
        new AllowedTable(["orders"], ["id", "customer_id", "amount", "status", "note", "sleep"]),
        new AllowedTable(["sales", "customers"], ["id", "region"]),
    ]);

    [Fact]
    public void A_hostile_text_never_passes() =>
        ShouldBeNone(GateTexts.Hostile.Where(hostile => SqlValidator.Check(hostile.Text, hostile.Dialect, Allowed).Succeeded));

    [Fact]
    public void A_harmless_look_alike_passes() =>
        ShouldBeNone(GateTexts.Harmless.SelectMany(harmless => SqlValidator.Check(harmless.Text, harmless.Dialect, Allowed).Issues.Select(issue => $"{harmless}: {issue.Message}")));

    [Fact]
    public void Every_dialect_is_tried_with_every_class_of_texts()
    {
        foreach (var texts in new[] { GateTexts.Hostile, GateTexts.Harmless })
        {
            texts.Select(text => text.Line).Distinct().Count().ShouldBeGreaterThanOrEqualTo(FewestTexts);
            foreach (var ofClass in texts.GroupBy(text => text.Class))
            {
                ofClass.Select(text => text.Dialect).Distinct().ShouldBe(SqlDialects.All, ignoreOrder: true, ofClass.Key);
                ofClass.Count().ShouldBe(ofClass.Distinct().Count(), $"{ofClass.Key} has a text twice");
            }
        }

        GateTexts.Hostile.Count(text => text.Line == "SELECT id FROM orders; DROP TABLE orders").ShouldBe(SqlDialects.All.Count);
        GateTexts.Hostile.ShouldContain(text => text.Text.Contains('\0', StringComparison.Ordinal));
    }

    [Fact]
    public void No_list_of_functions_has_a_dangerous_one()
    {
        var dangerous = File.ReadLines(Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Sql", "dangerous-functions.txt"))
            .Where(line => line[0] != '#').SelectMany(line => line.Split(' ')).ToList();
        dangerous.Count.ShouldBeGreaterThan(200);
        foreach (var dialect in SqlDialects.All)
        {
            dialect.Functions.Count.ShouldBeGreaterThan(10, dialect.Name);
            ShouldBeNone(dialect.Functions.Concat(dialect.Aggregates).Where(name => dangerous.Any(other => IsNamed(name, other))).Select(name => $"{dialect}: {name}"));
            ShouldBeNone(dangerous.Select(name => name.Replace("*", "x", StringComparison.Ordinal)).Where(name => SqlValidator.Check($"SELECT {name}(id) FROM orders", dialect, Allowed).Succeeded));
        }
    }

    private static bool IsNamed(string name, string dangerous) => dangerous.EndsWith('*')
        ? name.StartsWith(dangerous[..^1], StringComparison.OrdinalIgnoreCase)
        : name.Equals(dangerous, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_monstrous_text_is_refused_at_once()
    {
        foreach (var dialect in SqlDialects.All)
        {
            foreach (var (name, text) in Monsters())
            {
                var watch = Stopwatch.StartNew();
                SqlValidator.Check(text, dialect, Allowed).Succeeded.ShouldBeFalse($"{dialect}: {name}");
                watch.Elapsed.ShouldBeLessThan(Bound, $"{dialect}: {name}");
            }
        }
    }

    private static IEnumerable<(string Name, string Text)> Monsters()
    {
        yield return ("a million characters of blanks", "SELECT id FROM orders" + new string(' ', 1_000_000));
        yield return ("a text of a million characters", "SELECT '" + new string('x', 1_000_000) + "' FROM orders");
        yield return ("a name of a million characters", "SELECT " + new string('x', 1_000_000) + " FROM orders");
        yield return ("a comment of a million characters", "SELECT id FROM orders /*" + new string('*', 1_000_000) + "*/");
        yield return ("a number of a million digits", "SELECT " + new string('9', 1_000_000));
        yield return ("as many statements", Times("SELECT 1;", 100_000));
        yield return ("a long number", "SELECT " + new string('9', 300_000));
        yield return ("open quotes", new string('"', 399_999));
        yield return ("open backticks", new string('`', 399_999));
        yield return ("open brackets", new string('[', 399_999));
        yield return ("open texts", "SELECT " + new string('\'', 399_991));
        yield return ("open comments", Times("/*", 200_000));
        yield return ("backslashes", "SELECT '" + new string('\\', 399_991));
        yield return ("parentheses", "SELECT " + new string('(', 10_000) + "1" + new string(')', 10_000) + " FROM orders");
        yield return ("parentheses around queries", new string('(', 10_000) + "SELECT 1 FROM orders" + new string(')', 10_000));
        yield return ("parentheses around tables", "SELECT id FROM " + new string('(', 10_000) + "orders" + new string(')', 10_000));
        yield return ("parentheses that nothing closes", "SELECT " + new string('(', 300_000));
        yield return ("CASE", "SELECT " + Times("CASE WHEN 1 = 1 THEN ", 10_000) + "1" + Times(" END", 10_000) + " FROM orders");
        yield return ("NOT", "SELECT id FROM orders WHERE " + Times("NOT ", 10_000) + "id = 1");
        yield return ("minus", "SELECT " + Times("- ", 10_000) + "id FROM orders");
        yield return ("plus", "SELECT " + Times("+ ", 10_000) + "id FROM orders");
        yield return ("calls", "SELECT " + Times("UPPER(", 10_000) + "status" + new string(')', 10_000) + " FROM orders");
        yield return ("scalar queries", "SELECT " + Times("(SELECT ", 10_000) + "1" + new string(')', 10_000) + " FROM orders");
        yield return ("tables in tables", Times("SELECT id FROM (", 10_000) + "SELECT id FROM orders" + Times(") x", 10_000));
        yield return ("tables in tables that nothing closes", Times("SELECT * FROM (", 10_000));
        yield return ("EXISTS", Times("SELECT id FROM orders WHERE EXISTS (", 10_000) + "SELECT id FROM orders" + new string(')', 10_000));
        yield return ("steps in steps", Times("WITH a AS (", 10_000) + "SELECT id FROM orders" + Times(") SELECT id FROM a", 10_000));
        yield return ("joins in joins", "SELECT o.id FROM " + Times("(orders o JOIN ", 10_000) + "orders o" + Times(" ON 1 = 1)", 10_000));
        yield return ("a row of joins", "SELECT o.id FROM orders o" + Times(" CROSS JOIN orders", 10_000));
        yield return ("set operations in each other", Times("(SELECT id FROM orders UNION ALL ", 10_000) + "SELECT id FROM orders" + new string(')', 10_000));
        yield return ("a row of set operations", "SELECT id FROM orders" + Times(" UNION ALL SELECT id FROM orders", 10_000));
        yield return ("a row of ORs", "SELECT id FROM orders WHERE id = 1" + Times(" OR id = 2", 10_000));
        yield return ("a row of sums", "SELECT 1" + Times(" + 1", 60_000) + " FROM orders");
        yield return ("a row of texts", "SELECT 'x'" + Times(" || 'x'", 10_000) + " FROM orders");
        yield return ("a row of casts", "SELECT id" + Times("::INTEGER", 10_000) + " FROM orders");
        yield return ("casts in casts", "SELECT " + Times("CAST(", 10_000) + "id" + Times(" AS INTEGER)", 10_000) + " FROM orders");
        yield return ("a row of elements", "SELECT id" + Times("[1]", 10_000) + " FROM orders");
        yield return ("lists in lists", "SELECT " + new string('[', 10_000) + "1" + new string(']', 10_000) + " FROM orders");
        yield return ("names of many parts", "SELECT " + Times("o.", 10_000) + "id FROM orders o");
        yield return ("intervals in intervals", "SELECT " + Times("INTERVAL ", 10_000) + "1" + Times(" DAY", 10_000) + " FROM orders");
        yield return ("BETWEEN", "SELECT id FROM orders WHERE id" + Times(" BETWEEN 1 AND 2 = 1", 10_000));
        yield return ("windows in windows", "SELECT " + Times("SUM(1) OVER (ORDER BY ", 10_000) + "1" + new string(')', 10_000) + " FROM orders");
        yield return ("columns that are not allowed", "SELECT id" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $", x{i}")) + " FROM orders");
        yield return ("steps that nothing reads", "WITH s0 AS (SELECT id FROM orders)" + string.Concat(Enumerable.Range(1, 5_000).Select(i => $", s{i} AS (SELECT id FROM s{i - 1})")) + " SELECT password FROM s5000");
    }

    private static void ShouldBeNone(IEnumerable<object> texts)
    {
        var wrong = texts.ToList();
        wrong.Count.ShouldBe(0, string.Join('\n', wrong));
    }

    private static string Times(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
