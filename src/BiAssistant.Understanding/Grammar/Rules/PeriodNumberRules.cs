namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"whose orders in 2024 were above 500", "whose return rate in 2024 was above the average": the limit is that of the number before the period.</summary>
internal sealed class LimitOfPeriod : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NumberInPeriodSense { After: true, Number.Items: [var item] } number, LimitSense limit) when MeasureLimit.Of(item, limit) is { } told => (new LimitInPeriodSense(told, number.Period), 0.1),
        (NumberInPeriodSense { After: true, Number.Items: [{ Metric: not null } item] } number, ComparedToSense { Operator: { } way, Of: null, OfField: null, By: null } compared) =>
            (new LimitInPeriodSense(new MeasureComparedSense(item, way, compared.Target, compared.Times, compared.Margin is not null), number.Period), 0.1),
        _ => null,
    };
}

/// <summary>"revenue in 2023 and revenue in 2024", "2023년 매출과 2024년 매출": one number of two periods.</summary>
internal sealed class NumberOfPeriods : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (MeasuresSense { Items: [_] } number, DateSense { HasYear: true, StandsAlone: true } period) => (new NumberInPeriodSense(number, period, After: true), 0),
        (DateSense { HasYear: true, StandsAlone: true } period, MeasuresSense { Items: [_] } number) => (new NumberInPeriodSense(number, period, After: false), 0),
        (JoinSense { Or: false } or VersusSense, NumberInPeriodSense) => (new JoinedSense(right.Sense, false, left.Sense is VersusSense), 0),
        (NumberInPeriodSense one, JoinedSense { Or: false, Inner: NumberInPeriodSense other }) when one.After == other.After && one.Number == other.Number && one.Period != other.Period =>
            (new NumberInPeriodsSense(one.Number, new PeriodListSense([one.Period, other.Period])), 0.2),
        _ => null,
    };
}
