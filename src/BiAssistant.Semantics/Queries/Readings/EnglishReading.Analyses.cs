using System.Diagnostics;
using System.Globalization;
using BiAssistant.Semantics.Metrics;

namespace BiAssistant.Semantics.Queries.Readings;

internal sealed partial class EnglishReading
{
    private string Of(Analysis analysis, SemanticQuery query) => analysis switch
    {
        TrendAnalysis => "trend",
        ForecastAnalysis forecast => $"forecast for the next {Of(forecast.Horizon)} at a level of {ReadingTerms.Percent(forecast.Level)}%",
        AnomalyAnalysis anomaly => $"what is unusual by more than {terms.Number(anomaly.Deviations)} deviations",
        CorrelationAnalysis { Lag: 0 } => "how the two go together",
        CorrelationAnalysis correlation => string.Create(CultureInfo.InvariantCulture, $"how the first goes together with the second {correlation.Lag} {(correlation.Lag == 1 ? "period" : "periods")} later"),
        DriversAnalysis { By.IsEmpty: true } => "what the change comes from",
        DriversAnalysis drivers => $"what the change comes from by {List(drivers.By.Select(Of), "and")}",
        TargetAnalysis target => $"{Of(target.Show)} {(target.Target is { } number ? Target(number, query) : "its target")}",
        ClaimAnalysis claim => $"is it true that it {Of(claim, query)}",
        _ => throw new UnreachableException(),
    };

    private string Of(ClaimAnalysis claim, SemanticQuery query)
    {
        var amount = claim.Amount is not { } number ? null : claim.Relative ? ReadingTerms.Percent(number) + "%" : Beside(query, number);
        return claim.Claim switch
        {
            ClaimKind.Is => $"is {amount}",
            ClaimKind.AtLeast => $"is at least {amount}",
            ClaimKind.AtMost => $"is at most {amount}",
            ClaimKind.Rose => amount is null ? "rose" : $"rose by {amount} or more",
            ClaimKind.Fell => amount is null ? "fell" : $"fell by {amount} or more",
            ClaimKind.Unchanged => amount is null ? "did not change" : $"changed by no more than {amount}",
            _ => throw new UnreachableException(),
        };
    }

    private static string Of(TargetShow show) => show switch
    {
        TargetShow.Attainment => "attainment of",
        TargetShow.Variance => "variance from",
        TargetShow.Pace => "pace towards",
        _ => throw new UnreachableException(),
    };

    private string Target(Measure target, SemanticQuery query) => target is ConstantMeasure { Value: var value } ? Beside(query, value) : Of(target, nested: false);

    /// <summary>A number in the unit of the query's own.</summary>
    private string Beside(SemanticQuery query, decimal number) => query.Measures.IsEmpty ? terms.Number(number) : terms.NumberBeside(query.Measures[0], number);
}
