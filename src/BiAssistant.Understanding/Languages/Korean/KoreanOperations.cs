using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>Korean words for what is made of numbers: shares, changes, running and rolling numbers, comparisons.</summary>
internal static class KoreanOperations
{
    /// <summary>What closes or asks a sentence about the past, behind the verb.</summary>
    private static readonly string[] PastEndings = ["", "어", "나", "나요", "지", "지요", "죠", "습니까", "습니다", "는지", "어요", "을까", "을까요", "는가", "는가요", "던가요", "네", "니", "냐", "는지를", "다", "는데", "음"];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Words(new ShareSense(), "비중", "점유율", "구성비", "구성 비율", "기여도", "기여율", "기여", "분포 비율"),
        .. Words(new ShareSense(Rate: true), "비율", "몇 퍼센트", "몇 프로", "몇퍼센트", "몇 %", "퍼센트", "퍼센트로", "몇 퍼센트씩", "몇 퍼센트나", "몇 프로나"),
        .. Words(new ShareSense(Together: true), [.. new[] { "차지하는", "차지하고 있는", "차지한", "차지하나요", "차지하지", "차지해", "차지합니까", "차지했나요", "차지했어", "차지하는지", "차지했는지", "차지했습니까", "차지해요", "차지하죠", "차지하니", "차지했지" }.SelectMany(v => new[] { v, v + " 비중", v + " 비율", "몇 퍼센트를 " + v, "몇 프로를 " + v, "몇 퍼센트씩 " + v, "몇 퍼센트나 " + v })]),
        .. Words(new ChangeSense(null, ChangeTold.Open), "변화", "변동", "변했", "달라졌", "변했어", "변했나요", "변했는지", "달라졌어", "달라졌나요", "달라졌는지", "변화했", "변화했나요", "변동했나요"),
        .. Words(new ChangeSense(null, ChangeTold.Percent), "변화율", "증감률", "증감율", "변동률"), .. Words(new ChangeSense(null, ChangeTold.Amount), "증감", "증감액", "증감량", "증감폭", "변동량", "변화량", "변동액", "변동폭", "변화액", "증감분", "차액", "차이", "차이는", "차이가"),
        .. Words(new ChangeSense(true, ChangeTold.Percent), "성장률", "성장율", "증가율", "신장률", "상승률", "성장"), .. Words(new ChangeSense(true, ChangeTold.Amount), "증가액", "증가량", "증가폭", "증가분", "상승폭", "증가", "상승", "늘어난 금액"),
        .. Past(new ChangeSense(true, ChangeTold.Open, Verb: true), "늘었", "늘어났", "증가했", "증가하였", "성장했", "상승했", "올랐", "올라갔", "좋아졌", "커졌", "높아졌", "많아졌", "개선됐", "개선되었", "뛰었", "길어졌", "확대됐", "확대되었", "불어났", "급증했", "급등했", "나아졌"),
        .. Past(new ChangeSense(false, ChangeTold.Open, Verb: true), "줄었", "줄어들었", "감소했", "감소하였", "하락했", "떨어졌", "내렸", "내려갔", "나빠졌", "작아졌", "낮아졌", "적어졌", "악화됐", "악화되었", "짧아졌", "축소됐", "축소되었", "급감했", "급락했"),
        .. Past(new ChangeSense(null, ChangeTold.Open, Verb: true), "변했", "변하였", "달라졌", "변화했", "변동했", "바뀌었", "바뀌었"),
        .. Words(new ChangeSense(null, ChangeTold.Open, Verb: true), "늘고 줄었는지", "늘거나 줄었는지", "늘었는지 줄었는지"),
        .. Words(new ChangeSense(true, ChangeTold.Open, Verb: true, Tells: true), "늘어난", "증가한", "성장한", "상승한", "오른", "개선된", "좋아진", "커진", "올라간", "높아진", "많아진", "길어진", "나아진", "확대된", "불어난", "급증한", "급등한", "뛴"),
        .. Words(new ChangeSense(false, ChangeTold.Open, Verb: true, Tells: true), "줄어든", "감소한", "하락한", "떨어진", "내린", "악화된", "나빠진", "내려간", "낮아진", "적어진", "짧아진", "작아진", "축소된", "쪼그라든", "급감한", "급락한"),
        .. Words(new ChangeSense(false, ChangeTold.Percent), "감소율", "하락률", "감소율은"), .. Words(new ChangeSense(false, ChangeTold.Amount), "감소액", "감소량", "감소폭", "감소분", "하락폭", "감소", "하락"),
        .. Words(new HowMuchSense(ChangeTold.Percent), "몇 퍼센트", "몇 프로", "몇 %", "몇퍼센트", "퍼센트로", "비율로", "몇 퍼센트나", "몇 프로나"),
        .. Words(new HowMuchSense(ChangeTold.Amount), "얼마나", "얼마만큼", "금액으로", "얼마", "몇 건이나", "몇 명이나", "몇 개나", "몇 퍼센트포인트", "몇 포인트", "몇 %p", "몇 건", "몇 명"),
        .. Bound(new AgainstMarkSense(true), "와 비교", "과 비교", "하고 비교", "랑 비교", "이랑 비교", "와의 비교", "과의 비교", "보다", "대비", "보다는", "에 비해", "에 비해서", "과 비교해", "와 비교해", "과 비교하여", "와 비교하여", "과 비교하면", "와 비교하면", "과 비교해서", "와 비교해서", "에서"),
        .. Words(new AgainstMarkSense(true), "대비", "보다", "에 비해", "에 비해서", "비해", "비해서", "와 비교해", "과 비교해", "와 비교하면", "과 비교하면", "비교해", "비교하면", "비교해서"),
        .. Words(new CompareSense(), "비교", "비교해줘", "비교해 줘", "비교해주세요", "비교해 주세요", "비교하면", "비교해", "비교하여", "비교해보여줘", "비교해서", "비교하고 싶어"),
        .. Earlier(TimeGrain.Year, "전년 동기 대비", "전년동기 대비", "전년동기대비", "전년 동기대비", "전년 동월 대비", "전년동월 대비", "전년동월대비", "전년 대비", "전년대비", "전년비", "작년 동기 대비", "작년 같은 기간 대비", "전년 같은 기간 대비", "작년 동기", "전년 동기", "전년 동월", "작년 같은 기간", "지난해 같은 기간", "지난해 같은 기간 대비", "전년 같은 달", "전년 같은 분기", "작년 같은 분기", "지난해 같은 달", "작년 같은 시기", "전년 같은 시기", "작년 이맘때", "전년 동분기 대비", "작년 같은 달", "작년 같은 달 대비", "작년 같은 달보다", "작년 같은 기간보다", "전년 동기보다", "작년 동기보다", "직전 연도 대비", "전년보다", "전년도 대비", "전년 같은 기간보다", "작년 동월 대비", "작년 동월"),
        .. Earlier(TimeGrain.Month, "전월 대비", "전월대비", "전월비", "전달 대비", "전달보다", "전월보다", "직전 월 대비", "직전월 대비"), .. Earlier(TimeGrain.Quarter, "전분기 대비", "전분기대비", "전 분기 대비", "직전 분기 대비", "직전분기 대비", "전분기보다"),
        .. Earlier(TimeGrain.Week, "전주 대비", "전주대비", "전주보다", "직전 주 대비"), .. Earlier(TimeGrain.Day, "전일 대비", "전일대비", "전날 대비", "전날보다"),
        .. Bound(new ThanSense(true), "보다"), .. Words(new ThanSense(true), "보다"), .. Words(new WholeSense(), "전체", "전체의", "전사", "전사의", "회사 전체"), .. Bound(new InsideEndingSense(), "내", "내의", "내에서", "안에서"), .. Words(new InsideEndingSense(), "내", "내에서", "안에서", "내의", "안에서의"), .. Words(new FillerSense(), "더"),
        .. Words(new ComparatorSense(ComparisonOperator.Greater, true), "웃도는", "웃돈", "상회하는", "상회한", "능가하는", "넘어서는", "넘어선", "넘었던", "뛰어넘은", "초과했던"),
        .. Words(new ComparatorSense(ComparisonOperator.Less, true), "밑도는", "밑돈", "하회하는", "하회한", "못 미치는", "못 미친", "미치지 못하는", "미치지 못한", "못미치는"),
        .. Words(new ChangeSense(null, ChangeTold.Open, Verb: true), "늘거나 줄었나요", "늘거나 줄었어요", "늘거나 줄었어", "늘거나 줄었는지", "늘고 줄었나요", "오르내렸나요", "늘거나 줄었습니까", "늘었거나 줄었나요", "오르거나 내렸나요", "늘었나요 줄었나요", "늘었나 줄었나", "늘었어 줄었어", "올랐나요 내렸나요", "늘었는지 줄었는지"),
        .. Words(new UsualSense(), "평소", "보통", "통상"),
        .. Words(new SameMarkSense(), "같은", "해당", "그", "그 해당", "소속", "동일", "동일한", "자기", "자신의", "각자의"),
        .. Words(new AttributeMarkSense(), "함께", "같이", "포함", "포함해서", "포함하여", "표시"),
        .. Words(new NewestSense(true), "최신", "가장 최근", "제일 최근"), .. Words(new NewestSense(false), "가장 오래된", "제일 오래된", "가장 먼저", "제일 먼저", "맨 먼저", "가장 일찍", "제일 일찍"), .. Words(new NewestSense(true), "가장 나중에", "제일 나중에", "맨 나중에"),
        .. Words(new RunningSense(), "누적", "누계", "누적 합계", "누적합계", "누적으로", "누적된", "누적치", "누적해서"),
        .. Words(new RollingSense(null), "이동", "롤링"),
        .. Words(new RollingSense(WindowTake.Average), "이동평균", "이동 평균", "롤링 평균", "이동평균을", "이동 평균값", "이동평균값"), .. Words(new RollingSense(WindowTake.Total), "이동합계", "이동 합계", "이동합", "롤링 합계", "이동 누계", "롤링 합", "이동 합"),
        .. ToDate(TimeGrain.Year, "연초 이후 누적", "연초부터 누적", "연간 누적", "연누적", "연 누적", "연누계", "연간 누계", "연초 대비 누적", "연초 누계", "연초 누적", "연초 이후 누계", "연초부터의 누계", "연초부터 누계", "올해 누적", "연 누계", "당해 누적"), .. ToDate(TimeGrain.Month, "월누적", "월 누적", "월초 이후 누적", "월 누계", "월누계", "당월 누적", "월초부터 누적"), .. ToDate(TimeGrain.Quarter, "분기누적", "분기 누적", "분기 누계", "분기초 이후 누적"),
    ];

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));

    /// <summary>A verb of the past with the endings that close or ask a sentence.</summary>
    private static IEnumerable<LexiconEntry> Past(Sense sense, params string[] stems) =>
        Words(sense, [.. stems.SelectMany(s => PastEndings.Select(e => s + e))]);

    private static IEnumerable<LexiconEntry> Bound(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense, Bound: true));

    private static IEnumerable<LexiconEntry> Earlier(TimeGrain grain, params string[] words) => Words(new AgainstSense(null, new Span(1, grain)), words);

    private static IEnumerable<LexiconEntry> ToDate(TimeGrain grain, params string[] words) => Words(new ToDateOfSense(grain), words);
}
