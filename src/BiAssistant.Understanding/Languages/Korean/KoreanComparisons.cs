using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>Korean words of comparisons: what adjectives and verbs measure, which way they go, multiples and parts, targets that are met or missed.</summary>
internal static class KoreanComparisons
{
    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Words(new LateSense(true), "늦은", "늦게", "늦었던", "나중인", "늦은 것", "뒤인", "이후인", "늦어진"), .. Words(new LateSense(false), "빠른", "이른", "일찍", "더 일찍", "먼저", "먼저인", "더 먼저", "앞선", "이전인", "빨랐던"),
        .. Words(new LevelSense(true, By: Yardstick.Dear), "비싼", "비쌌던", "비싸게", "비싸", "비싼지", "비싼가요", "값비싼", "값이 비싼"), .. Words(new LevelSense(false, By: Yardstick.Dear), "싼", "저렴한", "쌌던", "저렴했던", "값싼", "싸게", "저렴하게"),
        .. Words(new LevelSense(true, By: Yardstick.Heavy), "무거운", "무거웠던"), .. Words(new LevelSense(false, By: Yardstick.Heavy), "가벼운", "가벼웠던"),
        .. Words(new ComparativeSense(true, Yardstick.Lasting), "오래 걸린", "오래 걸리는", "오래 걸렸던", "더 걸린", "오래 지속된", "길게 걸린", "늦게 끝난", "시간이 오래 걸린", "시간이 더 걸린", "오래 소요된", "오래 머문"),
        .. Words(new ComparativeSense(false, Yardstick.Lasting), "빨리 끝난", "빠르게 끝난", "짧게 걸린", "덜 걸린", "빨리 처리된", "짧게 머문", "금방 끝난", "빨리 끝났던"),
        .. Words(new MultipleSense(0.5m), "절반"), .. Words(new MultipleSense(2), "두 배", "두배", "갑절", "곱절"), .. Words(new MultipleSense(3), "세 배", "세배"), .. Words(new MultipleSense(1.5m), "한 배 반", "한배 반"),
        .. Words(new MultipleSense(1m / 3), "삼분의 일"), .. Words(new MultipleSense(0.25m), "사분의 일"), .. Words(new MultipleMarkSense(), "배"), .. Words(new PartMarkSense(), "분의"),
        .. Words(new OwnTargetSense(), "목표", "목표치", "목표액", "목표값", "계획", "계획치", "목표 수치"),
        .. Words(new ComparatorSense(ComparisonOperator.GreaterOrEqual, true), "달성한", "달성했던", "충족한", "채운", "이룬", "도달한", "맞춘"),
        .. Words(new ComparatorSense(ComparisonOperator.Greater, true), "초과 달성한", "넘어", "넘겼던", "웃돌았던", "앞선", "앞서는", "능가한", "뛰어넘는", "넘기는"),
        .. Words(new ComparatorSense(ComparisonOperator.Less, true), "달성하지 못한", "미달한", "미달하는", "미달된", "못 채운", "채우지 못한", "못 미쳤던", "미치지 못했던", "밑돌았던", "뒤처진", "도달하지 못한", "넘지 못한", "달성 못한", "달성 못 한", "못 넘은"),
        .. Words(new FillerSense(), "있으면", "있다면", "곳을", "곳이", "곳들", "보이는", "보인", "보였던", "보이고 있는"),
        .. Words(new BetweenEndSense(), "사이", "사이에", "사이의", "사이에서"),
        .. Words(new PassingSense(), "오면서", "로 오면서", "으로 오면서", "넘어오면서", "로 넘어오면서", "으로 넘어오면서", "가면서", "로 가면서", "으로 가면서", "넘어가면서", "로 넘어가면서", "으로 넘어가면서", "바뀌면서", "로 바뀌면서", "으로 바뀌면서", "올 때", "로 올 때", "으로 올 때"),
    ];

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));
}
