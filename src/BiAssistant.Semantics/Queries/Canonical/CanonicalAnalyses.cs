using System.Globalization;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>Analyses with their names resolved, and what each of them needs of the query it ends.</summary>
internal sealed class CanonicalAnalyses(CanonicalScope scope, CanonicalGroupings groupings, CanonicalMeasures measures)
{
    internal Analysis Of(Analysis analysis, SemanticQuery query)
    {
        switch (analysis)
        {
            case TrendAnalysis:
                NeedsTime(query);
                return analysis;
            case ForecastAnalysis forecast:
                NeedsTime(query);
                return forecast with { Level = CanonicalLiterals.Of(forecast.Level) };
            case AnomalyAnalysis anomaly:
                NeedsTime(query);
                return anomaly with { Deviations = CanonicalLiterals.Of(anomaly.Deviations) };
            case CorrelationAnalysis:
                Needs(query.Measures.Count == 2, "analysis_needs_two", "A correlation is between two numbers: ask for exactly two.");
                Needs(!query.GroupBy.IsEmpty, "analysis_needs_groups", "A correlation needs groups or periods over which the two numbers vary: say what they are broken down by.");
                return analysis;
            case DriversAnalysis drivers:
                NeedsOne(query);
                NeedsCompare(query);
                return new DriversAnalysis(CanonicalColumns.Sorted(drivers.By.Select(groupings.Of).Distinct()).OfType<FieldGrouping>().ToSeq());
            case TargetAnalysis target:
                NeedsOne(query);
                return target with { Target = TargetOf(target, query) };
            case ClaimAnalysis claim:
                NeedsOne(query);
                return Of(claim, query);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private Measure? TargetOf(TargetAnalysis target, SemanticQuery query)
    {
        if (target.Target is { } said)
        {
            return measures.Part(said);
        }

        var own = query.Measures.FirstOrDefault() is MetricMeasure metric ? scope.Catalog.FindMetric(metric.Metric)?.Target : null;
        Needs(own is not null, "no_target", "The number has no target of its own: say which it is held against.");
        return own is null ? null
            : decimal.TryParse(own, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new ConstantMeasure(CanonicalLiterals.Of(number))
            : measures.Part(new MetricMeasure(own));
    }

    private ClaimAnalysis Of(ClaimAnalysis claim, SemanticQuery query)
    {
        var change = claim.Claim is ClaimKind.Rose or ClaimKind.Fell or ClaimKind.Unchanged;
        if (change)
        {
            NeedsCompare(query);
            Needs(claim.Amount is null or >= 0, "claim_amount", "A rise or a fall is told by an amount that is not below zero.");
        }
        else
        {
            Needs(claim.Amount is not null, "claim_amount", "A claim about a number needs the number that was claimed.");
        }

        return claim with { Amount = claim.Amount is { } amount ? CanonicalLiterals.Of(amount) : null, Relative = claim.Relative && change && claim.Amount is not null };
    }

    private void NeedsTime(SemanticQuery query) =>
        Needs(query.Over is not null || query.GroupBy.Any(g => g is TimeGrouping), "analysis_needs_time", "This analysis follows a number over time: say by which periods it is broken down.");

    private void NeedsOne(SemanticQuery query) => Needs(query.Measures.Count == 1, "analysis_needs_one", "This analysis is about one number: ask for exactly one.");

    private void NeedsCompare(SemanticQuery query) => Needs(query.Compare is not null, "analysis_needs_compare", "This analysis is about a change: say with which period the number is compared.");

    private void Needs(bool met, string code, string message)
    {
        if (!met)
        {
            scope.Report(code, message);
        }
    }
}
