namespace BiAssistant.Understanding.Languages;

/// <summary>What things have more or less of, and people name by an adjective or a verb rather than by a noun: "how heavy", "오래 걸린".</summary>
internal enum Quality
{
    Weight,
    Price,
    Pay,
    Delay,
    Duration,
    Distance,
    Age,
    Area,
    Height,
    Speed,
}

/// <summary>The part that a word of a quality plays.</summary>
internal enum QualityForm
{
    /// <summary>"heaviest": one end of it.</summary>
    Superlative,

    /// <summary>"heavier", "무거운": more or less of it than something else.</summary>
    Comparative,

    /// <summary>"how heavy": a number for it is asked for.</summary>
    Asked,

    /// <summary>"weigh", "cost": the quality itself, beside what says how it is told.</summary>
    Itself,
}

/// <summary>A word for a quality; <c>High</c> is the end it points to.</summary>
internal sealed record QualityWord(Quality Of, string Text, QualityForm Form, bool High);

/// <summary>How a field that tells a quality is known: by the noun its name ends with, or by the unit it is counted in.</summary>
internal sealed record QualityNoun(Quality Of, string Text, bool Unit = false);
