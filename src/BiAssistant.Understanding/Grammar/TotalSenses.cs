using BiAssistant.Semantics.Calendars;

namespace BiAssistant.Understanding.Grammar;

/// <summary>"그렇지 않은", "the others": the other side of what is said of some.</summary>
internal sealed record ElseSense : Sense;

/// <summary>"side by side", "each", "나란히": what is listed is shown apart. Without <c>Splits</c> ("같이", "in one table") several numbers are merely wanted in one answer.</summary>
internal sealed record ApartSense(bool Splits) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"took", "clocked", "받은": a verb beside the most or least of a number that adds nothing, whatever the number is. <c>OfThings</c>: also beside things that are counted.</summary>
internal sealed record LightVerbSense(bool OfThings) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"second", "2위": the place in an order that is looked for. <c>Alone</c>: the word itself says that there is an order, which begins with the highest or, without <c>High</c>, the lowest.</summary>
internal sealed record PlaceSense(int Place, bool Alone = false, bool High = true) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"위", "번째로" behind a number that is a place. <c>Alone</c>: see <see cref="PlaceSense"/>. <c>UpTo</c>: all up to it.</summary>
internal sealed record PlaceMarkSense(bool Alone, bool UpTo = false) : Sense;

/// <summary>"the start of", "초": beside the period that something has been since.</summary>
internal sealed record StartMarkSense(bool After) : Sense;

/// <summary>"the start of 2024".</summary>
internal sealed record StartOfSense(DateSense Date) : Sense;

/// <summary>One word of a metric's two-word name; the other stands elsewhere in the question: "which truck used the most fuel".</summary>
internal sealed record NamePartSense(Semantics.Metrics.Metric Metric) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>What is done, of a number that tells how long it takes, and that stands elsewhere in the question: "take to decide".</summary>
internal sealed record NumberPartSense(Semantics.Queries.Measure Number) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>Things told by one of their values ("trucks" among vehicles), in the part that the words around them play.</summary>
internal sealed record OfKindSense(Sense Part, ValueSense Kind) : Sense
{
    public override bool StandsAlone => Part.StandsAlone;
}

/// <summary>"truck brand": a field of things told by one of their values.</summary>
internal sealed record FieldOfKindSense(FieldSense Field, ValueSense Kind) : Sense;

/// <summary>"so far", "until now" behind the period that has begun.</summary>
internal sealed record SoFarSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"as of", "at the end of", "기준", "말": before the day at which something stands or, when <c>After</c>, behind it. <c>End</c>: at its end.</summary>
internal sealed record MomentMarkSense(bool After, bool End) : Sense;

/// <summary>How things stand on a day, or at the end of a period. <c>Loose</c>: the words also say no more than "in".</summary>
internal sealed record MomentSense(Sense Date, bool End, bool Loose) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"between the end of 2022 and the end of 2023", "2022년 말부터 2023년 말까지": two moments; the second is open until it is said.</summary>
internal sealed record MomentPairSense(MomentSense First, MomentSense? Until) : Sense
{
    public override bool StandsAlone => Until is not null;

    public MomentSense Second => Until ?? First;
}

/// <summary>"until the end of 2023".</summary>
internal sealed record UntilMomentSense(MomentSense Moment) : Sense;

/// <summary>"at the end of each quarter" beside a breakdown by quarter.</summary>
internal sealed record EndOfEachSense(TimeGrain Grain) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"first" before a number of periods.</summary>
internal sealed record FirstMarkSense : Sense;

/// <summary>"the first three months of 2024", "the last two weeks of May".</summary>
internal sealed record PartOfPeriodSense(bool First, int Count, TimeGrain Grain, Sense? Whole) : Sense
{
    public override bool StandsAlone => Whole is not null;
}

/// <summary>"the week of 3 June": the whole period that a day lies in.</summary>
internal sealed record AroundDaySense(TimeGrain Grain, DateSense Day) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"each of the last three months": a period, and a number for each part of it.</summary>
internal sealed record EachOfPeriodSense(Sense Period, TimeGrain Grain) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"with and without", "여부": a number for yes and one for no. <c>After</c>: behind what is asked.</summary>
internal sealed record WhetherSense(bool After) : Sense;

/// <summary>"which Seoul" before the things that are looked for.</summary>
internal sealed record WhichOfSense(ValueSense Kind) : Sense;
