using BiAssistant.Semantics.Metrics;
using static BiAssistant.Semantics.Queries.Json.QueryWords;

namespace BiAssistant.Semantics.Queries.Json;

internal static partial class QueryReader
{
    private static Analysis? Analysis(JsonNode node)
    {
        if (node.Object("type", "horizon", "level", "deviations", "lag", "by", "target", "show", "claim", "amount", "relative") is not { } item)
        {
            return null;
        }

        return item.Required("type")?.Word(Analyses) switch
        {
            AnalysisType.Trend when OnlyWith(item, ["type"]) => new TrendAnalysis(),
            AnalysisType.Forecast when OnlyWith(item, ["type", "horizon", "level"]) => Forecast(item),
            AnalysisType.Anomaly when OnlyWith(item, ["type", "deviations"]) => Anomaly(item),
            AnalysisType.Correlation when OnlyWith(item, ["type", "lag"]) => Correlation(item),
            AnalysisType.Drivers when OnlyWith(item, ["type", "by"]) => new DriversAnalysis(item.Optional("by")?.List(FieldGrouping, MaxGroupings) ?? []),
            AnalysisType.Target when OnlyWith(item, ["type", "target", "show"]) => Target(item),
            AnalysisType.Claim when OnlyWith(item, ["type", "claim", "amount", "relative"]) => Claim(item),
            _ => null,
        };
    }

    private static ForecastAnalysis? Forecast(JsonObjectNode item)
    {
        var (horizon, level) = (item.Required("horizon") is { } span ? Span(span) : null, item.Optional("level") is { } l ? l.Decimal() : 0.9m);
        return level is <= 0 or >= 1 ? item.Optional("level")?.Expected<ForecastAnalysis>("a fraction between 0 and 1")
            : horizon is not null && level is { } known ? new ForecastAnalysis(horizon, known) : null;
    }

    private static AnomalyAnalysis? Anomaly(JsonObjectNode item)
    {
        var deviations = item.Optional("deviations") is { } node ? node.Decimal() : 3;
        return deviations <= 0 ? item.Optional("deviations")?.Expected<AnomalyAnalysis>("a number above zero") : deviations is { } known ? new AnomalyAnalysis(known) : null;
    }

    private static CorrelationAnalysis? Correlation(JsonObjectNode item) =>
        (item.Optional("lag") is { } lag ? lag.Integer(0, MaxCount) : 0) is { } known ? new CorrelationAnalysis(known) : null;

    private static TargetAnalysis? Target(JsonObjectNode item)
    {
        var (target, show) = (item.Optional("target") is { } measure ? Measure(measure) : null, item.Optional("show") is { } word ? word.Word(TargetShows) : TargetShow.Attainment);
        return show is { } known ? new TargetAnalysis(target, known) : null;
    }

    private static ClaimAnalysis? Claim(JsonObjectNode item)
    {
        var (claim, amount) = (item.Required("claim")?.Word(Claims), item.Optional("amount")?.Decimal());
        return claim is { } known ? new ClaimAnalysis(known, amount, item.Flag("relative")) : null;
    }
}
