using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>Korean words for clauses: what things have or lack, how often, which text, in which order rows are listed.</summary>
internal static class KoreanClauses
{
    /// <summary>Particles of a place: what is in Seoul is not had by it.</summary>
    public static readonly HashSet<string> Places = ["에", "서"];

    /// <summary>What fields are called that say by which means something was done.</summary>
    public static readonly string[] Means = ["수단", "방법", "채널", "방식", "경로", "매체"];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Words(new FillerSense(), "건", "건들", "건의", "게", "하나", "하나만", "하나의", "전부", "아직", "짜리", "얼마였는지", "얼마인지", "얼마짜리", "언제", "언제야", "언제예요", "언제인가요", "언제인지", "언제고", "언제였나요", "언제죠", "어디고", "어디죠", "며칠", "며칠이나", "며칠인가요", "며칠입니까", "며칠이야", "몇 점", "몇점", "몇 시간", "몇 박", "몇 일", "남아 있나요", "남아 있어", "남아 있습니까", "남아 있나", "낸", "올라온", "받은",
            "소속", "각자의", "각자", "으로 보여", "로 나간", "으로 나간", "났", "났나요", "났습니까", "나나요", "해당하는", "누구누구", "대씩", "명씩", "건씩", "개씩", "알려줄", "이력", "기록", "실적", "내역이", "나누면", "묶으면", "쪼개면", "들을", "것들", "것을", "게 뭐", "게 뭔지", "인 것", "한 것", "모두의", "분포", "분포도", "와 그 건수", "과 그 건수", "그 건수", "와 그 금액", "과 그 금액", "그 금액", "와 그 수", "과 그 수", "와 그 값", "과 그 값", "곳의", "분포를", "모두 얼마", "모두 얼마나", "모두 얼마인지", "전부 얼마", "전부 얼마나", "어딘지", "누군지", "뭔지", "누구고", "누구이며", "어디이며", "놓고 볼 때", "만 놓고 볼 때", "만 놓고 보면", "놓고 보면", "만 보면", "만 볼 때", "만 따지면", "로 따지면", "으로 따지면", "합치면", "합산하면", "합하면", "다 합치면", "모두 합치면", "모두 합하면", "다 합하면", "합쳐서", "다 합쳐서", "모두 합쳐서"),
        .. Words(new HasSense(true), "있는", "있었던", "있던", "가진", "보유한", "가지고 있는", "보유하고 있는", "포함된", "포함한", "포함하는", "딸린", "들어 있는", "한 적이 있는", "한 적 있는", "이력이 있는", "이력이 있던", "기록이 있는", "실적이 있는", "하나라도 있는", "하나 이상 있는", "한 건이라도 있는", "적이 있는", "적 있는", "맺은", "체결한", "실린", "담긴", "달린", "붙은", "딸려 있는", "한 번이라도 있는", "하나라도 있던", "남긴", "남겼던", "기재한", "입력한", "입력된", "기재된", "기록된", "둔", "두고 있는", "거느린", "갖춘", "갖고 있는", "받은 적이 있는", "받은 적 있는", "한 번이라도 받은", "한 번이라도 한", "한 번 이상 한"),
        .. Words(new NegationSense(true, Lacks: true), [.. Undone()]),
        .. Words(new NegationSense(true, Unknown: true), "정보가 없는", "정보 없는", "값이 없는", "데이터가 없는", "정보가 비어 있는", "모르는", "알 수 없는", "알려지지 않은", "미상인", "누락된", "비어 있는", "비어있는", "입력되지 않은", "입력 안 된", "등록되지 않은", "등록 안 된", "지정되지 않은", "지정 안 된", "설정되지 않은", "배정되지 않은", "기재되지 않은", "파악되지 않은", "파악 안 된"),
        .. Words(new NegationSense(true, Lacks: true), "없는", "없던", "없었던", "없이", "이력이 없는", "이력 없는", "기록이 없는", "기록 없는", "실적이 없는", "실적 없는", "내역이 없는", "적이 없는", "적 없는", "한 적이 없는", "한 적 없는", "된 적이 없는", "된 적 없는", "안 한", "안한", "안 된", "하나도 없는", "전혀 없는", "한 건도 없는", "한 번도 없는", "공석인", "미배정", "미지정"),
        .. Words(new NegationSense(true), "하지 않은", "하지 않는", "되지 않은", "되지 않는", "하지 않았던", "되지 않았던", "지 않은", "않았던", "하지 못한", "되지 못한", "지 못한"),
        .. Words(new NeverSense(), "한 번도", "한번도", "하나도", "단 한 번도", "단 하나도", "전혀", "한 건도", "한건도", "한 차례도"),
        .. Words(new EmptyOnesSense(true), [.. Nothing("포함", "포함해서", "포함하여", "포함해", "까지 포함", "까지 포함해서", "도 포함", "도 포함해서", "도 넣어서")]), .. Words(new EmptyOnesSense(false), [.. Nothing("제외", "제외하고", "제외한", "은 제외", "는 제외", "은 제외하고", "는 제외하고", "은 빼고", "는 빼고", "빼고", "뺀")]),
        .. Words(new UseSense(true), "이용한", "사용한", "쓴", "이용하는", "사용하는", "이용했던", "사용했던"),
        .. Words(new BothMarkSense(true), "모두", "모두에", "모두를", "둘 다", "둘다", "두 곳 모두", "두 곳 모두에", "두 곳 다", "모두에서", "다"),
        .. Words(new CountWordSense(), "모두 몇", "모두 몇 개", "모두 몇 명", "모두 몇 건", "모두 몇 대", "모두 몇 곳", "모두 몇 개나", "모두 몇개", "모두 몇명", "모두 몇건", "총 몇 개", "총 몇 명", "총 몇 건", "총 몇 대", "총 몇 곳", "대수", "몇 건이나", "몇 대나", "몇 곳이나", "몇 개사", "모두 몇 개사", "각각 몇", "각각 몇 건", "각각 몇 개", "각각 몇 명", "각각 몇 대", "각각 몇 곳", "모두 몇 번", "모두 몇 분", "모두 몇 종", "모두 몇 군데", "모두 몇 개의", "몇 군데", "몇 가지나", "몇 종", "몇 종류", "몇 채", "몇 팀", "몇 편", "세어", "세어 줘", "세어줘", "세어주세요"),
        .. Words(new CounterSense(Times: true), "번", "회", "차례"),
        .. Words(new TimesSense(ComparisonOperator.GreaterOrEqual, 1), "한 번이라도", "한번이라도", "한 번 이상", "한 차례 이상", "1회라도"),
        .. Words(new FillerSense(), "하지", "되지", "했던", "됐던", "했는데", "하는", "되는"),
        .. Words(new PerMarkSense(true), ["당", "하나당", "한 건당", "한 명당", "한 대당", "한 곳당", "1건당", "1인당", "1대당", "한 번에", "하나의", "하나에", .. new[] { "개", "명", "건", "대", "곳", "권", "장", "채", "과목", "팀" }.SelectMany(c => new[] { $"한 {c}의", $"한 {c}에", $"한 {c}당", $"1{c}당", $"{c}당" })]),
        .. Words(new AverageOverSense(TimeGrain.Month), "월평균", "월 평균", "한 달 평균", "매월 평균", "월별 평균", "달 평균", "월간 평균"), .. Words(new AverageOverSense(TimeGrain.Day), "일평균", "일 평균", "하루 평균", "하루평균", "일별 평균", "매일 평균"),
        .. Words(new AverageOverSense(TimeGrain.Week), "주평균", "주 평균", "주당 평균", "주간 평균", "일주일 평균"), .. Words(new AverageOverSense(TimeGrain.Year), "연평균", "연 평균", "연간 평균", "한 해 평균", "해 평균"), .. Words(new AverageOverSense(TimeGrain.Quarter), "분기평균", "분기 평균", "분기당 평균", "분기별 평균"),
        .. Words(new NameOfSense(), "이름", "명칭", "성명", "이름들"), new LexiconEntry("명", new NameOfSense(), Bound: true),
        .. Match(TextMatch.Contains, "가 들어가는", "이 들어가는", "가 들어간", "이 들어간", "가 포함된", "이 포함된", "를 포함하는", "을 포함하는", "를 포함한", "을 포함한", "라는 단어가 들어간", "이라는 단어가 들어간", "라는 말이 들어간", "이라는 말이 들어간", "들어가는", "들어간", "가 있는", "이 있는", "라는 말이 있는", "이라는 말이 있는", "를 언급한", "을 언급한"),
        .. Match(TextMatch.StartsWith, "로 시작하는", "으로 시작하는", "로 시작되는", "으로 시작되는", "로 시작하는데"), .. Match(TextMatch.EndsWith, "로 끝나는", "으로 끝나는"),
        .. Words(new PercentileMarkSense(), "백분위", "백분위수", "퍼센타일", "번째 백분위", "번째 백분위수", "백분위값"),
        .. Words(new AttributeEndSense(), ["함께", "같이", "와 함께", "과 함께", "랑 함께", "이랑 함께", "와 같이", "과 같이", "랑 같이", "이랑 같이", "도 함께", "도 같이", "포함", "포함해서", "포함하여", "포함해", "포함시켜", "를 포함해서", "을 포함해서", "를 포함해", "을 포함해", "까지 포함해서", "까지 같이", "까지 함께", .. new[] { "보여", "알려", "뽑아", "정리해", "나열해", "표시해" }.SelectMany(KoreanCourtesy.Asked).Select(asked => $"까지 {asked}"), "표시해서", "붙여서", "곁들여"]),
        .. Words(new TimeOrderSense(true), "최신순", "최신순으로", "최신 순으로", "최근순", "최근순으로", "최근 순으로", "최근 것부터", "최신 것부터"), .. Words(new TimeOrderSense(false), "오래된 순", "오래된 순으로", "오래된순", "오래된 것부터", "시간순", "시간순으로", "날짜순", "날짜순으로", "빠른 순", "빠른 순으로"),
        .. Words(new NewestSense(true, Weak: true), "최근"),
        .. Words(new NameOfSense(Time: true), "날짜", "일자", "일시"), .. Words(new TraceSense(), "이력", "기록", "경험"),
        .. Bound(new ComparatorSense(ComparisonOperator.Equal, true), "인"),
        .. Words(new AggregateSense(AggregateFunction.Max), "최고액", "최대액", "최고치", "최대치"), .. Words(new AggregateSense(AggregateFunction.Min), "최저액", "최소액", "최저치", "최소치"),
        .. Words(new JoinSense(false), "이면서", "면서"),
    ];

    /// <summary>"제기하지 않은", "받은 적이 없는": verbs that say of an event no more than that somebody had it, denied.</summary>
    private static IEnumerable<string> Undone() =>
        new[] { "제기하", "신청하", "이용하", "사용하", "구매하", "주문하", "방문하", "제출하", "접수하", "등록하", "보유하", "개설하", "발급하", "진행하", "수강하", "요청하", "참여하", "참가하", "경험하", "담당하", "발급받", "받", "맡", "갖", "내" }.SelectMany(stem => new[] { "지 않은", "지 않았던", "지 못한", "지 않는", "지 못하는", "지 않고 있는", "진 않은", "지는 않은" }.Select(end => stem + end))
            .Concat(new[] { "제기한", "신청한", "이용한", "사용한", "구매한", "주문한", "방문한", "제출한", "접수한", "등록한", "보유한", "개설한", "발급한", "진행한", "수강한", "요청한", "참여한", "참가한", "경험한", "담당한", "발급받은", "받은", "맡은", "낸" }.SelectMany(done => new[] { " 적이 없는", " 적 없는", " 적이 없던", " 일이 없는", " 이력이 없는" }.Select(end => done + end)));

    private static IEnumerable<string> Nothing(params string[] endings) =>
        endings.SelectMany(ending => new[] { "0건", "0회", "0개", "0", "없는 경우", "한 건도 없는 경우", "하나도 없는 경우", "한 번도 없는 경우" }.Select(nothing => ending[0] is '포' or '제' or '빼' or '뺀' ? $"{nothing} {ending}" : nothing + ending));

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));

    private static IEnumerable<LexiconEntry> Bound(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense, Bound: true));

    private static IEnumerable<LexiconEntry> Match(TextMatch match, params string[] words) => Words(new TextMatchSense(match, After: true), words);
}
