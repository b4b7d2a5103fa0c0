using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Composition;

/// <summary>The first and the last instant that there is data for; null where a table is empty or has no clock.</summary>
public sealed record DataSpan(DateTime? First, DateTime? Last)
{
    public static readonly DataSpan Unknown = new(null, null);
}

/// <summary>Finds out from when to when there is data: a small companion question, asked only when an answer came out empty, through the ordinary way.</summary>
public sealed class DataRange(Catalog catalog, QueryCompiler compiler, ResultSource results)
{
    public async Task<DataSpan> FindAsync(Seq<Field> clocks, BindingContext context, CancellationToken cancellationToken)
    {
        DateTime? first = null;
        DateTime? last = null;
        foreach (var clock in clocks)
        {
            var name = catalog.NameOf(clock);
            var query = new SemanticQuery
            {
                Measures =
                [
                    new AggregateMeasure(AggregateFunction.Min, name) { As = "first" },
                    new AggregateMeasure(AggregateFunction.Max, name) { As = "last" },
                ],
            };
            if (compiler.Compile(query, context).Ready is not { } ready)
            {
                continue;
            }

            var result = await results.GetAsync(ready, QueryLimits.Default with { MaxRows = 1 }, cancellationToken).ConfigureAwait(false);
            if (result.Table.Rows is [var row, ..])
            {
                first = Least(first, Instants.Of(row[0]));
                last = Most(last, Instants.Of(row[1]));
            }
        }

        return new DataSpan(first, last);
    }

    private static DateTime? Least(DateTime? a, DateTime? b) => a is null || b < a ? b ?? a : a;

    private static DateTime? Most(DateTime? a, DateTime? b) => a is null || b > a ? b ?? a : a;
}
