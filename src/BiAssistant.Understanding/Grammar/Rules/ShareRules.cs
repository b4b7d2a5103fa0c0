namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"비율이 20%를 넘는", "a share above 20%", "more than 20% of the bookings": the share that groups have to have.</summary>
internal sealed class LimitOfShare : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ShareSense, LimitSense { Number.Percent: true } limit) => (new ShareLimitSense(limit.Operator, limit.Number.Value, Bare: false), 0),
        (LimitSense { Number.Percent: true } limit, ShareSense) => (new ShareLimitSense(limit.Operator, limit.Number.Value, Bare: false), 0.1),
        _ => null,
    };

    public override (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) =>
        phrase.Sense is LimitSense { Number.Percent: true } limit ? (new ShareLimitSense(limit.Operator, limit.Number.Value, Bare: true), 0.8) : null;
}

/// <summary>"전체 예약 대비", beside a share: the whole that it is a part of.</summary>
internal sealed class WholeOfShare : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (EntitySense { Via: null } thing, AgainstMarkSense { After: true }) => (new ShareWholeSense(context.CountOf(thing.Dataset)), 0.2),
        (MeasuresSense { Items: [var item] }, AgainstMarkSense { After: true }) => (new ShareWholeSense(item), 0.2),
        _ => null,
    };
}
