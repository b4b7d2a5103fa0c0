using BiAssistant.Semantics.Loading;
using BiAssistant.Tests.Carrier;
using BiAssistant.Tests.Understanding.Evaluation;
using BiAssistant.Understanding;

namespace BiAssistant.Tests.Understanding.Robustness;

/// <summary>
/// What is understood is understood by grammar and catalog alone: with an invented word for every label, synonym and value of a company, in catalog and questions alike,
/// each question becomes the same query. How often not is a figure that only ever falls.
/// </summary>
[Collection(LearntCompaniesCollection.Name)]
public sealed class InventedWordsTests(LearntCompanies companies)
{
    public static TheoryData<string> Companies => [EvaluatedCompanies.Demo, EvaluatedCompanies.Carrier];

    [Theory]
    [MemberData(nameof(Companies))]
    public void Questions_in_invented_words_become_the_same_queries(string company)
    {
        var learnt = companies.Of(company);
        string[] folders = company == EvaluatedCompanies.Demo
            ? [Path.Combine(Repository.Root, "semantic-models"), Path.Combine(Repository.Root, "metrics")]
            : [Path.Combine(CarrierCompany.Papers, "Catalog")];
        var invented = new InventedCompany(learnt, folders
            .SelectMany(folder => Directory.GetFiles(folder, "*.yml", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => new CatalogText(file, File.ReadAllText(file))));
        var asked = learnt.Answered.Select(answered => (answered.Question, answered.Answer, Invented: invented.Question(answered.Question, answered.Answer))).ToArray();
        var said = new Interpretation[asked.Length];
        Parallel.For(0, asked.Length, i => said[i] = invented.Understander.Understand(new Question(asked[i].Invented, asked[i].Answer.Language), learnt.Today));

        asked.Count(question => question.Invented == question.Question).ShouldBeLessThan(asked.Length / 50);
        Figures.ShouldHold(company, asked.Length, ("invented-words-different", [.. asked.Zip(said)
            .Where(pair => pair.Second is not Understood now || InventedCompany.Written(now.Query) != invented.Query(pair.First.Answer.Query))
            .Select(pair => $"{pair.First.Question}\n    {pair.First.Invented}\n    {invented.Query(pair.First.Answer.Query)}\n    {Told(pair.Second)}")]));
    }

    private static string Told(Interpretation said) => said switch
    {
        Understood understood => InventedCompany.Written(understood.Query),
        Ambiguous ambiguous => $"{ambiguous.Question} {string.Join(" | ", ambiguous.Choices.Select(choice => choice.Label))}",
        NotUnderstood not => string.Join(" | ", not.Issues.Select(issue => $"{issue.Code}: {issue.Message}")),
        _ => "",
    };
}
