using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Semantics.Binding;

/// <summary>What a question's conditions on the clock of its numbers make of the period that it asks for: "since May" is a period, too.</summary>
internal static class ClockConditions
{
    /// <summary>The part of a period that they leave; null where they cannot be told as one.</summary>
    public static AbsolutePeriod? Left(AbsolutePeriod asked, SemanticQuery query, Catalog catalog)
    {
        var clocks = query.Measures.SelectMany(m => MeasureBinder.FormulasOf(m, catalog)).SelectMany(Formulas.Aggregates).Select(l => l.Time).Distinct().ToList();
        bool IsClock(string name) => catalog.FindField(name) is { } field && clocks.Any(c => ReferenceEquals(c, field));
        foreach (var condition in query.Where is AllOf all ? all.Conditions : query.Where is { } one ? [one] : [])
        {
            switch (condition)
            {
                case FieldPeriod { Period: AbsolutePeriod period } c when clocks.Count == 1 && IsClock(c.Field):
                    asked = new AbsolutePeriod(asked.From > period.From ? asked.From : period.From ?? asked.From, asked.To < period.To ? asked.To : period.To ?? asked.To);
                    break;
                case var other when ConditionFields.Of(other).Any(IsClock):
                    return null;
            }
        }

        return asked;
    }
}
