using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding;

namespace BiAssistant.Tests.Understanding;

/// <summary>Questions and the query that each of them must become; questions that stand together must become the same.</summary>
public class QuestionTests
{
    public static TheoryData<string, string, string> Understood()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var catalog in new[] { "demo", "freight" })
        {
            var waiting = new List<string>();
            foreach (var line in File.ReadLines(Path.Combine(UnderstandingCatalogs.Folder, "Questions", $"{catalog}-understood.txt")).Where(l => l.Length > 0))
            {
                if (line.StartsWith("=> ", StringComparison.Ordinal))
                {
                    waiting.ForEach(q => data.Add(catalog, q, line[3..]));
                    waiting.Clear();
                }
                else
                {
                    waiting.Add(line);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Understood))]
    public void A_question_becomes_the_query_that_it_means(string catalog, string question, string expected)
    {
        var answer = UnderstandingCatalogs.Ask(catalog, question).ShouldBeOfType<Understood>();

        SemanticQueryJson.Write(answer.Query).ShouldBe(expected);
        answer.Confidence.ShouldBeInRange(0.5, 1);
    }

    public static TheoryData<string, string, string> Declined() => Lines("declined.txt");

    [Theory]
    [MemberData(nameof(Declined))]
    public void What_cannot_be_answered_is_declined_with_a_reason_and_a_way_on(string catalog, string code, string question)
    {
        var refusal = UnderstandingCatalogs.Ask(catalog, question).ShouldBeOfType<NotUnderstood>();

        refusal.Issues[0].Code.ShouldBe(code);
        refusal.Issues[0].Message.ShouldNotBeNullOrWhiteSpace();
    }

    public static TheoryData<string, string, string> AskedBack() => Lines("asked-back.txt");

    [Theory]
    [MemberData(nameof(AskedBack))]
    public void A_real_tie_is_asked_about(string catalog, string choices, string question)
    {
        var asked = UnderstandingCatalogs.Ask(catalog, question).ShouldBeOfType<Ambiguous>();

        asked.Choices.Count.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(choices);
        asked.Choices.Select(c => c.Label).ShouldBeUnique();
        asked.Choices.Select(c => c.Query).ShouldBeUnique();
    }

    private static TheoryData<string, string, string> Lines(string file)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var parts in File.ReadLines(Path.Combine(UnderstandingCatalogs.Folder, "Questions", file)).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|', 3, StringSplitOptions.TrimEntries)))
        {
            data.Add(parts[0], parts[1], parts[2]);
        }

        return data;
    }
}
