using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"over 2024", "by 30 June": periods behind a word that may mean something else.</summary>
internal sealed class PeriodsBehindWords : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (DuringMarkSense, DateSense { StandsAlone: true } or RelativePeriodSense or RangeSense { From: not null, To: not null } or PartOfPeriodSense { Whole: not null }) => (new DuringSense(right.Sense), 0.2),
        (GroupMarkSense { Each: false }, DateSense { Month: not null, Day: not null }) => (new RangeSense(null, right.Sense, false, false), 0.1),
        _ => null,
    };
}

/// <summary>"28-day revenue": the unit in the singular, right before the number that is told of so many of them.</summary>
internal sealed class WindowOfNumber : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (AmountSense { Count: > 1 } amount, MeasuresSense { Items: [{ Metric: { } } item] }) when left.End == right.Start => (new WindowedSense(item, amount.Grain, amount.Count), 0.4),
        _ => null,
    };
}

/// <summary>"매달 말", "매달 말까지": the end of each period that things are broken down by.</summary>
internal sealed class EndsOfPeriods : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (BreakdownSense { Groupings: [TimeGrouping { Field: null } each] }, MomentMarkSense { After: true, End: true }) => (new EndOfEachSense(each.Grain), 0),
        (EndOfEachSense, BoundSense { Kind: BoundKind.To, After: true }) => (left.Sense, 0),
        _ => null,
    };
}
