using static BiAssistant.Semantics.Format.Shapes;
using static BiAssistant.Semantics.Format.SharedFormat;

namespace BiAssistant.Semantics.Format;

/// <summary>The keys of a dataset.</summary>
internal static class DatasetFormat
{
    public static readonly FormatElement RowRule = new("RowRule", "Which rows a role sees.",
    [
        Required("role", Text, "The role."),
        Required("filter", Text, "A condition over the dataset's fields; user.NAME is an attribute of the asker."),
    ]);

    public static readonly FormatElement Freshness = new("Freshness", "How new the data must be.",
    [
        Key("field", Text, "The time field that tells how new the data is."),
        Key("warn_after", Span, "How old it may be before people are warned: 24 hours."),
        Key("error_after", Span, "How old it may be before they are refused: 3 days."),
    ]);

    public static readonly FormatElement AcceptedValues = new("AcceptedValues", "Only these values in a field.",
    [
        Required("field", Text, "The field."),
        Key("values", Texts, "The values, as stored."),
    ]);

    public static readonly FormatElement Range = new("Range", "Values of a field within ends, which are included.",
    [
        Required("field", Text, "The field."),
        Key("min", Text, "The least value; none means open."),
        Key("max", Text, "The greatest value; none means open."),
    ]);

    public static readonly FormatElement Check = new("Check", "Something that holds for every row; it is proven against the data.",
    [
        Key("not_null", Texts, "Fields that are never empty."),
        Key("unique", Texts, "Fields that together are never the same twice."),
        Key("accepted_values", Map(AcceptedValues), "Only these values in a field."),
        Key("range", Map(Range), "Values of a field within ends."),
        Key("custom", Text, "A predicate that holds for every row."),
    ]);

    public static readonly FormatElement TimeByGrain = new("DefaultTimes", "The time field of each grain.",
        [.. Grains.Select(grain => Key(grain, Text, $"The field that answers periods of this grain ({grain.Replace('_', ' ')})."))]);

    public static readonly FormatElement Dataset = new("Dataset", "A table or query of one warehouse and what its rows are.",
    [
        Name,
        Required("source", Text, "A table (a.b.c) or a query; a kind without one has the rows of what it is a kind of.") with { Unless = "subtype_of" },
        Label,
        Synonyms,
        Description,
        Owner,
        Wording("entity", Entity, "What one row is, singular and plural."),
        Key("primary_key", Texts, "Columns that tell one row from another."),
        Key("unique_keys", new ListsShape(), "Other sets of columns that do."),
        Key("hidden", Flag, "Usable as a way and in expressions, never offered."),
        Key("name_field", Text, "What people call a row by."),
        Key("listing", Texts, "Columns of a plain listing; default: the name field and the visible fields that are no keys."),
        Key("default_time", Either(Text, Map(TimeByGrain)), "The time field that answers periods, or one by grain."),
        Key("default_measure", Text, "The field or metric meant by \"total <dataset>\"."),
        Key("filter", Text, "A condition over columns that every row meets."),
        Key("subtype_of", Text, "The dataset that each row is also a row of."),
        Key("row_access", Maps(RowRule), "Which rows each role sees; with rules and none that matches, none."),
        Roles,
        Key("freshness", Map(Freshness), "How new the data must be."),
        Key("checks", Maps(Check), "What holds for every row."),
        Key("fields", Maps(FieldFormat.Field), "Its fields."),
        Context,
        Extensions,
    ]);
}
