using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"average delay in minutes", "거리가 몇 km": a number is told in its own unit anyway.</summary>
internal sealed class OwnUnit : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (MeasuresSense { Items: [var item] }, UnitSense unit) when IsToldIn(item.Metric?.Unit ?? item.Field?.Unit, unit) => (left.Sense, 0.2),
        (FieldSense { Field.Unit: var own }, UnitSense unit) when IsToldIn(own, unit) => (left.Sense, 0.2),
        (CountWordSense, UnitSense) => (right.Sense, 0.2),
        _ => null,
    };

    private static bool IsToldIn(LocalText? own, UnitSense unit) =>
        own is { } words && words.Words.Any(w => Languages.MeasureUnits.AreSame(w.Text, unit.Unit));
}

/// <summary>"65 or older": a limit of what the adjective measures.</summary>
internal sealed class QualityLimit : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NumberSense { Percent: false } number, OrMoreSense { Field: var field, Operator: var comparison }) when Units.Value(number, field.Unit, field.Format) is { } value =>
            (new ConditionSense(new Semantics.Queries.FieldComparison(context.Catalog.NameOf(field), comparison, GrammarContext.Literal(value)), field.Dataset, ""), 0),
        _ => null,
    };
}
