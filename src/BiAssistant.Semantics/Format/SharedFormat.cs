using static BiAssistant.Semantics.Format.Shapes;

namespace BiAssistant.Semantics.Format;

/// <summary>Keys and elements that stand in several others.</summary>
internal static class SharedFormat
{
    public static readonly string[] Grains = ["hour", "day", "week", "month", "quarter", "year", "fiscal_month", "fiscal_quarter", "fiscal_year"];

    public static readonly FormatElement AiContext = new("AiContext", "What language models are told.",
    [
        Key("instructions", Words, "How to use the element."),
        Wording("synonyms", Words, "Other names; joined with the element's own synonyms."),
        Key("examples", Texts, "Questions that it answers."),
    ])
    { IsOpen = true };

    public static readonly FormatElement Extension = new("CustomExtension", "What a vendor keeps for its own tools.",
    [
        Required("vendor_name", Text, "Whose it is."),
        Required("data", Text, "JSON text."),
    ]);

    public static readonly FormatElement DialectText = new("DialectExpression", "An expression in one dialect.",
    [
        Required("dialect", UsuallyOneOf("ANSI_SQL", "SNOWFLAKE", "MDX", "TABLEAU", "DATABRICKS", "MAQL", "BIGQUERY"), "ANSI_SQL is the portable SQL of catalogs."),
        Required("expression", Text, "The expression."),
    ]);

    public static readonly FormatElement Dialects = new("DialectExpressions", "An expression in several dialects.",
        [Required("dialects", Maps(DialectText), "One entry a dialect.")]);

    public static readonly FormatElement EntityWords = new("EntityWords", "What one thing is called, and many.",
    [
        Wording("singular", Words, "One: \"order\"."),
        Wording("plural", Words, "Many: \"orders\"."),
        Wording("synonyms", Words, "Other names."),
    ]);

    public static readonly FormatElement Adjectives = new("Adjectives", "Words for the high and the low end.",
    [
        Wording("high", Words, "\"longest\", \"newest\"."),
        Wording("low", Words, "\"shortest\", \"oldest\"."),
    ]);

    public static readonly FormatShape Expression = Either(Text, Map(Dialects));

    public static readonly FormatShape Entity = Either(Words, Map(EntityWords));

    public static readonly FormatShape NumberFormat = UsuallyOneOf("number", "integer", "percent", "money", "duration", "date");

    public static readonly FormatShape Datatype = UsuallyOneOf("String", "Integer", "Decimal", "Float", "Boolean", "Date", "Time", "DateTime", "DateTimeTz", "Opaque");

    public static readonly FormatKey Name = Required("name", Text, "The name that it is referred to by; no dots.");

    public static readonly FormatKey Label = Wording("label", Words, "What people read; the first word of a language is shown.");

    public static readonly FormatKey Synonyms = Wording("synonyms", Words, "Other words that people say for it.");

    public static readonly FormatKey Description = Wording("description", Words, "What it is, in a sentence.");

    public static readonly FormatKey Owner = Record("owner", Text, "Who answers for it.");

    public static readonly FormatKey Context = Record("ai_context", Either(Text, Map(AiContext)), "What language models are told.");

    public static readonly FormatKey Extensions = Record("custom_extensions", Maps(Extension), "What vendors keep for their own tools: kept, never interpreted.");

    public static readonly FormatKey Roles = Key("access", Texts, "Roles that may see it; none means everyone.");
}
