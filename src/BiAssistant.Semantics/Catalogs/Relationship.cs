using BiAssistant.Sql;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>How rows meet over a bridge.</summary>
public enum BridgeCardinality
{
    ManyToOne,
    OneToOne,
    ManyToMany,
}

/// <summary>A way from many rows to one: <see cref="From"/>'s columns point to <see cref="To"/>'s.</summary>
public sealed class Relationship
{
    public required string Name { get; init; }

    public required Dataset From { get; init; }

    public required Dataset To { get; init; }

    /// <summary>Physical columns, pairwise with <see cref="ToColumns"/>.</summary>
    public Seq<string> FromColumns { get; init; }

    public Seq<string> ToColumns { get; init; }

    /// <summary>What the target is called on this way; null when it has no name of its own.</summary>
    public EntityWords? Role { get; init; }

    public LocalText Synonyms { get; init; } = LocalText.Empty;

    public LocalText Verbs { get; init; } = LocalText.Empty;

    public LocalText ReverseVerbs { get; init; } = LocalText.Empty;

    /// <summary>Rows without a parent exist.</summary>
    public bool Optional { get; init; }

    /// <summary>Every parent has children.</summary>
    public bool Required { get; init; }

    public bool OneToOne { get; init; }

    /// <summary>Of several ways with the same meaning, this one.</summary>
    public bool Preferred { get; init; }

    /// <summary>Names of the relationships of a bridge; empty for a plain way.</summary>
    public Seq<string> Through { get; init; }

    /// <summary>What a bridge declares; a bridge that declares nothing links many with many.</summary>
    public BridgeCardinality? Cardinality { get; init; }

    /// <summary>What <see cref="Through"/> goes through; null for a plain way and where it is wrong.</summary>
    public Bridge? Bridge { get; internal set; }

    /// <summary>A bridge on which a row may meet many: no to-one way.</summary>
    public bool LeadsToMany => !Through.IsEmpty && Cardinality is not (BridgeCardinality.ManyToOne or BridgeCardinality.OneToOne);

    /// <summary>Whether a bridge splits totals among the other side's rows.</summary>
    public bool SplitAllocation { get; init; }

    /// <summary>The group of which exactly one applies to a row; such ways are optional. Null when it belongs to none.</summary>
    public string? Exclusive { get; init; }

    /// <summary>Made for a subtype that declares no link: both primary keys, pairwise; no columns where both are rows of one source without a key.</summary>
    public bool Implied { get; init; }

    /// <summary>The end that is a kind of the other, where this is the link between them; null for any other way.</summary>
    public Dataset? Subtype { get; internal set; }

    /// <summary>The supertype's relationship that this one stands in for; null where it stands for itself.</summary>
    public Relationship? Overrides { get; internal set; }

    /// <summary>Why it cannot be walked yet, as the end of a sentence; null when it can.</summary>
    public string? Unsupported { get; internal set; }

    public AiContext? AiContext { get; init; }

    public Seq<CustomExtension> CustomExtensions { get; init; }
}
