using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing;

/// <summary>
/// What an import makes of its source: the files of a catalog as they would be written into an empty folder, and what a person should know of them. The same
/// source gives the same draft, byte by byte, so that a later import of it can be told from what was edited since.
/// </summary>
/// <param name="Name">The import's name in the catalog, by which it is found when it runs again: letters, digits, '-' and '_'.</param>
public sealed record ImportDraft(string Name, Seq<DraftFile> Files, Seq<ImportRemark> Remarks);

/// <summary>A file of a draft.</summary>
/// <param name="Path">Its place in the catalog's folder, with forward slashes, such as <c>semantic-models/shop.yml</c>.</param>
/// <param name="Text">YAML of the catalog format.</param>
public sealed record DraftFile(string Path, string Text);

/// <summary>What kind of thing a remark says, in the order in which a report shows them.</summary>
public enum RemarkKind
{
    /// <summary>A person should look at this first: an answer may be wrong or missing until they do.</summary>
    LookFirst,

    /// <summary>Taken to be so from names or from the data, and written into the catalog.</summary>
    Guessed,

    /// <summary>The source says it and the catalog cannot, or the source does not say it well enough.</summary>
    LeftOut,

    /// <summary>Carried over as the source says it.</summary>
    Done,
}

/// <summary>One thing that a person should know of an import.</summary>
/// <param name="Message">A whole sentence that names what it speaks of.</param>
/// <param name="Place">Where the source says it, such as <c>models/orders.yml:12</c>; null when nowhere in particular.</param>
public sealed record ImportRemark(RemarkKind Kind, string Message, string? Place = null);
