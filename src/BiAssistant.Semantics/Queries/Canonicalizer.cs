using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries.Canonical;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>
/// Brings a query to the form that all queries with its meaning share: names the shortest that the catalog has, periods absolute, default periods said, what is
/// redundant dropped, what has no order sorted (times before fields). Measures keep their order: it is the order of columns, and the first decides the natural one.
/// Canonicalising twice changes nothing.
/// </summary>
public static class Canonicalizer
{
    /// <param name="query">As a person, a program or an understander put it.</param>
    /// <param name="catalog">What its names mean.</param>
    /// <param name="now">The clock, local to the time zone of the query's model (see <see cref="QueryCalendar"/>).</param>
    public static Outcome<SemanticQuery> Canonicalize(SemanticQuery query, Catalog catalog, DateTime now)
    {
        var issues = new List<Issue>();
        var canonical = CanonicalQuery.Of(query, new CanonicalScope(catalog, now, issues));
        var notes = issues.Distinct().ToSeq();
        return notes.Any(i => i.Severity == IssueSeverity.Error) ? Outcome<SemanticQuery>.Failed(notes) : Outcome<SemanticQuery>.Of(canonical, notes);
    }
}
