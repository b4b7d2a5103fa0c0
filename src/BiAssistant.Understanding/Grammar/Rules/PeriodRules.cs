using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"last month", "지난 3개월", "2 years ago".</summary>
internal sealed class RelativePeriods : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (RelativeSense { Kind: RelativePeriodKind.Last }, DateSense { HasYear: false, Month: not null, Day: null }) => (right.Sense, 0),
        (NumberSense number, GrainSense { IsNamed: false } grain) when CountedThings.Count(number) is { } count => (new AmountSense(count, grain.Grain), 0),
        (RelativeSense relative, GrainSense grain) => (new RelativePeriodSense(new RelativePeriod(relative.Kind, 1, grain.Grain)), 0),
        (RelativeSense { Kind: not RelativePeriodKind.Current } relative, AmountSense amount) => (new RelativePeriodSense(new RelativePeriod(relative.Kind, amount.Count, amount.Grain)), 0),
        (AmountSense amount, AgoSense) => (new RelativePeriodSense(new RelativePeriod(RelativePeriodKind.Ago, amount.Count, amount.Grain)), 0),
        _ => null,
    };
}

/// <summary>"May 2024", "Q2 2024", "2024년 5월 3일", "작년 5월": parts of a date that complete each other.</summary>
internal sealed class DateParts : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (DateSense first, DateSense second) => Whole(first, second),
        (DateSense { Year: not null, Quarter: null, Month: null, Half: null, Fiscal: false } year, GrainSense { Grain: TimeGrain.FiscalYear }) => (year with { Fiscal = true }, 0),
        (GrainSense { Grain: TimeGrain.FiscalYear }, DateSense { Year: not null, Quarter: null, Month: null, Half: null, Fiscal: false } year) => (year with { Fiscal = true }, 0),
        (DateSense { Month: not null, Day: null } month, NumberSense { Plain: true, Value: >= 1 and <= 31 } day) when left.End == right.Start && decimal.IsInteger(day.Value) => Whole(month, new DateSense(null, null, null, (int)day.Value)),
        (NumberSense { Plain: true, Value: >= 1 and <= 31 } day, DateSense { Month: not null, Day: null } month) when left.End == right.Start && decimal.IsInteger(day.Value) && right.Leaves().First().Sense is not GrainSense => Whole(month, new DateSense(null, null, null, (int)day.Value)),
        (RelativePeriodSense year, DateSense { HasYear: false } part) when YearsAgo(year.Period) is { } ago => Whole(new DateSense(null, null, null, null, YearsAgo: ago), part),
        (DateSense { HasYear: false } part, RelativePeriodSense year) when YearsAgo(year.Period) is { } ago => Whole(new DateSense(null, null, null, null, YearsAgo: ago), part),
        _ => null,
    };

    private static int? YearsAgo(RelativePeriod period) => period switch
    {
        { Grain: TimeGrain.Year, Kind: RelativePeriodKind.Current } => 0,
        { Grain: TimeGrain.Year, Kind: RelativePeriodKind.Last, Count: 1 } => 1,
        { Grain: TimeGrain.Year, Kind: RelativePeriodKind.Ago, Count: var count } => count,
        _ => null,
    };

    private static (Sense, double)? Whole(DateSense a, DateSense b)
    {
        if ((a.HasYear && b.HasYear) || Parts(a) + Parts(b) != Parts(Merge(a, b)))
        {
            return null;
        }

        var whole = Merge(a, b);
        var fits = whole switch
        {
            { Day: not null, Month: null } => false,
            { Quarter: not null, Month: not null } or { Quarter: not null, Half: not null } or { Half: not null, Month: not null } => false,
            { Day: { } day, Month: { } month } => day <= DateTime.DaysInMonth(whole.Year ?? 2024, month),
            _ => true,
        };
        return fits ? (whole, 0) : null;
    }

    private static DateSense Merge(DateSense a, DateSense b) =>
        new(a.Year ?? b.Year, a.Quarter ?? b.Quarter, a.Month ?? b.Month, a.Day ?? b.Day, a.Fiscal || b.Fiscal, a.Half ?? b.Half, a.YearsAgo ?? b.YearsAgo);

    private static int Parts(DateSense date) =>
        (date.HasYear ? 1 : 0) + (date.Quarter is null ? 0 : 1) + (date.Month is null ? 0 : 1) + (date.Day is null ? 0 : 1) + (date.Half is null ? 0 : 1);
}

/// <summary>"since March", "from January to May", "2023년 이후", "3월부터 5월까지", "between … and …".</summary>
internal sealed class Ranges : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (BoundSense { After: false } bound, DateSense or RelativePeriodSense) => One(bound.Kind, right.Sense),
        (DateSense or RelativePeriodSense, BoundSense { After: true } bound) => One(bound.Kind, left.Sense),
        (RangeSense { To: null } first, RangeSense { From: null } last) => (first with { To = last.To, ToIsBefore = last.ToIsBefore }, 0),
        (RangeSense { To: null, FromIsAfter: false } first, JoinedSense { Or: false, Inner: DateSense end }) => (first with { To = end }, 0),
        (NumberSense { Plain: true, Percent: false } first, RangeSense { From: null, To: DateSense last, ToIsBefore: false } range) when decimal.IsInteger(first.Value) && First((int)first.Value, last) is { } begin => (range with { From = begin }, 0),
        (PeriodListSense { Periods: [DateSense from, DateSense to] }, BetweenEndSense) => (new RangeSense(from, to, false, false), 0),
        (BoundSense { Kind: BoundKind.Between, After: false }, PeriodListSense { Periods: [DateSense from, DateSense to] }) => (new RangeSense(from, to, false, false), 0),
        (DateSense { StandsAlone: true } to, BetweenEndSense) => (new RangeSense(null, to, false, false), 0),
        (AgainstSense { Period: DateSense from, Weak: false }, RangeSense { From: null, To: DateSense, ToIsBefore: false } last) when right.Leaves().Last().Sense is BetweenEndSense => (last with { From = from }, 0),
        (DateSense { StandsAlone: true }, RangeSense { From: null, ToIsBefore: false } last) => (last with { From = left.Sense }, last.To is DateSense { HasYear: false, Day: not null } && left.Sense is DateSense { HasYear: true, Quarter: null, Month: null, Half: null } ? 0.6 : 0),
        _ => null,
    };

    /// <summary>"1~3월", "2~3분기", "3~5 May": what the first number is, by what the second has written out.</summary>
    private static DateSense? First(int number, DateSense last) => last switch
    {
        { Day: { } day, Month: not null } when number >= 1 && number < day => last with { Day = number },
        { Month: { } month, Day: null } when number >= 1 && number < month => last with { Month = number },
        { Quarter: { } quarter } when number >= 1 && number < quarter => last with { Quarter = number },
        _ => null,
    };

    private static (Sense, double)? One(BoundKind kind, Sense date) => date is DateSense { StandsAlone: false } ? null : kind switch
    {
        BoundKind.From or BoundKind.Between => (new RangeSense(date, null, false, false), 0),
        BoundKind.After => (new RangeSense(date, null, true, false), 0),
        BoundKind.To => (new RangeSense(null, date, false, false), 0),
        BoundKind.Before => (new RangeSense(null, date, false, true), 0),
        _ => null,
    };
}

/// <summary>"2023 and 2024": periods of one width, side by side.</summary>
internal sealed class SeveralPeriods : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        // "May 2024 against May 2023" sets the later against the earlier.
        (DateSense first, JoinedSense { Inner: DateSense second } joined) when Alike(first, second) => (new PeriodListSense([first, second]), joined.SideBySide && IsLater(first, second) ? 0.6 : 0.1),
        // "the third and the fourth quarter of 2024".
        (PlaceSense { Alone: false, Place: >= 1 and <= 3 and var place }, JoinedSense { Or: false, Inner: DateSense { Quarter: { } quarter } second }) when place < quarter => (new PeriodListSense([second with { Quarter = place }, second]), 0.1),
        (FirstMarkSense, JoinedSense { Or: false, Inner: DateSense { Quarter: > 1 } second }) => (new PeriodListSense([second with { Quarter = 1 }, second]), 0.1),
        (FirstMarkSense, JoinedSense { Or: false, Inner: DateSense { Half: 2 } second }) => (new PeriodListSense([second with { Half = 1 }, second]), 0.1),
        (RelativePeriodSense { Period: { Count: 1 } one }, JoinedSense { Inner: RelativePeriodSense { Period: { Count: 1 } other } }) when one.Grain == other.Grain && one != other => (new PeriodListSense([left.Sense, new RelativePeriodSense(other)]), right.Sense is JoinedSense { SideBySide: true } && one.Kind == RelativePeriodKind.Current ? 0.6 : 0.1),
        (PeriodListSense list, JoinedSense { Inner: DateSense second }) when list.Periods[^1] is DateSense last && Alike(last, second) => (new PeriodListSense(list.Periods.Add(second)), 0.1),
        _ => null,
    };

    private static bool IsLater(DateSense first, DateSense second) => (first.HasYear || !second.HasYear) && (first.YearsAgo is null) == (second.YearsAgo is null) && Position(first) > Position(second);

    private static int Position(DateSense date) =>
        (((date.Year ?? 0) - (date.YearsAgo ?? 0)) * 10_000) + ((date.Month ?? (date.Quarter is { } quarter ? (quarter * 3) - 2 : date.Half == 2 ? 7 : 1)) * 100) + (date.Day ?? 0);

    private static bool Alike(DateSense a, DateSense b) =>
        a.StandsAlone && b.StandsAlone && (a.Quarter is null) == (b.Quarter is null) && (a.Month is null) == (b.Month is null) && (a.Day is null) == (b.Day is null) && (a.Half is null) == (b.Half is null) && a.Fiscal == b.Fiscal;
}

/// <summary>"joined in 2024", "arrival date in May 2024": which date a period is about.</summary>
internal sealed class DatedRows : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (VerbSense verb, var period) when IsPeriod(period) => (new DatedSense(verb.Field, period), 0),
        (var period, VerbSense verb) when IsPeriod(period) => (new DatedSense(verb.Field, period), 0.05),
        (FieldSense { Field: { Type.IsTemporal: true } field, Via: null }, var period) when IsPeriod(period) => (new DatedSense(field, period), 0.1),
        _ => null,
    };

    public override (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) => phrase.Sense is VerbSense verb
        ? (new ConditionSense(new FieldEmpty(context.Catalog.NameOf(verb.Field), Negated: true), verb.Field.Dataset, verb.Describe("en")), 0.8)
        : null;

    internal static bool IsPeriod(Sense sense) => sense is DateSense { StandsAlone: true } or RelativePeriodSense or RangeSense or PartOfPeriodSense { Whole: not null } or AroundDaySense;
}
