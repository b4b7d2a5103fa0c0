using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>Korean: the words that ask, join, compare, rank, count and tell time. Endings stand in <see cref="KoreanEndings"/>.</summary>
internal static class KoreanWords
{
    /// <summary>Money by itself, and not of what.</summary>
    public static readonly HashSet<string> Amounts = ["금액", "액수"];

    /// <summary>Last syllables of words for money: fees, costs, sums, taxes, prices.</summary>
    public static readonly HashSet<string> MoneyEndings = ["료", "비", "금", "액", "세", "값"];

    /// <summary>Of money that went out.</summary>
    public static readonly string[] Spent = ["나간", "나갔", "지출", "들어간", "들어갔"];

    /// <summary>Not the same twice.</summary>
    public static readonly string[] Different = ["서로다른", "각기다른"];

    /// <summary>Before a time: at all of them.</summary>
    public static readonly HashSet<string> Every = ["매"];

    public static readonly HashSet<string> Per = ["당"];

    /// <summary>The first syllable of 최고, 최저, 최대 and 최소.</summary>
    public const string Most = "최";

    /// <summary>Whose something is: the things' that are spoken of.</summary>
    public static readonly HashSet<string> Own = ["자기", "자신의", "소속", "각자의", "같은"];

    private static readonly string[] Fillers =
    [
        "보여",
        "얼마", "얼마야", "얼마나", "얼마나 되나요", "얼마나 돼", "얼마인가요", "얼마예요", "얼마에요", "얼마입니까", "얼마였어", "얼마였나요", "얼마였지", "얼마지", "얼마죠", "얼마나 돼요", "얼마나 됩니까", "얼마나 되지", "얼마나 나왔어", "얼마나 했어", "어떻게 되나요", "어떻게 돼", "어떻게 돼요", "어떻게 됩니까", "어떻게 되지", "어떻게 되죠", "어떻게 되었나요", "어떻게 됐어", "어떻게 되니",
        "어때", "어때요", "어떤가요", "어땠어", "어땠나요", "어떠한가요", "뭐야", "뭐예요", "무엇인가요", "무엇인지", "무엇입니까", "뭐지", "뭐니", "무엇", "뭐", "누구야", "누구인가요", "누구예요", "누구입니까", "누구지", "누구인지", "누구였어", "누구니", "누군가요", "어디야", "어디인가요", "어디예요", "어디입니까", "어디지", "어딘가요", "어디였어", "어디니", "어디인지",
        "얼마까지", "얼마어치", "확인", "확인 부탁", "확인해", "확인해 줘", "확인해주세요", "확인해 주세요", "확인 부탁해요", "확인 부탁드려요", "확인 부탁드립니다", "확인 바랍니다", "조회", "집계", "부탁해", "부탁해요", "부탁드립니다", "부탁합니다", "좀", "보자", "좀 보자", "그리고 나서",
        "있는", "있었던", "했던", "한", "들어온", "들어왔어", "들어왔나요", "나온", "발생한", "기록한", "기록했나요", "거둔", "올린", "벌어들인", "우리", "우리의", "저희", "우리 회사", "회사", "현재까지", "지금까지", "총합", "데이터", "수치", "현황", "내역", "결과", "정보", "대한", "관련", "관한", "통한", "통해", "따른", "따라", "나눠서", "나누어", "나눠", "나누어서",
        "구분해서", "구분하여", "구분", "분류해서", "주세요", "줘", "안녕", "혹시", "그", "담당", "이번에", "에 대해", "모든", "각", "곳은", "것", "것은", "건가요", "알려", "전체", "수준", "동안", "동안의", "기간", "사이", "사이의", "중", "중에", "중에서", "가운데", "속한", "위치한", "소재", "기준으로", "궁금", "에서 발생한", "에서의", "로부터", "은요", "는요", "된", "싶어", "싶어요", "만큼", "발생", "정도", "정도야", "정도인가요", "정도 돼", "정도 되나요", "정도 됐어",
    ];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Fillers.Distinct().Select(f => new LexiconEntry(f, new FillerSense())),
        .. Words(new JoinSense(false), "및", "그리고", "또한"), .. Words(new JoinSense(true), "또는", "혹은"),
        .. Bound(new JoinSense(false), "와", "과", "하고", "랑", "이랑", "와 그", "과 그", "하고 그", "랑 그", "이랑 그", "와 해당", "과 해당", "와 각", "과 각", "와 각각의", "과 각각의", "와 각각", "과 각각"), .. Bound(new JoinSense(true), "이나", "나", "거나", "이거나", "되거나", "하거나", "된거나"),
        .. Bound(new GroupEndingSense(), "별", "별로", "별로는", "별로의", "마다", "마다의", "별의", "별은"),
        .. Words(new GroupEndingSense(), "별", "별로", "마다"),
        .. Words(new GroupMarkSense(true), "각", "매"),
        .. Words(new NowSense(), "현재", "지금", "현재 시점", "현시점"),
        .. Words(new WhichSense(), "어느", "어떤", "무슨", "어디", "어떤게", "어느 것", "뭐가 있어", "뭐가 있어요", "뭐가 있나요", "뭐가 있지", "뭐가 있는지", "무엇이 있나요", "무엇이 있어요", "무엇이 있습니까", "어떤 게 있어", "어떤 게 있어요", "어떤 게 있나요", "어떤 것이 있나요", "어떤 것들이 있나요", "뭐뭐 있어", "뭐뭐 있나요"),
        .. Words(new WhichSense(), "누가", "누구"),
        .. Words(new RankMarkSense(true), "상위", "탑", "톱"), .. Words(new RankMarkSense(false), "하위"),
        .. Words(new ExtremeSense(true), "최고", "최대", "1위"), .. Words(new ExtremeSense(true, Counts: true), "최다"), .. Words(new ExtremeSense(false), "최저", "최소", "꼴찌"),
        .. Words(new MostSense(), "가장", "제일"),
        .. Levels(true, ["많이", "높게", "크게", .. KoreanAdjectives.Forms("높", "높은", "높아", "높았"), .. KoreanAdjectives.Forms("많", "많은", "많아", "많았"), .. KoreanAdjectives.Forms("크", "큰", "커", "컸"), .. KoreanAdjectives.Forms("길", "긴", "길어", "길었")]),
        .. Levels(false, ["적게", "낮게", "작게", .. KoreanAdjectives.Forms("낮", "낮은", "낮아", "낮았"), .. KoreanAdjectives.Forms("적", "적은", "적어", "적었"), .. KoreanAdjectives.Forms("작", "작은", "작아", "작았"), .. KoreanAdjectives.Forms("짧", "짧은", "짧아", "짧았")]),
        .. Words(new LevelSense(true, true), "좋은", "좋았던", "우수한", "좋아", "좋나요", "잘한", "좋은가요"), .. Words(new LevelSense(false, true), "나쁜", "저조한", "부진한", "나빴던"),
        .. Words(new AggregateSense(AggregateFunction.Average), "평균", "평균적으로", "평균값"), .. Words(new AggregateSense(AggregateFunction.Sum, Worth: true), "총", "합계", "총합", "합산", "총계", "누계 합계"), .. Words(new AggregateSense(AggregateFunction.Sum), "전체"),
        .. Words(new AggregateSense(AggregateFunction.Median), "중앙값", "중간값", "중위값", "중위수"), .. Words(new AggregateSense(AggregateFunction.Max), "최대", "최댓값", "최대값", "최고", "최장"), .. Words(new AggregateSense(AggregateFunction.Min), "최소", "최솟값", "최소값", "최저", "최단"),
        .. Words(new AggregateSense(AggregateFunction.StandardDeviation), "표준편차"),
        .. Words(new CountWordSense(), "몇", "몇 개", "몇 명", "몇 건", "몇 곳", "몇 번", "몇 대", "몇 분", "몇 회", "몇 가지", "몇개", "몇명", "몇건", "수", "개수", "갯수", "건수", "인원수", "인원", "명수", "숫자", "횟수", "총수", "몇 개나", "몇 명이나", "몇 건이나"),
        .. Words(new ComparatorSense(ComparisonOperator.GreaterOrEqual, true), "이상", "이상인", "이상의", "이상으로"), .. Words(new ComparatorSense(ComparisonOperator.LessOrEqual, true), "이하", "이하인", "이하의"),
        .. Words(new ComparatorSense(ComparisonOperator.Greater, true), "초과", "초과인", "초과하는", "초과한", "초과의", "넘게", "초과하여", "넘는", "넘은", "넘긴", "보다 큰", "보다 많은", "보다 높은", "보다 긴"), .. Words(new ComparatorSense(ComparisonOperator.Less, true), "미만", "미만인", "미만의", "보다 작은", "보다 적은", "보다 낮은", "보다 짧은"),
        .. Words(new NegationSense(true), "제외", "제외한", "제외하고", "제외하면", "제외하여", "빼고", "뺀", "말고", "아닌", "이 아닌", "가 아닌", "외", "이외", "이외의", "외의", "외에", "이외에", "를 제외한", "을 제외한", "를 제외하고", "을 제외하고", "를 뺀", "을 뺀", "를 뺀 나머지", "을 뺀 나머지", "뺀 나머지", "를 제외한 나머지", "을 제외한 나머지", "제외한 나머지", "말고 나머지", "말고 다른", "이외 나머지", "가 아닌 나머지", "이 아닌 나머지", "않은", "않는"), .. Words(new NegationSense(true, Lacks: true), "없는", "없이"),
        .. Grain(TimeGrain.Hour, ["시간"], ["시간별", "매시간"]), .. Grain(TimeGrain.Day, ["일", "날", "하루", "날짜"], ["일별", "일간", "매일", "일자별", "날짜별"]), .. Grain(TimeGrain.Week, ["주", "주일"], ["주별", "주간", "매주", "주간별", "주차별"]),
        .. Words(new GrainSense(TimeGrain.Month, IsNamed: true), "월"), .. Grain(TimeGrain.Month, ["달", "개월"], ["월별", "월간", "매월", "매달", "달별"]), .. Grain(TimeGrain.Quarter, ["분기"], ["분기별", "매분기", "매 분기"]), .. Grain(TimeGrain.Year, ["해", "년", "연도", "년도"], ["연도별", "연간", "년도별", "매년", "연별", "년별", "해마다"]),
        .. Words(new GrainSense(TimeGrain.Day), "일간", "일 동안"), .. Words(new GrainSense(TimeGrain.Week), "주간", "주 동안"), .. Words(new GrainSense(TimeGrain.Month), "개월간", "달간", "개월 동안", "달 동안"), .. Words(new GrainSense(TimeGrain.Year), "년간", "년 동안"),
        .. Words(new GrainSense(TimeGrain.FiscalYear), "회계연도", "회계 연도", "회계년도"), .. Words(new GrainSense(TimeGrain.FiscalQuarter), "회계분기"),
        .. Words(new RelativeSense(RelativePeriodKind.Last), "지난", "직전", "이전"), .. Words(new RelativeSense(RelativePeriodKind.Past), "최근"), .. Words(new RelativeSense(RelativePeriodKind.Current), "이번", "금", "현"), .. Words(new RelativeSense(RelativePeriodKind.Next), "다음", "향후"),
        .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Day, "오늘", "금일", "당일"), .. Relative(RelativePeriodKind.Last, 1, TimeGrain.Day, "어제", "전일", "전날"), .. Relative(RelativePeriodKind.Ago, 2, TimeGrain.Day, "그저께", "그제", "엊그제"), .. Relative(RelativePeriodKind.Next, 1, TimeGrain.Day, "내일"),
        .. Relative(RelativePeriodKind.Last, 1, TimeGrain.Week, "지난주", "전주", "저번주", "저번 주"), .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Week, "이번주", "이번 주", "금주"), .. Relative(RelativePeriodKind.Ago, 2, TimeGrain.Week, "지지난주"),
        .. Relative(RelativePeriodKind.Last, 1, TimeGrain.Month, "지난달", "전월", "전달", "저번달", "저번 달", "지난 달"), .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Month, "이번달", "이번 달", "이달", "당월", "금월"), .. Relative(RelativePeriodKind.Ago, 2, TimeGrain.Month, "지지난달", "전전월", "저저번달"),
        .. Relative(RelativePeriodKind.Last, 1, TimeGrain.Quarter, "지난분기", "지난 분기", "전분기", "직전 분기"), .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Quarter, "이번분기", "이번 분기", "당분기", "금분기"),
        .. Relative(RelativePeriodKind.Last, 1, TimeGrain.Year, "작년", "지난해", "전년", "전년도", "지난 해", "작년도"), .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Year, "올해", "금년", "금년도", "이번 해", "올 한 해", "올해 들어", "연초부터", "연초 이후"), .. Relative(RelativePeriodKind.Ago, 2, TimeGrain.Year, "재작년", "전전년"),
        .. Relative(RelativePeriodKind.Current, 1, TimeGrain.FiscalYear, "이번 회계연도", "당해 회계연도"), .. Relative(RelativePeriodKind.Last, 1, TimeGrain.FiscalYear, "지난 회계연도"),
        .. Words(new AgoSense(), "전"),
        .. Bound(new BoundSense(BoundKind.From, true), "부터", "부터의"), .. Words(new BoundSense(BoundKind.From, true), "부터", "이후", "이래", "이후로", "이후의"), .. Bound(new BoundSense(BoundKind.To, true), "까지", "까지의"), .. Words(new BoundSense(BoundKind.To, true), "까지"),
        .. Words(new BoundSense(BoundKind.Before, true), "이전", "이전의", "전까지"),
        .. Words(new ListWordSense(), ["목록", "리스트", "나열", "명단", "목록을", .. new[] { "나열해", "열거해", "나열하", "목록으로", "리스트업해" }.SelectMany(KoreanCourtesy.Asked)]),
        .. Words(new TrendSense(), "추이", "추세", "흐름", "변화 추이", "트렌드", "추이를", "시계열"), .. Words(new TrendSense(), [.. new[] { "변하고 있", "변해 왔", "변해왔", "바뀌고 있", "바뀌어 왔", "달라지고 있", "달라져 왔", "변화하고 있", "변화해 왔", "움직이고 있", "움직여 왔", "흘러가고 있", "흘러왔" }.SelectMany(stem => new[] { "", "어", "어요", "나", "나요", "습니까", "는지", "는가", "죠", "지", "는지요" }.SelectMany(end => new[] { stem + end, "어떻게 " + stem + end }))]),
        .. Words(new OrderSense(true), "높은 순", "높은 순으로", "높은 순서로", "높은 순서대로", "많은 순", "많은 순으로", "많은 순서로", "많은 순서대로", "큰 순서대로", "긴 순서대로", "긴 순으로", "넓은 순으로", "넓은 순서대로", "내림차순", "내림차순으로", "큰 순으로", "큰 순서로", "높은순", "많은순"), .. Words(new OrderSense(false), "낮은 순", "낮은 순으로", "낮은 순서로", "낮은 순서대로", "적은 순", "적은 순으로", "적은 순서로", "오름차순", "오름차순으로", "작은 순으로", "낮은순", "적은순"),
        .. Words(new BasisSense(true), "기준", "기준으로", "순", "순으로", "순서로", "순서대로", "순서"), .. Words(new BasisSense(true, Ranks: true), "순위"),
        .. Words(new UnitSense("USD"), "달러", "불"), .. Words(new UnitSense("KRW"), "원"), .. Words(new UnitSense("EUR"), "유로"), .. Words(new UnitSense("JPY"), "엔"), .. Words(new UnitSense("percent"), "퍼센트", "프로"),
        .. Words(new CounterSense(), "개", "곳", "명", "건", "가지", "군데", "분", "회", "대", "개의", "점", "번"),
        .. Words(new BeyondSense(Beyond.Reason), "왜", "이유", "원인", "때문", "요인"),
        .. Words(new BeyondSense(Beyond.Forecast), "예측", "전망", "예상", "예측해줘", "예상되는", "될까", "미래"),
        .. Words(new BeyondSense(Beyond.Comparison), "차이", "대조", "견주어"),
        .. Words(new BeyondSense(Beyond.Relation), "상관관계", "상관", "영향", "관계", "연관", "미치는"),
        .. Words(new BeyondSense(Beyond.Absence), "한 번도", "한번도", "전혀", "모두", "둘 다", "오직", "항상", "않은 적", "적이 없는", "적 없는", "만 있는", "동시에"),
        .. Words(new BeyondSense(Beyond.Sequence), "첫", "처음", "최초", "마지막", "연속", "재방문", "다시"),
        .. Words(new BeyondSense(Beyond.PerEach), "1인당", "인당", "건당", "개당"),
        .. Words(new BeyondSense(Beyond.Target), "목표", "달성률", "달성"),
        .. Words(new BeyondSense(Beyond.PartOfTime), "주말", "평일", "요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일", "시간대", "여름", "겨울", "봄", "가을", "계절", "오전", "오후", "새벽", "명절", "요일별", "시간대별"),
        .. Words(new BeyondSense(Beyond.Writing), "삭제", "삭제해", "삭제해줘", "수정해", "지워", "지워줘", "업데이트", "변경해줘", "바꿔줘", "추가해줘"),
        .. Words(new BeyondSense(Beyond.Explanation), "의미", "뜻", "정의", "무슨 뜻", "도움말", "설명해줘", "설명"),
    ];

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));

    /// <summary>많다 and 적다 count things, 길다 and 짧다 measure spans, the others measure anything.</summary>
    private static IEnumerable<LexiconEntry> Levels(bool high, params string[] words) =>
        words.Distinct().Select(w => new LexiconEntry(w, new LevelSense(high, Counts: w[0] is '많' or '적', Length: w[0] is '긴' or '길' or '짧', By: w[0] is '긴' or '길' or '짧' ? Yardstick.Long : null)));

    private static IEnumerable<LexiconEntry> Bound(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense, Bound: true));

    private static IEnumerable<LexiconEntry> Grain(TimeGrain grain, string[] nouns, string[] adverbs) =>
        [.. Words(new GrainSense(grain), nouns), .. Words(new BreakdownSense([new TimeGrouping(grain)]), adverbs)];

    private static IEnumerable<LexiconEntry> Relative(RelativePeriodKind kind, int count, TimeGrain grain, params string[] words) =>
        Words(new RelativePeriodSense(new RelativePeriod(kind, count, grain), Named: kind == RelativePeriodKind.Ago), words);
}
