using BiAssistant.Answers.Evaluation;

namespace BiAssistant.Tests.Understanding.Evaluation;

/// <summary>What understanding is examined by: questions over several companies, written with their SQL before the rules that answer them.</summary>
public sealed class EvaluationTests(EvaluatedCompanies companies) : IClassFixture<EvaluatedCompanies>
{
    private const int MostListed = 40;

    public static TheoryData<string> Companies => [EvaluatedCompanies.Demo, EvaluatedCompanies.Carrier, .. ScriptedCompany.All];

    [Theory]
    [MemberData(nameof(Companies))]
    public void Questions_are_answered_at_least_as_well_as_is_written_down(string company)
    {
        var report = companies.Reports[company];
        var measured = Threshold.Measured(company, report).ToDictionary(threshold => threshold.Name);

        Threshold.Written().Where(threshold => threshold.Company == company && !threshold.IsMetBy(measured[threshold.Name])).Select(threshold => $"{threshold}, but it is {measured[threshold.Name].Percent}")
            .ShouldBeEmpty(EvaluationText.Write(report, failures: false) + Listed(report, Verdict.Wrong, Verdict.Failed));
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void What_has_got_better_is_written_down(string company)
    {
        var written = Threshold.Written().ToDictionary(threshold => threshold.Name);
        var measured = Threshold.Measured(company, companies.Reports[company]).ToList();

        measured.Where(figure => !written.TryGetValue(figure.Name, out var known) || known.IsFarBehind(figure))
            .ShouldBeEmpty($"Write into thresholds.txt what is measured now:\n{string.Join('\n', measured)}\n");
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void Every_SQL_by_hand_can_be_run(string company) => companies.Reports[company].Unreadable.ShouldBeEmpty();

    [Fact]
    public void The_questions_are_enough_to_judge_by()
    {
        var questions = companies.Reports.Values.SelectMany(report => report.Questions).ToList();
        int[] shapes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15];

        foreach (var (shape, language) in shapes.SelectMany(shape => new[] { (shape, "en"), (shape, "ko") }))
        {
            questions.Where(question => question.HasRows && question.Block.Shape == shape && question.Block.Language == language).DistinctBy(question => question.Block.At).Count()
                .ShouldBeGreaterThanOrEqualTo(20, $"questions of shape {shape} in {language}");
        }

        questions.Count(question => !question.HasRows).ShouldBeGreaterThanOrEqualTo(100);
        questions.Select(question => question.Block).DistinctBy(block => block.At).Count(block => block.Lines.Count is >= 3 and <= 5).ShouldBeGreaterThanOrEqualTo(60);
        companies.Reports.Values.ShouldAllBe(report => report.Questions.DistinctBy(question => question.Line.Text).Count() == report.Questions.Count);
    }

    private static string Listed(EvaluationReport report, params Verdict[] verdicts) => string.Join('\n', report.Questions
        .Where(question => verdicts.Contains(question.Verdict))
        .Take(MostListed)
        .Select(question => $"{question.Line.At.File}:{question.Line.At.Line}: {question.Verdict}: {question.Line.Text}\n    {question.Reading}\n    {question.Why}"));
}
