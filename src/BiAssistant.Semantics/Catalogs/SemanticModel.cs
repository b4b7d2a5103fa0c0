using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>One warehouse's tables and what they mean.</summary>
public sealed class SemanticModel
{
    public required string Name { get; init; }

    /// <summary>The connection's name; null means the only one given.</summary>
    public string? Warehouse { get; init; }

    /// <summary>IANA time zone of "today"; null means UTC.</summary>
    public string? TimeZone { get; init; }

    public BusinessCalendar Calendar { get; init; } = BusinessCalendar.Default;

    public string? Owner { get; init; }

    public LocalText Label { get; init; } = LocalText.Empty;

    public LocalText Description { get; init; } = LocalText.Empty;

    public AiContext? AiContext { get; init; }

    public Seq<CustomExtension> CustomExtensions { get; init; }

    public Seq<Family> Families { get; internal set; }

    public Seq<Dataset> Datasets { get; internal set; }

    public Seq<Relationship> Relationships { get; internal set; }

    public Seq<GlossaryEntry> Glossary { get; internal set; }
}
