using System.Collections.Frozen;

namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>Words that stand where a value is missing. They are values like any other, unless they are all that keeps a column from being numbers or dates.</summary>
internal static class NullWords
{
    private const int Longest = 8;

    private static readonly FrozenSet<string> Words = new[]
    {
        "null", "(null)", "<null>", "[null]", "none", "nil", "n/a", "na", "#n/a", "n.a.", "nan", "-nan", "nat", "-", "--", "---", "—", "–", ".", "?", "\\n",
        "#value!", "#ref!", "#div/0!", "#name?", "#null!", "#num!", "없음", "해당없음", "미상",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> cell) => cell.Length <= Longest && Lookup.Contains(cell);
}
