using BiAssistant.Sql;
using BiAssistant.Understanding;

namespace BiAssistant.Web.Text;

/// <summary>A piece of a question: words that mean something, or what stands between them. All pieces together are the question as it was typed.</summary>
/// <param name="Meaning">The element of the catalog or the notion that the words were taken for; null for what only joins others.</param>
public sealed record QuestionPiece(string Text, string? Meaning)
{
    /// <summary>Cuts a question where its understood words begin and end; words that lie outside of it, or over others, are left as they are.</summary>
    public static IEnumerable<QuestionPiece> Of(string question, Seq<WordMeaning> words)
    {
        var at = 0;
        foreach (var word in words.OrderBy(w => w.Start).ThenByDescending(w => w.Length))
        {
            if (word.Start < at || word.Length <= 0 || word.Length > question.Length - word.Start)
            {
                continue;
            }

            if (word.Start > at)
            {
                yield return new QuestionPiece(question[at..word.Start], null);
            }

            at = word.Start + word.Length;
            yield return new QuestionPiece(question[word.Start..at], word.Meaning);
        }

        if (at < question.Length)
        {
            yield return new QuestionPiece(question[at..], null);
        }
    }
}
