using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>How a column that holds yes or no as text or number says either.</summary>
internal sealed record StoredTruth(string True, string False);

/// <summary>Columns that hold yes or no in two words: all rows have to say one of them, and the name or the words that it is a flag.</summary>
internal static class FlagGuesses
{
    private static readonly StoredTruth[] Truths =
    [
        new("Y", "N"), new("y", "n"), new("T", "F"), new("t", "f"), new("true", "false"), new("TRUE", "FALSE"), new("True", "False"), new("1", "0"),
        new("yes", "no"), new("Yes", "No"), new("YES", "NO"), new("예", "아니오"),
    ];

    /// <summary>Null when the column is no flag, or is one by its type already.</summary>
    /// <param name="column">The column.</param>
    /// <param name="values">All its different values; null when they are many or unknown.</param>
    /// <param name="typesAreHints">Whether columns hold whatever was put into them.</param>
    public static StoredTruth? Of(ColumnHabits column, Seq<string>? values, bool typesAreHints)
    {
        var isDeclared = typesAreHints && column.Kind == SqlTypeKind.Boolean;
        var mayBe = column.IsText || column.IsWhole || isDeclared || (typesAreHints && column.Kind == SqlTypeKind.Unknown);
        if (!mayBe || values is not { IsEmpty: false, Count: <= 2 } few || (isDeclared && few.All(v => v is "0" or "1")))
        {
            return null;
        }

        var found = Truths.FirstOrDefault(t => few.All(v => v == t.True || v == t.False));
        return found is not null && (column.LooksLikeFlag || isDeclared || (few.Count == 2 && found.True is "Y" or "y" or "T" or "true" or "예")) ? found : null;
    }

    /// <summary>The words that mean true and false, where the comment explains them or the name is one ("active").</summary>
    public static YamlMap? FilterWords(ColumnHabits column, CommentWords comment, StoredTruth truth)
    {
        var language = comment.IsKorean ? "ko" : "en";
        YamlMap? Said(string code) => comment.Codes.FirstOrDefault(c => c.Code == code) is { Label: var label } ? DraftYaml.Map((language, DraftYaml.Texts([label]))) : null;
        var words = FieldWords.Spoken(column).Text;
        var isAdjective = words != column.Name.Text && !words.Contains(' ', StringComparison.Ordinal)
            && (words.EndsWith("ed", StringComparison.Ordinal) || words.EndsWith("ive", StringComparison.Ordinal) || words.EndsWith("able", StringComparison.Ordinal) || words.EndsWith("ible", StringComparison.Ordinal));
        var map = DraftYaml.Map(
            ("true", Said(truth.True) ?? (isAdjective ? DraftYaml.Map(("en", DraftYaml.Texts([words]))) : null)),
            ("false", Said(truth.False)));
        return map.Pairs.Count == 0 ? null : map;
    }
}
