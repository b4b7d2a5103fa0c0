using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>The output columns of a query.</summary>
internal static class CanonicalColumns
{
    /// <summary>The columns alone, each once, times first, and no name said that a column would have anyway.</summary>
    internal static SemanticQuery Of(SemanticQuery resolved, CanonicalScope scope, bool sorted)
    {
        var groups = resolved.GroupBy.Distinct();
        var columns = new SemanticQuery { Measures = resolved.Measures.Distinct().ToSeq(), GroupBy = sorted ? Sorted(groups) : groups.ToSeq() };
        foreach (var twice in columns.Measures.Where(m => m.As is not null).GroupBy(m => m.As).Where(g => g.Count() > 1))
        {
            scope.Report("duplicate_name", $"Two numbers are both called \"{twice.Key}\".", twice.Key);
        }

        SemanticQuery before;
        do
        {
            before = columns;
            columns = columns.Measures.Where(m => m.As is not null).Aggregate(columns, (left, named) => WithoutName(left, named, scope.Catalog));
        }
        while (columns != before);

        return columns;
    }

    private static SemanticQuery WithoutName(SemanticQuery columns, Measure named, Catalog catalog)
    {
        var plain = named with { As = null };
        if (columns.Measures.Contains(plain))
        {
            return columns;
        }

        var shorter = columns with { Measures = columns.Measures.Select(m => m.Equals(named) ? plain : m).ToSeq() };
        return OutputNames.Of(shorter, catalog) == OutputNames.Of(columns, catalog) ? shorter : columns;
    }

    internal static Seq<Grouping> Sorted(IEnumerable<Grouping> groups) => groups
        .OrderBy(g => g switch { TimeGrouping => 0, FieldGrouping => 1, _ => 2 })
        .ThenBy(g => g is TimeGrouping time ? time.Grain : 0)
        .ThenBy(g => g switch { FieldGrouping field => field.Field, TimeGrouping time => time.Field, _ => SemanticQueryJson.Write(g) }, StringComparer.Ordinal)
        .ThenBy(g => (g as FieldGrouping)?.Via, StringComparer.Ordinal)
        .ToSeq();
}
