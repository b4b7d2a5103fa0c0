using BiAssistant.Sql;

namespace BiAssistant.Cli;

/// <summary>Issues as lines of text: where, how grave, what, and the nearest right thing.</summary>
internal static class IssueLines
{
    /// <summary>Issues with what was said on the command line; anything else is about what the words led to.</summary>
    private static readonly Seq<string> OfUsage =
    [
        "catalog_missing", "rows_read", "state_place", "version_unknown", "warehouse_unknown", "warehouse_twice", "warehouse_url", "warehouse_engine", "warehouse_engine_later",
    ];

    public static bool IsUsage(Seq<Issue> issues) => issues.Any(issue => OfUsage.Contains(issue.Code));

    public static string Of(Issue issue)
    {
        var place = issue.At is null ? "" : $"{issue.At}: ";
        var hint = issue.Suggestions.IsEmpty ? "" : $" ({string.Join("; ", issue.Suggestions)})";
        return $"{place}{issue.Severity.ToString().ToLowerInvariant()}: {issue.Message}{hint}";
    }

    public static async Task WriteAsync(TextWriter writer, IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
        {
            await writer.WriteLineAsync(Of(issue)).ConfigureAwait(false);
        }
    }
}
