using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>A catalog as an import finds it.</summary>
/// <param name="Files">The files as they are now, by their paths in the catalog's folder.</param>
/// <param name="Last">What the last import of this name drafted; empty for the first.</param>
/// <param name="LeftOut">What that import left out because it did not fit, as its result said.</param>
public sealed record ImportGround(Seq<CatalogText> Files, Seq<DraftFile> Last, Seq<string> LeftOut);

/// <summary>A file of the catalog before and after an import; no text where there is no file.</summary>
public sealed record MergedFile(string Path, string? Before, string? After);

/// <summary>What becomes of a catalog's files, and what a person should know of it.</summary>
/// <param name="Files">Those that the draft speaks of or that change.</param>
/// <param name="LeftOut">What is new and did not fit, for the next import to try again.</param>
/// <param name="Load">The whole catalog as it is then.</param>
public sealed record MergedImport(Seq<MergedFile> Files, Seq<ImportRemark> Remarks, Seq<string> LeftOut, CatalogLoad Load);
