namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>
/// Particles and sentence endings that may follow a word without a space and add nothing to the question's meaning. What does add meaning (와, 별,
/// 부터, 보다) stands in the word list.
/// </summary>
internal static class KoreanEndings
{
    private static readonly HashSet<string> Endings =
    [
        "은", "는", "이", "가", "을", "를", "의", "에", "에서", "에게", "께", "로", "으로", "도", "에는", "에서는", "에도", "에서도", "으로는", "로는", "으로의", "로의", "에서의", "에게서", "한테", "한테서", "로서", "으로서", "로써", "으로써",
        "이야", "야", "인가요", "인가", "입니까", "입니다", "이에요", "예요", "에요", "이지", "지", "죠", "이죠", "인지", "인지를", "일까", "일까요", "일까여", "이니", "니", "였어", "였나요", "이었나요", "이었어", "였지", "이었지", "였습니까", "이었습니까", "인데", "이고", "인", "이던", "였던", "이었던", "임", "요", "이요", "들", "들의", "들은", "들이", "들을", "들에게",
        "님", "님의", "께서", "이며", "며", "나요", "가요", "은가요", "한", "된", "에서만", "만", "만은", "만을", "에만", "이라는", "라는", "이라고", "만의", "의경우", "도요", "만요", "은요", "는요",
    ];

    private const int FirstSyllable = 0xAC00;
    private const int FinalsPerVowel = 28;
    private const int FinalN = 4;
    private const int FinalM = 16;

    /// <summary>The noun of an attributive form by its last syllable: 은 of 낮은 is 음 of 낮음; null when it ends in no such form.</summary>
    public static string? NounOf(string syllable) =>
        syllable is [>= (char)FirstSyllable and <= (char)0xD7A3 and var letter] && (letter - FirstSyllable) % FinalsPerVowel == FinalN ? ((char)(letter - FinalN + FinalM)).ToString() : null;

    /// <summary>Whether a word would be cut in two inside of 까지, which ends a span of time: "31일까지" is no "일까" with more behind it.</summary>
    public static bool CutsLimit(string last, string next) => last == "까" && next == "지";

    /// <summary>Whether 해, the year, would be cut out of a longer word: 해지 is a cancellation and 해당 means that.</summary>
    public static bool CutsYear(string last, string next) => last == "해" && next is "지" or "결" or "당" or "외" or "제" or "석" or "상" or "체" or "소" or "양" or "설" or "임" or "야" or "주" or "줘" or "요" or "줄" or "봐";

    private static readonly int Longest = Endings.Max(e => e.Length);

    /// <summary>Whether the rest of a run of syllables is nothing but endings, at most three.</summary>
    public static bool IsEnding(ReadOnlySpan<char> rest, int depth = 3)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        // "31일까지" ends a span of time, and is no "일까" with more behind it.
        if (depth == 0 || rest.EndsWith("까지", StringComparison.Ordinal))
        {
            return false;
        }

        for (var length = Math.Min(Longest, rest.Length); length > 0; length--)
        {
            if (Endings.Contains(rest[..length].ToString()) && IsEnding(rest[length..], depth - 1))
            {
                return true;
            }
        }

        return false;
    }
}
