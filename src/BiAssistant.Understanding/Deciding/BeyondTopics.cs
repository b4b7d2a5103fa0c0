using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Sentences that say which kinds of question are recognised and not computed yet.</summary>
internal static class BeyondTopics
{
    public static string Name(Beyond topic, string language) => language == "ko" ? Korean(topic) : English(topic);

    private static string English(Beyond topic) => topic switch
    {
        Beyond.Reason => "I cannot explain the reasons behind a number yet. I can break the number down.",
        Beyond.Forecast => "I cannot look ahead yet. I can show what has happened so far.",
        Beyond.Comparison => "I cannot set two things against each other yet. I can show both in one breakdown.",
        Beyond.Relation => "I cannot say how one number affects another yet. I can show them side by side.",
        Beyond.Absence => "I cannot answer questions about what never, only or always happened yet.",
        Beyond.Sequence => "I cannot follow first, last or repeated events yet.",
        Beyond.PerEach => "I cannot average over the things of a kind yet. I can show the number for each of them.",
        Beyond.Writing => "I only read data and never change it, and I do not run SQL that is typed in. Ask for a number in plain words.",
        Beyond.Explanation => "I cannot explain the catalog in words yet. I can answer with numbers.",
        Beyond.Target => "I cannot compare with targets yet. I can show the number itself.",
        Beyond.PartOfTime => "I cannot pick days of the week, seasons or times of day yet. I can use days, weeks, months, quarters and years.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Korean(Beyond topic) => topic switch
    {
        Beyond.Reason => "숫자의 원인은 아직 설명할 수 없습니다. 나누어서 보여 드릴 수는 있습니다.",
        Beyond.Forecast => "앞으로의 숫자는 아직 예측할 수 없습니다. 지금까지의 숫자는 보여 드릴 수 있습니다.",
        Beyond.Comparison => "두 가지를 맞대어 비교하는 것은 아직 할 수 없습니다. 한 표에 나누어 보여 드릴 수는 있습니다.",
        Beyond.Relation => "한 숫자가 다른 숫자에 미치는 영향은 아직 알 수 없습니다. 나란히 보여 드릴 수는 있습니다.",
        Beyond.Absence => "한 번도 없었거나 항상 있었던 일에 대한 질문에는 아직 답할 수 없습니다.",
        Beyond.Sequence => "처음, 마지막, 반복된 일에 대한 질문에는 아직 답할 수 없습니다.",
        Beyond.PerEach => "대상 하나당 평균은 아직 계산할 수 없습니다. 대상별 숫자는 보여 드릴 수 있습니다.",
        Beyond.Writing => "데이터를 읽기만 하고 바꾸지 않으며, 입력된 SQL은 실행하지 않습니다. 알고 싶은 숫자를 말로 물어보세요.",
        Beyond.Explanation => "용어 설명은 아직 할 수 없습니다. 숫자로는 답할 수 있습니다.",
        Beyond.Target => "목표와의 비교는 아직 할 수 없습니다. 숫자 자체는 보여 드릴 수 있습니다.",
        Beyond.PartOfTime => "요일, 계절, 시간대로 고르는 것은 아직 할 수 없습니다. 일, 주, 월, 분기, 연도는 쓸 수 있습니다.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
