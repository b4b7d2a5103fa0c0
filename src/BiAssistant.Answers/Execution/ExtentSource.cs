using BiAssistant.Answers.Costs;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Execution;

/// <summary>
/// A context with what a query has to know of its data; or what would have to be read to know it, where that is above what is allowed, and a context that supposes the data to
/// be ten years old, for estimates alone.
/// </summary>
public sealed record InformedContext(BindingContext Context, Seq<EstimatedRead> Above);

/// <summary>
/// Asks the data from when to when there is any: a small companion query on the ordinary way, remembered like any result for as long as the data stays.
/// </summary>
public sealed class ExtentSource(QueryCompiler compiler, ResultSource results)
{
    private const int SupposedYears = 10;

    /// <summary>The context with what the query has to know of its data before it can be computed: where it looks at other periods than its own, or at periods without rows.</summary>
    public Task<InformedContext> InformedAsync(SemanticQuery query, BindingContext context, QueryLimits limits, long agreed, CancellationToken cancellationToken) =>
        AskAsync(compiler.Extents(query, context), context, limits, agreed, cancellationToken);

    /// <summary>The same for a query that has been computed and has periods without rows, so that zero is told from no data; the context itself where no number goes by a clock.</summary>
    public Task<InformedContext> AfterwardsAsync(ReadyQuery query, BindingContext context, QueryLimits limits, long agreed, CancellationToken cancellationToken) =>
        AskAsync(compiler.DataOf(query.Canonical, context), context, limits, agreed, cancellationToken);

    private async Task<InformedContext> AskAsync((ReadyQuery Query, Seq<DataExtent> Clocks)? question, BindingContext context, QueryLimits limits, long agreed, CancellationToken cancellationToken)
    {
        if (question is not var (ready, clocks))
        {
            return new InformedContext(context, []);
        }

        return await results.GetAsync(ready, limits with { MaxRows = 1 }, agreed, cancellationToken).ConfigureAwait(false) switch
        {
            TooMuchToRead { Above: var above } =>
                new InformedContext(context with { Extents = clocks.Select(c => c with { First = context.Now.AddYears(-SupposedYears), Last = context.Now }).ToSeq() }, above),
            SourcedResult { Table.Rows: [var row, ..] } =>
                new InformedContext(context with { Extents = clocks.Select((c, i) => c with { First = Instants.Of(row[2 * i]), Last = Instants.Of(row[(2 * i) + 1]) }).ToSeq() }, []),
            _ => new InformedContext(context, []),
        };
    }
}
