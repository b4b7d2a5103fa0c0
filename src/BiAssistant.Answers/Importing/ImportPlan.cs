using BiAssistant.Answers.Catalogs;
using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Importing.Merging;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing;

/// <summary>An import worked out and not yet written: what it will say and the files that it will write.</summary>
internal sealed record ImportPlan(ImportReport Report, FileSet Files)
{
    private static readonly Seq<string> Rooms = ["semantic-models", "metrics"];

    public static Outcome<ImportPlan> Make(string folder, ImportDraft draft, ImportOrigin origin, CancellationToken cancellationToken)
    {
        var read = Directory.Exists(folder) ? CatalogFiles.Read([folder], folder) : new CatalogTexts([], []);
        if (read.Issues.Where(issue => issue.Code != "catalog_empty").ToSeq() is { IsEmpty: false } unreadable)
        {
            return Outcome<ImportPlan>.Failed(unreadable);
        }

        var record = ImportRecord.Read(folder, draft.Name);
        if (record.Value is not { } last)
        {
            return Outcome<ImportPlan>.Failed(record.Issues);
        }

        if (last.Kind.Length > 0 && last.Kind != origin.Kind)
        {
            return Outcome<ImportPlan>.Failed(new Issue("import_kind", $"'{draft.Name}' was imported by 'import {last.Kind}', not by 'import {origin.Kind}'. Give this import another --name."));
        }

        var placed = draft with { Files = Placed(folder, draft, read.Texts) };
        var merged = ImportMerge.Run(new ImportGround(read.Texts, last.Files, last.LeftOut), placed, cancellationToken);
        return merged.Value is { } result
            ? Outcome<ImportPlan>.Of(new ImportPlan(Reported(draft, result, read.Texts), FilesOf(folder, placed, origin, last, result)))
            : Outcome<ImportPlan>.Failed(merged.Issues);
    }

    /// <summary>A catalog that is a folder of YAML without the two rooms would be hidden by a room; its imports have a folder of their own.</summary>
    private static Seq<DraftFile> Placed(string folder, ImportDraft draft, Seq<CatalogText> texts) =>
        texts.IsEmpty || Rooms.Any(room => Directory.Exists(Path.Combine(folder, room))) ? draft.Files : draft.Files.Select(file => file with { Path = $"{draft.Name}/{file.Path}" }).ToSeq();

    private static FileSet FilesOf(string folder, ImportDraft draft, ImportOrigin origin, ImportRecord last, MergedImport merged)
    {
        var files = new FileSet(folder);
        foreach (var file in merged.Files)
        {
            files.Add(file.Path, file.Before, file.After);
        }

        var now = new ImportRecord(origin.Kind, merged.LeftOut, draft.Files).Written(draft.Name, origin).ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
        var gone = last.Files.Select(file => ImportRecord.PathOf(draft.Name, file.Path)).Where(path => !now.ContainsKey(path));
        foreach (var path in now.Keys.Concat(gone).Order(StringComparer.Ordinal))
        {
            var place = Path.Combine(folder, path);
            files.Add(path, File.Exists(place) ? File.ReadAllText(place) : null, now.GetValueOrDefault(path));
        }

        return files;
    }

    private static ImportReport Reported(ImportDraft draft, MergedImport merged, Seq<CatalogText> before)
    {
        var errors = merged.Load.Issues.Count(issue => issue.Severity == IssueSeverity.Error);
        Seq<ImportRemark> known = errors == 0 || before.IsEmpty ? [] : [new ImportRemark(RemarkKind.LookFirst, $"The catalog had {(errors == 1 ? "an error" : $"{errors} errors")} before this import, which did not touch {(errors == 1 ? "it" : "them")}; check lists them.")];
        return new ImportReport(draft.Name, [.. known, .. merged.Remarks], merged.Files.Select(file => new ImportedFile(file.Path, Fate(file))).ToSeq(), merged.Load.Catalog);
    }

    private static FileFate Fate(MergedFile file) => file switch
    {
        { Before: null } => FileFate.Created,
        { After: null } => FileFate.Removed,
        _ => file.Before == file.After ? FileFate.Unchanged : FileFate.Changed,
    };
}
