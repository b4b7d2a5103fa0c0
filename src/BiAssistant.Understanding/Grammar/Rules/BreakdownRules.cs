using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"by region", "for each store", "per month".</summary>
internal sealed class MarkedBreakdown : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (GroupMarkSense, FieldSense or EntitySense or GrainSense) when context.GroupingOf(right.Sense) is { } grouping => (new BreakdownSense([grouping]), CostOf(right.Sense)),
        (GroupMarkSense, BreakdownSense { Asked: false }) => (right.Sense, 0),
        (GroupMarkSense { Each: false }, NumberOfPeriodSense number) => (new BasisMeasureSense([number.Item], During: number.Period), 0.3),
        (GroupMarkSense { Each: false }, MeasuresSense { Items: [var item] } measures) => (new BasisMeasureSense(measures.Items), PerNumber.IsCount(item) ? 0.6 : item.Field is { Rollup: true } ? 0.7 : 0.2),
        _ => null,
    };

    /// <summary>Grouping by a number that is meant to be added up is rarely meant.</summary>
    internal static double CostOf(Sense thing) =>
        thing is FieldSense { Field: { Type.IsNumeric: true } field } && GrammarContext.DefaultOf(field) is not null ? field.Type.Kind is Sql.Tree.SqlTypeKind.Decimal or Sql.Tree.SqlTypeKind.Double ? 1.8 : field.Rollup ? 0.3 : 0.6 : 0;
}

/// <summary>"지역별", "월마다".</summary>
internal sealed class EndedBreakdown : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (FieldSense or EntitySense or GrainSense, GroupEndingSense) when context.GroupingOf(left.Sense) is { } grouping => (new BreakdownSense([grouping]), MarkedBreakdown.CostOf(left.Sense)),
        (BreakdownSense { Asked: false }, GroupEndingSense) => (left.Sense, 0.1),
        // "사무소 기준으로"
        (EntitySense or FieldSense { Field: { Type.IsNumeric: false, Type.IsTemporal: false } }, MomentMarkSense { After: true, End: false }) when context.GroupingOf(left.Sense) is { } grouping => (new BreakdownSense([grouping]), 0.5),
        _ => null,
    };
}

/// <summary>"by region and month", "지역 및 월별".</summary>
internal sealed class SeveralBreakdowns : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (BreakdownSense first, JoinedSense { Or: false, Inner: BreakdownSense second }) when first.Asked == second.Asked => Both(first, second, 0),
        (BreakdownSense first, JoinedSense { Or: false, Inner: FieldSense or EntitySense or GrainSense } joined) when context.GroupingOf(joined.Inner) is { } grouping => Both(first, new BreakdownSense([grouping]), joined.Inner is FieldSense { Field.Type.IsTemporal: true } ? 0.8 : 0),
        // "depot by depot"
        (FieldSense or EntitySense or GrainSense, BreakdownSense { Asked: false, Groupings: [var each] }) when right.Leaves().First().Sense is GroupMarkSense { Each: false } && context.GroupingOf(left.Sense) == each => (right.Sense, 0.1),
        (FieldSense or EntitySense or GrainSense, JoinedSense { Or: false, Inner: BreakdownSense second }) when context.GroupingOf(left.Sense) is { } grouping => Both(new BreakdownSense([grouping]), second, second.Groupings is [TimeGrouping { Field: null }] && right.Leaves().All(l => l.Sense is not GroupMarkSense and not GroupEndingSense) ? 2 : 0.1),
        _ => null,
    };

    private static (Sense, double)? Both(BreakdownSense first, BreakdownSense second, double cost) =>
        first.Groupings.Any(second.Groupings.Contains) ? null : (new BreakdownSense(first.Groupings.AddRange(second.Groupings), first.Asked || second.Asked), cost);
}

/// <summary>"which region", "어느 지역", "which three regions", "지역은 어디".</summary>
internal sealed class AskedBreakdown : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (WhichSense, FieldSense or EntitySense or GrainSense) when context.GroupingOf(right.Sense) is { } grouping => (new BreakdownSense([grouping], Asked: true), 0),
        (WhichSense, CountedSense or RankingSense { Of: not null }) => (right.Sense, 0),
        (FieldSense or EntitySense or GrainSense, WhichSense) when context.GroupingOf(left.Sense) is { } grouping => (new BreakdownSense([grouping], Asked: true), 0.3),
        (BreakdownSense or RankingSense { Of: not null }, WhichSense) => (left.Sense, 0.1),
        _ => null,
    };
}

/// <summary>"by arrival month", "도착일 월별": periods of a date other than the measure's own clock.</summary>
internal sealed class BreakdownOfDate : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (BreakdownSense { Groupings: [FieldGrouping grouping] } breakdown, GrainSense grain) => Of(breakdown, grouping, grain.Grain, context),
        (FieldSense { Field: { Type.IsTemporal: true } field, Via: null }, BreakdownSense { Groupings: [TimeGrouping { Field: null } grouping] } breakdown) =>
            (breakdown with { Groupings = [grouping with { Field = context.Catalog.NameOf(field) }] }, 0),
        (BreakdownSense { Groupings: [TimeGrouping { Field: null } grouping] } breakdown, FieldSense { Field: { Type.IsTemporal: true } field, Via: null }) =>
            (breakdown with { Groupings = [grouping with { Field = context.Catalog.NameOf(field) }] }, 0.1),
        _ => null,
    };

    private static (Sense, double)? Of(BreakdownSense breakdown, FieldGrouping grouping, TimeGrain grain, GrammarContext context) =>
        context.Catalog.FindField(grouping.Field) is { Type.IsTemporal: true } ? (breakdown with { Groupings = [new TimeGrouping(grain, grouping.Field)] }, 0) : null;
}

/// <summary>"by customer region": what the things named first lead to. They stay in the question, so that of several ways the one over them is meant.</summary>
internal sealed class BreakdownOverThing : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) =>
        left.Sense is BreakdownSense { Asked: false, Groupings: [FieldGrouping { Via: null } over] } breakdown && left.Leaves().Last().Sense is not GroupEndingSense && right.Start - left.End < 2 && right.Sense is FieldSense or EntitySense
        && ThingOf(over, context) is { } thing && context.GroupingOf(right.Sense) is FieldGrouping { Via: null } grouping
        && context.Catalog.FindField(grouping.Field)?.Dataset is { } end && end != thing && context.LeadsTo(thing, end)
            ? (breakdown with { Groupings = [grouping] }, 0.2)
            : null;

    /// <summary>Whose rows are grouped by; null where it is a field of theirs.</summary>
    private static Dataset? ThingOf(FieldGrouping grouping, GrammarContext context) =>
        context.Catalog.FindField(grouping.Field) is { } field && field == field.Dataset.NameField ? field.Dataset : null;
}
