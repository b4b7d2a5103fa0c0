using static BiAssistant.Semantics.Format.Shapes;
using static BiAssistant.Semantics.Format.SharedFormat;

namespace BiAssistant.Semantics.Format;

/// <summary>The keys of a metric: those of every type, and those of each.</summary>
internal static class MetricFormat
{
    public static readonly FormatElement Outliers = new("Outliers", "How far-off values are found and what is done with them.",
    [
        Key("method", OneOf("iqr", "zscore", "percentile"), "How they are found; default: iqr."),
        Key("limit", Number, "How far off is too far."),
        Key("action", OneOf("exclude", "cap"), "What is done with them; default: exclude."),
    ]);

    public static readonly FormatElement Change = new("MetricChange", "One entry of a metric's written history.",
    [
        Required("version", Number, "A whole number, counted from 1."),
        Key("date", Day, "When."),
        Key("by", Text, "By whom."),
        Key("why", Words, "Why."),
    ]);

    public static readonly FormatElement Valid = new("ValidInterval", "Between which fields a row counts; an empty end is open.",
    [
        Required("from", Text, "The field that it begins with."),
        Required("to", Text, "The field that it ends with."),
        Key("to_inclusive", Flag, "Whether the last day counts."),
    ]);

    private static readonly FormatKey Of = Required("metric", Text, "The metric that it is made of.");

    private static readonly FormatKey Counted = Key("dataset", Text, "The dataset whose rows COUNT(*) counts.");

    public static readonly FormatElement Metric = new("Metric", "What a number means.",
    [
        Name,
        Key("type", OneOf("simple", "ratio", "derived", "cumulative", "semi-additive", "comparison", "conversion", "target", "forecast"), "Which kind of metric it is; default: simple."),
        Label,
        Synonyms,
        Description,
        Owner,
        Key("status", OneOf("certified", "draft", "deprecated"), "How far it has been agreed."),
        Key("replaced_by", Text, "The metric to use instead of a deprecated one."),
        Wording("assumption", Words, "Said with every answer."),
        Key("filter", Text, "A condition on the rows that count."),
        Key("time", Text, "The time field that periods apply to; default: that of the dataset that is aggregated."),
        Key("timeless", Flag, "A period is not silently applied."),
        Key("datatype", Datatype, "Ossie's type."),
        Key("unit", Words, "What it is counted in; default: inferred."),
        Key("unit_field", Text, "The field that holds the unit."),
        Key("format", NumberFormat, "How it is shown: a known word, or a pattern."),
        Key("good", OneOf("up", "down"), "Which direction is good news."),
        Wording("adjectives", Map(Adjectives), "Words for the high and the low end."),
        Key("default_by", Texts, "Fields that it is broken down by when nothing is said."),
        Key("default_period", Text, "The period when none is said; default: all data."),
        Key("missing", OneOf("zero", "unknown"), "What a missing part is in + and −; default: zero."),
        Key("target", Text, "A metric's name or a number that it is compared with."),
        Key("outliers", Map(Outliers), "How far-off values are found and what is done with them."),
        Key("index_to", Text, "The period that counts as 100."),
        Roles,
        Record("changes", Maps(Change), "Its written history, newest first."),
        Context,
        Extensions,
    ])
    {
        Types =
        [
            new("simple", "Aggregates over datasets, combined by arithmetic.", [Required("expression", Expression, "The aggregates: SUM(orders.amount)."), Counted]),
            new("ratio", "One metric divided by another.",
                [Required("numerator", Text, "The metric above the line."), Required("denominator", Text, "The metric below it.")]),
            new("derived", "Arithmetic over other metrics.", [Required("expression", Expression, "The metrics by name: revenue - costs.")]),
            new("cumulative", "A metric gathered over time.",
            [
                Of,
                Key("running", Flag, "Since the beginning."),
                Key("window", Span, "Over a window: 28 days."),
                Key("to_date", OneOf("year", "quarter", "month", "fiscal_year"), "From the start of which period."),
            ]),
            new("semi-additive", "A metric that adds up over everything but time: balances, headcount, stock.",
            [
                Required("expression", Expression, "The aggregate of one moment."),
                Key("over", Text, "The time field that rows are snapshots at."),
                Key("take", OneOf("last", "first", "average"), "Which snapshot of a period counts; default: last."),
                Key("per", Texts, "Of each of what the snapshot is taken."),
                Key("valid", Map(Valid), "Between which fields a row counts, instead of 'over'."),
                Counted,
            ]),
            new("comparison", "A metric beside itself some periods earlier.",
            [
                Of,
                Required("offset", Span, "How much earlier: 1 year."),
                Key("show", OneOf("value", "change", "percent_change"), "What of the two numbers is shown; default: value."),
            ]),
            new("conversion", "How many of those that met with one event met with another.",
            [
                Required("entity", Text, "The field by which one thing is told from another."),
                Required("base", Text, "Time field of the first event."),
                Required("conversion", Text, "Time field of the event that follows."),
                Key("within", Span, "How long it may take: 30 days."),
                Key("include_open", Flag, "Cohorts whose window has not passed count too."),
            ]),
            new("target", "A metric against its target.",
            [
                Of,
                Key("show", OneOf("attainment", "variance", "pace"), "How it stands to the target; default: attainment."),
            ]),
            new("forecast", "What a metric is expected to be.",
            [
                Of,
                Key("horizon", Span, "How far ahead: 3 months."),
                Key("season", Text, "What repeats: year."),
                Key("level", Number, "Of the band around it: 0.9 holds nine of ten."),
            ]),
        ],
    };
}
