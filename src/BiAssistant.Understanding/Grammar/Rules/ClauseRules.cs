using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"with a contract", "계약이 있는", "without a booking made in 2024", "never booked", "예약하지 않은": rows of another kind that things have or lack.</summary>
internal sealed class RelatedThings : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NeverSense, NegationSense { After: true } negation) => (negation with { Lacks = true }, 0),
        (HasSense { After: false } has, _) => Named(right, negated: false, has.Weak),
        (_, HasSense { After: true }) => Named(left, negated: false),
        (NegationSense { After: false, Lacks: true, Unknown: false }, _) => Named(right, negated: true) ?? Told(right),
        (VerbNounSense { Field: var date }, NegationSense { After: true, Lacks: true, Unknown: false }) => (new ConditionSense(new FieldEmpty(context.Catalog.NameOf(date)), date.Dataset, ""), 0.4),
        (_, NegationSense { After: true, Unknown: false }) => Named(left, negated: true) ?? Told(left),
        (NegationSense { After: false, Unknown: false }, DatedSense) => Told(right),
        (UseSense { After: false }, EntitySense { Via: null, Dataset.NameField: not null } thing) => (new UsedThingSense(thing), 0.3),
        (EntitySense { Via: null, Dataset.NameField: not null } thing, UseSense { After: true }) => (new UsedThingSense(thing), 0.3),
        (UseSense { After: false }, EntitySense { Via: null } rows) => (new RelatedSense(rows.Dataset, null, false), 0.3),
        (EntitySense { Via: null } rows, UseSense { After: true }) => (new RelatedSense(rows.Dataset, null, false), 0.3),
        (UseSense { After: false }, ValueSense { Negated: false, Via: null } or ConditionSense or DatedSense) when ThingOf(right) is not null => Named(right, negated: false),
        (NeverSense, RelatedSense { Negated: true }) => (right.Sense, 0),
        (NeverSense, ConditionSense { Condition: FieldEmpty { Negated: false } }) => (right.Sense, 0),
        _ => null,
    };

    /// <summary>Things that are named; a thing that a way was named for is lacking where the way leads nowhere.</summary>
    private static (Sense, double)? Named(Phrase said, bool negated, bool weak = false) => said.Sense switch
    {
        EntitySense { Via: var via, Dataset: var of } => (new RelatedSense(of, null, negated, via, weak), 0.1),
        MeasuresSense { Items: [{ Metric: { } metric }] } when GrammarContext.RowsOf(metric) is { } counted => (new RelatedSense(counted, null, negated, null, weak), 0.2),
        ValueSense { Negated: false, Via: null } or ConditionSense or DatedSense when ThingOf(said) is { } of => (new RelatedSense(of, said.Sense, negated, null, weak), 0.1),
        _ => null,
    };

    /// <summary>"never booked", "not arrived in 2024": what a verb tells did not happen.</summary>
    private static (Sense, double)? Told(Phrase said) => said.Sense switch
    {
        VerbSense { Field.Dataset: var of } => (new RelatedSense(of, said.Sense, true), 0.2),
        DatedSense { Field.Dataset: var of } => (new RelatedSense(of, said.Sense, true), 0.1),
        _ => null,
    };

    /// <summary>The things that a condition names besides: "express shipments", "a booking made in 2024".</summary>
    internal static Dataset? ThingOf(Phrase said) =>
        said.Leaves().Select(l => l.Sense).OfType<EntitySense>().FirstOrDefault(e => e.Via is null && Own(said.Sense, e.Dataset))?.Dataset;

    private static bool Own(Sense condition, Dataset thing) => condition switch
    {
        ValueSense value => thing.Lineage.Contains(value.Field.Dataset),
        ConditionSense told => told.Of is { } of && thing.Lineage.Contains(of),
        DatedSense dated => thing.Lineage.Contains(dated.Field.Dataset),
        _ => false,
    };
}

/// <summary>"paid by direct debit": the verb says no more than the means.</summary>
internal sealed class DoneByMeans : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (MeansMarkSense, ValueSense { Via: null } value) when IsMeans(value.Field) => (value, 0.1),
        _ => null,
    };

    private static bool IsMeans(Field field) => field.Label.Words.Any(l => Languages.English.EnglishClauses.Means.Contains(l.Text.Split(' ')[^1].ToLowerInvariant()) || Languages.Korean.KoreanClauses.Means.Any(m => l.Text.EndsWith(m, StringComparison.Ordinal)));
}

/// <summary>"consultants who have Python as a skill", "수술실이 있는 의원": rows of another kind told by a value alone.</summary>
internal sealed class RelatedByValue : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (HasSense { After: false } has, ValueSense { Negated: false, Via: null, Values: [not SqlBoolean, ..] } value) when RelatedThings.ThingOf(right) is null => (new RelatedSense(value.Field.Dataset, value, false, null, has.Weak), 1),
        (ValueSense { Negated: false, Via: null, Values: [not SqlBoolean, ..] } value, HasSense { After: true }) when RelatedThings.ThingOf(left) is null => (new RelatedSense(value.Field.Dataset, value, false), 0.7),
        (NegationSense { After: false, Lacks: true, Unknown: false }, ValueSense { Negated: false, Via: null, Values: [not SqlBoolean, ..] } value) when RelatedThings.ThingOf(right) is null => (new RelatedSense(value.Field.Dataset, value, true), 1.1),
        (ValueSense { Negated: false, Via: null, Values: [not SqlBoolean, ..] } value, NegationSense { After: true, Lacks: true, Unknown: false }) when RelatedThings.ThingOf(left) is null => (new RelatedSense(value.Field.Dataset, value, true), 0.9),
        _ => null,
    };
}

/// <summary>"customers with a phone number", "어린이가 있는 예약": a field that is there; of a number, more than none.</summary>
internal sealed class FieldIsThere : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (HasSense { After: false } has, FieldSense { Field.Type.Kind: not (SqlTypeKind.Boolean or SqlTypeKind.Unknown) } field) => Made(field, context, (has.Weak ? 0.8 : 0.4) + (field.Field.Type.IsNumeric ? 0.4 : 0)),
        (FieldSense { Field.Type.Kind: not (SqlTypeKind.Boolean or SqlTypeKind.Unknown) } field, HasSense { After: true }) => Made(field, context, field.Field == field.Field.Dataset.NameField ? 0.8 : 0.2),
        // "접수한 적 있는"
        (ConditionSense { Condition: FieldEmpty { Negated: true } } told, HasSense { After: true }) when left.Leaves().Any(l => l.Sense is VerbSense) => (told, 0.1),
        // "dishes containing nuts"
        (HasSense { After: false, Weak: false }, ValueSense { Negated: false, Via: null, Values: [not SqlBoolean] }) when !right.Leaves().Any(l => l.Sense is EntitySense) => (right.Sense, 0.6),
        // "조식이 포함된": what is said of the rows by a flag is there.
        (ValueSense { Values: [SqlBoolean] }, HasSense { After: true }) => (left.Sense, 0.1),
        _ => null,
    };

    private static (Sense, double)? Made(FieldSense field, GrammarContext context, double cost)
    {
        var name = context.Catalog.NameOf(field.Field);
        Condition there = field.Field.Type.IsNumeric ? new FieldComparison(name, ComparisonOperator.Greater, new SqlNumber(0), field.Via) : new FieldEmpty(name, Negated: true, field.Via);
        return (new ConditionSense(there, field.Field.Dataset, ""), cost);
    }
}

/// <summary>"booked in March but not in April".</summary>
internal sealed class NotInPeriod : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NegationSense { After: false, Unknown: false }, DateSense { StandsAlone: true } or RelativePeriodSense or RangeSense) => (new NotPeriodSense(right.Sense), 0.2),
        _ => null,
    };
}

/// <summary>"both express and economy", "빨강과 파랑 모두", "in both 2023 and 2024".</summary>
internal sealed class BothValues : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (EitherMarkSense, ValueSense { Negated: false, Values.Count: > 1 }) => (right.Sense, 0),
        (BothMarkSense { After: false }, PeriodListSense periods) => (new BothPeriodsSense(periods), 0),
        (PeriodListSense periods, BothMarkSense { After: true }) => (new BothPeriodsSense(periods), 0),
        (BothMarkSense { After: false }, ValueSense { Negated: false, Values.Count: > 1 } values) => (new BothSense(values), 0),
        (ValueSense { Negated: false, Values.Count: > 1 } values, BothMarkSense { After: true }) => (new BothSense(values), 0),
        _ => null,
    };
}

/// <summary>"at least 5 express shipments", "특송 화물 5건 이상": how many rows that meet a condition.</summary>
internal sealed class LimitOfRows : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (LimitSense { Number: { Percent: false, Unit: null } } limit, ValueSense { Negated: false, Via: null } or ConditionSense or DatedSense) when RelatedThings.ThingOf(right) is { } of => Made(limit, right.Sense, of, context, 0.3),
        (ValueSense { Negated: false, Via: null } or ConditionSense or DatedSense, LimitSense { Number: { Percent: false, Unit: null } } limit) when RelatedThings.ThingOf(left) is { } of => Made(limit, left.Sense, of, context, 0.4),
        _ => null,
    };

    private static (Sense, double)? Made(LimitSense limit, Sense condition, Dataset of, GrammarContext context, double cost) =>
        (new RowsLimitSense(context.CountOf(of), limit.Operator, limit.Number.Value, condition), cost);
}

/// <summary>"at least three times", "두 번 이상": a number of times.</summary>
internal sealed class NumberOfTimes : Rule
{
    private const string Times = "times";

    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NumberSense { Unit: null, Percent: false } number, CounterSense { Times: true }) => (number with { Unit = Times, Plain = false }, 0),
        _ => null,
    };

    public override (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) =>
        phrase.Sense is LimitSense { Number: { Unit: Times, Percent: false } number } limit
            ? (new TimesSense(limit.Operator, number.Value), 0.2)
            : null;
}

/// <summary>"불만 5건", "5 complaints": a number of rows that have no name of their own.</summary>
internal sealed class CountedRows : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NumberSense number, EntitySense { Via: null, Dataset: { NameField: null } of }) when CountedThings.Count(number) is { } count => (new CountedRowsSense(count, of), 0),
        (EntitySense { Via: null, Dataset: { NameField: null } of }, NumberSense { Plain: false } number) when CountedThings.Count(number) is { } count => (new CountedRowsSense(count, of), 0.1),
        (RelativeSense { Kind: RelativePeriodKind.Last or RelativePeriodKind.Past }, CountedRowsSense { Top: null } rows) => (new NewestRowsSense(rows), 0.1),
        (RankMarkSense mark, CountedRowsSense rows) => (rows with { Top = mark.High }, 0),
        (RankingSense { Of: null, Count: { } count, High: var high }, EntitySense { Via: null, Dataset: { NameField: null } of }) => (new CountedRowsSense(count, of, high), 0),
        _ => null,
    };
}

/// <summary>"which late orders", "which shipments", "who was hired in May": rows that are looked for.</summary>
internal sealed class AskedRows : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (WhichSense, EntitySense { Via: null, Dataset: { NameField: null } of }) => (new AskedRowsSense(of, null), 0),
        (WhichSense, ValueSense { Via: null } or ConditionSense or DatedSense) when RelatedThings.ThingOf(right) is { } of => (new AskedRowsSense(of, right.Sense), 0),
        (WhichSense { Person: true }, DatedSense { Field.Dataset: { NameField: not null } of }) => (new AskedRowsSense(of, right.Sense), 0.3),
        (EntitySense { Via: null, Dataset: { NameField: null } of }, WhichSense) => (new AskedRowsSense(of, null), 0.3),
        (ValueSense { Via: null } or ConditionSense or DatedSense, WhichSense) when RelatedThings.ThingOf(left) is { } of => (new AskedRowsSense(of, left.Sense), 0.3),
        _ => null,
    };
}

/// <summary>"per shipment": of each row of a kind that has no name to break down by, or beside an average.</summary>
internal sealed class PerThing : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (PerMarkSense { After: false }, EntitySense { Via: null } or GrainSense) => (new PerThingSense(right.Sense), 0.1),
        (EntitySense { Via: null } or GrainSense, PerMarkSense { After: true }) => (new PerThingSense(left.Sense), 0),
        _ => null,
    };
}

/// <summary>"customer name", "고객사 이름": a thing is shown by its name anyway.</summary>
internal sealed class NameOfThing : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (EntitySense { Dataset.NameField: not null }, NameOfSense { Time: false }) => (left.Sense, 0),
        // "request date", "date opened": the date of just that.
        (VerbSense verb, NameOfSense { Time: true, Behind: false }) when right.Start == left.End => (new FieldSense(verb.Field), 0),
        (NameOfSense { Time: true, Behind: false }, VerbSense verb) when right.Start == left.End => (new FieldSense(verb.Field), 0),
        (NameOfSense { Time: false, Behind: false }, EntitySense { Dataset.NameField: not null }) => (right.Sense, 0.1),
        // "수리 이력이 3건 이상": as many repairs.
        (EntitySense { Via: null }, TraceSense) when right.Start == left.End => (left.Sense, 0.1),
        (FieldSense known, ConditionSense { Condition: FieldEmpty told }) when context.Catalog.NameOf(known.Field) == told.Field => (right.Sense, 0),
        (ConditionSense { Condition: FieldEmpty told }, FieldSense known) when context.Catalog.NameOf(known.Field) == told.Field => (left.Sense, 0),
        _ => null,
    };
}
