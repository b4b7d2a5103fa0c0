using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <summary>
/// What is said of rows of a kind is said in the kind's own fields, whether it was found there or at what it is a kind of: "doctors named Kim" and "people
/// named Kim who are doctors" have one form.
/// </summary>
internal static class Kinds
{
    /// <summary>Numbers of the supertype under the condition that tells one kind, as numbers of that kind; null where a number is no count or aggregate of rows.</summary>
    public static Measure? Narrowed(Measure measure, Dataset kind, Catalog catalog) => measure switch
    {
        CountMeasure count when catalog.FindDataset(count.Dataset) is { } rows && kind.Lineage.Contains(rows) => count with { Dataset = catalog.NameOf(kind) },
        AggregateMeasure aggregate when catalog.FindField(aggregate.Field) is { } field && GrammarContext.FieldOf(kind, field) is { } own && IsSame(own, field) => aggregate with { Field = catalog.NameOf(own) },
        _ => null,
    };

    /// <summary>Fields of what the counted rows are, or of what a named way leads to, as fields of the kind.</summary>
    public static SemanticQuery Of(SemanticQuery query, IReadOnlyList<Dataset> roots, Catalog catalog) => QueryFields.Replace(query, said =>
    {
        var thing = said.Via is { } via ? catalog.FindRelationship(via[(via.LastIndexOf(JoinGraph.Then) + 1)..])?.To : roots is [var only] ? only : null;
        return thing is not null && catalog.FindField(said.Field) is { } field && field.Dataset != thing && GrammarContext.FieldOf(thing, field) is { } own && IsSame(own, field)
            ? said with { Field = catalog.NameOf(own) }
            : said;
    });

    /// <summary>Whether a field is another, inherited, and none of its own that bears the same name.</summary>
    private static bool IsSame(Field own, Field above)
    {
        var at = own;
        while (at != above && at.InheritedFrom is { } origin)
        {
            at = origin;
        }

        return at == above;
    }
}
