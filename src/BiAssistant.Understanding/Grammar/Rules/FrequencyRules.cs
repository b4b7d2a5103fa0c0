namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"who has the most overtime hours", "누가 초과 근무를 가장 많이 했나", "매출이 가장 많은 사람".</summary>
internal sealed class PersonRanked : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (WhichSense { Person: true }, ExtremeMeasureSense { Of: null } extreme) => (new PersonRankedSense(extreme), 0.1),
        (ExtremeMeasureSense { Of: null } extreme, WhichSense { Person: true }) => (new PersonRankedSense(extreme), 0.1),
        (PersonRankedSense, WhichSense) => (left.Sense, 0),
        (WhichSense, PersonRankedSense) => (right.Sense, 0),
        _ => null,
    };
}

/// <summary>"came up most often": the verb beside how often.</summary>
internal sealed class VerbOfFrequency : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (LightVerbSense, FrequentSense) => (right.Sense, 0.1),
        (FrequentSense, LightVerbSense) => (left.Sense, 0.1),
        // "which member has checked in most often"
        (VerbSense, FrequentSense) => (right.Sense, 0.2),
        _ => null,
    };
}
