using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Languages;

namespace BiAssistant.Understanding.Grammar;

/// <summary>"more", "lower", "longer", "better": which way a comparison goes; what is compared and what with may stand elsewhere.</summary>
/// <param name="By">What the word measures; null where it may be said of any number.</param>
/// <param name="ByGoodness">Whether the number decides which way is meant: "better".</param>
/// <param name="Scale">How often it has to be contained: "more than twice as many".</param>
internal sealed record ComparativeSense(bool High, Yardstick? By = null, bool ByGoodness = false, Scale? Scale = null) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"more bookings", "longer stays", "heavier": which way, and what is compared: a number, or a field of each row.</summary>
internal sealed record ComparativeOfSense(MeasureItem? Item, FieldSense? Field, bool High, Scale? Scale = null) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"than"; before what something is compared with or, when <c>After</c>, behind it.</summary>
internal sealed record ThanSense(bool After) : Sense;

/// <summary>"as a whole", "company-wide", "전체": all of it together.</summary>
internal sealed record WholeSense : Sense;

/// <summary>"내", "안에서" behind the group that something stays within.</summary>
internal sealed record InsideEndingSense : Sense;

/// <summary>A number of one member: "Seoul's revenue"; <c>During</c>: of which period ("Seoul's 2024 revenue").</summary>
internal sealed record MemberNumberSense(ValueSense Member, MeasureItem Item, Sense? During = null) : Sense;

/// <summary>"2024 revenue" behind the one whose number it is.</summary>
internal sealed record NumberOfPeriodSense(Sense Period, MeasureItem Item) : Sense;

/// <summary>A number over everything together: "the overall rate"; over everything of a group that the compared things share: "their region as a whole".</summary>
internal sealed record OverallOfSense(MeasureItem? Item, Grouping? Within = null) : Sense;

/// <summary>"usual", "normal", "평소": what is so on average.</summary>
internal sealed record UsualSense : Sense;

/// <summary>"for their", "같은": what follows is what the compared things share.</summary>
internal sealed record SameMarkSense : Sense;

/// <summary>The group whose average something is compared with: "for their grade".</summary>
internal sealed record SharedSense(Grouping Group) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"the year before", "a month earlier": as a target of a comparison.</summary>
internal sealed record EarlierSense(Span By) : Sense;

/// <summary>"the average hotel", "호텔 평균": the mean over things of a kind.</summary>
internal sealed record AverageThingSense(Grouping Thing, Grouping? Within = null) : Sense;

/// <summary>"the average standard shipment", "예방 정비 평균": the mean over rows that have a value.</summary>
internal sealed record AverageKindSense(ValueSense Kind) : Sense;

/// <summary>How many times something is contained in a number that is compared with it.</summary>
internal sealed record Scale(ComparisonOperator Operator, decimal Times);

/// <summary>"twice", "a third of", "두 배": a multiple or part of what stands beside it. <c>As</c>: "twice as many", beside what is compared.</summary>
internal sealed record MultipleSense(decimal Times, bool As = false) : Sense;

/// <summary>"배" behind a number.</summary>
internal sealed record MultipleMarkSense : Sense;

/// <summary>"분의" between two numbers; with <c>Of</c> the first of them.</summary>
internal sealed record PartMarkSense(decimal? Of = null) : Sense;

/// <summary>"twice the average", "평균의 두 배": a multiple of something to compare with.</summary>
internal sealed record ScaledSense(Sense To, decimal Times) : Sense;

/// <summary>"target", "목표": what the catalog says a number should be.</summary>
internal sealed record OwnTargetSense : Sense;

/// <summary>What a number is compared with.</summary>
internal abstract record Target;

/// <summary>The average of all that are compared (<c>Thing</c>: which those are, where it is said), of those that share a group, or of rows that have a value.</summary>
internal sealed record AverageTarget(Grouping? Within = null, Grouping? Thing = null, ValueSense? Kind = null) : Target;

/// <summary>What the number itself should be by the catalog.</summary>
internal sealed record OwnTarget : Target;

/// <summary>The number over all together, or over all of those that share a group.</summary>
internal sealed record OverallTarget(Grouping? Within = null) : Target;

/// <summary>A given number: "heavier than 500 kg".</summary>
internal sealed record NumberTarget(NumberSense Number) : Target;

/// <summary>The number of another member: "than Busan".</summary>
internal sealed record MemberTarget(ValueSense Member) : Target;

/// <summary>"than on the day shift", of a number on the night shift: the same number of the other side.</summary>
internal sealed record OtherSideTarget(MeasureItem Item) : Target;

/// <summary>The same number in another period: "than last year".</summary>
internal sealed record PeriodTarget(AgainstSense Against) : Target;

/// <summary>"늦은", "빠른" behind a date that another one is compared with.</summary>
internal sealed record LateSense(bool Late) : Sense;

/// <summary>Another number, or date, of the same row: "than planned cost".</summary>
internal sealed record FieldTarget(FieldSense Field) : Target;

/// <summary>The same number of the one that a row points to among its own kind: "than their supervisor".</summary>
internal sealed record KinTarget(Semantics.Catalogs.Dataset Of, string Via) : Target;

/// <summary>Another number: "costs above revenue".</summary>
internal sealed record MeasureTarget(MeasureItem Item) : Target;

/// <summary>The average of a number that is named with it: "the average revenue".</summary>
internal sealed record MeanOfSense(MeasureItem Item, Grouping? Within = null, Grouping? Thing = null) : Sense;

/// <summary>The average of a field over rows: "the average weight", "평균 중량".</summary>
internal sealed record MeanOfFieldSense(FieldSense Field, Grouping? Within = null) : Sense;

/// <summary>
/// "above average", "than last year": a comparison and what it is made with. A null operator is told by a comparative elsewhere; <c>Of</c> or <c>OfField</c>: what the target
/// names itself ("above the average revenue"); <c>By</c>: what the comparative measures; <c>Times</c>: what the target is multiplied by; <c>Margin</c>: by how much at least ("20 % above");
/// <c>During</c>: the period that the target names.
/// </summary>
internal sealed record ComparedToSense(ComparisonOperator? Operator, Target Target, MeasureItem? Of = null, FieldSense? OfField = null, Yardstick? By = null, decimal Times = 1, LimitSense? Margin = null, Sense? During = null) : Sense
{
    public override bool StandsAlone => true;

    /// <summary>The comparison once it is known which way it goes.</summary>
    public ComparedToSense Going(bool high, Yardstick? by = null, Scale? scale = null) => Margin is { } margin
        ? this with { Operator = Turned(margin.Operator, high), Times = Times * (high ? 1 + margin.Number.Value : 1 - margin.Number.Value), By = by ?? By }
        : this with { Operator = scale?.Operator ?? (high ? ComparisonOperator.Greater : ComparisonOperator.Less), Times = Times * (scale?.Times ?? 1), By = by ?? By };

    private static ComparisonOperator Turned(ComparisonOperator way, bool high) => (way, high) switch
    {
        (ComparisonOperator.Greater, false) => ComparisonOperator.Less,
        (ComparisonOperator.GreaterOrEqual, false) => ComparisonOperator.LessOrEqual,
        _ => way,
    };
}

/// <summary>A number compared with another one, group by group. <c>Margin</c>: the distance was told in percent.</summary>
internal sealed record MeasureComparedSense(MeasureItem Item, ComparisonOperator Operator, Target Target, decimal Times = 1, bool Margin = false) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"distribution by number of visits": things broken down by a number that each of them has.</summary>
internal sealed record PerNumberSense(MeasureItem Item) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"with their engineer and site": what is shown beside each row of a list.</summary>
internal sealed record AttributesSense(Seq<FieldGrouping> Fields) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"with their", "including the": before what is shown beside each row. <c>Weak</c>: a plain "with", which says more often which rows are meant.</summary>
internal sealed record AttributeMarkSense(bool Weak = false) : Sense;

/// <summary>"latest", "oldest": which end of time the rows of a list are taken from. <c>Weak</c>: "최근" means so only beside a number of rows.</summary>
internal sealed record NewestSense(bool Newest, int? Count = null, bool Weak = false) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"or older" behind a number: at least (at most) so much of what the adjective measures.</summary>
internal sealed record OrMoreSense(Semantics.Catalogs.Field Field, ComparisonOperator Operator) : Sense;
