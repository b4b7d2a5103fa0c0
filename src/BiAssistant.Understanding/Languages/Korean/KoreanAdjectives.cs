namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>The forms in which an adjective stands behind 가장, before a noun or at the end of a question.</summary>
internal static class KoreanAdjectives
{
    private static readonly string[] BehindStem = ["나", "나요", "니", "지", "지요", "죠"];

    private static readonly string[] BehindNoun = ["", "가", "가요", "지", "지요"];

    /// <summary>All of them: of 높다 높은, 높은가요, 높나요, 높아요, 높았던, 높았나요 and the like.</summary>
    /// <param name="stem">What stands before 나 and 지: 높, 크.</param>
    /// <param name="noun">The form before a noun: 높은, 큰.</param>
    /// <param name="alone">The form that ends a sentence: 높아, 커.</param>
    /// <param name="past">The stem of the past: 높았, 컸.</param>
    public static IEnumerable<string> Forms(string stem, string noun, string alone, string past) =>
    [
        .. BehindStem.Select(e => stem + e), .. KoreanCourtesy.Formal(stem), .. BehindNoun.Select(e => noun + e), alone, $"{alone}요", past, $"{past}던", .. KoreanCourtesy.PastForms(past),
    ];
}
