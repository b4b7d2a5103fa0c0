using BiAssistant.Tests.Evaluation.RowByRow;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>
/// The product's answer beside the evaluator's: the same cells, or neither has any because there is no such number. Of a period to come the product may say that nothing is
/// known yet.
/// </summary>
internal static class SideBySide
{
    /// <summary>The first differences of a question are enough to see what is wrong.</summary>
    private const int Shown = 3;

    public static async Task<IEnumerable<string>> DifferencesAsync(Product product, string engine, Question question, Setting setting)
    {
        var (rows, declined) = await product.AskAsync(engine, question);
        IEnumerable<string> differences;
        try
        {
            var expected = new Evaluator(setting).Answer(question.Query);
            differences = declined is null ? Cells.Differences(rows, expected, Known(question, setting)).Take(Shown)
                : question.Period.From >= setting.Tomorrow ? []
                : [$"should be answered and is declined: {declined}"];
        }
        catch (NotSupportedException none)
        {
            differences = declined is null ? [$"should be declined, because {none.Message}"] : [];
        }

        return differences.Select(difference => $"{question} {difference}, where {string.Join(", ", question.Metrics.SelectMany(metric => metric.WithNeeds).Distinct())}").ToList();
    }

    /// <summary>The first instant that need not be there: after today, and after the last data.</summary>
    private static DateTime Known(Question question, Setting setting)
    {
        var last = question.Query.Measures.Max(measure => measure.LastData) ?? setting.Tomorrow;
        return last < setting.Tomorrow ? last.AddTicks(1) : setting.Tomorrow;
    }
}
