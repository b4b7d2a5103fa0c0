using System.Text.Json;
using System.Text.RegularExpressions;
using BiAssistant.Planning;
using BiAssistant.Sql.Dialects;
using BiAssistant.Tests.Postgres;

namespace BiAssistant.Tests.Planning.Efficiency;

/// <summary>
/// What each golden case, and each of some questions about time, costs as the engines themselves say: the tables that are gone through, the columns that are read, what is left
/// out while reading, and the joins. The tables of them are rewritten as golden texts are, and read before they are accepted: a second way through a table, one more join
/// or a lost condition is a step back.
/// </summary>
public sealed class EfficiencyTests
{
    /// <summary>The tables of the workshop that hold rows of many years, and the day of a row.</summary>
    private static readonly (string Table, string Column)[] Dates =
        [("tickets", "opened_on"), ("budgets", "month"), ("stock", "counted_on"), ("deliveries", "delivered_on"), ("contracts", "starts_on")];

    private static string Folder { get; } = Path.Combine(PlannerCase.Root, "Efficiency");

    private static string Script => File.ReadAllText(Path.Combine(PlannerCase.Root, "workshop.sql"));

    private static IEnumerable<(string Name, QueryPlan Plan)> Questions =>
        PlannerCase.Names.Select(name => (name, new PlannerCase(name).Plan())).Concat(File.ReadLines(Path.Combine(Folder, "questions.jsonl")).Select(Question));

    [Fact]
    public void DuckDB_reads_only_the_columns_that_are_needed_and_filters_while_it_reads()
    {
        using var engine = new DuckDbPlans(Script);
        var lines = Questions.SelectMany(q => PlannerCase.Texts(q.Plan, SqlDialects.DuckDb).Where(t => t.Name != "merge").Select(t => $"{q.Name}: {engine.Of(t.Sql.Sql)}\n"));
        string.Concat(lines).ShouldBeGolden(Path.Combine(Folder, "duckdb.txt"));
    }

    [PostgresFact]
    public async Task PostgreSQL_reads_only_the_partitions_and_ranges_of_an_index_that_are_needed()
    {
        await using var engine = await PostgresPlans.OpenAsync(Script, Dates);
        var lines = new List<string>();
        foreach (var (name, plan) in Questions)
        {
            foreach (var (_, sql) in PlannerCase.Texts(plan, SqlDialects.PostgreSql).Where(t => t.Name != "merge"))
            {
                var cost = await engine.OfAsync(sql.Sql);
                lines.Add($"{name}: {cost}\n");
                cost.Scans.SelectMany(s => s.Conditions.Where(OnDateWithinFunction)).ShouldBeEmpty($"{name}: no partition and no index serves a condition on what a function makes of a date.");
            }
        }

        string.Concat(lines).ShouldBeGolden(Path.Combine(Folder, "postgresql.txt"));
    }

    [Fact]
    public void A_date_within_a_function_is_told_from_a_bare_one()
    {
        OnDateWithinFunction("((opened_on >= '2024-01-01'::date) AND (lower(status) = 'open'::text))").ShouldBeFalse();
        OnDateWithinFunction("(date_trunc('month'::text, (opened_on)::timestamp with time zone) = '2024-01-01'::date)").ShouldBeTrue();
        OnDateWithinFunction("((opened_on)::text = '2024-01-01'::text)").ShouldBeTrue();
        OnDateWithinFunction("((opened_on + 1) > '2024-01-01'::date)").ShouldBeTrue();
        OnDateWithinFunction("(opened_on <= (contracts.starts_on + '60 days'::interval day))").ShouldBeFalse();
    }

    /// <summary>Whether something is made of the table's own date before it is compared; what is made of another table's is known when this one is read.</summary>
    private static bool OnDateWithinFunction(string condition)
    {
        var date = $@"(?<![.\w])({string.Join('|', Dates.Select(d => d.Column))})\b";
        return Regex.IsMatch(Regex.Replace(condition, "'[^']*'", "''"), $@"\w\([^()]*\(?{date}|\({date}\)::|{date} [-+]");
    }

    private static (string Name, QueryPlan Plan) Question(string line)
    {
        using var question = JsonDocument.Parse(line);
        return (question.RootElement.GetProperty("name").GetString()!, PlannerCase.Plan(question.RootElement.GetProperty("query").GetRawText()));
    }
}
