using static BiAssistant.Semantics.Format.Shapes;
using static BiAssistant.Semantics.Format.SharedFormat;

namespace BiAssistant.Semantics.Format;

/// <summary>The keys of a relationship.</summary>
internal static class RelationshipFormat
{
    public static readonly FormatElement Relationship = new("Relationship", "A way from many rows to one.",
    [
        Name,
        Required("from", Text, "The dataset on the many side."),
        Required("to", Text, "The dataset on the one side."),
        Key("from_columns", Texts, "Columns of the many side that point to the other."),
        Key("to_columns", Texts, "Columns of the one side, pairwise."),
        Wording("role", Entity, "What the target is called on this way."),
        Synonyms,
        Wording("verbs", Words, "Read from many to one: \"treated by\"."),
        Wording("reverse_verbs", Words, "Read the other way: \"treats\"."),
        Key("optional", Flag, "Rows without a parent exist."),
        Key("required", Flag, "Every parent has children."),
        Key("one_to_one", Flag, "Both sides have at most one."),
        Key("preferred", Flag, "Of several ways with the same meaning, this one."),
        Key("through", Texts, "The relationships of a bridge."),
        Key("cardinality", OneOf("many_to_one", "one_to_one", "many_to_many"), "How rows meet over the bridge."),
        Key("allocation", OneOf("full", "split"), "What a total counts on each side of a bridge."),
        Key("exclusive", Text, "The group of which exactly one applies to a row."),
        Context,
        Extensions,
    ]);
}
