using BiAssistant.Sql;

namespace BiAssistant.Answers.Narratives;

/// <summary>Where a piece of a sentence comes from, so that it can be said again from the table and compared.</summary>
public abstract record SpanSource
{
    private protected SpanSource()
    {
    }
}

/// <summary>A cell of the answer's table, by position.</summary>
public sealed record CellSource(int Row, int Column) : SpanSource;

/// <summary>The calculations that a sentence may make on cells.</summary>
public enum Calculation
{
    /// <summary>How many cells.</summary>
    Count,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The first as a percentage of the sum of all.</summary>
    Share,

    /// <summary>From the first to the second, as a percentage of the first.</summary>
    Change,

    /// <summary>The second less the first.</summary>
    Difference,
}

/// <summary>A declared calculation on cells of one column.</summary>
public sealed record CalculationSource(Calculation Kind, Seq<CellSource> Cells) : SpanSource;

/// <summary>The label of a column.</summary>
public sealed record NameSource(int Column) : SpanSource;

/// <summary>What the query itself says: its period, its clock.</summary>
public enum QueryFact
{
    Period,
    AsOf,
    Filters,
    FirstData,
    LastData,
}

/// <summary>Something that the query says.</summary>
public sealed record FactSource(QueryFact Fact) : SpanSource;

/// <summary>A piece of a sentence and where it comes from; start and length in characters.</summary>
public sealed record SentenceSpan(int Start, int Length, SpanSource Source);

/// <summary>A sentence whose every numeral lies in a span that is bound to the answer.</summary>
public sealed record NarrativeSentence(string Text, Seq<SentenceSpan> Spans)
{
    /// <summary>Every digit lies in a span, and every span reads as its source does now.</summary>
    public bool HoldsFor(NarrativeFacts facts)
    {
        var bound = new bool[Text.Length];
        foreach (var span in Spans)
        {
            if (span.Start < 0 || span.Start + span.Length > Text.Length || Text.Substring(span.Start, span.Length) != facts.Say(span.Source))
            {
                return false;
            }

            bound.AsSpan(span.Start, span.Length).Fill(true);
        }

        return !Text.Where((letter, i) => char.IsNumber(letter) && !bound[i]).Any();
    }
}
