using System.Globalization;
using System.Text;

namespace BiAssistant.Answers.Evaluation;

/// <summary>A report as text: a line for each shape and language, the figures, and what is not right where that is asked for.</summary>
public static class EvaluationText
{
    private static readonly int[] Widths = [-6, -9, 10, 7, 8, 11, 8, 6, 7, 11];

    public static string Write(EvaluationReport report, bool failures)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        Line(text, ["shape", "language", "questions", "right", "%", "asked back", "refused", "wrong", "failed", "unreadable"]);
        foreach (var (shape, language, counts) in report.ByShape)
        {
            Line(text, [shape.ToString("00", CultureInfo.InvariantCulture), language, .. Cells(counts)]);
        }

        Line(text, ["all", "", .. Cells(report.All)]);
        text.Append('\n');
        Figure(text, "right, of questions with an answer", report.Right);
        Figure(text, "asked back, of questions with an answer", report.AskedBack);
        Figure(text, "refused, of questions with an answer", report.Refused);
        Figure(text, "answered wrong, of all questions", report.Wrong);
        Figure(text, "answered, of questions that must be declined or asked back", report.MustDeclineAnswered);
        Figure(text, "wordings that all became the same query, of questions in several", report.ParaphrasesAgreeing);
        if (failures)
        {
            foreach (var question in report.Questions.Where(question => question.Verdict != Verdict.Right))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{question.Line.At.File}:{question.Line.At.Line}: {EvaluationJson.NameOf(question.Verdict).Replace('_', ' ')}: {question.Line.Text}\n");
                Indented(text, question.Reading);
                Indented(text, question.Why);
            }
        }

        return text.ToString();
    }

    private static string[] Cells(VerdictCounts counts) =>
    [
        Whole(counts.Questions), Whole(counts.Right), Percent(new Proportion(counts.Right, counts.Questions)), Whole(counts.AskedBack), Whole(counts.Refused), Whole(counts.Wrong), Whole(counts.Failed),
        Whole(counts.Unreadable),
    ];

    private static void Line(StringBuilder text, string[] cells)
    {
        var line = string.Concat(cells.Zip(Widths, (cell, width) => width < 0 ? cell.PadRight(-width) : cell.PadLeft(width)));
        text.Append(line.TrimEnd()).Append('\n');
    }

    private static void Figure(StringBuilder text, string name, Proportion figure) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}: {figure.Part} of {figure.Whole} ({Percent(figure)} %)\n");

    private static void Indented(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            text.Append("    ").Append(line.ReplaceLineEndings(" ")).Append('\n');
        }
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(Proportion figure) => figure.Percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";
}
