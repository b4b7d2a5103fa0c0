using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>What a query and the queries inside it share on their way to the canonical form.</summary>
internal sealed class CanonicalScope(Catalog catalog, DateTime now, List<Issue> issues)
{
    private readonly Lazy<ToOneReach> _reach = new(() => new ToOneReach(catalog.Relationships));

    internal Catalog Catalog { get; } = catalog;

    internal DateTime Now { get; } = now;

    internal List<Issue> Issues { get; } = issues;

    internal NameResolver Names { get; } = new(catalog, issues);

    internal void Report(string code, string message, string? element = null, Seq<string> suggestions = default) =>
        Issues.Add(new Issue(code, message) { Element = element, Suggestions = suggestions });

    /// <summary>Whether a field can be asked for over a bridge, where a thing has several values of it.</summary>
    internal bool MayBeLinked(string field) =>
        Catalog.Relationships.Where(r => r is { LeadsToMany: true, Unsupported: null }).ToList() is { Count: > 0 } bridges
        && Catalog.FindField(field) is { Dataset: var dataset }
        && bridges.Exists(b => _reach.Value.Reaches(b.To, dataset) || _reach.Value.Reaches(b.From, dataset));

    internal BusinessCalendar CalendarOf(SemanticQuery query) => QueryCalendar.Of(query, Catalog);
}
