using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding;

/// <summary>What someone asked, in a language (ISO 639-1; null means: detect).</summary>
public sealed record Question(string Text, string? Language = null);

/// <summary>What became of a question: one reading, several to choose from, or none. <c>Language</c> is the one it was asked in.</summary>
public abstract record Interpretation
{
    private protected Interpretation(string language) => Language = language;

    public string Language { get; }
}

/// <summary>One reading that explains every word that carries meaning.</summary>
/// <param name="Query">Canonical.</param>
/// <param name="Confidence">0 to 1, calibrated: of answers given with 0.9, nine in ten are right.</param>
/// <param name="Words">Which words meant what.</param>
public sealed record Understood(string Language, SemanticQuery Query, double Confidence, Seq<WordMeaning> Words) : Interpretation(Language);

/// <summary>Readings that differ in meaning: a question back and two to five choices, each a whole query.</summary>
public sealed record Ambiguous(string Language, string Question, Seq<ReadingChoice> Choices) : Interpretation(Language);

/// <summary>Nothing that can be asked: which words were not understood and what comes closest.</summary>
public sealed record NotUnderstood(string Language, Seq<Issue> Issues) : Interpretation(Language);

/// <summary>A reading in the words of a person and the query that it stands for.</summary>
public sealed record ReadingChoice(string Label, SemanticQuery Query);

/// <summary>A span of the question (start and length in characters) and the catalog element or notion that it means.</summary>
public sealed record WordMeaning(int Start, int Length, string Text, string Meaning);
