using System.Collections.Frozen;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>What the columns of a table are called: by their comments where these are names, by their own names in words otherwise.</summary>
/// <param name="table">The table.</param>
/// <param name="things">What rows of all tables are called, one and many.</param>
internal sealed class FieldWords(DraftTable table, IReadOnlySet<string> things)
{
    /// <summary>Words that mean something else alone.</summary>
    private static readonly FrozenSet<string> Vague = "total sum net gross min max minimum maximum average first last full display user short long".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static LocalText Label(ColumnHabits column, CommentWords comment)
    {
        if (column.Name.IsKorean)
        {
            return new LocalText([new LocalWord("ko", column.Column.Name.Replace('_', ' ').Trim())]);
        }

        var english = comment is { IsKorean: false, Label: { } said } ? said : NameWords.Heading(Spoken(column).Text);
        return comment is { IsKorean: true, Label: { } korean }
            ? new LocalText([new LocalWord("en", english), new LocalWord("ko", korean)])
            : new LocalText([new LocalWord("en", english)]);
    }

    /// <summary>The name without what only says that it is a flag.</summary>
    public static NameWords Spoken(ColumnHabits column) => column.Name.Parts.ToArray() switch
    {
        [.. { Length: > 0 } said, "yn" or "flag" or "flg" or "tf" or "ind"] => NameWords.Of(said.ToSeq()),
        ["is" or "was", .. { Length: > 0 } said] => NameWords.Of(said.ToSeq()),
        _ => column.Name,
    };

    /// <summary>Where a comment gives the label, the name in words is said too; and what is meant by a code, a name or an amount, where nothing else is called so.</summary>
    public LocalText Synonyms(ColumnHabits column, CommentWords comment)
    {
        if (column.Name.IsKorean)
        {
            return comment.Label is { } other && other != column.Column.Name ? new LocalText([new LocalWord(comment.IsKorean ? "ko" : "en", other)]) : LocalText.Empty;
        }

        var words = Spoken(column).Text;
        var label = comment is { IsKorean: false, Label: { } said } ? said : words;
        return new LocalText(new[] { words, table.IsKey([column.Column.Name]) ? null : Shorter(column) }
            .OfType<string>()
            .Where(w => !string.Equals(w, label, StringComparison.OrdinalIgnoreCase) && (w == words || IsFree(w)))
            .Select(w => new LocalWord("en", w))
            .ToSeq());
    }

    /// <summary>What a code, a name or an amount is of.</summary>
    private static string? Shorter(ColumnHabits column) =>
        column.Name.Words.ToArray() is [.. { Length: > 0 } head, "code" or "name" or "amount" or "type" or "status"] && string.Join(' ', head) is var words && !Vague.Contains(words) ? words : null;

    /// <summary>Whether neither a table nor another column may be called so.</summary>
    private bool IsFree(string words) => !things.Contains(words) && !table.Columns.Any(c => c.Name.Text == words) && table.Columns.Count(c => Shorter(c) == words) == 1;
}
