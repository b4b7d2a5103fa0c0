using BiAssistant.Answers.Composition;
using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Costs;

/// <summary>A question over a shorter period that may run without asking, and how many rows it reads.</summary>
public sealed record NarrowerQuery(SemanticQuery Query, long Rows);

/// <summary>
/// Looks for the same question over a shorter period that reads little enough: whole periods up to the end of the data, the longest first, each one compiled and
/// estimated as if it had been asked. A coarser breakdown is no way out, for it reads the same rows.
/// </summary>
public sealed class NarrowerQueries(Catalog catalog, QueryCompiler compiler, ExtentSource extents, DataRange range, CostGuard guard)
{
    private const int MostOffered = 3;
    private static readonly TimeSpan TimeToLook = TimeSpan.FromSeconds(2);

    /// <param name="query">What was asked, as it was said.</param>
    /// <param name="canonical">What it means.</param>
    /// <param name="above">What it reads too much of.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="limits">Of the small questions to the data that this takes.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<Seq<NarrowerQuery>> FindAsync(SemanticQuery query, SemanticQuery canonical, Seq<EstimatedRead> above, BindingContext context, QueryLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(canonical);
        ArgumentNullException.ThrowIfNull(context);
        var found = new List<NarrowerQuery>();
        var rows = Sum(above);
        foreach (var period in await PeriodsAsync(query, canonical, context, limits, cancellationToken).ConfigureAwait(false))
        {
            if (found.Count < MostOffered
                && await TryAsync(Over(query, period), context, limits, cancellationToken).ConfigureAwait(false) is { } narrower
                && narrower.Rows < rows)
            {
                found.Add(narrower);
            }
        }

        return found.ToSeq();
    }

    /// <summary>Whole periods within the one that was asked for and the data that there is, the longest first; none where the other period of a comparison is fixed.</summary>
    private async Task<Seq<AbsolutePeriod>> PeriodsAsync(SemanticQuery query, SemanticQuery canonical, BindingContext context, QueryLimits limits, CancellationToken cancellationToken)
    {
        var calendar = QueryCalendar.Of(canonical, catalog);
        var today = context.Now.Date.AddDays(1);
        var probe = Over(query, new AbsolutePeriod(today.AddYears(-1), today));
        if (Innermost(query).Compare is CompareWith || compiler.Compile(probe, context).Ready is not { Bound: var bound })
        {
            return [];
        }

        var asked = Innermost(canonical).Period as AbsolutePeriod ?? new AbsolutePeriod(null, null);
        var latest = asked.To < today ? asked.To.Value : today;
        if (await SpanAsync(Innermost(bound).Facts.PeriodFields, ShorterPeriods.UpTo(latest, calendar), context, limits with { Timeout = TimeToLook }, cancellationToken).ConfigureAwait(false) is not { } data)
        {
            return [];
        }

        var end = data.Last?.Date.AddDays(1) < latest ? data.Last.Value.Date.AddDays(1) : latest;
        var shortest = query.GroupBy.OfType<TimeGrouping>().Select(g => DaysOf(g.Grain)).DefaultIfEmpty(0).Max();
        return ShorterPeriods.UpTo(end, calendar)
            .Where(p => p.From > (data.First ?? DateTime.MinValue) && (asked.From is null || p.From >= asked.From) && p != asked && (p.To - p.From) >= TimeSpan.FromDays(shortest))
            .ToSeq();
    }

    /// <summary>
    /// From when to when there is data, or its end alone where the whole is too much to read: then the shortest period that holds any is looked for. Null where none
    /// that may be looked at holds any; nothing known where looking takes too long.
    /// </summary>
    private async Task<DataSpan?> SpanAsync(Seq<Field> clocks, IEnumerable<AbsolutePeriod> periods, BindingContext context, QueryLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            var whole = await range.FindAsync(clocks, within: null, context, limits, cancellationToken).ConfigureAwait(false);
            if (!whole.TooMuchToRead)
            {
                return whole;
            }

            foreach (var period in periods.Reverse())
            {
                var part = await range.FindAsync(clocks, period, context, limits, cancellationToken).ConfigureAwait(false);
                if (part.TooMuchToRead || part.Last is not null)
                {
                    return part.TooMuchToRead ? null : part with { First = null };
                }
            }

            return null;
        }
        catch (WarehouseFault fault) when (fault.Kind == WarehouseFaultKind.Timeout)
        {
            return DataSpan.Unknown;
        }
    }

    private async Task<NarrowerQuery?> TryAsync(SemanticQuery query, BindingContext context, QueryLimits limits, CancellationToken cancellationToken)
    {
        var informed = await extents.InformedAsync(query, context, limits, agreed: 0, cancellationToken).ConfigureAwait(false);
        if (!informed.Above.IsEmpty || compiler.Compile(query, informed.Context).Ready is not { } ready)
        {
            return null;
        }

        var reads = await guard.EstimateAsync(ready.Plan, cancellationToken).ConfigureAwait(false);
        return reads.All(read => read.IsAllowed(agreed: 0)) && reads.Any(read => read.Rows is not null)
            ? new NarrowerQuery(ready.Canonical, Sum(reads))
            : null;
    }

    private static long Sum(Seq<EstimatedRead> reads) => (long)Math.Min(reads.Sum(read => (decimal)(read.Rows ?? 0)), long.MaxValue);

    /// <summary>A question about the results of another is narrowed where its rows come from.</summary>
    private static SemanticQuery Over(SemanticQuery query, AbsolutePeriod period) =>
        query.Over is { } inner ? query with { Over = Over(inner, period) } : query with { Period = period };

    private static SemanticQuery Innermost(SemanticQuery query) => query.Over is { } inner ? Innermost(inner) : query;

    private static BoundQuery Innermost(BoundQuery query) => query.Inner is { } inner ? Innermost(inner) : query;

    /// <summary>A breakdown by year is not offered over a month of one.</summary>
    private static int DaysOf(TimeGrain grain) => grain switch
    {
        TimeGrain.Hour => 0,
        TimeGrain.Day => 1,
        TimeGrain.Week => 7,
        TimeGrain.Month or TimeGrain.FiscalMonth => 28,
        TimeGrain.Quarter or TimeGrain.FiscalQuarter => 84,
        _ => 364,
    };
}
