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

    /// <summary>Nobody looked, for looking would have read more than is allowed.</summary>
    public bool TooMuchToRead { get; init; }
}

/// <summary>Finds out from when to when there is data, in all or in a period: a small companion question through the ordinary way, asked when an answer came out empty or reads too much.</summary>
public sealed class DataRange(Catalog catalog, QueryCompiler compiler, ResultSource results)
{
    public async Task<DataSpan> FindAsync(Seq<Field> clocks, AbsolutePeriod? within, BindingContext context, QueryLimits limits, CancellationToken cancellationToken)
    {
        DateTime? first = null;
        DateTime? last = null;
        var tooMuch = false;
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
                Period = within,
            };
            if (compiler.Compile(query, context).Ready is not { } ready)
            {
                continue;
            }

            var reply = await results.GetAsync(ready, limits with { MaxRows = 1 }, agreed: 0, cancellationToken).ConfigureAwait(false);
            tooMuch |= reply is TooMuchToRead;
            if (reply is SourcedResult { Table.Rows: [var row, ..] })
            {
                first = Least(first, Instants.Of(row[0]));
                last = Most(last, Instants.Of(row[1]));
            }
        }

        return tooMuch ? DataSpan.Unknown with { TooMuchToRead = true } : new DataSpan(first, last);
    }

    private static DateTime? Least(DateTime? a, DateTime? b) => a is null || b < a ? b ?? a : a;

    private static DateTime? Most(DateTime? a, DateTime? b) => a is null || b > a ? b ?? a : a;
}
