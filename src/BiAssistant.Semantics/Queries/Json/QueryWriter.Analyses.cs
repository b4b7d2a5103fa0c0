using BiAssistant.Semantics.Metrics;
using static BiAssistant.Semantics.Queries.Json.QueryWords;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace BiAssistant.Semantics.Queries.Json;

internal sealed partial class QueryWriter
{
    private void Write(Analysis analysis)
    {
        json.WriteStartObject();
        switch (analysis)
        {
            case TrendAnalysis:
                WriteType(AnalysisType.Trend);
                break;
            case ForecastAnalysis forecast:
                WriteType(AnalysisType.Forecast);
                WriteOptional("horizon", forecast.Horizon, Write);
                WriteNumber("level", forecast.Level == 0.9m ? null : forecast.Level);
                break;
            case AnomalyAnalysis anomaly:
                WriteType(AnalysisType.Anomaly);
                WriteNumber("deviations", anomaly.Deviations == 3 ? null : anomaly.Deviations);
                break;
            case CorrelationAnalysis correlation:
                WriteType(AnalysisType.Correlation);
                WriteNumber("lag", correlation.Lag == 0 ? null : correlation.Lag);
                break;
            case DriversAnalysis drivers:
                WriteType(AnalysisType.Drivers);
                WriteList("by", drivers.By, Write);
                break;
            case TargetAnalysis target:
                WriteType(AnalysisType.Target);
                WriteOptional("target", target.Target, Write);
                WriteWord("show", TargetShows, target.Show, TargetShow.Attainment);
                break;
            case ClaimAnalysis claim:
                WriteType(AnalysisType.Claim);
                json.WriteString("claim", Of(Claims, claim.Claim));
                WriteNumber("amount", claim.Amount);
                WriteFlag("relative", claim.Relative);
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndObject();
    }

    private void WriteType(AnalysisType type) => json.WriteString("type", Of(Analyses, type));
}
