using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"calendar year 2023", "the month of May", "2024년 한 해", "the week of 3 June": a unit of time named beside a date.</summary>
internal sealed class UnitOfDate : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (GrainSense { Grain: var grain }, DateSense date) when Is(date, grain) => (date, 0.05),
        (DateSense date, GrainSense { Grain: var grain }) when Is(date, grain) => (date, 0.2),
        (DateSense date, AmountSense { Count: 1, Grain: var grain }) when Is(date, grain) => (date, 0.05),
        (RelativePeriodSense { Period: { Count: 1, Grain: var own } } period, AmountSense { Count: 1, Grain: var grain }) when own == grain => (period, 0.05),
        (GrainSense { Grain: TimeGrain.Week or TimeGrain.Month or TimeGrain.Quarter } whole, DateSense { Month: not null, Day: not null } day) => (new AroundDaySense(whole.Grain, day), 0.05),
        (DateSense { Month: not null, Day: not null } day, GrainSense { Grain: TimeGrain.Week }) => (new AroundDaySense(TimeGrain.Week, day), 0.3),
        _ => null,
    };

    private static bool Is(DateSense date, TimeGrain grain) => (date, grain) switch
    {
        ({ Fiscal: true }, _) => false,
        ({ HasYear: true, Quarter: null, Month: null, Day: null, Half: null }, TimeGrain.Year) => true,
        ({ Month: not null, Day: null }, TimeGrain.Month) => true,
        ({ Quarter: not null }, TimeGrain.Quarter) => true,
        _ => false,
    };
}

/// <summary>"the first three months of 2024", "last two weeks of May", "each of the last three months".</summary>
internal sealed class PartsOfPeriod : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (FirstMarkSense, AmountSense amount) => (new PartOfPeriodSense(true, amount.Count, amount.Grain, null), 0),
        (FirstMarkSense, GrainSense { Grain: TimeGrain.Week or TimeGrain.Month or TimeGrain.Day } grain) => (new PartOfPeriodSense(true, 1, grain.Grain, null), 0),
        (PartOfPeriodSense { Whole: null } part, DateSense { StandsAlone: true } or RelativePeriodSense) when Finer(part.Grain, right.Sense) => (part with { Whole = right.Sense }, 0),
        (DateSense { StandsAlone: true } or RelativePeriodSense, PartOfPeriodSense { Whole: null } part) when Finer(part.Grain, left.Sense) => (part with { Whole = left.Sense }, 0.1),
        (RelativePeriodSense { Period: { Kind: RelativePeriodKind.Last } last }, DateSense { StandsAlone: true, HasYear: true } date) when Finer(last.Grain, date) =>
            (new PartOfPeriodSense(false, last.Count, last.Grain, date), 0),
        (GroupMarkSense { Each: true }, RelativePeriodSense { Period: { Count: > 1, Kind: not RelativePeriodKind.Ago and not RelativePeriodKind.Since } period } said) => (new EachOfPeriodSense(said, period.Grain), 0),
        (DateSense { HasYear: true, Quarter: null, Month: null, Half: null } year, GrainSense { Grain: TimeGrain.Day or TimeGrain.Week or TimeGrain.Month or TimeGrain.Quarter } unit) when left.End == right.Start => (new UnitsOfYearSense(year, unit.Grain), 0),
        (WhichSense, UnitsOfYearSense units) => (new EachOfPeriodSense(units.Year, units.Grain), 0),
        (GroupMarkSense { Each: true }, PartOfPeriodSense { Whole: not null, Count: > 1 } part) => (new EachOfPeriodSense(part, part.Grain), 0),
        (RelativePeriodSense { Period: { Count: > 1, Kind: not RelativePeriodKind.Ago and not RelativePeriodKind.Since } period } said, ApartSense { Splits: true }) => (new EachOfPeriodSense(said, period.Grain), 0.1),
        _ => null,
    };

    private static bool Finer(TimeGrain part, Sense whole) => (part, whole) switch
    {
        (TimeGrain.Day, DateSense { Day: null }) => true,
        (TimeGrain.Week, DateSense { Day: null }) => true,
        (TimeGrain.Month, DateSense { Day: null, Month: null }) => true,
        (TimeGrain.Quarter, DateSense { Day: null, Month: null, Quarter: null }) => true,
        (_, RelativePeriodSense { Period: { Count: 1, Grain: var grain } }) => part < grain,
        _ => false,
    };
}

/// <summary>"2024 so far", "from January until now", "올해 들어 지금까지".</summary>
internal sealed class UntilNow : Rule
{
    private static readonly RelativePeriodSense Today = new(new RelativePeriod(RelativePeriodKind.Current, 1, TimeGrain.Day));

    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (BoundSense { Kind: BoundKind.To, After: false }, NowSense) => (new RangeSense(null, Today, false, false), 0),
        (NowSense, BoundSense { Kind: BoundKind.To, After: true }) => (new RangeSense(null, Today, false, false), 0),
        (DateSense { StandsAlone: true, Day: null } date, SoFarSense) => (new RangeSense(date, Today, false, false), 0),
        (DateSense { StandsAlone: true, HasYear: true } date, RangeSense { From: null, To: RelativePeriodSense, ToIsBefore: false } range) => (range with { From = date }, 0.1),
        (SoFarSense, DateSense { StandsAlone: true, Day: null } date) => (new RangeSense(date, Today, false, false), 0),
        (RangeSense { From: not null } range, SoFarSense) when range.To is null or RelativePeriodSense => (range, 0),
        (RelativePeriodSense { Period.Kind: RelativePeriodKind.Current } period, SoFarSense) => (period, 0),
        (SoFarSense, RelativePeriodSense { Period.Kind: RelativePeriodKind.Current } period) => (period, 0),
        (RangeSense { From: not null, To: null } open, RangeSense { From: null, To: RelativePeriodSense } close) => (open with { To = close.To }, 0),
        _ => null,
    };
}

/// <summary>"as of 31 March", "at the end of 2022", "2022년 말", "6월 1일 기준": the moment at which things stand.</summary>
internal sealed class Moments : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (MomentMarkSense { After: false } mark, DateSense { StandsAlone: true } or RelativePeriodSense { Period.Count: 1 }) => Made(right.Sense, mark, loose: false),
        (DateSense { StandsAlone: true } or RelativePeriodSense { Period.Count: 1 }, MomentMarkSense { After: true } mark) => Made(left.Sense, mark, loose: !mark.End),
        (DateSense { StandsAlone: true, Day: not null }, NowSense) => (new MomentSense(left.Sense, false, false), 0),
        (MomentMarkSense { After: false, End: false }, MomentSense { End: true }) => (right.Sense, 0),
        (MomentSense { End: true }, MomentMarkSense { After: true, End: false }) => (left.Sense, 0),
        (MomentSense { End: true }, NowSense) => (left.Sense, 0),
        (MomentMarkSense { After: false, End: true }, BreakdownSense { Groupings: [TimeGrouping { Field: null } each] }) => (new EndOfEachSense(each.Grain), 0),
        (StartMarkSense { After: false }, DateSense { StandsAlone: true, Day: null } date) => (new StartOfSense(date), 0),
        (DateSense { StandsAlone: true, Day: null } date, StartMarkSense { After: true }) => (new StartOfSense(date), 0),
        (BoundSense { Kind: BoundKind.From, After: false }, StartOfSense start) => (new RangeSense(start.Date, null, false, false), 0),
        (StartOfSense start, BoundSense { Kind: BoundKind.From, After: true }) => (new RangeSense(start.Date, null, false, false), 0),
        (GrainSense grain, MomentMarkSense { After: true, End: true }) => (new EndOfEachSense(grain.Grain), 0),
        _ => null,
    };

    public override (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) =>
        phrase.Sense is UntilMomentSense { Moment: { End: true } moment } ? (new RangeSense(null, moment.Date, false, false), 0.1) : null;

    private static (Sense, double)? Made(Sense date, MomentMarkSense mark, bool loose) =>
        mark.End && date is DateSense { Day: not null } ? null : (new MomentSense(date, mark.End, loose), 0);
}

/// <summary>"발행 분기별", "due before May", "2024년 도착 기준": periods of the date that the noun of a verb, or the name of the date without "date", is about.</summary>
internal sealed class VerbNouns : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (VerbNounSense verb, BreakdownSense { Groupings: [TimeGrouping { Field: null } time] } breakdown) =>
            (breakdown with { Groupings = [time with { Field = context.Catalog.NameOf(verb.Field) }] }, 0),
        (EntitySense { Via: null, Dataset: var of }, VerbNounSense verb) when verb.Field.Dataset == of => (verb, 0),
        (VerbNounSense verb, MomentMarkSense { After: true, End: false }) => (verb, 0),
        (VerbNounSense verb, var period) when DatedRows.IsPeriod(period) => (new DatedSense(verb.Field, period), 0.2),
        (var period, VerbNounSense verb) when DatedRows.IsPeriod(period) => (new DatedSense(verb.Field, period), 0.3),
        (DatedSense dated, MomentMarkSense { After: true, End: false }) when left.Leaves().Last().Sense is VerbNounSense => (dated, 0),
        _ => null,
    };
}
