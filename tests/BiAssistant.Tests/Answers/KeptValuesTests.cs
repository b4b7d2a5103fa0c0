using BiAssistant.Answers;
using BiAssistant.Answers.Caching;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.Settings;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.Access;
using BiAssistant.Tests.Answers.Access;
using BiAssistant.Tests.Answers.Catalogs;
using BiAssistant.Tests.Warehouses;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers;

/// <summary>The values that people name are read once for a state of the data, whichever process asks, and what is kept is not trusted blindly.</summary>
public sealed class KeptValuesTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Another_process_asks_the_warehouses_nothing_that_one_has_asked()
    {
        var (first, atFirst) = await AskAsync("turnover of Harbour");
        var (again, later) = await AskAsync("turnover of Harbour");

        atFirst.Keys.ShouldBe(["sales", "visits"], ignoreOrder: true);
        later.ShouldBeEmpty();
        again.Rows.ShouldBe(first.Rows);
        again.Status.ShouldBe(AnswerStatus.Answered);
    }

    [Fact]
    public async Task Only_the_warehouse_whose_data_has_changed_is_read_again()
    {
        await AskAsync("visitors in West");

        SqliteUnderTest.Write(_shop.File("visits.sqlite"), "INSERT INTO visits VALUES (4, 'West', '2024-03-10', 7)");
        var (answer, asked) = await AskAsync("visitors in West");

        answer.Rows.ShouldBe([[7L]]);
        asked.Keys.ShouldBe(["visits"]);
    }

    [Theory]
    [InlineData("UPDATE dimension_values SET content = substr(content, 1, length(content) - 1)")]
    [InlineData("UPDATE dimension_values SET content = substr(content, 1, 50) || X'00' || substr(content, 52)")]
    [InlineData("UPDATE dimension_values SET content = substr(content, 33)")]
    [InlineData("UPDATE dimension_values SET content = X''")]
    public async Task What_is_damaged_or_of_an_older_form_is_read_anew(string damage)
    {
        var (first, _) = await AskAsync("turnover of Harbour");
        Change(damage);

        var (answer, asked) = await AskAsync("turnover of Harbour");
        var (_, mended) = await AskAsync("turnover of Harbour");

        answer.Rows.ShouldBe(first.Rows);
        asked.Keys.ShouldBe(["sales", "visits"], ignoreOrder: true);
        mended.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_too_long_to_be_named_is_not_kept()
    {
        SqliteUnderTest.Write(_shop.File("visits.sqlite"), "INSERT INTO visits SELECT 10 + value, printf('%.*c', 5000, 'x') || value, '2024-03-10', 1 FROM generate_series(1, 50)");

        await AskAsync("visitors in North");

        Kept("footfall.visits.region").ShouldBe(["North", "South"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("hr")]
    [InlineData("doctor")]
    public async Task Values_of_sensitive_fields_are_kept_for_nobody(string role)
    {
        using var folder = new TemporaryFolder();
        await AskClinicAsync(folder, role);

        var kept = Rows(folder.File("state.sqlite"), "SELECT field, content FROM dimension_values");
        kept.Select(row => row.Field).ShouldContain("clinic.departments.title");
        kept.Select(row => row.Field).ShouldNotContain("clinic.staff.complaint");
    }

    [Fact]
    public async Task Values_that_nobody_has_read_for_a_month_are_forgotten()
    {
        var time = new ManualTime();
        var path = _shop.File("old.sqlite");
        await StateAt(path, time).SaveValuesAsync("key", "field", [1], CancellationToken.None);

        time.Advance(TimeSpan.FromDays(29));
        (await StateAt(path, time).FindValuesAsync("key", CancellationToken.None)).ShouldBe([1]);
        time.Advance(TimeSpan.FromDays(2));
        (await StateAt(path, time).FindValuesAsync("key", CancellationToken.None)).ShouldBeNull();
    }

    private static StateStore StateAt(string path, TimeProvider time) => StateStore.At(path, time, NullLogger.Instance).Value.ShouldNotBeNull();

    private static async Task AskClinicAsync(TemporaryFolder folder, string role)
    {
        SqliteUnderTest.Write(folder.File("clinic.sqlite"), Clinic.Script);
        folder.Write("catalog/clinic.yml", Clinic.Catalog);
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = ["catalog"],
                Warehouses = [new NamedUrl("plants", $"sqlite:{folder.File("clinic.sqlite")}")],
                State = folder.File("state.sqlite"),
                WorkingDirectory = folder.Path,
                ProgramFolder = folder.Path,
            },
            TimeProvider.System,
            NullLogger.Instance);
        await using var workspace = opened.Value.ShouldNotBeNull(string.Join('\n', opened.Issues));
        await workspace.Pipeline.AskAsync(new AskRequest { Question = "employees of Eyes", As = new Asker(role) }, CancellationToken.None);
    }

    /// <summary>Asks as a process of its own; which warehouses were asked anything, and how often.</summary>
    private async Task<(Answer Answer, Dictionary<string, int> Asked)> AskAsync(string question)
    {
        await using var workspace = _shop.Open();
        HeardWarehouse[] heard = [.. new[] { "sales", "visits" }.Select(name => new HeardWarehouse(workspace.Warehouses.Find(name).Value.ShouldNotBeNull()))];
        await using var asked = new QuestionLog(workspace.State);
        var pipeline = new AnswerPipeline(workspace.Catalog, new WarehouseSet([.. heard]), workspace.State, asked, workspace.Pipeline.Options, TimeProvider.System, NullLogger.Instance);
        var answer = await pipeline.AskAsync(new AskRequest { Question = question, As = new Asker("manager") }, CancellationToken.None);
        return (answer, heard.Where(w => w.Heard.Count > 0).ToDictionary(w => w.Name, w => w.Heard.Count));
    }

    private List<object?> Kept(string field) =>
        [.. Rows(_shop.State, "SELECT field, content FROM dimension_values").Where(row => row.Field == field).SelectMany(row => KeptTable.Read(row.Content).ShouldNotBeNull().Rows).Select(row => row[0])];

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_shop.State};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery().ShouldBeGreaterThan(0);
    }

    private static List<(string Field, byte[] Content)> Rows(string state, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={state};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<(string, byte[])>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), (byte[])reader[1]));
        }

        return rows;
    }
}
