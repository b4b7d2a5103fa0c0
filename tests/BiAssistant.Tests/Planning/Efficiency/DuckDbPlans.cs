using System.Text.Json;
using System.Text.RegularExpressions;
using BiAssistant.DuckDb;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Planning.Efficiency;

/// <summary>
/// DuckDB's own plan of a text over the given tables. What it leaves out because of the few rows that are there is not looked at: statistics are put aside.
/// </summary>
internal sealed class DuckDbPlans : IDisposable
{
    private readonly DuckDbConnection _connection = new("Data Source=:memory:");

    public DuckDbPlans(string script)
    {
        _connection.Open();
        Execute(script);
        Execute("SET disabled_optimizers = 'statistics_propagation'");
    }

    public EnginePlan Of(CompiledSql sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"EXPLAIN (FORMAT JSON) {sql.Text}";
        foreach (var argument in sql.Arguments)
        {
            command.Parameters.Add(argument.Name, Value(argument.Value));
        }

        using var reader = command.ExecuteReader();
        reader.Read().ShouldBeTrue();
        using var plan = JsonDocument.Parse(reader.GetString(1));
        var steps = plan.RootElement.EnumerateArray().SelectMany(Steps).ToList();
        return new EnginePlan(
            steps.Where(s => Name(s) == "SEQ_SCAN").Select(Scan).ToSeq(),
            steps.Count(s => Name(s) is "CROSS_PRODUCT" || (Name(s).EndsWith("_JOIN", StringComparison.Ordinal) && !Name(s).EndsWith("_DELIM_JOIN", StringComparison.Ordinal))),
            steps.Count(s => Name(s).EndsWith("WINDOW", StringComparison.Ordinal)),
            steps.Count(s => Texts(s, "Aggregates").Any(a => a.Contains("DISTINCT", StringComparison.Ordinal)) || (Name(s).EndsWith("GROUP_BY", StringComparison.Ordinal) && Texts(s, "Aggregates").All(a => a.Length == 0))));
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string script)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    private static TableScan Scan(JsonElement step)
    {
        var conditions = Texts(step, "Filters").Where(f => f.Length > 0).ToSeq();
        var tested = conditions.SelectMany(c => Regex.Matches(Regex.Replace(c, "'[^']*'(::[A-Z ]+)?", ""), "[a-z_]+")).Select(m => m.Value).Where(name => name != "optional");
        return new TableScan(
            Texts(step, "Table").Single().Split('.')[^1],
            Texts(step, "Projections").Where(c => c.Length > 0).Order(StringComparer.Ordinal).ToSeq(),
            conditions,
            tested.Distinct().Order(StringComparer.Ordinal).ToSeq(),
            Partitions: null);
    }

    private static IEnumerable<JsonElement> Steps(JsonElement step) => step.GetProperty("children").EnumerateArray().SelectMany(Steps).Prepend(step);

    private static string Name(JsonElement step) => step.GetProperty("name").GetString()!.Trim();

    private static IEnumerable<string> Texts(JsonElement step, string key) => !step.GetProperty("extra_info").TryGetProperty(key, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!)
        : [value.GetString()!];

    private static object? Value(SqlLiteral literal) => literal switch
    {
        SqlDate date => date.Value,
        SqlTimestamp timestamp => timestamp.Value,
        SqlText text => text.Value,
        SqlNumber number => number.Value,
        SqlBoolean flag => flag.Value,
        _ => throw new System.Diagnostics.UnreachableException(literal.GetType().Name),
    };
}
