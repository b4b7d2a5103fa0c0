namespace BiAssistant.Understanding.Languages.Korean;

/// <summary>Korean words around a length of time: what it is called, how it is asked for, what it begins and ends with.</summary>
internal static class KoreanDurations
{
    /// <summary>Endings of names of lengths of time.</summary>
    public static readonly string[] Lengths = ["까지 걸린 일수", "까지 걸린 시간", "까지 일수", "소요 일수", "소요 시간", "소요일수", "소요시간", "소요일", "기간", "일수", "시간"];

    /// <summary>Endings of what is done, and of its date.</summary>
    public static readonly string[] Forms = ["일자", "일시", "시각", "날짜", "일", "한", "된"];

    public static readonly string[] Asked = ["며칠", "몇 일", "몇 시간", "몇 분", "몇 주", "얼마나"];

    /// <summary>Behind what it ends with.</summary>
    public static readonly string[] Until = ["까지", "하는 데", "하는데", "되는 데", "되는데", "에", "할 때까지", "될 때까지", "하기까지", "되기까지", "이 나기까지", "가 나기까지", "날 때까지", "이 날 때까지", "가 날 때까지"];

    /// <summary>Behind what it begins with.</summary>
    public static readonly string[] Since = ["부터", "에서", "후", "한 후", "된 후", "한 뒤", "된 뒤", "하고"];
}
