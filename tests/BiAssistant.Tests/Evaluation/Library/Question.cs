using System.Globalization;
using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>A question, said twice: as a semantic query in JSON, and as the evaluator takes it.</summary>
internal sealed record Question(params IReadOnlyList<Definition> Metrics)
{
    public IReadOnlyList<Dimension> By { get; init; } = [];

    public Grain? Grain { get; init; }

    public Span Period { get; init; } = Span.Always;

    /// <summary>Only rows whose value of a dimension is this text.</summary>
    public (Dimension Dimension, string Value)? Only { get; init; }

    /// <summary>The first metric counts only rows whose value of a dimension is this text.</summary>
    public (Dimension Dimension, string Value)? OnlyFirst { get; init; }

    public Query Query => new([.. Metrics.Select((metric, index) => index == 0 && OnlyFirst is var (first, text) ? new Narrowed(metric.Measure, Condition.Is(first, text)) : metric.Measure)])
    {
        By = By,
        Grain = Grain,
        Period = Period,
        Where = Only is var (dimension, value) ? [Condition.Is(dimension, value)] : [],
    };

    public string Json
    {
        get
        {
            var parts = new List<string> { $"\"measures\": [{string.Join(", ", Metrics.Select((metric, index) => $"{{\"metric\": \"{metric.Name}\"{(index == 0 && OnlyFirst is { } first ? $", \"filter\": {Written(first)}" : "")}}}"))}]" };
            var groups = Grain is { } grain ? [$"{{\"time\": \"{NameOf(grain)}\"}}"] : Enumerable.Empty<string>();
            parts.Add($"\"group_by\": [{string.Join(", ", groups.Concat(By.Select(dimension => $"{{\"field\": \"{dimension.Name}\"}}")))}]");
            if (Period != Span.Always)
            {
                parts.Add($"\"period\": {{\"from\": {Written(Period.From)}, \"to\": {Written(Period.To)}}}");
            }

            if (Only is { } only)
            {
                parts.Add($"\"where\": {Written(only)}");
            }

            return $"{{{string.Join(", ", parts)}}}";
        }
    }

    public override string ToString() => Json;

    private static string Written(DateTime? end) => end is { } instant ? $"\"{instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"" : "null";

    private static string Written((Dimension Dimension, string Value) only) => $"{{\"field\": \"{only.Dimension.Name}\", \"operator\": \"=\", \"value\": \"{only.Value}\"}}";

    private static string NameOf(Grain grain) => grain switch
    {
        RowByRow.Grain.FiscalMonth => "fiscal_month",
        RowByRow.Grain.FiscalQuarter => "fiscal_quarter",
        RowByRow.Grain.FiscalYear => "fiscal_year",
        _ => grain.ToString().ToLowerInvariant(),
    };
}
