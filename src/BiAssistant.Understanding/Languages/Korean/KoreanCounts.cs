using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>Korean words of counts and filters: who is ranked, how often, how many of each, what is said without need.</summary>
internal static class KoreanCounts
{
    /// <summary>What people are called; a longer name that ends so counts ("운전기사").</summary>
    public static IReadOnlyList<string> People { get; } =
        ["고객", "손님", "직원", "사원", "기사", "환자", "의사", "간호사", "회원", "학생", "교사", "담당자", "매니저", "상담원", "사용자", "설계사", "가입자", "승객", "치료사", "농부", "정비사", "조종사", "승무원", "강사", "작성자", "신청자", "방문자", "구독자", "이용자"];

    /// <summary>What things of a kind are counted by.</summary>
    private static readonly string[] Counters = ["호", "장", "편", "척", "권", "병", "마리", "그루", "통", "벌", "채", "매", "석", "팀", "쌍", "종", "개사", "개국", "개소", "개점", "개교", "개 부서", "개 지점", "켤레", "자루", "상자", "박스", "세트", "과목", "학급", "가구", "세대", "필지", "구좌", "계좌"];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Words(new WhichSense(Person: true), "누가", "누구", "사람", "분은 누구", "사람은 누구"),
        .. Yielding(new FrequentSense(true), "가장 자주", "제일 자주", "가장 흔한", "제일 흔한", "가장 흔하게", "가장 빈번한", "가장 빈번하게", "가장 잦은", "제일 잦은"), .. Yielding(new FrequentSense(false), "가장 드문", "가장 드물게"),
        .. Words(new NewlySense(), "신규", "신규로", "새로", "새롭게"),
        .. Words(new CameToBeSense(), "접수된", "접수한", "접수됐던", "등록된", "생성된", "제기된", "발생한", "들어온", "이루어진", "만들어진"),
        .. Words(new CountOfEachSense(), "몇 개씩", "몇 명씩", "몇 건씩", "몇 대씩", "몇 곳씩", "각각 몇 개씩", "각각 몇 명씩", "각각 몇 건씩"),
        .. Words(new CauseSense(After: true), "때문에", "로 인해", "으로 인해", "로 인한", "으로 인한", "로 말미암은", "탓에"),
        .. Counters.Select(c => new LexiconEntry(c, new CounterSense(), Common: true)), .. Counters.SelectMany(c => new[] { $"몇 {c}", $"몇{c}", $"몇 {c}이나", $"몇 {c}나", $"총 몇 {c}", $"모두 몇 {c}", $"각각 몇 {c}" }).Select(w => new LexiconEntry(w, new CountWordSense(), Common: true)),
        .. Words(new AggregateSense(AggregateFunction.Sum, Worth: true), "총액", "총금액"),
        .. Words(new FillerSense(), "거주하는", "거주 중인", "거주하고 있는", "살고 있는", "사는", "소재한", "소재하는", "위치하는"),
        .. Words(new CountOfEachSense(Spread: true), "분포", "분포도", "구성", "분포 현황", "구성 현황"),
        .. Words(new LightVerbSense(true), "나왔나요", "나왔어", "많이 나온", "자주 나온", "올라온", "언급된", "등장한", "등장했나요", "운영하는", "운영 중인", "운영중인", "관리하는"),
        .. new[] { "생", "자", "인원" }.Select(w => new LexiconEntry(w, new PersonOfStateSense(), Bound: true)),
        .. Words(new OwnSense(), "우리가 보유한", "당사가 보유한", "저희가 보유한", "우리 회사가 보유한", "우리가 운영하는", "당사가 운영하는", "보유 중인", "보유중인", "보유하고 있는지"),
    ];

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));

    private static IEnumerable<LexiconEntry> Yielding(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense, Yields: true));
}
