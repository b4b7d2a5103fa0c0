using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>What a query and the queries inside it share on their way to the canonical form.</summary>
internal sealed class CanonicalScope(Catalog catalog, DateTime now, List<Issue> issues)
{
    internal Catalog Catalog { get; } = catalog;

    internal DateTime Now { get; } = now;

    internal List<Issue> Issues { get; } = issues;

    internal NameResolver Names { get; } = new(catalog, issues);

    internal void Report(string code, string message, string? element = null, Seq<string> suggestions = default) =>
        Issues.Add(new Issue(code, message) { Element = element, Suggestions = suggestions });

    internal BusinessCalendar CalendarOf(SemanticQuery query) => QueryCalendar.Of(query, Catalog);
}
