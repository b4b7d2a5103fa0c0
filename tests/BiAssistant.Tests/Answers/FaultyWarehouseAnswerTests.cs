using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Warehouses;
using BiAssistant.Tests.Warehouses.Misbehaving;
using BiAssistant.Tests.Warehouses.Resilience;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers;

/// <summary>What a person sees of a warehouse that fails while another one does not: parcels lie on a server behind a faulty network, letters in a file.</summary>
public sealed class FaultyWarehouseAnswerTests : IAsyncLifetime, IDisposable
{
    private const string Parcels = """{"measures":[{"metric":"parcels"}]}""";
    private const string Letters = """{"measures":[{"metric":"letters"}]}""";
    private const string Both = """{"measures":[{"metric":"parcels_per_letter"}]}""";

    private readonly TemporaryFolder _folder = new();
    private readonly HastyTime _time = new();
    private FaultyProxy? _proxy;
    private Workspace? _workspace;

    private FaultyProxy Proxy => _proxy ?? throw new InvalidOperationException("There is no server.");

    private Workspace Office => _workspace ?? throw new InvalidOperationException("Nothing is open.");

    public async Task InitializeAsync()
    {
        if (PostgresServer.Missing is not null)
        {
            return;
        }

        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE parcels (town text, weight numeric(8, 2)); INSERT INTO parcels VALUES ('Lund', 1.5), ('Lund', 2.5), ('Ystad', 4)");
        DuckDbUnderTest.Write(_folder.File("letters.duckdb"), "CREATE TABLE letters (town VARCHAR); INSERT INTO letters VALUES ('Lund'), ('Ystad')");
        _folder.Write("catalog/semantic-models/post.yml", Models);
        _proxy = FaultyProxy.Before(database.Place.Host ?? "", database.Place.Port);
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = ["catalog"],
                Warehouses =
                [
                    new NamedUrl("depot", database.Url.Replace($":{database.Place.Port}/", $":{_proxy.Port}/", StringComparison.Ordinal)),
                    new NamedUrl("desk", $"duckdb:{_folder.File("letters.duckdb")}"),
                ],
                Now = new DateTime(2024, 3, 31, 12, 0, 0),
                State = _folder.File("state.sqlite"),
                WorkingDirectory = _folder.Path,
                ProgramFolder = _folder.Path,
            },
            _time,
            NullLogger.Instance);
        _workspace = opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
    }

    public async Task DisposeAsync()
    {
        if (_proxy is not null)
        {
            _proxy.Behave();
            await Office.DisposeAsync();
            await _proxy.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task The_other_warehouse_answers_meanwhile_and_what_failed_answers_when_it_is_back()
    {
        await AnsweredAsync(Parcels, 3m);
        Proxy.Do(new Mischief.Refuses());

        var failed = await AskAsync(Parcels);
        failed.Status.ShouldBe(AnswerStatus.Failed);
        failed.Rows.ShouldBeEmpty();
        failed.Reading.ShouldNotBeNull().ShouldContain("parcels", Case.Insensitive);
        failed.Query.ShouldNotBeNull();
        failed.Issues[0].ShouldSatisfyAllConditions(
            issue => issue.Code.ShouldBe("warehouse_unreachable"),
            issue => issue.Element.ShouldBe("depot"),
            issue => issue.Message.ShouldStartWith("The warehouse 'depot' cannot be opened: nothing answers at 127.0.0.1:"),
            issue => issue.Suggestions.ShouldNotBeEmpty());
        await AnsweredAsync(Letters, 2m);

        Proxy.Behave();
        await AnsweredAsync(Parcels, 3m);
        await AnsweredAsync(Both, 1.5m);
    }

    [PostgresFact]
    public async Task A_question_to_two_warehouses_says_which_of_them_failed()
    {
        Proxy.Do(new Mischief.Refuses());

        (await AskAsync(Both)).Issues[0].Message.ShouldEndWith("The question also reads 'desk'; no part of it was answered.");
        (await AskAsync(Both, "ko")).Issues[0].Message.ShouldSatisfyAllConditions(
            message => message.ShouldStartWith("웨어하우스 'depot'에 연결할 수 없습니다."),
            message => message.ShouldContain("'desk'"));
        File.Delete(_folder.File("letters.duckdb"));
        Proxy.Behave();
        _time.Pass(TimeSpan.FromSeconds(5));

        (await AskAsync(Both)).Issues[0].Message.ShouldContain("letters.duckdb. The question also reads 'depot'");
    }

    [PostgresFact]
    public async Task A_warehouse_that_keeps_failing_is_left_alone_and_then_tried_again()
    {
        Proxy.Do(new Mischief.Refuses());
        await AskAsync(Parcels);
        await AskAsync(Parcels);

        var busy = await AskAsync(Parcels, "ko");
        busy.Status.ShouldBe(AnswerStatus.Failed);
        busy.Issues[0].Code.ShouldBe("warehouse_busy");
        busy.Issues[0].Message.ShouldContain("5초 뒤에 다시 시도하며");

        Proxy.Behave();
        (await AskAsync(Parcels)).Issues[0].Code.ShouldBe("warehouse_busy");
        _time.Pass(TimeSpan.FromSeconds(5));
        await AnsweredAsync(Parcels, 3m);
    }

    [PostgresFact]
    public async Task A_single_cut_is_not_noticed()
    {
        Proxy.Do(new Mischief.Cuts(300, Times: 1));

        await AnsweredAsync(Parcels, 3m);
    }

    [PostgresFact]
    public async Task A_word_that_may_be_a_name_in_a_warehouse_that_is_away_is_not_called_unknown()
    {
        Proxy.Do(new Mischief.Refuses());

        var away = await Office.AskAsync(new AskRequest { Question = "parcels in Lund" }, default);
        away.Status.ShouldBe(AnswerStatus.Failed);
        away.Issues[0].Element.ShouldBe("depot");
        (await Office.AskAsync(new AskRequest { Question = "letters" }, default)).Rows[0][0].ShouldBe(2m);

        Proxy.Behave();
        _time.Pass(TimeSpan.FromMinutes(1));
        var back = await Office.AskAsync(new AskRequest { Question = "parcels in Lund" }, default);
        back.Status.ShouldBe(AnswerStatus.Answered, string.Join('\n', back.Issues));
        Number(back).ShouldBe(2m);
        var unknown = await Office.AskAsync(new AskRequest { Question = "parcels in Flurb" }, default);
        unknown.Status.ShouldBe(AnswerStatus.Refused);
    }

    private async Task AnsweredAsync(string query, decimal number)
    {
        var answer = await AskAsync(query);
        answer.Status.ShouldBe(AnswerStatus.Answered, string.Join('\n', answer.Issues));
        Number(answer).ShouldBe(number);
    }

    private Task<Answer> AskAsync(string query, string language = "en") => Shop.AskAsync(Office, query, request => request with { Language = language });

    private static decimal Number(Answer answer) => Convert.ToDecimal(answer.Rows.ShouldHaveSingleItem()[0], System.Globalization.CultureInfo.InvariantCulture);

    private const string Models =
        """
        version: "0.2.0.dev0"
        semantic_model:
          - name: depot
            warehouse: depot
            datasets:
              - name: parcels
                source: parcels
                entity: {singular: {en: parcel, ko: 소포}, plural: {en: parcels, ko: 소포}}
                fields:
                  - {name: town, expression: town, datatype: String, label: {en: Town, ko: 도시}}
          - name: desk
            warehouse: desk
            datasets:
              - name: letters
                source: letters
                entity: {singular: {en: letter, ko: 편지}, plural: {en: letters, ko: 편지}}
                fields:
                  - {name: town, expression: town, datatype: String, label: {en: Town of the letter, ko: 편지 도시}}
        metrics:
          - {name: parcels, label: {en: Parcels, ko: 소포 수}, expression: COUNT(*), dataset: depot.parcels}
          - {name: letters, label: {en: Letters, ko: 편지 수}, expression: COUNT(*), dataset: desk.letters}
          - {name: parcels_per_letter, label: {en: Parcels per letter, ko: 편지당 소포}, type: ratio, numerator: parcels, denominator: letters}
        """;
}
