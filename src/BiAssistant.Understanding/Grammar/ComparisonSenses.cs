using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding.Grammar;

/// <summary>"more", "lower": a comparison that waits for "than"; it may stand before what is compared.</summary>
internal sealed record ComparativeSense(bool High) : Sense;

/// <summary>"than" by itself.</summary>
internal sealed record ThanSense : Sense;

/// <summary>"usual", "normal", "평소": what is so on average.</summary>
internal sealed record UsualSense : Sense;

/// <summary>"for their", "같은": what follows is what the compared things share.</summary>
internal sealed record SameMarkSense : Sense;

/// <summary>The group whose average something is compared with: "for their grade".</summary>
internal sealed record SharedSense(Grouping Group) : Sense;

/// <summary>What a number is compared with.</summary>
internal abstract record Target;

/// <summary>The average of all that are compared, or of those that share a group.</summary>
internal sealed record AverageTarget(Grouping? Within = null) : Target;

/// <summary>The number of another member: "than Busan".</summary>
internal sealed record MemberTarget(ValueSense Member) : Target;

/// <summary>The same number in another period: "than last year".</summary>
internal sealed record PeriodTarget(AgainstSense Against) : Target;

/// <summary>Another number: "costs above revenue".</summary>
internal sealed record MeasureTarget(MeasureItem Item) : Target;

/// <summary>The average of a number that is named with it: "the average revenue".</summary>
internal sealed record MeanOfSense(MeasureItem Item, Grouping? Within = null) : Sense;

/// <summary>"above average", "than last year": a comparison that waits for what is compared. <c>Of</c>: the number that the target names itself.</summary>
internal sealed record ComparedToSense(ComparisonOperator Operator, Target Target, MeasureItem? Of = null) : Sense
{
    public override bool StandsAlone => Of is not null;
}

/// <summary>"more bookings" before "than".</summary>
internal sealed record ComparativeMeasureSense(MeasureItem Item, bool High) : Sense;

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

/// <summary>"with their", "including the": before what is shown beside each row.</summary>
internal sealed record AttributeMarkSense : Sense;

/// <summary>"latest", "oldest": which end of time the rows of a list are taken from.</summary>
internal sealed record NewestSense(bool Newest, int? Count = null) : Sense
{
    public override bool StandsAlone => true;
}
