using BiAssistant.Answers;
using BiAssistant.Answers.Caching;
using BiAssistant.Answers.Evaluation;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Tree;
using BiAssistant.Tests.Understanding.Evaluation;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grounding;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Tests.Understanding.Robustness;

/// <summary>A company whose values have been learnt from its warehouses, understood without them from then on, with the questions of its sets that are answered.</summary>
internal sealed class LearntCompany
{
    private LearntCompany(string name, Catalog catalog, IReadOnlyList<IndexedValue> values, IReadOnlyList<string> questions, DateTime now)
    {
        (Name, Catalog, Values) = (name, catalog, values);
        Today = new BindingContext(Asker.Anyone, now);
        Understander = new Understander(catalog, ValueIndex.Build(catalog, values));
        Answered = [.. Understand(questions)];
    }

    public string Name { get; }

    public Catalog Catalog { get; }

    public IReadOnlyList<IndexedValue> Values { get; }

    public BindingContext Today { get; }

    public Understander Understander { get; }

    /// <summary>The questions that have an answer and are understood, each with what it was taken for.</summary>
    public IReadOnlyList<(string Question, Understood Answer)> Answered { get; }

    /// <summary>Learns the values as whoever asks first does: they stand in the state store then.</summary>
    public static async Task<LearntCompany> LearnAsync(string name, Workspace workspace, string state, DateTime now)
    {
        await workspace.Pipeline.AskAsync(new AskRequest { Question = "?" }, CancellationToken.None);
        var read = await QuestionFiles.ReadAsync([name], EvaluatedCompanies.Papers, CancellationToken.None);
        var blocks = (read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Issues))).Blocks;
        var questions = blocks.Where(block => block.Shape != 90).SelectMany(block => block.Lines).Select(line => line.Text).Distinct().ToList();
        return new LearntCompany(name, workspace.Catalog, Kept(workspace.Catalog, state), questions, now);
    }

    public Interpretation Ask(string question) => Understander.Understand(new Question(question), Today);

    /// <summary>What becomes of many questions, in their order.</summary>
    public IReadOnlyList<(string Question, Interpretation Said)> AskAll(IReadOnlyList<string> questions)
    {
        var said = new (string, Interpretation)[questions.Count];
        Parallel.For(0, questions.Count, i => said[i] = (questions[i], Ask(questions[i])));
        return said;
    }

    private IEnumerable<(string Question, Understood Answer)> Understand(IReadOnlyList<string> questions) =>
        AskAll(questions).Where(asked => asked.Said is Understood).Select(asked => (asked.Question, (Understood)asked.Said));

    private static List<IndexedValue> Kept(Catalog catalog, string state)
    {
        var fields = catalog.Fields.ToDictionary(field => field.Id);
        using var connection = new SqliteConnection($"Data Source={state};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = new SqliteCommand("SELECT field, content FROM dimension_values ORDER BY field", connection);
        using var reader = command.ExecuteReader();
        var values = new List<IndexedValue>();
        while (reader.Read())
        {
            var field = fields[reader.GetString(0)];
            values.AddRange((KeptTable.Read((byte[])reader[1]) ?? throw new InvalidOperationException(field.Id)).Rows
                .Select(row => row[0] is string text ? text : throw new InvalidOperationException(field.Id))
                .Select(text => new IndexedValue(field, new SqlText(text), text, 1)));
        }

        return values;
    }
}
