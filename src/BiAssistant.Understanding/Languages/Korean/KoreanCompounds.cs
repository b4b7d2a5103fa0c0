namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>Nouns that names of fields end with, run together with what they are of: 채널 of 판매채널, 권역 of 영업권역.</summary>
internal static class KoreanCompounds
{
    private static readonly string[] Heads =
    [
        "채널", "권역", "지역", "등급", "유형", "상태", "종류", "구분", "부서", "분류", "방법", "방식", "경로", "사유", "원인", "직급", "직책", "직무", "단가", "수단", "형태", "코드", "번호", "이름", "구역", "점수", "일수", "면적", "용량", "규모", "국가", "도시", "주소", "브랜드", "담당자", "기간", "심각도", "우선순위", "난이도", "업종", "직종", "학과", "전공", "학년", "층수", "인원",
    ];

    /// <summary>The noun at the end of a name without spaces, where something stands before it; null where there is none.</summary>
    public static string? HeadOf(string name) =>
        name.Length > 3 && name.All(c => c is >= '\uAC00' and <= '\uD7A3') ? Heads.FirstOrDefault(h => name.EndsWith(h, StringComparison.Ordinal) && name.Length - h.Length > 1) : null;
}
