using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads relationships once all datasets are known, across models too.</summary>
internal static class RelationshipReader
{
    private static readonly (string, BridgeCardinality?)[] Cardinalities =
        [("many_to_one", BridgeCardinality.ManyToOne), ("one_to_one", BridgeCardinality.OneToOne), ("many_to_many", BridgeCardinality.ManyToMany)];

    public static void Note(SemanticModel model, List<KeyReader> relationships, CatalogDraft draft) => draft.Relationships.Add((model, relationships));

    public static void ReadAll(CatalogDraft draft)
    {
        var byName = draft.Models.SelectMany(m => m.Datasets).ToLookup(d => d.Name);
        SubtypeReader.Supertypes(draft, byName);
        foreach (var (model, maps) in draft.Relationships)
        {
            var read = new List<Relationship>();
            foreach (var keys in maps)
            {
                if (Read(keys, model, byName, draft) is { } relationship)
                {
                    if (read.All(r => r.Name != relationship.Name || AreKin(r.From, relationship.From)))
                    {
                        read.Add(relationship);
                    }
                    else
                    {
                        keys.Error("duplicate_name", $"The model {model.Name} has two relationships '{relationship.Name}'.", keys.Map.Find("name") ?? keys.Map);
                    }
                }
            }

            model.Relationships = read.ToSeq();
        }

        foreach (var (model, maps) in draft.Relationships)
        {
            Bridges(model, maps, draft);
        }

        SubtypeReader.Links(draft);
    }

    private static Relationship? Read(KeyReader keys, SemanticModel model, ILookup<string, Dataset> byName, CatalogDraft draft)
    {
        var name = keys.RequiredText("name");
        keys.Element = $"{model.Name}/{name ?? "relationship"}";
        var from = End(keys, "from", model, byName);
        var to = End(keys, "to", model, byName);
        var through = keys.Texts("through");
        var fromColumns = keys.Texts("from_columns");
        var toColumns = keys.Texts("to_columns");
        var context = keys.AiContext();
        var exclusive = keys.Text("exclusive");
        var cardinality = keys.Choice("cardinality", Cardinalities, null);
        var split = keys.Choice("allocation", [("full", false), ("split", true)], false);
        var relationship = name is null || from is null || to is null ? null : new Relationship
        {
            Name = name,
            From = from,
            To = to,
            FromColumns = fromColumns,
            ToColumns = toColumns,
            Role = keys.Entity("role"),
            Synonyms = keys.Synonyms(context),
            Verbs = keys.Words("verbs"),
            ReverseVerbs = keys.Words("reverse_verbs"),
            Optional = keys.Flag("optional") || exclusive is not null,
            Required = keys.Flag("required"),
            OneToOne = keys.Flag("one_to_one") || cardinality == BridgeCardinality.OneToOne,
            Preferred = keys.Flag("preferred"),
            Through = through,
            Cardinality = cardinality,
            SplitAllocation = split,
            Exclusive = exclusive,
            Unsupported = !through.IsEmpty ? "the relationships that it goes through are not known" : fromColumns.Count != toColumns.Count ? "its columns do not pair" : null,
            AiContext = context,
            CustomExtensions = keys.CustomExtensions(),
        };
        keys.Accept("role", "synonyms", "verbs", "reverse_verbs", "optional", "required", "one_to_one", "preferred", "custom_extensions");
        if (through.IsEmpty)
        {
            Columns(keys, fromColumns, toColumns);
        }

        keys.Done();
        if (relationship is null)
        {
            draft.Issues.Lose(LostText.Of($"relationships {name}", keys.Map.At));
        }
        else
        {
            draft.Places.Add(relationship, "", keys.Map.At);
        }

        if (name is not null)
        {
            ModelReader.DotInName(name, keys);
            draft.Fingerprints.Add($"relationship {model.Name}.{name}", keys.Map);
        }

        return relationship;
    }

    /// <summary>A kind may have a relationship of its own in place of its supertype's of the same name.</summary>
    private static bool AreKin(Dataset first, Dataset second) => first != second && (first.Lineage.Contains(second) || second.Lineage.Contains(first));

    private static Dataset? End(KeyReader keys, string key, SemanticModel model, ILookup<string, Dataset> byName)
    {
        if (keys.RequiredText(key) is not { } name)
        {
            return null;
        }

        var (dataset, problem) = Names.FindDataset(name, model, byName);
        Resolution.Report(problem, keys, keys.Map.Find(key)!);
        return dataset;
    }

    private static void Columns(KeyReader keys, Seq<string> from, Seq<string> to)
    {
        if (from.IsEmpty)
        {
            keys.Missing("from_columns");
        }

        if (to.IsEmpty)
        {
            keys.Missing("to_columns");
        }

        if (!from.IsEmpty && !to.IsEmpty && from.Count != to.Count)
        {
            keys.Error("columns_do_not_pair", $"'from_columns' has {from.Count} and 'to_columns' {to.Count}; they pair one by one.", keys.Map.Find("to_columns")!);
        }
    }

    private static void Bridges(SemanticModel model, List<KeyReader> maps, CatalogDraft draft)
    {
        var known = draft.Models
            .SelectMany(m => m.Relationships.SelectMany(r => new[] { KeyValuePair.Create(r.Name, (Model: m, Relationship: r)), KeyValuePair.Create($"{m.Name}.{r.Name}", (Model: m, Relationship: r)) }))
            .ToLookup(r => r.Key, r => r.Value);
        foreach (var keys in maps.Where(k => k.Has("through")))
        {
            var steps = keys.Scalars("through");
            var through = new List<Relationship>();
            foreach (var step in steps)
            {
                var name = step.Text.Trim();
                if (known[name].OrderByDescending(k => k.Model == model).Select(k => k.Relationship).FirstOrDefault(r => r.Through.IsEmpty) is { } way)
                {
                    through.Add(way);
                }
                else
                {
                    var nearest = Nearest.To(name, known.Where(k => k.Any(r => r.Relationship.Through.IsEmpty)).Select(k => k.Key));
                    keys.Unknown("unknown_relationship", $"There is no relationship '{step.Text}' to go through.{Nearest.Question(nearest)}", name, step, nearest);
                }
            }

            if (steps.Count == through.Count && model.Relationships.FirstOrDefault(r => r.Name == keys.Text("name")) is { Through.IsEmpty: false } bridge)
            {
                BridgeReader.Read(bridge, through.ToSeq(), keys);
            }
        }
    }
}
