using BiAssistant.Semantics.Access;

namespace BiAssistant.Tests.Carrier.Questions;

/// <summary>What a question must get.</summary>
internal enum Expected
{
    Rows,
    AskedBack,
    NoNumber,
}

/// <summary>A question of the carrier's people, who asks it, and what it must get; with rows, SQL by hand.</summary>
internal sealed record CarrierQuestion(string Text, Asker Asker, Expected Expected, string Sql)
{
    public static IReadOnlyList<CarrierQuestion> Read(string file)
    {
        var (questions, words, text) = (new List<CarrierQuestion>(), new List<(string Name, string Text)>(), "");
        foreach (var line in Lines(file))
        {
            switch (line)
            {
                case ['l', 'e', 't', ' ', .. var let]:
                    words.Insert(0, ($"{{{let.Split(" = ", 2)[0]}}}", let.Split(" = ", 2)[1]));
                    break;
                case ['=', '>', ' ', .. var sql]:
                    questions.Add(Of(text, Expected.Rows, words.Aggregate(sql, (spelled, word) => spelled.Replace(word.Name, word.Text, StringComparison.Ordinal))));
                    break;
                case "?":
                    questions.Add(Of(text, Expected.AskedBack, ""));
                    break;
                case "!":
                    questions.Add(Of(text, Expected.NoNumber, ""));
                    break;
                default:
                    text = line;
                    break;
            }
        }

        return questions;
    }

    /// <summary>Questions that get less than they must today, but no wrong number.</summary>
    public static IReadOnlyList<string> NotYet() => Lines("not-yet.txt");

    private static List<string> Lines(string file) =>
        [.. File.ReadLines(Path.Combine(CarrierCompany.Papers, "Questions", file)).Where(l => l.Length > 0 && l[0] != '#')];

    private static CarrierQuestion Of(string text, Expected expected, string sql)
    {
        var end = text[0] == '[' ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        return end < 0 ? new(text, Asker.Anyone, expected, sql) : new(text[(end + 2)..], Asker.Parse(text[1..end]), expected, sql);
    }
}
