using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Languages;

namespace BiAssistant.Understanding.Grammar;

/// <summary>A word without meaning of its own: an article, a preposition, politeness, a particle.</summary>
internal sealed record FillerSense : Sense;

/// <summary>"and", "or", a comma.</summary>
internal sealed record JoinSense(bool Or, bool Comma = false) : Sense;

/// <summary>"vs" between two things of a kind that are shown side by side. <c>Weak</c>: so only where the question compares ("compare gold with silver").</summary>
internal sealed record VersusSense(bool Weak = false) : Sense;

/// <summary>"by", "per" before what the answer is broken down by. <c>Each</c> is true of words that say nothing else.</summary>
internal sealed record GroupMarkSense(bool Each) : Sense;

/// <summary>An ending that makes what precedes it a breakdown.</summary>
internal sealed record GroupEndingSense : Sense;

/// <summary>"which", "what", "who" before the thing that is looked for. <c>Person</c>: someone is looked for.</summary>
internal sealed record WhichSense(bool Person = false) : Sense;

/// <summary>"top", "bottom" before a number or a thing.</summary>
internal sealed record RankMarkSense(bool High) : Sense;

/// <summary>"highest", "lowest"; with <c>ByGoodness</c> "best" and "worst", whose end depends on the metric; with <c>Counts</c> "most" and "fewest", which count things; with <c>Length</c> "longest" and "shortest", which measure spans and never count.</summary>
internal sealed record ExtremeSense(bool High, bool ByGoodness = false, bool Counts = false, bool Length = false) : Sense
{
    /// <summary>A verb beside it says that all of it is meant: "sold the most".</summary>
    public bool Adds { get; init; }

    public override bool StandsAlone => Counts;
}

/// <summary>An adverb that makes the following word a superlative.</summary>
internal sealed record MostSense : Sense;

/// <summary>A plain word for much or little that a superlative adverb or an order needs. <c>By</c>: what it measures; null where it may be said of any number.</summary>
internal sealed record LevelSense(bool High, bool ByGoodness = false, bool Counts = false, bool Length = false, Yardstick? By = null) : Sense;

/// <summary>"average", "total", "median" and their like. <c>Worth</c>: said of rows, it asks what they add up to; "all" and "overall" do not.</summary>
internal sealed record AggregateSense(AggregateFunction Function, bool Worth = false) : Sense
{
    public override bool StandsAlone => true;

    public override string Describe(string language) => Function.ToString();
}

/// <summary>"how many", "number of".</summary>
internal sealed record CountWordSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"금액" by itself: the money of the rows that the words around it tell of.</summary>
internal sealed record AmountWordSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"above", "at most", "heavier than"; before the number or, when <c>After</c>, behind it. <c>By</c>: what the words measure; null where they may be said of any number.</summary>
internal sealed record ComparatorSense(ComparisonOperator Operator, bool After, Yardstick? By = null) : Sense;

/// <summary>"except", "not"; before what it excludes or, when <c>After</c>, behind it. <c>Lacks</c>: "without", which may also say that something is empty; <c>Unknown</c>: only that.</summary>
internal sealed record NegationSense(bool After, bool Lacks = false, bool Unknown = false) : Sense;

/// <summary>"where" before a condition; by itself it asks for a place and stays unknown.</summary>
internal sealed record ClauseSense : Sense;

/// <summary>A unit of time as a noun: "month"; <c>IsNamed</c>: it names one behind a number and counts none, as 월 does.</summary>
internal sealed record GrainSense(TimeGrain Grain, bool IsNamed = false) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"last", "this", "next" before a unit of time.</summary>
internal sealed record RelativeSense(RelativePeriodKind Kind) : Sense;

/// <summary>"ago".</summary>
internal sealed record AgoSense : Sense;

/// <summary>Words that open or close a span of time.</summary>
internal sealed record BoundSense(BoundKind Kind, bool After) : Sense;

/// <summary>The ends of a span of time.</summary>
internal enum BoundKind
{
    From,
    To,
    Before,
    After,
    Between,
}

/// <summary>A number with what was written around it.</summary>
internal sealed record NumberSense(decimal Value, bool Percent = false, string? Unit = null, bool Plain = true) : Sense;

/// <summary>A unit behind a number: a currency, a length of time, or what is counted.</summary>
internal sealed record UnitSense(string Unit) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>A counting word behind a number that adds nothing. <c>Times</c>: it counts how often something happened.</summary>
internal sealed record CounterSense(bool Times = false) : Sense;

/// <summary>"list", "show all": rows are wanted unless a number or a breakdown is named.</summary>
internal sealed record ListWordSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"trend", "over time".</summary>
internal sealed record TrendSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"currently", "right now": as things stand, which only a number of one moment can tell.</summary>
internal sealed record NowSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"in descending order", "highest first". <c>Ranks</c>: "rank", which leaves the end to others.</summary>
internal sealed record OrderSense(bool Descending, bool Ranks = false) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"sorted by", "in terms of"; before the measure or, when <c>After</c>, behind it. <c>Ranks</c>: "순위", which ranks things that have no order of their own.</summary>
internal sealed record BasisSense(bool After, bool Ranks = false) : Sense;

/// <summary>Something that is understood and cannot be computed yet; the topic names it for the refusal.</summary>
internal sealed record BeyondSense(Beyond Topic) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>Kinds of question that are recognised and declined.</summary>
internal enum Beyond
{
    Reason,
    Forecast,
    Comparison,
    Relation,
    Absence,
    Sequence,
    PerEach,
    Writing,
    Explanation,
    Target,
    PartOfTime,
}
