using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Aggregates over datasets, combined by arithmetic.</summary>
public sealed class SimpleMetric : Metric
{
    private readonly ReadExpression? _expression;

    public SimpleMetric()
    {
    }

    [SetsRequiredMembers]
    internal SimpleMetric(KeyReader keys)
        : base(keys)
    {
        _expression = ExpressionReader.Read(keys, "expression");
        Expression = _expression.Text?.Text.Trim() ?? _expression.Dialects.FirstOrDefault()?.Text ?? "";
        DatasetName = keys.Text("dataset");
        if (!keys.Has("expression"))
        {
            keys.Missing("expression");
        }
    }

    public override string TypeName => "simple";

    public required string Expression { get; init; }

    /// <summary>Name of the dataset whose rows COUNT(*) counts; null when it is not given.</summary>
    public string? DatasetName { get; init; }

    public override string Definition => Expression;

    internal override Formula? Expand(MetricScope scope)
    {
        if (_expression?.Tree is { } tree && _expression.Text is { } text)
        {
            return new AggregateExpansion(scope, text).Expand(tree);
        }

        Unsupported = _expression?.Unsupported ?? "it has no expression";
        return null;
    }
}
