using System.Collections.Concurrent;
using BiAssistant.Answers;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers;

/// <summary>A warehouse serves those who wait in turn, so it has to be told who asks.</summary>
public sealed class WhoAsksTests
{
    [Fact]
    public async Task A_warehouse_is_told_role_attributes_and_session_of_who_asks()
    {
        using var shop = new Shop();
        await using var workspace = shop.Open();
        var listening = new ListeningWarehouse(workspace.Warehouses.Find("sales").Value.ShouldNotBeNull());
        await using var asked = new QuestionLog(workspace.State);
        var pipeline = new AnswerPipeline(workspace.Catalog, new WarehouseSet([listening, workspace.Warehouses.Find("visits").Value.ShouldNotBeNull()]), workspace.State, asked, workspace.Pipeline.Options, TimeProvider.System, NullLogger.Instance);

        var anyone = await AskerOf(2020, new AskRequest());
        (await AskerOf(2021, new AskRequest())).ShouldBe(anyone);
        var askers = new[]
        {
            anyone,
            await AskerOf(2022, new AskRequest { Session = "one" }),
            await AskerOf(2023, new AskRequest { Session = "two" }),
            await AskerOf(2019, new AskRequest { As = new Asker("clerk", [new UserAttribute("region", "North")]), Session = "one" }),
        };

        askers.ShouldBeUnique();
        askers.ShouldNotContain("");

        async Task<string> AskerOf(int year, AskRequest request)
        {
            var query = $$$"""{"measures":[{"metric":"turnover"}],"period":{"from":"{{{year}}}-01-01","to":"{{{year + 1}}}-01-01"}}""";
            var answer = await pipeline.AskAsync(request with { Query = SemanticQueryJson.Read(query).Value.ShouldNotBeNull() }, default);
            answer.Status.ShouldBe(AnswerStatus.Answered, string.Join('\n', answer.Issues));
            return listening.Heard.Where(limits => limits.Asker.Length > 0).Last().Asker;
        }
    }

    private sealed class ListeningWarehouse(IWarehouse real) : IWarehouse
    {
        public ConcurrentQueue<QueryLimits> Heard { get; } = new();

        public string Name => real.Name;

        public SqlDialect Dialect => real.Dialect;

        public Task<ResultTable> QueryAsync(ValidatedSql sql, QueryLimits limits, CancellationToken cancellationToken)
        {
            Heard.Enqueue(limits);
            return real.QueryAsync(sql, limits, cancellationToken);
        }

        public Task<QueryEstimate> EstimateAsync(ValidatedSql sql, TimeSpan timeout, CancellationToken cancellationToken) => real.EstimateAsync(sql, timeout, cancellationToken);

        public Task<Seq<TableVersion>> VersionsAsync(Seq<Seq<string>> tables, CancellationToken cancellationToken) => real.VersionsAsync(tables, cancellationToken);

        public Task<DatabaseSchema> SchemaAsync(SchemaScope scope, TimeSpan timeout, CancellationToken cancellationToken) => real.SchemaAsync(scope, timeout, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
