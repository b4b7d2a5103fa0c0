using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>Finds what names of a query mean and gives the shortest name of each; what is unknown becomes an issue with the nearest known names.</summary>
internal sealed class NameResolver(Catalog catalog, List<Issue> issues)
{
    internal Metric? Metric(string name)
    {
        if (catalog.FindMetric(name) is not { } metric)
        {
            var known = catalog.Metrics.Where(m => m.Access.IsEmpty && m.Status != MetricStatus.Deprecated).Select(m => m.Name);
            return Unknown<Metric>("unknown_metric", "metric", name, known);
        }

        if (metric.Status == MetricStatus.Deprecated)
        {
            var instead = metric.ReplacedBy is { } other ? $"; \"{other}\" has replaced it" : "";
            issues.Add(new Issue("deprecated_metric", $"The metric \"{name}\" is no longer in use{instead}.")
            {
                Severity = IssueSeverity.Note,
                Suggestions = metric.ReplacedBy is { } replacement ? [replacement] : [],
                Element = name,
            });
        }

        return metric;
    }

    internal Dataset? Dataset(string name) =>
        catalog.FindDataset(name)
        ?? Unknown<Dataset>("unknown_dataset", "dataset", name, catalog.Datasets.Where(d => !d.Hidden && d.Access.IsEmpty).Select(catalog.NameOf));

    /// <summary>A field by <c>dataset.field</c>, or by its name alone where only one dataset has it.</summary>
    internal Field? Field(string name)
    {
        if (catalog.FindField(name) is { } field)
        {
            return field;
        }

        var sameName = name.Contains('.') ? [] : catalog.Fields.Where(f => f.Name == name).ToList();
        if (sameName.Count == 1)
        {
            return sameName[0];
        }

        if (sameName.Count > 1)
        {
            issues.Add(new Issue("ambiguous_field", $"Several datasets have a field \"{name}\": say which.")
            {
                Element = name,
                Suggestions = sameName.Where(IsOffered).Select(catalog.NameOf).Order(StringComparer.Ordinal).ToSeq(),
            });
            return null;
        }

        return Unknown<Field>("unknown_field", "field", name, catalog.Fields.Where(IsOffered).Select(catalog.NameOf));
    }

    internal string? FieldName(string name) => Field(name) is { } field ? catalog.NameOf(field) : null;

    /// <summary>A way by the name of its relationship, or several in their order; what people call it is as good.</summary>
    internal string? Relationship(string? name) =>
        name is null ? null
        : catalog.FindRelationships(name).Any() ? RelationshipName(name)
        : string.Join(JoinGraph.Then, name.Split(JoinGraph.Then).Select(RelationshipName));

    /// <summary>A role that several relationships have stays as it is: where it is taken from decides.</summary>
    private string RelationshipName(string said)
    {
        var names = catalog.FindRelationships(said).Select(catalog.NameOf).Distinct().ToList();
        if (names.Count == 0)
        {
            Unknown<Relationship>("unknown_relationship", "relationship", said, catalog.Relationships.Select(r => r.Name));
        }

        return names is [var only] ? only : said;
    }

    /// <summary>The first word of the filter term that is called by a word.</summary>
    internal string? Term(string word)
    {
        var terms = catalog.Models.SelectMany(m => m.Glossary).OfType<FilterTerm>().ToList();
        var found = terms.FirstOrDefault(t => FirstWord(t) == word)
            ?? terms.FirstOrDefault(t => t.Term.Words.Concat(t.Synonyms.Words).Any(w => string.Equals(w.Text, word, StringComparison.OrdinalIgnoreCase)));
        return found is not null ? FirstWord(found) : Unknown<string>("unknown_term", "term", word, terms.SelectMany(t => t.Term.Words.Select(w => w.Text)));
    }

    internal T? Unknown<T>(string code, string kind, string name, IEnumerable<string> known)
        where T : class
    {
        var nearest = Nearest.To(name, known);
        var hint = nearest.IsEmpty ? "" : $" Did you mean {string.Join(" or ", nearest.Select(n => $"\"{n}\""))}?";
        issues.Add(new Issue(code, $"There is no {kind} \"{name}\".{hint}") { Suggestions = nearest, Element = name });
        return null;
    }

    private static string? FirstWord(FilterTerm term) => term.Term.Words.FirstOrDefault()?.Text;

    private static bool IsOffered(Field field) => field is { Hidden: false, Sensitive: false, Access.IsEmpty: true, Dataset: { Hidden: false, Access.IsEmpty: true } };
}
