using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding.Grammar;

/// <summary>One number asked for, and the catalog element it was named by.</summary>
internal sealed record MeasureItem(Measure Measure, Metric? Metric, Field? Field, Dataset? Rows);

/// <summary>Numbers asked for, in order.</summary>
internal sealed record MeasuresSense(Seq<MeasureItem> Items) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>What an answer is broken down by. <c>Asked</c>: by a question word ("which region").</summary>
internal sealed record BreakdownSense(Seq<Grouping> Groupings, bool Asked = false) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>The number by which things are ordered ("by revenue" behind a ranking); <c>During</c>: of which period ("by their 2024 budget").</summary>
internal sealed record BasisMeasureSense(Seq<MeasureItem> Items, bool? Descending = null, Sense? During = null) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>A ranking: which end, how many, of what. A null count is all; the thing may stand elsewhere in the question.</summary>
internal sealed record RankingSense(bool High, bool ByGoodness, int? Count, Grouping? Of, bool One) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>Things with a number before or behind them: "five regions".</summary>
internal sealed record CountedSense(int Count, Grouping Of) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>A measure with an end of the order: "the highest revenue". <c>Of</c>: the things that must be named for it to be meant ("the largest orders").</summary>
internal sealed record ExtremeMeasureSense(MeasureItem Item, bool High, bool ByGoodness, bool One, Dataset? Of = null, int? Count = null) : Sense
{
    /// <summary>Of which period the number is: "the highest 2024 revenue".</summary>
    public Sense? During { get; init; }

    public override bool StandsAlone => true;
}

/// <summary>A comparison with a number, before it is known what is compared.</summary>
internal sealed record LimitSense(ComparisonOperator Operator, NumberSense Number) : Sense
{
    public override bool StandsAlone => Number.Unit is not null;
}

/// <summary>"between 10 and 20", still open when the second number is missing.</summary>
internal sealed record NumberRangeSense(NumberSense From, NumberSense? To) : Sense;

/// <summary>A measure compared with a number: which groups are kept.</summary>
internal sealed record MeasureLimitSense(MeasureItem Item, ComparisonOperator Operator, decimal Value) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>A date as far as it was said; what is missing comes from the other end of a range or from now. <c>YearsAgo</c> stands for the year when it was said relative to now.</summary>
internal sealed record DateSense(int? Year, int? Quarter, int? Month, int? Day, bool Fiscal = false, int? Half = null, int? YearsAgo = null) : Sense
{
    public override bool StandsAlone => Day is null || Month is not null;

    public bool HasYear => Year is not null || YearsAgo is not null;
}

/// <summary>A number of units of time: "3 months".</summary>
internal sealed record AmountSense(int Count, TimeGrain Grain) : Sense;

/// <summary>"revenue in 2023": a number with its period, until the same number with another one follows; <c>After</c>: the period stands behind it.</summary>
internal sealed record NumberInPeriodSense(MeasuresSense Number, DateSense Period, bool After) : Sense;

/// <summary>"orders in 2024 above 500": a limit or comparison of a number, and the period of both.</summary>
internal sealed record LimitInPeriodSense(Sense Limit, DateSense Period) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>"revenue in 2023 and revenue in 2024".</summary>
internal sealed record NumberInPeriodsSense(MeasuresSense Number, PeriodListSense Periods) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>A phrase behind "and", "or" or a comma, waiting for its partner.</summary>
internal sealed record JoinedSense(Sense Inner, bool Or, bool SideBySide = false) : Sense
{
    /// <summary>"and" before a further condition need not find a partner: both hold. A further thing may be shown beside the rows of a list.</summary>
    public override bool StandsAlone => !Or && (SideBySide ? Inner is ValueSense : Inner is ValueSense or ConditionSense or DatedSense or RelatedSense or FieldSense or EntitySense or NameOfSense);
}

/// <summary>A period relative to now; <c>Named</c>: by a name of its own ("the year before last"), so that it is that period whatever it is compared with.</summary>
internal sealed record RelativePeriodSense(RelativePeriod Period, bool Named = false) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>One end of a span of time, or both.</summary>
internal sealed record RangeSense(Sense? From, Sense? To, bool FromIsAfter, bool ToIsBefore) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>Several periods of one width side by side ("2023 and 2024").</summary>
internal sealed record PeriodListSense(Seq<Sense> Periods) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>A period of the glossary, by the texts of its ends.</summary>
internal sealed record FixedPeriodSense(string From, string? To) : Sense
{
    public override bool StandsAlone => true;
}

/// <summary>A date field that must lie in a period.</summary>
internal sealed record DatedSense(Field Field, Sense Period) : Sense
{
    public override bool StandsAlone => true;
}
