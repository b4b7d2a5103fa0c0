using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>Korean words of totals and rankings: verbs that add nothing, things side by side, moments and parts of periods, orders.</summary>
internal static class KoreanTotals
{
    private static readonly string[] Fillers =
    [
        "표로", "표 형태로", "그래프로", "차트로", "도표로", "엑셀로",
        "궁금해서", "주십시오", "주실래요", "주시겠어요", "줄래", "줄래요", "줘요", "부탁해요",
        "들어왔죠", "들어왔습니까", "얼마나 났어", "얼마나 났나요", "얼마나 되었나요", "얼마나 들었어", "얼마나 들었나요", "얼마 나왔어", "경우", "경우의", "경우는", "해당하는", "해당되는", "기준 시점", "단위로", "단위", "것만", "것", "건", "인 것", "자료", "값", "을 기준으로", "를 기준으로",
    ];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Fillers.Distinct().Select(f => new LexiconEntry(f, new FillerSense())),
        .. Words(new LightVerbSense(true), "난", "났던", "일어난", "터진", "발생한", "발생했던", "생긴", "났나요", "났는지", "받은", "받았던", "받는", "받았나요", "받았어", "받았습니까", "올린", "올렸던", "올렸나요", "올렸어", "올렸습니까", "올렸는지", "올렸지", "낸", "냈던", "냈나요", "냈어", "보유한", "보유하고 있는", "가진", "가지고 있는", "나온", "나왔던", "담당한", "맡은", "처리한", "진행한", "기록한", "기록했나요", "기록했어", "달성한", "거둔", "거뒀나요", "확보한", "들어온"),
        .. Words(new LightVerbSense(false), "나간", "든", "드는", "들었던", "들어간", "들었나요", "들었어", "들었습니까", "팔린", "팔렸던", "팔렸나요", "팔렸어", "판매된", "판매한", "판", "쓴", "쓰인", "쓰는", "썼나요", "썼어", "사용한", "사용된", "사용했나요", "사용했어", "이용한", "이용된", "소모한", "소비한", "지출한", "지출된", "벌어들인", "번", "돌린", "만들어진", "찍힌", "집계된"),
        .. Words(new LightVerbSense(false), [.. new[] { "썼", "들었", "팔렸", "팔았", "벌었", "벌어들였", "사용했", "사용됐", "지출했", "소비했", "소모했", "이용했", "이용됐", "판매했", "판매됐", "나갔", "쓰였", "걷혔", "샀", "사들였", "구매했", "구입했" }.SelectMany(KoreanCourtesy.PastForms)]),
        .. Words(new LightVerbSense(true), [.. new[] { "받았", "올렸", "냈", "나왔", "기록했", "달성했", "거뒀", "거두었", "확보했", "처리했", "진행했", "담당했", "맡았", "들어왔", "가졌", "보유했" }.SelectMany(KoreanCourtesy.PastForms)]),
        .. Words(new OrderSense(true, Ranks: true), "순위", "순위를", "순위로", "순위는", "순위표", "랭킹", "순위를 매겨", "순위 매겨"),
        .. Words(new VersusSense(), "대", "대비하여"),
        .. Words(new ApartSense(true), "나란히", "나란히 놓고", "각각", "각각의", "각각은", "각각이", "따로", "따로따로", "별도로", "하나씩", "한 개씩", "한 곳씩", "한 명씩", "1개씩", "1곳씩", "1명씩"),
        .. Words(new ApartSense(false), "함께", "같이", "한꺼번에", "한 표로", "한 표에", "표로", "한눈에", "한 번에", "동시에 보여줘", "모아서"),
        .. AreThere.SelectMany(w => new[] { new LexiconEntry(w, new WhichSense()), new LexiconEntry(w, new FillerSense()) }),
        .. Words(new FillerSense(), "서로 다른", "서로다른", "각기 다른"),
        .. Words(new WhichSense(), "언제", "언제야", "언제인가요", "언제였나요", "언제예요", "언제입니까", "언제였어", "언제였지", "언제였습니까", "언제지", "언제죠", "언제인지", "언제였는지", "누구일까", "어디일까"),
        .. Words(new ExtremeSense(true), "1등", "일등", "일위", "최상위"), .. Words(new ExtremeSense(false), "최하위"),
        .. Words(new BasisSense(true, Ranks: true), "순위를 매겨", "순위 매겨", "순위를", "순위로", "순위대로", "순위는", "랭킹", "랭킹을", "순위를 매기면", "순위 매기기"),
        .. Bound(new GroupEndingSense(), "로 나눠서", "으로 나눠서", "로 나누어", "으로 나누어", "로 나눠", "으로 나눠", "로 구분해서", "으로 구분해서", "로 구분하여", "으로 구분하여", "로 쪼개서", "으로 쪼개서", "로 나누면", "으로 나누면", "로 나눈", "으로 나눈", "로 구분한", "으로 구분한", "에 따른", "에 따라", "에 따라서"),
        .. Words(new GroupEndingSense(), "기준으로 나눠서", "기준으로 나누어", "기준으로 나눠", "기준으로 나누면", "기준으로 나눈", "기준으로 구분해서", "기준으로 구분하여", "기준으로 쪼개서", "기준별로", "기준별", "단위로", "단위"),
        .. Words(new SoFarSense(), "들어", "들어서", "들어 지금까지", "들어서 지금까지", "들어 현재까지", "지금까지", "현재까지", "오늘까지", "이제까지"),
        .. Words(new RelativePeriodSense(new RelativePeriod(RelativePeriodKind.Current, 1, TimeGrain.Year)), "올 들어", "올해 들어", "올들어", "올"),
        .. Words(new RelativePeriodSense(new RelativePeriod(RelativePeriodKind.Current, 1, TimeGrain.Month)), [.. new[] { "이달", "이번 달", "이번달", "당월" }.SelectMany(m => new[] { " 들어", " 초부터", " 1일부터", " 1일부터 현재까지", " 1일부터 지금까지", " 1일부터 오늘까지", " 초부터 현재까지", " 초부터 지금까지", " 초부터 오늘까지", " 현재까지", " 지금까지" }.Select(end => m + end))]),
        .. Words(new PlaceMarkSense(true), "위", "등", "위인", "위는", "위의"), .. Words(new PlaceMarkSense(false), "번째로", "번째", "번째인"), .. Words(new PlaceMarkSense(true, UpTo: true), "위까지", "위 안", "위 이내", "위까지의", "등까지"),
        .. Words(new ElseSense(), "그렇지 않은", "아닌", "그 외", "그 외의", "그 밖의", "나머지"),
        .. Words(new WhetherSense(true), "여부", "여부에 따른", "유무", "유무에 따른"),
        .. Words(new StartMarkSense(true), "초"), .. Bound(new StartMarkSense(true), "초"),
        .. Words(new FirstMarkSense(), "첫", "처음", "초반"),
        .. Words(new MomentMarkSense(true, false), "기준", "기준으로", "기준으로요", "기준의", "시점", "시점의", "시점에", "시점 기준", "현재 기준", "현재로"),
        .. Words(new MomentMarkSense(true, true), "말", "말일", "말에", "말의", "말 기준", "말 현재", "말 시점", "말에는", "말 기준으로", "연말", "연말에", "연말 기준"), .. Bound(new MomentMarkSense(true, true), "말", "말에", "말의", "말일"),
    ];

    /// <summary>"줄어든 지점이 있나요" asks which.</summary>
    private static IEnumerable<string> AreThere => ["있나요", "있어", "있어요", "있습니까", "있나", "있니", "있을까", "있을까요", "있는지"];

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));

    private static IEnumerable<LexiconEntry> Bound(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense, Bound: true));
}
