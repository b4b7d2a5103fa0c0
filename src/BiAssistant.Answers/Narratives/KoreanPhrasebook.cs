namespace BiAssistant.Answers.Narratives;

/// <summary>Korean sentences in the formal style; particles follow the sound of what they are attached to.</summary>
public sealed class KoreanPhrasebook : Phrasebook
{
    public override void Total(SentenceBuilder sentence, SpanSource measure, SpanSource value) =>
        sentence.Say(measure, KoreanParticles.Topic).Words(" ").Say(value).Words("입니다.");

    public override void Highest(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value, SpanSource? share)
    {
        sentence.Say(measure, KoreanParticles.Subject).Words(" 가장 높은 항목은 ").SayAll(member, KoreanParticles.Toward).Words(", ").Say(value);
        if (share is not null)
        {
            sentence.Words("(합계의 ").Say(share).Words(")");
        }

        sentence.Words("입니다.");
    }

    public override void HighestShown(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value) =>
        sentence.Words("표시된 항목 중 ").Say(measure, KoreanParticles.Subject).Words(" 가장 높은 항목은 ").SayAll(member, KoreanParticles.Toward).Words(", ").Say(value).Words("입니다.");

    public override void LowestOfAll(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value) =>
        sentence.Say(measure, KoreanParticles.Subject).Words(" 가장 낮은 항목은 ").SayAll(member, KoreanParticles.Toward).Words(", ").Say(value).Words("입니다.");

    public override void Lowest(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value) =>
        sentence.Words("가장 낮은 항목은 ").SayAll(member, KoreanParticles.Toward).Words(", ").Say(value).Words("입니다.");

    public override void Sum(SentenceBuilder sentence, SpanSource count, SpanSource sum) =>
        sentence.Words("전체 ").Say(count).Words("개 항목의 합계는 ").Say(sum).Words("입니다.");

    public override void Trend(SentenceBuilder sentence, SpanSource measure, (SpanSource Period, SpanSource Value) first, (SpanSource Period, SpanSource Value) last, int direction, SpanSource change)
    {
        sentence.Say(measure, KoreanParticles.Topic).Words(" ").Say(first.Period).Words(" ").Say(first.Value).Words("에서 ").Say(last.Period).Words(" ");
        _ = direction switch
        {
            > 0 => sentence.Say(last.Value, KoreanParticles.Toward).Words(" ").Say(change).Words(" 늘었습니다."),
            < 0 => sentence.Say(last.Value, KoreanParticles.Toward).Words(" ").Say(change).Words(" 줄었습니다."),
            _ => sentence.Say(last.Value, KoreanParticles.Toward).Words(" 변동이 없었습니다."),
        };
    }

    public override void Peaks(SentenceBuilder sentence, (SpanSource Period, SpanSource Value) highest, (SpanSource Period, SpanSource Value) lowest) =>
        sentence.Words("가장 높은 때는 ").Say(highest.Period).Words("(").Say(highest.Value)
            .Words("), 가장 낮은 때는 ").Say(lowest.Period).Words("(").Say(lowest.Value).Words(")입니다.");

    public override void WholePeriods(SentenceBuilder sentence) => sentence.Words("온전한 기간만 비교하면 다음과 같습니다.");

    public override void Nothing(SentenceBuilder sentence) => sentence.Words("조건에 맞는 데이터가 없습니다.");

    public override void NoValue(SentenceBuilder sentence, SpanSource measure) =>
        sentence.Words("조건에 맞는 데이터가 없어 ").Say(measure, KoreanParticles.Object).Words(" 계산할 수 없습니다.");

    public override void DataEnds(SentenceBuilder sentence, SpanSource period, SpanSource lastData) =>
        sentence.Say(period).Words("에 해당하는 데이터가 없습니다. 데이터는 ").Say(lastData).Words("까지 있습니다.");

    public override void DataBegins(SentenceBuilder sentence, SpanSource period, SpanSource firstData) =>
        sentence.Say(period).Words("에 해당하는 데이터가 없습니다. 데이터는 ").Say(firstData).Words("부터 있습니다.");

    public override void Basis(SentenceBuilder sentence, SpanSource? period, SpanSource asOf, SpanSource? filters)
    {
        sentence.Words("기간: ");
        _ = period is null ? sentence.Words("전체 기간") : sentence.Say(period);
        sentence.Words(", 기준 시각: ").Say(asOf);
        if (filters is not null)
        {
            sentence.Words(", 정의에 따른 필터: ").Say(filters);
        }

        sentence.Words(".");
    }
}
