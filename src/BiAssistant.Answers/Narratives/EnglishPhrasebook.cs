namespace BiAssistant.Answers.Narratives;

/// <summary>English sentences; "came to" suits labels of one and of many.</summary>
public sealed class EnglishPhrasebook : Phrasebook
{
    public override void Total(SentenceBuilder sentence, SpanSource measure, SpanSource value) =>
        sentence.Say(measure).Words(" came to ").Say(value).Words(".");

    public override void Highest(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value, SpanSource? share)
    {
        sentence.SayAll(member).Words(" had the highest ").Say(measure).Words(": ").Say(value);
        if (share is not null)
        {
            sentence.Words(", ").Say(share).Words(" of the sum");
        }

        sentence.Words(".");
    }

    public override void HighestShown(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value) =>
        sentence.Words("Of those shown, ").SayAll(member).Words(" had the highest ").Say(measure).Words(": ").Say(value).Words(".");

    public override void LowestOfAll(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value) =>
        sentence.SayAll(member).Words(" had the lowest ").Say(measure).Words(": ").Say(value).Words(".");

    public override void Lowest(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value) =>
        sentence.Words("The lowest was ").SayAll(member).Words(": ").Say(value).Words(".");

    public override void Sum(SentenceBuilder sentence, SpanSource count, SpanSource sum) =>
        sentence.Words("All ").Say(count).Words(" together come to ").Say(sum).Words(".");

    public override void Trend(SentenceBuilder sentence, SpanSource measure, (SpanSource Period, SpanSource Value) first, (SpanSource Period, SpanSource Value) last, int direction, SpanSource change)
    {
        sentence.Say(measure).Words(" went from ").Say(first.Value).Words(" (").Say(first.Period).Words(") to ").Say(last.Value).Words(" (").Say(last.Period).Words(")");
        if (direction != 0)
        {
            sentence.Words(direction > 0 ? ", up " : ", down ").Say(change);
        }

        sentence.Words(".");
    }

    public override void Peaks(SentenceBuilder sentence, (SpanSource Period, SpanSource Value) highest, (SpanSource Period, SpanSource Value) lowest) =>
        sentence.Words("Highest: ").Say(highest.Period).Words(" with ").Say(highest.Value)
            .Words("; lowest: ").Say(lowest.Period).Words(" with ").Say(lowest.Value).Words(".");

    public override void WholePeriods(SentenceBuilder sentence) => sentence.Words("Of the whole periods only:");

    public override void Nothing(SentenceBuilder sentence) => sentence.Words("No data meets these conditions.");

    public override void NoValue(SentenceBuilder sentence, SpanSource measure) =>
        sentence.Words("There is no value for ").Say(measure).Words(": no data meets these conditions.");

    public override void DataEnds(SentenceBuilder sentence, SpanSource period, SpanSource lastData) =>
        sentence.Words("There is no data for ").Say(period).Words(": it ends on ").Say(lastData).Words(".");

    public override void DataBegins(SentenceBuilder sentence, SpanSource period, SpanSource firstData) =>
        sentence.Words("There is no data for ").Say(period).Words(": it begins on ").Say(firstData).Words(".");

    public override void Basis(SentenceBuilder sentence, SpanSource? period, SpanSource asOf, SpanSource? filters)
    {
        sentence.Words("Period: ");
        _ = period is null ? sentence.Words("all data") : sentence.Say(period);
        sentence.Words("; as of ").Say(asOf);
        if (filters is not null)
        {
            sentence.Words("; filtered by definition: ").Say(filters);
        }

        sentence.Words(".");
    }
}
