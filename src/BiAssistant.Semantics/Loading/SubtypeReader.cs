using System.Collections.Frozen;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Makes kinds of what datasets are said to be kinds of: the supertype, the link to it, and the fields and names that come from there. Supertypes come
/// first, so that what is inherited by one kind is there for the kinds of that kind.
/// </summary>
internal static class SubtypeReader
{
    /// <summary>Once all datasets are known and no relationship is: who is a kind of whom.</summary>
    public static void Supertypes(CatalogDraft draft, ILookup<string, Dataset> byName)
    {
        foreach (var (dataset, keys) in draft.Subtypes)
        {
            var at = keys.Map.Find("subtype_of")!;
            var (super, problem) = Names.FindDataset(dataset.SubtypeOf ?? "", dataset.Model, byName);
            Resolution.Report(problem, keys, at);
            if (super is not null && super.Lineage.Contains(dataset))
            {
                keys.Error("subtype_circle", super == dataset
                    ? $"{dataset.Name} cannot be a kind of itself."
                    : $"{dataset.Name} and {super.Name} cannot each be a kind of the other; 'subtype_of' leads from the special to the general.", at);
                super = null;
            }

            dataset.Supertype = super;
            if (super is null)
            {
                dataset.Unsupported = "what it is a kind of is not known";
            }
        }
    }

    /// <summary>Once all relationships are known: the links, the fields that are inherited, and the relationships that stand in for inherited ones.</summary>
    public static void Links(CatalogDraft draft)
    {
        foreach (var (dataset, keys) in TopDown(draft))
        {
            if (dataset.Supertype is not { } super)
            {
                continue;
            }

            if (LinkOf(dataset, super, draft) is { } link)
            {
                link.Subtype = dataset;
                dataset.ToSupertype = new ToOneStep(link, Reversed: !ReferenceEquals(link.From, dataset));
                Override(dataset, draft);
            }
            else
            {
                keys.Error("no_subtype_link", $"{dataset.Name} is a kind of {super.Name}, but nothing says which row is which: give both a primary key of as many columns, or declare a one_to_one relationship between them.", keys.Map.Find("subtype_of")!);
                dataset.Unsupported = $"nothing says which of its rows is which of {super.Name}";
            }

            var own = dataset.Fields.Select(f => f.Name).ToHashSet();
            dataset.Derived = super.Fields.Concat(super.Derived).Where(f => !own.Contains(f.Name)).Select(f => f.Of(dataset, super.Id)).ToSeq();
        }

        foreach (var dataset in TopDown(draft).Select(d => d.Dataset).Where(d => d is { ToSupertype: not null, Supertype: not null }))
        {
            dataset.ToldBy = KindMarks.Of(dataset, draft);
        }
    }

    /// <summary>Once names that stand in keys are resolved: what a kind does not say itself is its supertype's.</summary>
    public static void Inherit(CatalogDraft draft)
    {
        foreach (var dataset in TopDown(draft).Select(d => d.Dataset))
        {
            if (dataset.Supertype is not { } super)
            {
                continue;
            }

            dataset.NameField ??= Same(dataset, super.NameField) ?? UsualNames.NameFieldOf(dataset);
            if (dataset.DefaultTime is null && dataset.TimeByGrain.Count == 0)
            {
                dataset.DefaultTime = Same(dataset, super.DefaultTime);
                dataset.TimeByGrain = super.TimeByGrain.ToFrozenDictionary(t => t.Key, t => Same(dataset, t.Value) ?? t.Value);
            }
        }
    }

    private static IEnumerable<(Dataset Dataset, KeyReader Keys)> TopDown(CatalogDraft draft) => draft.Subtypes.OrderBy(d => d.Dataset.Lineage.Count());

    /// <summary>The supertype's field as a field of the kind: its own of that name, else the inherited one; a field of elsewhere stays what it is.</summary>
    private static Field? Same(Dataset dataset, Field? inherited)
    {
        if (inherited is null || !ReferenceEquals(inherited.Dataset, dataset.Supertype))
        {
            return inherited;
        }

        if (dataset.FindField(inherited.Name) is { } same)
        {
            return same;
        }

        // A clock over a named way was made after fields were inherited.
        var late = inherited.Of(dataset, inherited.Dataset.Id);
        dataset.Derived = dataset.Derived.Add(late);
        return late;
    }

    /// <summary>The declared one-to-one, over the kind's key where there are several; else both primary keys, pairwise; else nothing but being rows of one source.</summary>
    private static Relationship? LinkOf(Dataset subtype, Dataset super, CatalogDraft draft)
    {
        var declared = draft.Models.SelectMany(m => m.Relationships)
            .Where(r => r.OneToOne && r.Through.IsEmpty && ((r.From == subtype && r.To == super) || (r.From == super && r.To == subtype)))
            .OrderByDescending(r => (r.From == subtype ? r.FromColumns : r.ToColumns) == subtype.PrimaryKey)
            .FirstOrDefault();
        var pairs = !subtype.PrimaryKey.IsEmpty && subtype.PrimaryKey.Count == super.PrimaryKey.Count;
        if (declared is not null || (!pairs && !subtype.SharesRows))
        {
            return declared;
        }

        var implied = new Relationship
        {
            Name = FreeName($"{subtype.Name}_is_{super.Name}", subtype.Model),
            From = subtype,
            To = super,
            FromColumns = pairs ? subtype.PrimaryKey : [],
            ToColumns = pairs ? super.PrimaryKey : [],
            OneToOne = true,
            Implied = true,
        };
        subtype.Model.Relationships = subtype.Model.Relationships.Add(implied);
        return implied;
    }

    private static string FreeName(string wanted, SemanticModel model) =>
        model.Relationships.Any(r => r.Name == wanted) ? FreeName(wanted + "_", model) : wanted;

    /// <summary>A kind's relationship of the same name as an inherited one, or over the same columns to the same target, stands in for it.</summary>
    private static void Override(Dataset subtype, CatalogDraft draft)
    {
        var all = draft.Models.SelectMany(m => m.Relationships).ToList();
        foreach (var own in all.Where(r => ReferenceEquals(r.From, subtype) && r.Subtype is null))
        {
            own.Overrides = subtype.Lineage.Skip(1)
                .SelectMany(above => all.Where(r => ReferenceEquals(r.From, above) && r.Subtype is null))
                .FirstOrDefault(r => r.Name == own.Name || (r.FromColumns == own.FromColumns && !r.FromColumns.IsEmpty && ReferenceEquals(r.To, own.To)));
        }
    }
}
