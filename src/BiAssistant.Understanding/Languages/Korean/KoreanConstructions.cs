using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>Korean words that mean something only in the construction they stand in, and verbs by which rows merely come to be.</summary>
internal static class KoreanConstructions
{
    /// <summary>Nouns of one syllable that stand for what was said before; particles follow them.</summary>
    public static readonly HashSet<string> BoundNouns = ["건", "것", "곳", "중", "게", "쪽", "때"];

    /// <summary>Behind the whole that something is a part of: "총매출에서", "총매출 중".</summary>
    public static readonly string[] OfWhole = ["에서", "중", "가운데"];

    /// <summary>Units that stand in brackets behind the name of a number: "기간(일)".</summary>
    public static readonly HashSet<string> BracketedUnits = ["%", "일", "원", "건", "명", "개", "분"];

    /// <summary>The year that was spoken of.</summary>
    public static readonly string[][] ThatYear = [["그", "해"], ["같", "은", "해"], ["해", "당", "연", "도"], ["그", "연", "도"]];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Words(new PartVerbSense(), "에 쓴", "에 쓰인", "에 쓰는", "에 들어간", "에 들어가는", "에 나간", "에 지출된", "에 지출한", "에 사용된", "에 사용한", "에 돌아간"),
        .. Words(new RunningSense(), "쌓아서", "쌓아", "쌓은", "쌓아 올려", "쌓아 올린", "더해서", "더해 가며", "합쳐 나가며", "누적하여", "누적해"),
        .. Words(new FillerSense(), "접수된", "접수한", "접수됐던", "접수되었던", "이루어진", "이뤄진", "생긴", "잡힌").Select(e => e with { Yields = true }),
        .. Words(new ToldChangeSense(), [.. new[] { "와", "과", "이랑", "랑", "하고" }.SelectMany(j => new[] { "증가", "감소", "상승", "하락", "증감", "변화", "늘어난", "줄어든" }.SelectMany(c => new[] { "폭", "량", "액", "분", "치", " 건수", "건수", " 금액", " 수", " 인원", " 규모", " 폭" }.SelectMany(n => new[] { $"{j} {c}{n}", $"{j} 그 {c}{n}" })))]),
        .. Words(new FillerSense(), "그 달 포함", "그달 포함", "당월 포함", "와 그 비율", "과 그 비율", "와 그 비중", "과 그 비중", "그 비율", "그 비중"),
    ];

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));
}
