namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>Korean adjectives and verbs of qualities, and the nouns and units of the fields that tell them. A plain adjective compares where a comparison stands beside it.</summary>
internal static class KoreanQualities
{
    public static IEnumerable<QualityWord> Words { get; } =
    [
        .. Adjective(Quality.Weight, true, "무거운", "무거웠던", "무겁나요", "무거운가요", "무겁습니까"), .. Adjective(Quality.Weight, false, "가벼운", "가벼웠던", "가벼운가요"),
        .. Adjective(Quality.Price, true, "비싼", "비쌌던", "비싼가요", "비싸", "비싼지", "값비싼"), .. Adjective(Quality.Price, false, "싼", "저렴한", "쌌던", "저렴했던", "싼가요", "저렴한가요"),
        .. Adjective(Quality.Duration, true, "긴", "길었던", "오래 걸린", "오래 걸렸던", "오래 걸리는", "오래 걸렸나요", "오래 걸렸어", "시간이 오래 걸린", "길게 걸린", "오래 이어진", "느린"),
        .. Adjective(Quality.Duration, false, "짧은", "짧았던", "빨리 끝난", "빨리 끝났던", "빠른", "빨랐던", "짧게 걸린"),
        .. Adjective(Quality.Distance, true, "먼", "멀었던", "긴"), .. Adjective(Quality.Distance, false, "가까운", "짧은"),
        .. Asked(Quality.Weight, "무거운가요", "무거워", "무겁나요", "무거운지", "무겁습니까"), .. Asked(Quality.Price, "비싼가요", "비싸", "비싼지"), .. Asked(Quality.Duration, "오래 걸리나요", "오래 걸려", "오래 걸렸나요", "오래 걸리는지", "걸리나요", "걸려", "걸렸나요", "걸렸어", "걸립니까", "긴가요", "걸리는지", "걸렸는지", "걸리는가", "걸렸습니까", "소요되나요", "소요되는지", "소요됐나요", "소요됩니까"), .. Asked(Quality.Delay, "늦게", "늦나요", "늦었나요", "늦어지나요", "늦는지", "지연되나요", "지연됐나요", "지연되는지", "밀리나요"), .. Asked(Quality.Distance, "먼가요", "멀어", "긴가요"),
        .. Adjective(Quality.Area, true, "넓은", "넓었던", "넓은가요"), .. Adjective(Quality.Area, false, "좁은", "좁았던"), .. Adjective(Quality.Height, true, "높은"), .. Adjective(Quality.Height, false, "낮은"),
    ];

    public static IEnumerable<QualityNoun> Nouns { get; } =
    [
        .. Names(Quality.Weight, "중량", "무게"), .. Units(Quality.Weight, "킬로그램", "톤"), .. Names(Quality.Price, "가격", "단가", "요금", "비용", "운임", "보험료", "이용료", "수수료", "임대료", "정가", "판매가"),
        .. Names(Quality.Delay, "지연일수", "지연 일수", "지연 시간", "지연시간", "연체일수", "연체 일수"), .. Names(Quality.Duration, "기간", "일수", "시간", "박수"), .. Units(Quality.Duration, "일", "시간", "분", "주", "개월", "박"), .. Names(Quality.Distance, "거리"), .. Units(Quality.Distance, "킬로미터"),
        .. Names(Quality.Age, "나이", "연령"), .. Names(Quality.Area, "면적", "넓이"), .. Units(Quality.Area, "제곱미터", "평", "㎡"), .. Names(Quality.Height, "높이"), .. Names(Quality.Speed, "속도"),
    ];

    private static IEnumerable<QualityWord> Adjective(Quality of, bool high, params string[] forms) => forms.SelectMany(f => new QualityWord[]
    {
        new(of, f, QualityForm.Comparative, high), new(of, $"가장 {f}", QualityForm.Superlative, high), new(of, $"제일 {f}", QualityForm.Superlative, high),
    });

    /// <summary>What a thing does from its beginning to its end: how long it is.</summary>
    public static IReadOnlySet<string> Courses { get; } = new HashSet<string>(StringComparer.Ordinal) { "", "총", "소요", "운송", "처리", "진행", "이용", "체류", "배송", "완료", "이동", "비행", "상영", "작업", "해결", "입원", "재원" };

    private static IEnumerable<QualityWord> Asked(Quality of, params string[] forms) => forms.SelectMany(f => new QualityWord[] { new(of, $"얼마나 {f}", QualityForm.Asked, true), new(of, $"며칠 {f}", QualityForm.Asked, true), new(of, $"며칠이나 {f}", QualityForm.Asked, true) });

    private static IEnumerable<QualityNoun> Names(Quality of, params string[] nouns) => nouns.Select(n => new QualityNoun(of, n));

    private static IEnumerable<QualityNoun> Units(Quality of, params string[] units) => units.Select(u => new QualityNoun(of, u, Unit: true));
}
