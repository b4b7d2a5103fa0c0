namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>Parts of a query that cannot stand together, whatever their names mean.</summary>
internal static class CanonicalShape
{
    internal static void Check(SemanticQuery query, CanonicalScope scope)
    {
        if (query is { Measures.IsEmpty: true, GroupBy.IsEmpty: true, Listing: null })
        {
            scope.Report("nothing_asked", "The query asks for no number and no grouping.");
        }

        if (query is { Listing: not null } and ({ Measures.IsEmpty: false } or { GroupBy.IsEmpty: false } or { Having: not null } or { Over: not null } or { Compare: not null } or { Analysis: not null }))
        {
            scope.Report("numbers_in_a_listing", "A listing shows rows one by one: it has fields, conditions, an order and a number of rows, but no numbers, groupings, comparison or analysis.");
        }

        if (query is { Over: not null } and ({ Where: not null } or { Period: not null }))
        {
            scope.Report("belongs_inside", "Conditions on rows and the period belong to the inner query, whose rows they choose.");
        }
    }
}
