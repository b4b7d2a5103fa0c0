using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Arithmetic over other metrics.</summary>
public sealed class DerivedMetric : Metric
{
    private readonly ReadExpression? _expression;

    public DerivedMetric()
    {
    }

    [SetsRequiredMembers]
    internal DerivedMetric(KeyReader keys)
        : base(keys)
    {
        _expression = ExpressionReader.Read(keys, "expression");
        Expression = _expression.Text?.Text.Trim() ?? _expression.Dialects.FirstOrDefault()?.Text ?? "";
        if (!keys.Has("expression"))
        {
            keys.Missing("expression");
        }

        if (_expression.Tree is { } tree)
        {
            Parts = SqlAnalysis.Columns(tree).Select(c => c.Name).Distinct().ToSeq();
        }
    }

    public override string TypeName => "derived";

    public required string Expression { get; init; }

    /// <summary>The metrics named in <see cref="Expression"/>.</summary>
    public Seq<string> Parts { get; internal set; }

    public override Seq<string> PartNames => Parts;

    public override string Definition => Expression;

    internal override Formula? Expand(MetricScope scope)
    {
        if (_expression?.Tree is not { } tree || _expression.Text is not { } text)
        {
            Unsupported = _expression?.Unsupported ?? "it has no expression";
            return null;
        }

        if (SqlAnalysis.Kind(tree) != SqlExpressionKind.Scalar || SqlAnalysis.HasSubquery(tree))
        {
            scope.Keys.Error("aggregate_in_derived", $"A derived metric is arithmetic over metrics; '{Name}' aggregates rows itself. Make the aggregate a metric of its own, or leave out 'type: derived'.", text);
            return null;
        }

        if (SqlAnalysis.Columns(tree).FirstOrDefault(c => c.Table is not null) is { } field)
        {
            scope.Keys.Error("field_in_derived", $"A derived metric is arithmetic over metrics; {field.Table}.{field.Name} is a field.", text);
            return null;
        }

        return scope.OfMetrics(tree, text);
    }
}
