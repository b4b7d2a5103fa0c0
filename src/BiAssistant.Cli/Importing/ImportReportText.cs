using System.Text;
using BiAssistant.Answers.Importing;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Importing;
using BiAssistant.Warehouses;

namespace BiAssistant.Cli.Importing;

/// <summary>The report of an import as a person reads it: what to look at first, what was guessed, what was left out, what was done, and what to run next.</summary>
internal sealed class ImportReportText(string folder, string workingDirectory, ImportOrigin origin, bool dryRun, bool all)
{
    /// <summary>Lines of a section that are shown without <c>--all</c>.</summary>
    private const int Shown = 12;

    private readonly StringBuilder _text = new();

    public string Of(ImportReport report)
    {
        Section("Look at this first", report, RemarkKind.LookFirst);
        Section("Guessed", report, RemarkKind.Guessed);
        Section("Left out", report, RemarkKind.LeftOut);
        Section("Done", report, RemarkKind.Done);
        Files(report);
        Next(report);
        return _text.ToString();
    }

    private void Section(string title, ImportReport report, RemarkKind kind) =>
        Lines(title, [.. report.Remarks.Where(r => r.Kind == kind).Select(r => r.Place is null ? r.Message : $"{r.Message} ({r.Place})")]);

    private void Files(ImportReport report)
    {
        var counts = report.Files.GroupBy(f => f.Fate).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Word(g.Key)}");
        var title = report.Files.IsEmpty ? "Files: none" : $"Files: {string.Join(", ", counts)}";
        Lines(dryRun ? $"{title} (dry run, nothing is written)" : title, [.. report.Files.Where(f => f.Fate != FileFate.Unchanged).Select(f => $"{Word(f.Fate)} {f.Path}")], isAlways: true);
    }

    private void Next(ImportReport report)
    {
        if (dryRun)
        {
            return;
        }

        var catalog = Argument(Path.GetRelativePath(workingDirectory, folder) is var near && near.StartsWith("..", StringComparison.Ordinal) ? folder : near);
        _text.Append("Next:\n");
        _text.Append("  bi-assistant check --catalog ").Append(catalog).Append('\n');
        if (Question(report.Catalog) is { } question)
        {
            var url = origin.Warehouse is { } warehouse ? $"{warehouse.Name}={WarehouseUrl.Shown(warehouse.Url)}" : "NAME=URL";
            _text.Append("  bi-assistant ask ").Append(Argument(question)).Append(" --catalog ").Append(catalog).Append(" --warehouse ").Append(Argument(url)).Append('\n');
        }
    }

    /// <summary>Something that the catalog can be asked at once.</summary>
    private static string? Question(Catalog catalog) =>
        catalog.Metrics.FirstOrDefault() is { } metric ? Labels.Of(metric, "en")
        : catalog.Datasets.FirstOrDefault(d => !d.Hidden) is { } dataset ? $"how many {Labels.Of(dataset, "en").ToLowerInvariant()}"
        : null;

    private void Lines(string title, IReadOnlyList<string> lines, bool isAlways = false)
    {
        if (lines.Count == 0 && !isAlways)
        {
            return;
        }

        _text.Append(title).Append(lines.Count == 0 ? ".\n" : ":\n");
        var shown = all || lines.Count <= Shown ? lines.Count : Shown;
        foreach (var line in lines.Take(shown))
        {
            _text.Append("  ").Append(line).Append('\n');
        }

        if (shown < lines.Count)
        {
            _text.Append("  and ").Append(lines.Count - shown).Append(" more; --all shows them\n");
        }
    }

    private static string Word(FileFate fate) => fate switch
    {
        FileFate.Created => "created",
        FileFate.Changed => "changed",
        FileFate.Unchanged => "unchanged",
        FileFate.Removed => "removed",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>An argument as a shell takes it.</summary>
    private static string Argument(string text) =>
        text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '=' or ':' or '@') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
