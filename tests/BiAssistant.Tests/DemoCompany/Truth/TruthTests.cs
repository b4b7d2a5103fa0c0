using BiAssistant.Answers;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Tests.Postgres;
using YamlDotNet.RepresentationModel;

namespace BiAssistant.Tests.DemoCompany.Truth;

/// <summary>Every metric of the demo company, asked through the whole pipeline, against SQL that was written by hand from what the metric means.</summary>
public sealed class TruthTests(TruthCompany company) : IClassFixture<TruthCompany>
{
    /// <summary>A draft answers none but its owners.</summary>
    private static readonly Dictionary<string, string> DraftOwners =
        DemoYaml.Metrics().Where(metric => DemoYaml.Text(metric, "status") == "draft").ToDictionary(DemoYaml.Name, metric => DemoYaml.Text(metric, "owner").ShouldNotBeNull());

    private static readonly Dictionary<string, YamlMappingNode> Definitions = DemoYaml.Metrics().ToDictionary(DemoYaml.Name);

    public static TheoryData<string, Arrangement> Metrics() => InBoth(TruthCase.Metrics);

    public static TheoryData<string, Arrangement> Together() => InBoth(TruthCase.Together);

    public static TheoryData<string> Files() => [.. TruthCase.Metrics, .. TruthCase.Together];

    [Theory]
    [MemberData(nameof(Metrics))]
    public Task A_metric_has_the_numbers_of_the_SQL_by_hand(string metric, Arrangement arrangement) => HoldAsync(metric, arrangement);

    [Theory]
    [MemberData(nameof(Together))]
    public Task Numbers_asked_for_together_are_those_of_the_SQL_by_hand(string subject, Arrangement arrangement) => HoldAsync(subject, arrangement);

    [PostgresTheory]
    [MemberData(nameof(Files))]
    public Task PostgreSQL_gives_the_numbers_of_the_SQL_by_hand(string file) => HoldAsync(file, Arrangement.OperationsInPostgres);

    [Fact]
    public void Every_metric_that_is_no_forecast_has_a_total_a_breakdown_and_a_series_by_hand()
    {
        var metrics = DemoYaml.Metrics().Where(metric => DemoYaml.Text(metric, "type") != "forecast").Select(DemoYaml.Name).ToList();

        TruthCase.Metrics.ShouldBe(metrics, ignoreOrder: true);
        foreach (var metric in metrics)
        {
            var queries = TruthCase.Of(metric).Select(one => SemanticQueryJson.Read(one.Query).Value.ShouldNotBeNull(one.Query)).ToList();
            queries.ShouldContain(query => query.GroupBy.IsEmpty, metric);
            queries.ShouldContain(query => query.GroupBy.Any(group => group is FieldGrouping), metric);
            queries.ShouldContain(query => query.GroupBy.Any(group => group is TimeGrouping), metric);
        }
    }

    [Fact]
    public void What_is_refused_is_a_case() =>
        Refusals.All.Keys.Where(refused => TruthCase.Of(refused.File).Count < refused.Number).ShouldBeEmpty();

    private static TheoryData<string, Arrangement> InBoth(IEnumerable<string> files)
    {
        var data = new TheoryData<string, Arrangement>();
        foreach (var file in files)
        {
            data.Add(file, Arrangement.OperationsInDuckDb);
            data.Add(file, Arrangement.OperationsInSqlite);
        }

        return data;
    }

    private async Task HoldAsync(string file, Arrangement arrangement)
    {
        var wrong = new List<string>();
        foreach (var one in TruthCase.Of(file))
        {
            if (await WrongAsync(one, arrangement) is { } difference)
            {
                wrong.Add($"{one.Number}. {one.Query}: {difference}");
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private async Task<string?> WrongAsync(TruthCase one, Arrangement arrangement)
    {
        var answer = await company.AskAsync(arrangement, one.Query, AskerOf(one.File));
        if (Refusals.All.TryGetValue((one.File, one.Number), out var code))
        {
            return answer.Status == AnswerStatus.Refused && answer.Issues[0].Code == code ? null : $"{answer.Status} and not refused as {code}: {Issues(answer)}";
        }

        return answer.Status == AnswerStatus.Answered
            ? Difference(one, answer)
            : $"{answer.Status}: {Issues(answer)}";
    }

    private string? Difference(TruthCase one, Answer answer)
    {
        var numbers = answer.Columns.Count(column => column.Role == ColumnRole.Measure);
        var byHand = company.ByHand(one.Sql, numbers);
        return TruthRow.Difference(byHand, TruthRow.Sorted(WithRows(answer, byHand, numbers), numbers));
    }

    /// <summary>
    /// The answer without its periods that have no rows, which SQL by hand leaves out: of members that it has in another period, and zero where the metric's definition adds up,
    /// empty where it does not.
    /// </summary>
    private static IEnumerable<IEnumerable<object?>> WithRows(Answer answer, IReadOnlyList<TruthRow> byHand, int numbers)
    {
        var known = byHand.Select(row => row.Of).ToHashSet();
        var members = answer.Rows.Where(IsKnown).Select(Members).ToHashSet();
        var nothing = answer.Columns.Where(column => column.Role == ColumnRole.Measure).Select(column => Nothing(column.Name)).ToList();
        return answer.Rows.Where(row => IsKnown(row) || !answer.Columns.Any(IsTime) || !Row(row).Values.SequenceEqual(nothing) || !members.Contains(Members(row))).Select(row => row.AsEnumerable());

        TruthRow Row(Seq<object?> row) => TruthRow.Sorted([row], numbers)[0];
        bool IsKnown(Seq<object?> row) => known.Contains(Row(row).Of);
        string Members(Seq<object?> row) => string.Join(" | ", row.SkipLast(numbers).Where((_, place) => !IsTime(answer.Columns[place])));
        static bool IsTime(AnswerColumn column) => column.Role == ColumnRole.Time;
    }

    /// <summary>What a metric is where it has no rows, by its definition alone.</summary>
    private static double? Nothing(string metric)
    {
        var definition = Definitions.GetValueOrDefault(metric);
        return definition is null || DemoYaml.Text(definition, "missing") == "unknown" ? null
            : DemoYaml.Text(definition, "type") switch
            {
                null or "simple" => DemoYaml.Text(definition, "expression") is { } sum && (sum.StartsWith("SUM(", StringComparison.Ordinal) || sum.StartsWith("COUNT(", StringComparison.Ordinal)) && !sum.Contains("DISTINCT", StringComparison.Ordinal) ? 0 : null,
                "cumulative" => Nothing(DemoYaml.Text(definition, "metric").ShouldNotBeNull()),
                _ => null,
            };
    }

    private static Asker AskerOf(string file) => DraftOwners.TryGetValue(file, out var owner) ? new Asker(owner) : Asker.Anyone;

    private static string Issues(Answer answer) => string.Join("; ", answer.Issues.Select(issue => $"{issue.Code}: {issue.Message}"));
}
