using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Queries;
using BiAssistant.Tests.Answers.DataChecks;
using BiAssistant.Tests.Carrier.Truth;

namespace BiAssistant.Tests.Carrier;

/// <summary>Every metric of the carrier in every shape, on three engines, against SQL that was written by hand from the definitions.</summary>
[Collection(CarrierCollection.Name)]
public sealed class CarrierMetricTests(CarrierCompany company)
{
    private static readonly IReadOnlyList<MetricTruth> Truths = MetricTruth.ReadAll();
    private static readonly Dictionary<string, IReadOnlyDictionary<string, double?>> Worked = [];

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task Every_metric_in_every_shape_is_what_its_definition_says_or_is_declined_by_name(string engine)
    {
        var wrong = new List<string>();
        foreach (var shape in Truths.SelectMany(TruthShape.Of))
        {
            var read = SemanticQueryJson.Read(shape.Query).Value ?? throw new InvalidDataException(shape.Query);
            var answer = await company.AskAsync(engine, read, shape.Truth.Role is { } role ? new Asker(role) : null);
            wrong.AddRange(Faults(shape, answer, RefusedShapes.Code(shape.Truth.Metric, shape.Name, engine)).Select(f => $"{shape.Truth.Metric}, {shape.Name}: {f}"));
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_metric_of_the_catalog_has_its_truth()
    {
        var written = Directory.GetFiles(Path.Combine(CarrierCompany.Papers, "Catalog", "metrics"))
            .SelectMany(File.ReadLines).Select(l => l.Trim()).Where(l => l.StartsWith("- {name: ", StringComparison.Ordinal) || l.StartsWith("- name: ", StringComparison.Ordinal))
            .Select(l => l.Split("name: ", 2)[1].Split(',')[0].Trim()).ToList();

        written.Count.ShouldBeGreaterThan(60);
        Truths.Select(t => t.Metric).ShouldBe(written, ignoreOrder: true);
        await Task.CompletedTask;
    }

    private IEnumerable<string> Faults(TruthShape shape, Answer answer, string? declined)
    {
        if (declined is not null)
        {
            return answer.Status != AnswerStatus.Answered && answer.Issues.Any(i => i.Code == declined) ? [] : [$"should be declined with {declined}, is {answer.Status} {string.Join("; ", answer.Issues)}"];
        }

        if (answer.Status != AnswerStatus.Answered)
        {
            return [$"{answer.Status} {string.Join("; ", answer.Issues.Select(i => $"{i.Code}: {i.Message}"))} {answer.Clarification?.Question}"];
        }

        var name = $"{shape.Truth.Metric} {shape.Name}";
        if (!Worked.TryGetValue(name, out var cells))
        {
            Worked[name] = cells = shape.Cells(company);
        }

        return Differences(new Dictionary<string, double?>(cells), answer, zeroIsNothing: shape.Grain is not null);
    }

    /// <summary>Which periods without rows are zero and which are without data is told by tests of their own.</summary>
    private static IEnumerable<string> Differences(Dictionary<string, double?> cells, Answer answer, bool zeroIsNothing)
    {
        foreach (var row in answer.Rows)
        {
            var (key, shown) = (Key.Of(row.Take(row.Count - 1).Select(c => c ?? Key.Empty)), row[^1] is { } number ? Convert.ToDouble(number, CultureInfo.InvariantCulture) : (double?)null);
            var known = cells.Remove(key, out var expected);
            if (!(known && Same(shown, expected)) && !(zeroIsNothing && shown is null or 0 && expected is null or 0))
            {
                yield return $"[{key}] shows {shown?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}, is {expected?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}";
            }
        }

        foreach (var (key, number) in cells.Where(c => c.Value is not (null or 0)))
        {
            yield return $"[{key}] is not shown, is {number?.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    private static bool Same(double? left, double? right) => (left, right) switch
    {
        ({ } l, { } r) => Math.Abs(l - r) <= 1e-7 * Math.Max(1, Math.Abs(r)),
        _ => left is null && right is null,
    };
}
