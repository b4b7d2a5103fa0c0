using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>
/// Requests and question endings, put together from stems and endings: what a person says around a question, and adds nothing to it. Forms of 없다 and of verbs that
/// tell of something stay out.
/// </summary>
internal static class KoreanCourtesy
{
    private static readonly string[] Requested =
    [
        "보여", "알려", "뽑아", "정리해", "찾아", "구해", "계산해", "산출해", "조회해", "집계해", "확인해", "말해", "말씀해", "추려", "추출해", "골라", "가르쳐", "띄워", "작성해", "출력해", "표시해", "봐", "불러와", "가져와", "뽑아내", "찾아봐", "알아봐", "살펴봐", "체크해", "검색해", "제공해", "공유해", "답해", "그려", "만들어", "보내", "뽑아서 보여", "매겨", "해", "보고해", "제시해", "요약해", "꼽아", "나눠", "나누어", "구분해", "내",
    ];

    private static readonly string[] Requests =
    [
        "줘", "줘요", "주라", "주세요", "주셔요", "주십시오", "주시죠", "주시겠어요", "주시겠습니까", "주실래요", "주실래", "주실 수 있나요", "주실 수 있을까요", "주실 수 있어요", "주실 수 있으신가요", "주실 수 있습니까", "줄래", "줄래요", "줄 수 있어", "줄 수 있어요", "줄 수 있나", "줄 수 있나요",
        "줄 수 있을까", "줄 수 있을까요", "줄 수 있니", "주시기 바랍니다", "주시길 바랍니다", "주시면 됩니다", "주시면 감사하겠습니다", "주면 돼", "주면 좋겠어", "주면 좋겠어요", "주시면 좋겠습니다", "줬으면 해", "줬으면 해요", "줬으면 좋겠어", "주셨으면 합니다", "봐", "봐요", "보세요", "봐 줘", "봐 주세요", "보자", "볼래", "볼까", "볼까요", "봐줘", "주길 바랍니다", "달라",
    ];

    private static readonly string[] Wished = ["보고", "알고", "확인하고", "조회하고", "찾고", "파악하고", "살펴보고", "알아보고", "체크하고", "점검하고", "뽑고", "구하고"];

    private static readonly string[] Wishes = ["싶어", "싶어요", "싶습니다", "싶은데", "싶은데요", "싶네요", "싶군요", "싶다", "자 합니다", "자 하는데", "자 해요"];

    private static readonly string[] Possible = ["볼", "알", "확인할", "조회할", "알려줄", "보여줄", "뽑을", "구할", "볼 수", "알 수", "확인할 수", "조회할 수", "뽑을 수", "구할 수"];

    /// <summary>Stems of what merely is, becomes or comes out, as they stand before an ending of the present, of the past, and alone.</summary>
    private static readonly (string Present, string Past, string Alone)[] Neutral =
    [
        ("있", "있었", "있어"), ("되", "됐", "돼"), ("되", "되었", "되어"), ("하", "했", "해"), ("나오", "나왔", "나와"), ("나", "났", ""), ("이", "이었", "이에"), ("", "였", "예"), ("생기", "생겼", "생겨"), ("발생하", "발생했", "발생해"), ("발생되", "발생됐", "발생돼"), ("되시", "되셨", "되세"), ("궁금하", "궁금했", "궁금해"), ("", "어땠", "어때"),
    ];

    private static readonly string[] Present = ["나", "나요", "니", "냐", "는지", "는지요", "는가", "는가요", "지", "지요", "죠", "네", "네요", "는데", "는데요", "려나", "려나요", "던가", "던가요", "는 거야", "는 거예요", "는 건가요", "는 거죠"];

    private static readonly string[] Past = ["나", "나요", "니", "냐", "는지", "는지요", "는가", "는가요", "지", "지요", "죠", "네", "네요", "어", "어요", "습니까", "습니다", "을까", "을까요", "던가", "던가요", "는데", "는데요", "으려나", "는 거야", "는 거예요", "던 거야", "는 건가요", "는 건지"];

    private static readonly string[] Openers =
    [
        "얼마씩", "얼마나씩", "뭐가", "뭐", "어떤 게", "어떤게", "어떤 것이", "무엇이", "뭐뭐", "뭔가요", "뭔지", "뭐가 있나요", "뭐가 있어요", "뭐가 있어", "뭐가 있습니까", "어떤 게 있나요", "어떤 것이 있나요", "어떤 것들이 있나요", "무엇이 있나요", "무엇이 있습니까", "안녕하십니까", "안녕하세요", "저기요", "저기", "실례지만", "실례합니다", "죄송하지만", "죄송한데", "죄송한데요", "미안한데", "바쁘신데", "혹시나", "일단", "우선", "참고로", "다름이 아니라", "질문이 있는데", "질문 있는데요", "질문이요", "질문입니다", "하나만 물어볼게", "하나만 물어볼게요", "하나만 여쭤볼게요", "빨리", "급해요", "급한데", "급하게", "간단히", "간단하게", "대략", "대충", "자세히", "정확히", "정확하게", "깔끔하게", "한눈에", "한번에",
        "감사합니다", "감사해요", "고마워", "고마워요", "고맙습니다", "수고하세요", "수고하십니다", "부탁드려요", "부탁드릴게요", "부탁 드립니다", "부탁드리겠습니다", "부탁할게", "부탁할게요", "바랍니다", "요청드립니다", "요청합니다", "요청드려요", "이요", "말이야", "말이에요", "말입니다", "말인데", "말이죠", "건데", "건데요", "거든요", "궁금한데", "궁금한데요", "궁금하네요", "궁금하군요", "필요해", "필요해요", "필요합니다", "필요한데", "필요한데요", "원해", "원해요", "원합니다",
    ];

    public static IEnumerable<LexiconEntry> Entries { get; } = Forms().Where(f => f.Length > 1).Distinct().Select(f => new LexiconEntry(f, new FillerSense())).ToList();

    /// <summary>What a past stem becomes before the end of a question: 썼나요, 썼는지, 썼습니까.</summary>
    public static IEnumerable<string> PastForms(string stem) => Past.Select(e => $"{stem}{e}");

    /// <summary>A verb's stem by itself and as it is asked for.</summary>
    public static IEnumerable<string> Asked(string stem) => Requests.SelectMany(request => new[] { $"{stem}{request}", $"{stem} {request}" }).Prepend(stem);

    private static IEnumerable<string> Forms() =>
    [
        .. Openers,
        .. Requested.SelectMany(_ => Requests, (verb, request) => new[] { $"{verb}{request}", $"{verb} {request}" }).SelectMany(f => f),
        .. Wished.SelectMany(_ => Wishes, (verb, wish) => new[] { $"{verb} {wish}", $"{verb}{wish}" }).SelectMany(f => f),
        .. Possible.SelectMany(_ => NeutralForms(Neutral[0]), (verb, ending) => verb.EndsWith('수') ? $"{verb} {ending}" : $"{verb} 수 {ending}"),
        .. Neutral.SelectMany(NeutralForms),
    ];

    private static IEnumerable<string> NeutralForms((string Present, string Past, string Alone) verb) =>
    [
        .. verb.Present.Length == 0 ? [] : Present.Select(e => e.StartsWith('려') && HasFinal(verb.Present[^1]) ? $"{verb.Present}으{e}" : $"{verb.Present}{e}"),
        .. verb.Present.Length == 0 ? [] : Formal(verb.Present),
        .. Past.Select(e => $"{verb.Past}{e}"),
        .. verb.Alone.Length == 0 ? [] : new[] { verb.Alone, $"{verb.Alone}요" },
    ];

    /// <summary>습니까 and 을까 behind a consonant, ㅂ니까 and ㄹ까 as the final of a syllable without one.</summary>
    public static IEnumerable<string> Formal(string stem) => HasFinal(stem[^1])
        ? [$"{stem}습니까", $"{stem}습니다", $"{stem}을까", $"{stem}을까요", $"{stem}을지", $"{stem}을 것", $"{stem}으신가요"]
        : [$"{WithFinal(stem, 'ㅂ')}니까", $"{WithFinal(stem, 'ㅂ')}니다", $"{WithFinal(stem, 'ㄹ')}까", $"{WithFinal(stem, 'ㄹ')}까요", $"{WithFinal(stem, 'ㄹ')}지", $"{WithFinal(stem, 'ㄴ')}가", $"{WithFinal(stem, 'ㄴ')}가요", $"{WithFinal(stem, 'ㄴ')}지", $"{WithFinal(stem, 'ㄴ')}지요", $"{stem}신가요"];

    private static bool HasFinal(char syllable) => (syllable - '가') % Finals > 0;

    /// <summary>Hangul syllables are numbered by initial, vowel and final consonant (Unicode, chapter 3.12).</summary>
    private static string WithFinal(string stem, char final) => stem[..^1] + (char)(stem[^1] + (final switch { 'ㄴ' => 4, 'ㄹ' => 8, _ => 17 }));

    private const int Finals = 28;
}
