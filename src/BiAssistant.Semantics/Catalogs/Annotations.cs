using BiAssistant.Sql;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>What an author has written for language models; its synonyms are also joined with the element's own.</summary>
public sealed record AiContext(string? Instructions, LocalText Synonyms, Seq<string> Examples)
{
    /// <summary>Every other key that was written, as JSON text; empty when there is none.</summary>
    public Seq<NamedText> Other { get; init; }
}

/// <summary>A text and the key it was written under.</summary>
public sealed record NamedText(string Name, string Text);

/// <summary>What a vendor has written for its own tools: kept, never interpreted.</summary>
public sealed record CustomExtension(string Vendor, string Data);

/// <summary>An expression in one engine's own SQL, by the dialect's name in Ossie.</summary>
public sealed record DialectText(string Dialect, string Text);
