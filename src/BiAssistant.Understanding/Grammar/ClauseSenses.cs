using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding.Grammar;

/// <summary>"with", "있는": before what things have or, when <c>After</c>, behind it. <c>Weak</c>: "with" may as well open what is shown beside them.</summary>
internal sealed record HasSense(bool After, bool Weak = false) : Sense;

/// <summary>"hotels where …": opens what is true of the things before it.</summary>
internal sealed record WhereSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"2023 months", where they are asked for.</summary>
internal sealed record UnitsOfYearSense(DateSense Year, Semantics.Calendars.TimeGrain Grain) : Sense;

/// <summary>"오면서" behind the later of two periods.</summary>
internal sealed record PassingSense : Sense;

/// <summary>"사이" behind the second of two ends.</summary>
internal sealed record BetweenEndSense : Sense;

/// <summary>"한 번도": makes the negation that follows one of whole rows.</summary>
internal sealed record NeverSense : Sense;

/// <summary>"with a contract", "without a booking made in 2024": rows of another kind that things have or lack, and which of them. <c>Inner</c> says which; null means any.</summary>
internal sealed record RelatedSense(Dataset Of, Sense? Inner, bool Negated, string? Via = null, bool Weak = false) : Sense
{
    public override bool StandsAlone => true;

    public override string Describe(string language) => (Negated ? language == "ko" ? "없음: " : "without " : "") + Labels.Of(Of, language);
}

/// <summary>"but not in April": the period in which nothing of what was said of another one is true.</summary>
internal sealed record NotPeriodSense(Sense Period) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"used", "이용한": says that things have to do with what a value tells, and not how.</summary>
internal sealed record UseSense(bool After = false) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"paid by": before the means by which something was done.</summary>
internal sealed record MeansMarkSense : Sense;

/// <summary>"used a coupon", "쿠폰을 쓴": things that something else has to do with, whichever they are.</summary>
internal sealed record UsedThingSense(EntitySense Thing) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"both", "둘 다": each of several values has to be there.</summary>
internal sealed record BothMarkSense(bool After) : Sense;

/// <summary>"either", before values that "or" joins anyway.</summary>
internal sealed record EitherMarkSense : Sense;

/// <summary>"both express and economy": rows with each of the values.</summary>
internal sealed record BothSense(ValueSense Values) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"in both 2023 and 2024": rows in each of the periods.</summary>
internal sealed record BothPeriodsSense(PeriodListSense Periods) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"at least 5 express shipments": how many rows of a kind that meets a condition there have to be.</summary>
internal sealed record RowsLimitSense(MeasureItem Item, ComparisonOperator Operator, decimal Value, Sense Condition) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"at least twice", "한 번이라도": how often something that a verb tells has happened.</summary>
internal sealed record TimesSense(ComparisonOperator Operator, decimal Count) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"which late orders": rows that are looked for, under a condition or without one.</summary>
internal sealed record AskedRowsSense(Dataset Of, Sense? Inner) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"per", "당": before what an average is taken over or, when <c>After</c>, behind it.</summary>
internal sealed record PerMarkSense(bool After) : Sense;

/// <summary>"per shipment", "건당": what an average is taken over.</summary>
internal sealed record PerThingSense(Sense Thing) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"average monthly", "월평균": the average over periods of a number of each.</summary>
internal sealed record AverageOverSense(Semantics.Calendars.TimeGrain Grain) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"이력", "기록": that rows of something are there, and no more.</summary>
internal sealed record TraceSense : Sense;

/// <summary>"name", "이름": what things are called by, whichever things they are; with <c>Time</c>, "date": when they were; <c>Behind</c>: only behind them, "order number".</summary>
internal sealed record NameOfSense(bool Time = false, bool Behind = false) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>Words that are meant letter by letter.</summary>
internal sealed record TextSense(string Text) : Sense;

/// <summary>"contains", "로 시작하는": how a text is looked for; before the text or, when <c>After</c>, behind it.</summary>
internal sealed record TextMatchSense(TextMatch Match, bool After, bool Negated = false) : Sense;

/// <summary>"in the", "in their": before what a text is looked for in.</summary>
internal sealed record TextWithinSense : Sense;

/// <summary>"in the title", "in their name": what a text is looked for in; no field where it is the name of the things in question.</summary>
internal sealed record TextPlaceSense(FieldSense? Field) : Sense;

/// <summary>"contains 'rice'": a condition that waits for the field; by itself it stands for the name of the things in question.</summary>
internal sealed record TextClauseSense(TextMatch Match, string Text, bool Negated, bool OfName = false) : Sense
{
    public override bool StandsAlone => OfName;
}

/// <summary>"together with" behind what is shown beside each row.</summary>
internal sealed record AttributeEndSense : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"lowest and highest": several aggregates of one thing.</summary>
internal sealed record AggregatesSense(Seq<AggregateFunction> Functions) : Sense;

/// <summary>"percentile" behind a number.</summary>
internal sealed record PercentileMarkSense : Sense;

/// <summary>"75th percentile of": an aggregate that waits for its field.</summary>
internal sealed record PercentileSense(decimal Fraction) : Sense;

/// <summary>"sorted by name": the field by which rows are put in order. <c>One</c>: of a single thing only the first is meant.</summary>
internal sealed record FieldOrderSense(FieldSense By, bool? Descending, bool One = false, int? Count = null) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"최근 불만 5건": how many of which things from one end of time.</summary>
internal sealed record CountedNewestSense(NewestSense Newest, Grouping Of) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"5 complaints", "top 5 complaints": how many rows of a kind; <c>Top</c>: from which end of the order.</summary>
internal sealed record CountedRowsSense(int Count, Dataset Of, bool? Top = null) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"the last 10 bookings": the newest of them.</summary>
internal sealed record NewestRowsSense(CountedRowsSense Rows) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"to 20" behind a number.</summary>
internal sealed record UpToSense(NumberSense Number) : Sense;

/// <summary>"newest first": rows in the order of time.</summary>
internal sealed record TimeOrderSense(bool Newest) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"at least 500 and below 1,000": both ends of what a number may be.</summary>
internal sealed record LimitsSense(LimitSense From, LimitSense To) : Sense;

/// <summary>"between 500 and 1000 kg" without what weighs.</summary>
internal sealed record BareRangeSense(LimitsSense Limits) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>A number of each group that has to lie between two ends.</summary>
internal sealed record MeasureRangeSense(MeasureItem Item, LimitsSense Limits) : Sense
{
    public override bool StandsAlone => true;
}
