using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding.Grammar;

/// <summary>"more", "lower": which way a comparison goes; what is compared and what with may stand elsewhere.</summary>
internal sealed record ComparativeSense(bool High) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"more bookings", "longer stays", "heavier": which way, and what is compared: a number, or a field of each row.</summary>
internal sealed record ComparativeOfSense(MeasureItem? Item, FieldSense? Field, bool High) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"than"; before what something is compared with or, when <c>After</c>, behind it.</summary>
internal sealed record ThanSense(bool After) : Sense;

/// <summary>"as a whole", "company-wide", "전체": all of it together.</summary>
internal sealed record WholeSense : Sense;

/// <summary>"내", "안에서" behind the group that something stays within.</summary>
internal sealed record InsideEndingSense : Sense;

/// <summary>A number of one member: "Seoul's revenue".</summary>
internal sealed record MemberNumberSense(ValueSense Member, MeasureItem Item) : Sense;

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

/// <summary>What a number is compared with.</summary>
internal abstract record Target;

/// <summary>The average of all that are compared (<c>Thing</c>: which those are, where it is said), or of those that share a group.</summary>
internal sealed record AverageTarget(Grouping? Within = null, Grouping? Thing = null) : Target;

/// <summary>The number over all together, or over all of those that share a group.</summary>
internal sealed record OverallTarget(Grouping? Within = null) : Target;

/// <summary>A given number: "heavier than 500 kg".</summary>
internal sealed record NumberTarget(NumberSense Number) : Target;

/// <summary>The number of another member: "than Busan".</summary>
internal sealed record MemberTarget(ValueSense Member) : Target;

/// <summary>The same number in another period: "than last year".</summary>
internal sealed record PeriodTarget(AgainstSense Against) : Target;

/// <summary>Another number: "costs above revenue".</summary>
internal sealed record MeasureTarget(MeasureItem Item) : Target;

/// <summary>The average of a number that is named with it: "the average revenue".</summary>
internal sealed record MeanOfSense(MeasureItem Item, Grouping? Within = null, Grouping? Thing = null) : Sense;

/// <summary>The average of a field over rows: "the average weight", "평균 중량".</summary>
internal sealed record MeanOfFieldSense(FieldSense Field, Grouping? Within = null) : Sense;

/// <summary>
/// "above average", "than last year": a comparison and what it is made with. A null operator is told by a comparative elsewhere; <c>Of</c> or <c>OfField</c>: what the target
/// names itself ("above the average revenue").
/// </summary>
internal sealed record ComparedToSense(ComparisonOperator? Operator, Target Target, MeasureItem? Of = null, FieldSense? OfField = null) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>A number compared with another one, group by group.</summary>
internal sealed record MeasureComparedSense(MeasureItem Item, ComparisonOperator Operator, Target Target) : Sense
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
