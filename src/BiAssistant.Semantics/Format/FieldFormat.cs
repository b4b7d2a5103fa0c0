using static BiAssistant.Semantics.Format.Shapes;
using static BiAssistant.Semantics.Format.SharedFormat;

namespace BiAssistant.Semantics.Format;

/// <summary>The keys of a field.</summary>
internal static class FieldFormat
{
    public static readonly FormatElement Dimension = new("Dimension", "The field's part in time.",
        [Key("is_time", Flag, "Whether it is a time; default: by its datatype.")]);

    public static readonly FormatElement Value = new("CodedValue", "A value as stored and what people call it.",
    [
        Required("value", Text, "The value as stored."),
        Label,
        Synonyms,
    ]);

    public static readonly FormatElement FilterWords = new("FilterWords", "Words that mean true and false of a flag.",
    [
        Wording("true", Words, "\"refunded\"."),
        Wording("false", Words, "\"kept\"."),
    ]);

    public static readonly FormatElement Field = new("Field", "A column or expression of a dataset and what it means.",
    [
        Name,
        Key("expression", Expression, "Over columns of the source, and fields of datasets reached by to-one steps; default: the column of its name."),
        Key("datatype", Datatype, "Ossie's type or the engine's (varchar(40)); default: inferred."),
        Key("dimension", Map(Dimension), "The field's part in time."),
        Label,
        Synonyms,
        Description,
        Key("hidden", Flag, "Usable in expressions, never offered."),
        Key("sensitive", Flag, "Never indexed nor sent to a model; masked for those without access."),
        Roles,
        Key("values", new TextsOrMapsShape(Value), "Coded values: what is stored and what people call it."),
        Key("ordered", Flag, "The listed values are in order, lowest first."),
        Key("index_values", Flag, "Whether its values are indexed for matching; default: by the data."),
        Wording("null_label", Words, "What an empty value is called."),
        Key("null_values", Texts, "What counts as empty."),
        Wording("entity", Entity, "The distinct values are things that are counted: what one is, singular and plural."),
        Key("rollup", Flag, "The expression aggregates rows of other datasets that point to this one."),
        Key("unit", Words, "What the number is counted in: EUR, km, days."),
        Key("unit_field", Text, "The field that holds the unit."),
        Key("format", NumberFormat, "How it is shown: a known word, or a pattern."),
        Key("scale", Number, "What the stored number is multiplied by: 0.01 for hundredths."),
        Key("default_aggregate", OneOf("sum", "avg", "average", "min", "max", "count", "last", "none"), "What \"total\" or a bare mention means."),
        Key("grain", OneOf(Grains), "The field is itself a period of this grain."),
        Key("parent", Text, "The next coarser field of a drill hierarchy."),
        Wording("verbs", Words, "Of a time field: \"joined\", \"closed\"."),
        Wording("adjectives", Map(Adjectives), "Words for the high and the low end."),
        Wording("filter_words", Map(FilterWords), "Words that mean true and false of a flag."),
        Context,
        Extensions,
    ]);
}
