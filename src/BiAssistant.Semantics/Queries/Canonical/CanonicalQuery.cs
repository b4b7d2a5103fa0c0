using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>The canonical form of one query: the whole, or one inside another, whose columns need no names or order of their own.</summary>
internal static class CanonicalQuery
{
    internal static SemanticQuery Of(SemanticQuery query, CanonicalScope scope)
    {
        var split = Split(query, scope);
        return Of(split, scope, OutputNames.Of(split, scope.Catalog)).Query;
    }

    /// <summary>A query inside another, with what its columns are called now.</summary>
    internal static (SemanticQuery Query, CanonicalOutputs Columns) Inside(SemanticQuery query, CanonicalScope scope)
    {
        if (query.Analysis is not null)
        {
            scope.Report("analysis_is_last", "An analysis ends a question; nothing can be computed on top of it.");
        }

        if (query.Listing is not null || query.Compare is not null)
        {
            scope.Report("not_inside", "A query inside another gives groups and numbers: it can neither list rows nor compare periods.");
        }

        var named = Split(query, scope);
        var plain = named with
        {
            Measures = named.Measures.Select(m => m with { As = null }).ToSeq(),
            OrderBy = query.Top is null ? [] : query.OrderBy,
            Listing = null,
            Compare = null,
            Analysis = null,
        };
        return Of(plain, scope, OutputNames.Of(named, scope.Catalog));
    }

    private static (SemanticQuery Query, CanonicalOutputs Columns) Of(SemanticQuery query, CanonicalScope scope, OutputNames said)
    {
        CanonicalShape.Check(query, scope);
        var (over, inner) = query.Over is { } source ? Inside(source, scope) : (null, null);
        var periods = new CanonicalPeriods(scope, scope.CalendarOf(query));
        var (period, saidPeriod) = periods.OfQuery(query);
        var conditions = new CanonicalConditions(scope, periods, period);
        var groupings = new CanonicalGroupings(scope, period, inner);
        var groups = (query.Listing is { } rows ? groupings.Shown(rows) : query.GroupBy).Select(groupings.Of).ToSeq();
        var measures = new CanonicalMeasures(scope, conditions, groupings, groups, period, inner);
        var resolved = new SemanticQuery { Measures = query.Measures.Select(measures.Of).ToSeq(), GroupBy = groups };
        var columns = CanonicalColumns.Of(resolved, scope, sorted: query.Listing is null);
        var outputs = new CanonicalOutputs(said, resolved, columns, scope, inner);
        var canonical = new SemanticQuery
        {
            Measures = columns.Measures,
            GroupBy = query.Listing is null ? columns.GroupBy : [],
            Where = conditions.Of(query.Where),
            Period = period,
            Having = new CanonicalHaving(scope, columns, outputs, measures).Of(query.Having),
            OrderBy = outputs.OrderBy(query),
            Top = outputs.Top(query.Top),
            Over = over,
            Listing = query.Listing is { } listing
                ? new Listing(scope.Names.Dataset(listing.Dataset) is { } dataset ? scope.Catalog.NameOf(dataset) : listing.Dataset, columns.GroupBy.OfType<FieldGrouping>().ToSeq())
                : null,
        };
        var compared = canonical with { Compare = periods.Compared(query.Compare, period ?? PeriodOf(over) as AbsolutePeriod, saidPeriod ?? PeriodOf(query.Over)) };
        return (compared with { Analysis = query.Analysis is { } analysis ? new CanonicalAnalyses(scope, groupings, measures).Of(analysis, compared) : null }, outputs);
    }

    private static SemanticQuery Split(SemanticQuery query, CanonicalScope scope) => new CanonicalUnits(scope.Catalog, scope.Issues).Split(query);

    private static Period? PeriodOf(SemanticQuery? inner) => inner?.Period ?? (inner?.Over is { } deeper ? PeriodOf(deeper) : null);
}
