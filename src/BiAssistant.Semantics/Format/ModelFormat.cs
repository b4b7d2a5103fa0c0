using static BiAssistant.Semantics.Format.Shapes;
using static BiAssistant.Semantics.Format.SharedFormat;

namespace BiAssistant.Semantics.Format;

/// <summary>The keys of a semantic model.</summary>
internal static class ModelFormat
{
    public static readonly FormatElement Calendar = new("Calendar", "The business's year and week.",
    [
        Key("fiscal_year_start", Text, "A month (4, april) or a month and a day (04-06)."),
        Key("fiscal_year_named_by", OneOf("end", "start"), "Whether a fiscal year has the number of the year that it ends in or begins in; default: end."),
        Key("week_start", OneOf("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sun", "mon", "tue", "wed", "thu", "fri", "sat"), "The first day of a week; default: monday."),
        Key("pattern", OneOf("4-4-5", "4-5-4", "5-4-4"), "Weeks of the three months of a fiscal quarter."),
        Key("dataset", Text, "The dataset that holds the calendar."),
    ]);

    public static readonly FormatElement Family = new("Family", "Many datasets of one shape.",
    [
        Name,
        Required("of", Text, "The dataset that serves as template; {name} and {source} are replaced in its texts."),
        Key("members", Maps(DatasetFormat.Dataset), "The datasets to make: name, source, and keys that stand in place of the template's."),
    ]);

    public static readonly FormatElement Model = new("SemanticModel", "One warehouse's tables and what they mean.",
    [
        Name,
        Label,
        Description,
        Owner,
        Key("warehouse", Text, "The connection's name; none means the only one given."),
        Key("time_zone", Text, "IANA time zone of \"today\"; default: UTC."),
        Key("calendar", Map(Calendar), "The business's year and week."),
        Key("datasets", Maps(DatasetFormat.Dataset), "Tables and queries."),
        Key("families", Maps(Family), "Many datasets of one shape."),
        Key("relationships", Maps(RelationshipFormat.Relationship), "Ways from many rows to one; they may cross models."),
        Key("metrics", Maps(MetricFormat.Metric), "Metrics that stand in the model; others have files of their own."),
        Key("glossary", Maps(GlossaryFormat.Entry), "The business's terms."),
        Context,
        Extensions,
    ]);
}
