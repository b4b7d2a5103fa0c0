using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>One metric divided by another, after both are aggregated.</summary>
public sealed class RatioMetric : Metric
{
    public RatioMetric()
    {
    }

    [SetsRequiredMembers]
    internal RatioMetric(KeyReader keys)
        : base(keys)
    {
        Numerator = keys.RequiredText("numerator") ?? "";
        Denominator = keys.RequiredText("denominator") ?? "";
    }

    public override string TypeName => "ratio";

    public required string Numerator { get; init; }

    public required string Denominator { get; init; }

    public override Seq<string> PartNames => [Numerator, Denominator];

    public override string Definition => $"{Numerator} / {Denominator}";

    internal override Formula? Expand(MetricScope scope) =>
        scope.OfMetrics(new SqlBinary(SqlBinaryOperator.Divide, new SqlColumn(null, Numerator), new SqlColumn(null, Denominator)), scope.Keys.Scalar("numerator"));
}
