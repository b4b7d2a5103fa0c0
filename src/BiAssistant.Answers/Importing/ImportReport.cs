using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing;

/// <summary>What became of a file of the catalog.</summary>
public enum FileFate
{
    Created,
    Changed,
    Unchanged,
    Removed,
}

/// <summary>A file that an import speaks of, by its path in the catalog's folder.</summary>
public sealed record ImportedFile(string Path, FileFate Fate);

/// <summary>What an import did, or would do: what a person should know, which files changed, and the catalog as it is then.</summary>
public sealed record ImportReport(string Name, Seq<ImportRemark> Remarks, Seq<ImportedFile> Files, Catalog Catalog);
