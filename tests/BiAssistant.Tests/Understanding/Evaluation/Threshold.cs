using System.Globalization;
using BiAssistant.Answers.Evaluation;

namespace BiAssistant.Tests.Understanding.Evaluation;

/// <summary>How well a company's questions have to be answered: a figure in percent that may not be less, or not be more.</summary>
internal sealed record Threshold(string Company, string Figure, bool AtLeast, double Percent)
{
    /// <summary>A figure that is so much better than what is written has to be written.</summary>
    private const double Slack = 3;

    /// <summary>The same for figures of which little is allowed.</summary>
    private const double SlackOfLittle = 1;

    public string Name => $"{Company} {Figure}";

    public static IReadOnlyList<Threshold> Written() =>
    [
        .. File.ReadLines(Path.Combine(EvaluatedCompanies.Papers, "thresholds.txt")).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new Threshold(words[0], words[1], words[2] switch { "at-least" => true, "at-most" => false, _ => throw new FormatException(words[2]) }, double.Parse(words[3], CultureInfo.InvariantCulture))),
    ];

    /// <summary>What was measured, as it would be written: rounded so that the same result passes.</summary>
    public static IEnumerable<Threshold> Measured(string company, EvaluationReport report)
    {
        yield return Least(company, "right", report.Right);
        foreach (var shape in report.Questions.Select(question => question.Block.Shape).Distinct().Order())
        {
            yield return Least(company, string.Create(CultureInfo.InvariantCulture, $"right-{shape:00}"), report.RightOf(shape));
        }

        yield return Least(company, "paraphrases", report.ParaphrasesAgreeing);
        yield return Most(company, "wrong", report.Wrong);
        yield return Most(company, "must-decline-answered", report.MustDeclineAnswered);
        yield return Most(company, "failed", Proportion.Of(report.Questions, question => question.Verdict == Verdict.Failed));
    }

    public bool IsMetBy(Threshold measured) => AtLeast ? measured.Percent >= Percent : measured.Percent <= Percent;

    public bool IsFarBehind(Threshold measured) => AtLeast ? measured.Percent > Percent + Slack : measured.Percent < Percent - SlackOfLittle;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Company} {Figure} {(AtLeast ? "at-least" : "at-most")} {Percent:0.0}");

    private static Threshold Least(string company, string figure, Proportion measured) => new(company, figure, AtLeast: true, Math.Floor(10 * (measured.Percent ?? 0)) / 10);

    private static Threshold Most(string company, string figure, Proportion measured) => new(company, figure, AtLeast: false, Math.Ceiling(10 * (measured.Percent ?? 0)) / 10);
}
