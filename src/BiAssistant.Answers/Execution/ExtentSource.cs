using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Execution;

/// <summary>
/// Asks the data from when to when there is any, where a query looks at other periods than its own: a small companion query on the ordinary way, remembered like
/// any result for as long as the data stays.
/// </summary>
public sealed class ExtentSource(QueryCompiler compiler, ResultSource results)
{
    /// <summary>The context with what the query has to know of its data.</summary>
    public async Task<BindingContext> InformedAsync(SemanticQuery query, BindingContext context, QueryLimits limits, CancellationToken cancellationToken)
    {
        if (compiler.Extents(query, context) is not var (ready, clocks))
        {
            return context;
        }

        var result = await results.GetAsync(ready, limits with { MaxRows = 1 }, cancellationToken).ConfigureAwait(false);
        return result.Table.Rows is [var row, ..]
            ? context with { Extents = clocks.Select((c, i) => c with { First = Instants.Of(row[2 * i]), Last = Instants.Of(row[(2 * i) + 1]) }).ToSeq() }
            : context;
    }
}
