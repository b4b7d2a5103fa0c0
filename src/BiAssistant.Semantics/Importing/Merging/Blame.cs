using System.Text.RegularExpressions;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>Which changes break a catalog, by where its errors stand and by what they name.</summary>
internal static class Blame
{
    /// <summary>The changes to leave out, and why; none where the errors have nothing to do with what can be left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(MergeAttempt attempt, IReadOnlyList<Issue> errors, IReadOnlyList<Issue> warnings, IReadOnlyCollection<string> known)
    {
        var blamed = new Dictionary<string, string>();
        foreach (var error in errors)
        {
            foreach (var change in At(attempt, error).Where(id => !known.Contains(id)))
            {
                blamed.TryAdd(change, Why(error));
            }
        }

        // A document that is right by its own rules loses what needs something that is gone, with a warning.
        foreach (var issue in errors.Where(error => !At(attempt, error).Any()).Concat(warnings.Where(warning => !At(attempt, warning).Any())))
        {
            foreach (var change in attempt.Notes.Changes.OfType<Removal>().Where(c => Names(issue, c.Path)))
            {
                blamed.TryAdd(change.Id, Why(issue));
            }
        }

        if (blamed.Count > 0 || errors.Count == 0)
        {
            return blamed;
        }

        IEnumerable<TextChange>[] kinds =
        [
            attempt.Notes.Changes.Where(change => errors.Any(error => Names(error, change.Path))),
            attempt.Notes.Changes.OfType<Removal>(),
            attempt.Notes.Changes.OfType<Replacement>(),
        ];
        foreach (var change in Array.Find(kinds, kind => kind.Any()) ?? [])
        {
            foreach (var id in change is ListInsertion list ? list.Items.Select(item => $"+{item.Path.Id}") : [change.Id])
            {
                blamed.TryAdd(id, Why(errors[0]));
            }
        }

        return blamed;
    }

    private static IEnumerable<string> At(MergeAttempt attempt, Issue issue) => issue.At is { File: { } file } at ? attempt.ChangesAt(file, at.Line, at.Column) : [];

    private static bool Names(Issue issue, ElementPath path) => Regex.IsMatch(issue.Message, $@"(?<![\p{{L}}\p{{N}}_]){Regex.Escape(path.Name)}(?![\p{{L}}\p{{N}}_])");

    private static string Why(Issue issue) => issue.At is null ? issue.Message : $"{issue.Message} ({issue.At})";
}
