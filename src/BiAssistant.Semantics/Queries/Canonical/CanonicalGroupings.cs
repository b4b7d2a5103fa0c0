using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>Groupings with their names resolved, ranges in one form, and a measure per entity said as the nested query that it is.</summary>
internal sealed class CanonicalGroupings(CanonicalScope scope, AbsolutePeriod? period, CanonicalOutputs? inner)
{
    internal Grouping Of(Grouping grouping)
    {
        if (inner is not null != grouping is ColumnGrouping)
        {
            Misplaced(grouping);
        }

        return grouping switch
        {
            FieldGrouping field => Of(field),
            TimeGrouping time => time with { Field = time.Field is { } own ? scope.Names.FieldName(own) ?? own : null },
            BucketGrouping bucket => new BucketGrouping(Field(bucket.Field), Of(bucket.Buckets), scope.Names.Relationship(bucket.Via)),
            MeasureGrouping measure => OfQuery(Said(measure)),
            QueryGrouping nested => OfQuery(nested),
            ColumnGrouping column => new ColumnGrouping(inner?.Renamed(column.Column) ?? column.Column, Optional(column.Buckets)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    internal FieldGrouping Of(FieldGrouping field) => new(Field(field.Field), scope.Names.Relationship(field.Via));

    /// <summary>The fields that a listing shows, each once, in their order; the dataset's own choice when none is said.</summary>
    internal Seq<Grouping> Shown(Listing listing)
    {
        if (!listing.Fields.IsEmpty)
        {
            return listing.Fields.Distinct().Select(f => (Grouping)f).ToSeq();
        }

        var dataset = scope.Catalog.FindDataset(listing.Dataset);
        var chosen = dataset is null ? []
            : !dataset.Listing.IsEmpty ? dataset.Listing
            : dataset.Fields.Where(f => ReferenceEquals(f, dataset.NameField) || IsShown(f, dataset)).OrderBy(f => ReferenceEquals(f, dataset.NameField) ? 0 : 1).ToSeq();
        return chosen.Select(f => (Grouping)new FieldGrouping(scope.Catalog.NameOf(f))).ToSeq();
    }

    private static bool IsShown(Field field, Dataset dataset) =>
        field is { Hidden: false, Sensitive: false } && !dataset.PrimaryKey.Any(key => field.Expression == new Sql.Tree.SqlColumn(null, key));

    private QueryGrouping Said(MeasureGrouping grouping)
    {
        var query = new SemanticQuery { Measures = [grouping.Measure], GroupBy = [grouping.Per], Period = period ?? new AbsolutePeriod(null, null) };
        return new QueryGrouping(query, null, grouping.Buckets);
    }

    private QueryGrouping OfQuery(QueryGrouping grouping)
    {
        var (query, columns) = CanonicalQuery.Inside(grouping.Query, scope);
        if (query.GroupBy.IsEmpty || query.GroupBy.Any(g => g is not FieldGrouping))
        {
            scope.Report("nested_groups", "A nested query can only be a grouping where it is broken down by fields, so that each row belongs to one of its groups.");
        }

        if (grouping.Column is null && query.Measures.Count != 1)
        {
            scope.Report("which_column", "The nested query has several numbers, or none: say by which of them the answer is broken down.", null, columns.Measures);
        }

        var column = grouping.Column is { } said ? columns.Renamed(said) : null;
        if (column is not null && !columns.Measures.Contains(column))
        {
            scope.Report("which_column", $"\"{grouping.Column}\" is not a number of the nested query.", grouping.Column, columns.Measures);
        }

        return new QueryGrouping(query, query.Measures.Count == 1 ? null : column, Optional(grouping.Buckets));
    }

    private Buckets? Optional(Buckets? buckets) => buckets is null ? null : Of(buckets);

    private Buckets Of(Buckets buckets)
    {
        switch (buckets)
        {
            case BucketEdges { Edges: var edges }:
                if (edges.IsEmpty)
                {
                    scope.Report("no_ranges", "Ranges need at least one bound.");
                }

                return new BucketEdges(edges.Select(CanonicalLiterals.Of).Distinct().Order().ToSeq());
            case BucketWidth { Width: <= 0 }:
                scope.Report("no_ranges", "The width of a range must be above zero.");
                return buckets;
            case BucketWidth { Width: var width, Start: var start }:
                return new BucketWidth(CanonicalLiterals.Of(width), CanonicalLiterals.Of(((start % width) + width) % width));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Misplaced(Grouping grouping) =>
        scope.Report(
            inner is null ? "column_without_inner" : "not_in_outer",
            inner is null
                ? $"There is no inner query that \"{(grouping as ColumnGrouping)?.Column}\" could be a column of."
                : "A query over another can only be broken down by the inner query's columns.",
            null,
            inner?.All ?? []);

    private string Field(string name) => scope.Names.FieldName(name) ?? name;
}
