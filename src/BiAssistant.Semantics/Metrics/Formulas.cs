using System.Diagnostics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Walks over formulas before binding.</summary>
public static class Formulas
{
    /// <summary>Every aggregate that a formula is made of, whatever interval it is computed over; none where there is no formula.</summary>
    public static IEnumerable<AggregateFormula> Aggregates(Formula? formula) => formula switch
    {
        AggregateFormula aggregate => [aggregate],
        ExpressionFormula expression => expression.Parts.SelectMany(p => Aggregates(p.Formula)),
        PeriodFormula period => Aggregates(period.Of),
        KnownFormula or ElapsedFormula or null => [],
        _ => throw new UnreachableException(formula.GetType().Name),
    };

    /// <summary>The formula with each aggregate replaced; null when one has no replacement.</summary>
    internal static Formula? Map(Formula formula, Func<AggregateFormula, Formula?> replace)
    {
        switch (formula)
        {
            case AggregateFormula aggregate:
                return replace(aggregate);
            case PeriodFormula period:
                return Map(period.Of, replace) is { } of ? period with { Of = of } : null;
            case KnownFormula known:
                return Map(known.Of, replace) is { } known1 ? new KnownFormula(known1) : null;
            case ElapsedFormula elapsed:
                return Map(elapsed.Of, replace) is { } elapsed1 ? elapsed with { Of = elapsed1 } : null;
            case ExpressionFormula expression:
                var parts = expression.Parts.Select(p => (p.Name, Formula: Map(p.Formula, replace))).ToList();
                return parts.TrueForAll(p => p.Formula is not null) ? expression with { Parts = parts.Select(p => new FormulaPart(p.Name, p.Formula ?? formula)).ToSeq() } : null;
            default:
                throw new UnreachableException(formula.GetType().Name);
        }
    }
}
