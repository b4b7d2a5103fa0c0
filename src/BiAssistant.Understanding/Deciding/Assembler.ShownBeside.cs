using BiAssistant.Semantics.Catalogs;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;

namespace BiAssistant.Understanding.Deciding;

/// <content>What is to be shown of the things that a limit or a ranking finds.</content>
internal sealed partial class Assembler
{
    /// <summary>"stores with more than 200 orders and their return rate", "주문이 200건 넘는 매장과 반품률": a number of those that a limit or a ranking finds.</summary>
    private bool IsShownBeside(Phrase phrase)
    {
        if (!_sentence.Phrases.TakeWhile(p => p != phrase).Any(p => p.Sense is MeasureLimitSense or LimitInPeriodSense or ConditionSense or MeasureComparedSense or ExtremeMeasureSense or RankingSense or CountedSense or ExtremeSense))
        {
            return false;
        }

        if (IsKorean)
        {
            return Before(phrase) is { } before && before.End == phrase.Start && ThingNamedLast(before) is not null;
        }

        var number = phrase.Leaves().First(l => l.Sense is not JoinSense).Start;
        return Enumerable.Range(phrase.Start, number - phrase.Start).Any(i => EnglishWords.Own.Contains(_atoms[i].Key) || _atoms[i].Raw is "what" || (_atoms[i].Raw is "the" && Before(phrase)?.Sense is DateSense or RelativePeriodSense or RangeSense));
    }

    private bool NamesItAgain(Phrase again) =>
        IsKorean && _sentence.Phrases.Any(p => p.Sense is MeasuresSense && p.Start >= again.End) && Before(again) is { } before && before.End == again.Start && ThingNamedLast(again) is { } thing && ThingNamedLast(before) == thing;

    /// <summary>The things whose name ends the phrase; null when another word ends it.</summary>
    private static Dataset? ThingNamedLast(Phrase phrase) => phrase.Leaves().LastOrDefault(l => l.Sense is not (GroupEndingSense or NumberSense or CounterSense or FillerSense))?.Sense switch
    {
        EntitySense entity => entity.Dataset,
        FieldSense { Field: var field } when field == field.Dataset.NameField => field.Dataset,
        _ => null,
    };
}
