using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"compared with last year", "작년 대비", "versus the same period last year": what a period is set against.</summary>
internal sealed class AgainstPeriod : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (AgainstMarkSense { After: false } mark, DateSense { StandsAlone: true } or RelativePeriodSense) => (new AgainstSense(right.Sense, null, mark.Weak), mark.Weak ? 0.3 : 0),
        (DateSense { StandsAlone: true } or RelativePeriodSense, AgainstMarkSense { After: true } mark) => (new AgainstSense(left.Sense, null, mark.Weak), mark.Weak ? 0.3 : 0),
        (AgainstMarkSense { After: false }, AgainstSense) => (right.Sense, 0),
        (AgainstSense, AgainstMarkSense { After: true }) => (left.Sense, 0),
        (CompareSense, AgainstSense) => (right.Sense, 0),
        (AgainstSense { Period: DateSense } or DateSense { StandsAlone: true } or RelativePeriodSense, PassingSense) => (left.Sense, 0),
        _ => null,
    };
}

/// <summary>"between the end of 2022 and the end of 2023", "2022년 말 대비 2023년 말".</summary>
internal sealed class MomentPairs : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (BoundSense { Kind: BoundKind.From or BoundKind.Between, After: false }, MomentSense moment) => (new MomentPairSense(moment, null), 0),
        (MomentSense moment, BoundSense { Kind: BoundKind.From, After: true }) => (new MomentPairSense(moment, null), 0),
        (BoundSense { Kind: BoundKind.To, After: false }, MomentSense moment) => (new UntilMomentSense(moment), 0),
        (MomentSense moment, BoundSense { Kind: BoundKind.To, After: true }) => (new UntilMomentSense(moment), 0),
        (MomentPairSense { Until: null } open, UntilMomentSense until) => (open with { Until = until.Moment }, 0),
        (MomentPairSense { Until: null } open, JoinedSense { Or: false, Inner: MomentSense moment }) => (open with { Until = moment }, 0),
        (JoinSense { Or: false } join, MomentSense) => (new JoinedSense(right.Sense, join.Or), 0),
        (AgainstMarkSense { After: false } mark, MomentSense) => (new AgainstSense(right.Sense, null, mark.Weak), 0),
        (MomentSense, AgainstMarkSense { After: true } mark) => (new AgainstSense(left.Sense, null, mark.Weak), 0),
        _ => null,
    };
}

/// <summary>"by what percent did … fall": how a change is told, beside the change.</summary>
internal sealed class ToldChange : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (JoinedSense { Or: false, Inner: MeasuresSense { Items: [var item] } }, ChangeSense { Verb: false, Of: null } change) => (change with { Of = item }, 0),
        (JoinSense { Or: false } or AttributeMarkSense, ChangeSense { Verb: false, Beside: false } change) => (change with { Beside = true }, 0),
        (JoinSense { Or: false }, AgainstSense { Joined: false } against) => (against with { Joined = true }, 0),
        (AgainstSense { Joined: true } against, ChangeSense { Verb: false } change) => (change with { Beside = true, Against = against with { Joined = false } }, 0),
        (JoinSense { Or: false }, HowMuchSense told) => (told, 0.1),
        (ChangeSense { Up: not null, By: null } change, LimitSense { Number.Plain: true } or LimitSense { Number.Percent: true }) => (change with { By = (LimitSense)right.Sense }, 0),
        (LimitSense { Number.Plain: true } or LimitSense { Number.Percent: true }, ChangeSense { Up: not null, By: null } change) => (change with { By = (LimitSense)left.Sense }, 0),
        (LightVerbSense, ChangeSense or ExtremeChangeSense) => (right.Sense, 0.1),
        (HowMuchSense told, ChangeSense { Told: not ChangeTold.Percent } change) => (change with { Told = told.Told, Verb = false }, 0),
        (ChangeSense { Told: not ChangeTold.Percent } change, HowMuchSense told) => (change with { Told = told.Told, Verb = false }, 0),
        _ => null,
    };
}

/// <summary>"the largest decline", "grew the most", "가장 많이 늘어난", "증가율이 가장 높은".</summary>
internal sealed class RankedChange : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ExtremeSense { ByGoodness: false, Length: false } extreme, ChangeSense change) => (new ExtremeChangeSense(change, extreme.High, true), 0),
        (ChangeSense change, ExtremeSense { ByGoodness: false, Length: false } extreme) => (new ExtremeChangeSense(change, extreme.High, true), 0),
        (ChangeSense { Verb: false } change, LevelSense { ByGoodness: false, Length: false } level) => (new ExtremeChangeSense(change, level.High, false), 0.1),
        (MostSense, ChangeSense { Verb: true } change) => (new ExtremeChangeSense(change, true, true), 0),
        (RankMarkSense mark, ChangeSense change) => (new ExtremeChangeSense(change, mark.High, false), 0.1),
        _ => null,
    };
}

/// <summary>"3-month rolling average", "rolling 12 months", "3개월 이동평균".</summary>
internal sealed class RollingWindow : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (AmountSense amount, RollingSense { Window: null } rolling) => (rolling with { Window = new Span(amount.Count, amount.Grain) }, 0),
        (RollingSense { Window: null } rolling, AmountSense amount) => (rolling with { Window = new Span(amount.Count, amount.Grain) }, 0),
        (RollingSense { Take: null } rolling, AggregateSense { Function: AggregateFunction.Average }) => (rolling with { Take = WindowTake.Average }, 0),
        (RollingSense { Take: null } rolling, AggregateSense { Function: AggregateFunction.Sum }) => (rolling with { Take = WindowTake.Total }, 0),
        _ => null,
    };
}
