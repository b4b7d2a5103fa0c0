using BiAssistant.Answers.Composition;
using BiAssistant.Semantics.Binding;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Execution;

/// <summary>Why periods without rows are not among the rows of an answer.</summary>
public enum LeftOutPeriods
{
    /// <summary>They are, or there are none.</summary>
    None,

    /// <summary>With every period of every group there would be more rows than are shown.</summary>
    TooMany,

    /// <summary>The data could not be asked from when to when there is any, so that nobody knows which of them are zero.</summary>
    Unknown,
}

/// <summary>The rows of an answer and what it turned out to be about, periods without rows among them.</summary>
/// <param name="Query">With what the data said of its periods.</param>
public sealed record FilledResult(ReadyQuery Query, ResultTable Table, LeftOutPeriods LeftOut);

/// <summary>Puts the periods without rows into an answer, and asks the data from when to when there is any only where that makes a difference.</summary>
public sealed class MissingPeriods(QueryCompiler compiler, ExtentSource extents)
{
    public async Task<FilledResult> FillAsync(ReadyQuery query, ResultTable table, BindingContext context, QueryLimits limits, long agreed, CancellationToken cancellationToken)
    {
        if (query.Bound.Periods is not { InRows: false } periods || table.Truncated || !EveryPeriod.HasGaps(query.Bound, table))
        {
            return new FilledResult(query, table, LeftOutPeriods.None);
        }

        if ((periods.Assumed ? await ToldAsync(query, context, limits, agreed, cancellationToken).ConfigureAwait(false) : query) is not { } told)
        {
            return new FilledResult(query, table, LeftOutPeriods.Unknown);
        }

        return EveryPeriod.Of(told.Bound, table, limits.MaxRows) is { } filled
            ? new FilledResult(told, filled, LeftOutPeriods.None)
            : new FilledResult(told, table, LeftOutPeriods.TooMany);
    }

    /// <summary>The query with what the data says of its periods; null where it does not say, which spoils no number that has been computed.</summary>
    private async Task<ReadyQuery?> ToldAsync(ReadyQuery query, BindingContext context, QueryLimits limits, long agreed, CancellationToken cancellationToken)
    {
        try
        {
            var known = await extents.AfterwardsAsync(query, context, limits, agreed, cancellationToken).ConfigureAwait(false);
            return known.Above.IsEmpty && compiler.Compile(query.Canonical, known.Context).Ready is { } again ? query with { Bound = query.Bound with { Periods = again.Bound.Periods } } : null;
        }
        catch (WarehouseFault)
        {
            return null;
        }
    }
}
