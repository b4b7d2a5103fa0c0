using BiAssistant.Answers;
using BiAssistant.Answers.Costs;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers.Costs;

/// <summary>The shop, whose sales are said to be ten million a day and 1,234,567,890 in all, and whose other tables are said to be small.</summary>
internal sealed class GuardedShop : IAsyncDisposable
{
    public const long AllSales = 1_234_567_890;
    private const long SalesADay = 10_000_000;

    private readonly Shop _shop = new();
    private readonly Workspace _workspace;
    private readonly QuestionLog _asked;
    private readonly AnswerPipeline _pipeline;

    public GuardedShop(long free = 500_000_000, long agreed = 5_000_000_000, Func<ValidatedSql, QueryEstimate>? estimate = null)
    {
        _workspace = _shop.Open();
        Sales = new EstimatingWarehouse(_workspace.Warehouses.Find("sales").Value.ShouldNotBeNull(), estimate ?? Estimate);
        Visits = new EstimatingWarehouse(_workspace.Warehouses.Find("visits").Value.ShouldNotBeNull(), estimate ?? Estimate);
        _asked = new QuestionLog(_workspace.State);
        var options = _workspace.Pipeline.Options with { Reading = new ReadBounds([new NamedBound("sales", new ReadBound(free, agreed)), new NamedBound("visits", new ReadBound(free, agreed))]) };
        _pipeline = new AnswerPipeline(_workspace.Catalog, new WarehouseSet([Sales, Visits]), _workspace.State, _asked, options, TimeProvider.System, NullLogger.Instance);
    }

    public EstimatingWarehouse Sales { get; }

    public EstimatingWarehouse Visits { get; }

    /// <summary>The texts that ran and read sales.</summary>
    public IEnumerable<string> SalesRead => Sales.Ran.Where(text => text.Contains("sales", StringComparison.Ordinal));

    public static QueryEstimate Of(string table, long? rows) => new([new ScanEstimate([table], rows, null)], null);

    public Task<Answer> AskAsync(string question, long mayRead = 0) => _pipeline.AskAsync(new AskRequest { Question = question, MayRead = mayRead }, CancellationToken.None);

    public Task<Answer> QueryAsync(string query, long mayRead = 0, string? language = null) =>
        ChooseAsync(new AnswerChoice("", SemanticQueryJson.Read(query).Value.ShouldNotBeNull()) { MayRead = mayRead }, language);

    public Task<Answer> ChooseAsync(AnswerChoice choice, string? language = null) =>
        _pipeline.AskAsync(new AskRequest { Query = choice.Query, MayRead = choice.MayRead, Language = language, As = new Asker("manager") }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _asked.DisposeAsync();
        await _workspace.DisposeAsync();
        _shop.Dispose();
    }

    /// <summary>As long as the span of days that a text names, or everything where it names none.</summary>
    public static QueryEstimate Estimate(ValidatedSql sql)
    {
        if (!sql.Sql.Text.Contains("sales", StringComparison.Ordinal))
        {
            return Of("stores", 4);
        }

        var days = sql.Sql.Arguments.Select(a => a.Value).Select(v => v switch { SqlDate day => day.Value, SqlTimestamp instant => DateOnly.FromDateTime(instant.Value), _ => (DateOnly?)null }).OfType<DateOnly>().ToList();
        return Of("sales", days.Count == 0 ? AllSales : SalesADay * (days.Max().DayNumber - days.Min().DayNumber));
    }
}
