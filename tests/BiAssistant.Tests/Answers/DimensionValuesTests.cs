using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Access;
using BiAssistant.Tests.Warehouses;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Tests.Answers;

public sealed class DimensionValuesTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Values_are_kept_by_the_state_of_the_data()
    {
        await AskAsync("turnover of Harbour", Asker.Anyone);
        var kept = Kept();
        await AskAsync("turnover of Harbour", Asker.Anyone);

        kept.ShouldContain("shop.stores.name");
        kept.ShouldContain("shop.stores.region");
        Kept().ShouldBe(kept);
    }

    [Fact]
    public async Task A_new_value_in_the_data_is_known_to_the_next_process()
    {
        (await AskAsync("visitors in West", new Asker("manager"))).Status.ShouldBe(AnswerStatus.Refused);

        SqliteUnderTest.Write(_shop.File("visits.sqlite"), "INSERT INTO visits VALUES (4, 'West', '2024-03-10', 7)");
        var answer = await AskAsync("visitors in West", new Asker("manager"));

        answer.Rows.ShouldBe([[7L]]);
    }

    [Fact]
    public async Task Nobody_learns_of_values_that_they_may_not_see()
    {
        SqliteUnderTest.Write(_shop.File("visits.sqlite"), "INSERT INTO visits VALUES (4, 'Atlantis', '2024-03-10', 7)");
        var manager = await AskAsync("visitors in Atlantis", new Asker("manager"));
        var clerk = await AskAsync("visitors in Atlantys", Asker.Parse("clerk,region=North"));

        manager.Rows.ShouldBe([[7L]]);
        clerk.Status.ShouldBe(AnswerStatus.Refused);
        clerk.Issues.ShouldNotContain(issue => issue.Message.Contains("Atlantis", StringComparison.Ordinal) || issue.Suggestions.Any(s => s.Contains("Atlantis", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_one_warehouse_the_other_is_asked_and_the_gap_is_told()
    {
        var answer = await AskAsync("turnover in 2024", new Asker("manager"), o => o with { Warehouses = [o.Warehouses[0], new NamedUrl("visits", "sqlite:gone.sqlite")] });

        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Rows.ShouldBe([[800.3m]]);
        answer.Warnings.ShouldContain(w => w.Code == "index_incomplete");
    }

    private async Task<Answer> AskAsync(string question, Asker asker, Func<WorkspaceOptions, WorkspaceOptions>? options = null)
    {
        await using var workspace = _shop.Open(options);
        return await workspace.Pipeline.AskAsync(new AskRequest { Question = question, As = asker }, CancellationToken.None);
    }

    private List<string> Kept()
    {
        using var connection = new SqliteConnection($"Data Source={_shop.State};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("SELECT field FROM dimension_values ORDER BY field, key", connection);
        using var reader = command.ExecuteReader();
        var fields = new List<string>();
        while (reader.Read())
        {
            fields.Add(reader.GetString(0));
        }

        return fields;
    }
}
