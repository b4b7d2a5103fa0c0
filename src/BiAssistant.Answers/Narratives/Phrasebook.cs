namespace BiAssistant.Answers.Narratives;

/// <summary>The sentences of one language: a language is a subclass. Each method writes one sentence out of bound pieces.</summary>
public abstract class Phrasebook
{
    private protected Phrasebook()
    {
    }

    /// <summary>The phrases of a language; a language without its own reads English.</summary>
    public static Phrasebook Of(string language) => language == "ko" ? new KoreanPhrasebook() : new EnglishPhrasebook();

    /// <summary>One number for the whole.</summary>
    public abstract void Total(SentenceBuilder sentence, SpanSource measure, SpanSource value);

    /// <summary>The highest of several, with its share of the sum where there is one.</summary>
    public abstract void Highest(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value, SpanSource? share);

    /// <summary>The highest of the rows that are shown, where others may lie higher.</summary>
    public abstract void HighestShown(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value);

    /// <summary>The lowest of all, said first.</summary>
    public abstract void LowestOfAll(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value);

    /// <summary>The lowest, said after the highest of the same measure.</summary>
    public abstract void Lowest(SentenceBuilder sentence, SpanSource measure, IReadOnlyList<SpanSource> member, SpanSource value);

    /// <summary>The sum over all members.</summary>
    public abstract void Sum(SentenceBuilder sentence, SpanSource count, SpanSource sum);

    /// <summary>From the first period to the last: direction is 1 for more, -1 for less, 0 for the same.</summary>
    public abstract void Trend(SentenceBuilder sentence, SpanSource measure, (SpanSource Period, SpanSource Value) first, (SpanSource Period, SpanSource Value) last, int direction, SpanSource change);

    /// <summary>The period with the highest and the one with the lowest number.</summary>
    public abstract void Peaks(SentenceBuilder sentence, (SpanSource Period, SpanSource Value) highest, (SpanSource Period, SpanSource Value) lowest);

    /// <summary>Periods that are cut off are in the table and not compared.</summary>
    public abstract void WholePeriods(SentenceBuilder sentence);

    /// <summary>No row meets the conditions.</summary>
    public abstract void Nothing(SentenceBuilder sentence);

    /// <summary>Rows are there and no number in them.</summary>
    public abstract void NoValue(SentenceBuilder sentence, SpanSource measure);

    /// <summary>The period begins after the last data.</summary>
    public abstract void DataEnds(SentenceBuilder sentence, SpanSource period, SpanSource lastData);

    /// <summary>The period ends before the first data.</summary>
    public abstract void DataBegins(SentenceBuilder sentence, SpanSource period, SpanSource firstData);

    /// <summary>What the numbers cover: the period (null: all data), the clock, the filters that definitions apply (null: none).</summary>
    public abstract void Basis(SentenceBuilder sentence, SpanSource? period, SpanSource asOf, SpanSource? filters);
}
