using static BiAssistant.Semantics.Format.Shapes;
using static BiAssistant.Semantics.Format.SharedFormat;

namespace BiAssistant.Semantics.Format;

/// <summary>The keys of a glossary entry.</summary>
internal static class GlossaryFormat
{
    public static readonly FormatElement Period = new("TermPeriod", "From when to when.",
    [
        Required("from", Text, "A date, or a time from now: now - 30 days."),
        Key("to", Text, "The same; default: now, today included."),
    ]);

    public static readonly FormatElement Entry = new("GlossaryEntry", "A business term and the one thing that it stands for.",
    [
        new("term", Words, "The term.") { IsRequired = true, Role = KeyRole.Wording },
        Synonyms,
        Description,
        Wording("assumption", Words, "Said with every answer that uses the term."),
        Key("dataset", Text, "Of which rows the filter is."),
        Key("filter", Text, "The term stands for a condition on rows."),
        Key("field", Text, "The term stands for a field."),
        Key("metric", Text, "The term stands for a metric."),
        Key("metrics", Texts, "The term stands for several metrics."),
        Key("period", Map(Period), "The term stands for a period."),
        Key("query", Any, "The term stands for a whole question: a semantic query."),
        Context,
    ]);
}
