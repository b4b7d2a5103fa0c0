using System.Text.Json;
using System.Text.RegularExpressions;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads the business's terms; each stands for exactly one thing.</summary>
internal static partial class GlossaryReader
{
    private static readonly string[] Meanings = ["filter", "field", "metric", "metrics", "period", "query"];

    public static void Read(KeyReader model, SemanticModel home, CatalogDraft draft)
    {
        var entries = model.Maps("glossary", "a glossary entry").ToList();
        foreach (var keys in entries)
        {
            var term = keys.Words("term");
            keys.Element = $"{home.Name}/{term.In("en") ?? "glossary entry"}";
            if (term.IsEmpty)
            {
                keys.Missing("term");
            }

            draft.Fingerprints.Add($"term {home.Name}.{term.In("en")}", keys.Map);
            draft.Later.Add(names =>
            {
                if (Entry(keys, term, home, names, draft) is { } entry)
                {
                    home.Glossary = home.Glossary.Add(entry);
                    draft.Places.Add(entry, "", keys.Map.At);
                }

                keys.Done();
            });
        }
    }

    private static GlossaryEntry? Entry(KeyReader keys, LocalText term, SemanticModel home, Resolution names, CatalogDraft draft)
    {
        var synonyms = keys.Synonyms(keys.AiContext());
        var description = keys.Words("description");
        var assumption = keys.Words("assumption");
        keys.Accept("dataset");
        keys.Accept(Meanings);
        var given = Meanings.Where(m => keys.Map.Find(m) is not null).ToList();
        if (given.Count != 1)
        {
            keys.Error("unclear_term", given.Count == 0
                ? $"A glossary entry says what its term stands for: one of {string.Join(", ", Meanings)}."
                : $"A term stands for one thing; this one says {string.Join(" and ", given)}.", keys.Map);
            return null;
        }

        var scope = new NameScope(null, home);
        GlossaryEntry? entry = given[0] switch
        {
            "filter" => Filter(keys, term, home, names),
            "field" when keys.Scalar("field") is { } text => names.Field(text.Text.Trim(), scope, keys, text) is { } use ? new FieldTerm(use.Field) { Term = term } : null,
            "metric" or "metrics" => Metrics(keys, given[0], term, draft),
            "period" => Period(keys, term),
            "query" => Query(keys, term),
            _ => null,
        };
        return entry is null ? null : entry with { Synonyms = synonyms, Description = description, Assumption = assumption };
    }

    private static FilterTerm? Filter(KeyReader keys, LocalText term, SemanticModel home, Resolution names)
    {
        if (keys.Scalar("filter") is not { } text || SqlTextReader.Expression(text, keys.Element, keys.Issues) is not { } filter)
        {
            return null;
        }

        var at = keys.Scalar("dataset");
        var dataset = at is null ? null : names.Dataset(at.Text.Trim(), home, keys, at);
        if (at is not null && dataset is null)
        {
            return null;
        }

        var uses = new List<FieldUse>();
        if (names.Fields(filter, new NameScope(dataset, home), keys, text, uses.Add) is not { } resolved)
        {
            return null;
        }

        dataset ??= RootFinder.Find(uses, names.Names.Reach).Root;
        if (dataset is null)
        {
            keys.Error("missing_key", "A glossary entry with a 'filter' says of which 'dataset' the rows are.", keys.Map);
            return null;
        }

        foreach (var use in uses.Where(u => !u.IsReachedFrom(dataset, names.Names.Reach)))
        {
            keys.Error("not_reachable", $"The filter names {names.Names.NameOf(use.Field)}, which is not reached from {dataset.Name} by to-one steps.", text);
            return null;
        }

        return new FilterTerm(dataset, resolved) { Term = term };
    }

    private static MetricsTerm Metrics(KeyReader keys, string key, LocalText term, CatalogDraft draft)
    {
        var metrics = keys.Scalars(key);
        draft.MetricMentions.AddRange(metrics.Select(m => (keys, m)));
        return new MetricsTerm(metrics.Select(m => m.Text.Trim()).ToSeq()) { Term = term };
    }

    private static PeriodTerm? Period(KeyReader keys, LocalText term)
    {
        if (keys.Inner("period", "'period'") is not { } inner)
        {
            return null;
        }

        var from = inner.RequiredText("from");
        var to = inner.Text("to");
        inner.Done();
        foreach (var end in new[] { inner.Scalar("from"), inner.Scalar("to") }.OfType<YamlScalar>().Where(e => !Instant().IsMatch(e.Text.Trim())))
        {
            keys.Error("wrong_value", $"'{end.Text}' is neither a date (2024-01-31) nor a time from now (now - 30 days).", end);
            return null;
        }

        return from is null ? null : new PeriodTerm(from, to) { Term = term };
    }

    private static QueryTerm? Query(KeyReader keys, LocalText term)
    {
        using var json = JsonDocument.Parse(AnnotationReader.Json(keys.Map.Find("query")!));
        var read = Queries.SemanticQueryJson.Read(json.RootElement);
        foreach (var issue in read.Issues)
        {
            keys.Issues.Add(issue with { At = keys.Map.Find("query")!.At, Element = keys.Element });
        }

        return read.Value is { } query ? new QueryTerm(query) { Term = term } : null;
    }

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?|(now|today)(\s*[-+]\s*\d{1,6}\s*(hour|day|week|month|quarter|year)s?)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Instant();
}
