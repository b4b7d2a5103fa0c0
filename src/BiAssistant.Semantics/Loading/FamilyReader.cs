using System.Runtime.CompilerServices;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Makes the datasets of a family: the template's keys with <c>{name}</c> and <c>{source}</c> replaced, a member's own keys in place of the
/// template's. A template whose source holds a placeholder is no dataset itself. Relationships of the template are made for each member.
/// </summary>
internal static class FamilyReader
{
    public static (List<KeyReader> Datasets, List<KeyReader> Relationships) Expand(KeyReader model, SemanticModel built)
    {
        var datasets = model.Maps("datasets", "a dataset").ToList();
        var relationships = model.Maps("relationships", "a relationship").ToList();
        var families = new List<Family>();
        foreach (var family in model.Maps("families", "a family"))
        {
            var name = family.RequiredText("name");
            var of = family.RequiredText("of");
            var members = family.Maps("members", "a family member").ToList();
            var template = datasets.Find(d => d.Map.Find("name") is YamlScalar text && text.Text == of);
            if (of is not null && template is null)
            {
                var nearest = Nearest.To(of, datasets.Select(d => d.Map.Find("name")).OfType<YamlScalar>().Select(t => t.Text));
                family.Unknown("unknown_dataset", $"There is no dataset '{of}' to serve as the family's template.{Nearest.Question(nearest)}", of, family.Map.Find("of") ?? family.Map, nearest);
                family.Issues.Lose(LostText.Of(family.Map));
            }

            family.Done();
            if (name is null || template is null)
            {
                continue;
            }

            var names = Members(members, template, datasets, relationships);
            if (HasPlaceholder(template.Map.Find("source")))
            {
                datasets.Remove(template);
                relationships.RemoveAll(r => IsEnd(r, "from", of!) || IsEnd(r, "to", of!));
            }

            families.Add(new Family(name, of!, names.ToSeq()));
        }

        built.Families = families.ToSeq();
        return (datasets, relationships);
    }

    private static List<string> Members(List<KeyReader> members, KeyReader template, List<KeyReader> datasets, List<KeyReader> relationships)
    {
        var of = ((YamlScalar)template.Map.Find("name")!).Text;
        var ways = relationships.Where(r => IsEnd(r, "from", of) || IsEnd(r, "to", of)).ToList();
        var names = new List<string>();
        foreach (var member in members)
        {
            if (member.RequiredText("name") is not { } name || member.RequiredText("source") is not { } source)
            {
                continue;
            }

            names.Add(name);
            datasets.Add(new KeyReader(Once(template.Map, member.Map, () => Dataset(template.Map, member.Map, name, source)), template.Kind, template.Element, template.Issues));
            foreach (var way in ways)
            {
                relationships.Add(new KeyReader(Once(way.Map, member.Map, () => Relationship(way.Map, of, name, source)), way.Kind, way.Element, way.Issues));
            }
        }

        return names;
    }

    private static YamlMap Dataset(YamlMap template, YamlMap member, string name, string source)
    {
        var replaced = (YamlMap)Replace(template, name, source);
        foreach (var own in member.Pairs)
        {
            replaced.Pairs.RemoveAll(p => p.Key.Text == own.Key.Text);
            replaced.Pairs.Add(own);
        }

        return replaced;
    }

    private static YamlMap Relationship(YamlMap way, string of, string name, string source)
    {
        var copy = (YamlMap)Replace(way, name, source);
        Rename(copy, "from", of, name);
        Rename(copy, "to", of, name);
        if (way.Find("name") is YamlScalar wayName && !HasPlaceholder(wayName))
        {
            Rename(copy, "name", wayName.Text, $"{wayName.Text}_{name}");
        }

        return copy;
    }

    /// <summary>A member's copy of a template is made once, as long as both texts stay the same, so that what is read of it is kept too.</summary>
    private static YamlMap Once(YamlMap template, YamlMap member, Func<YamlMap> make)
    {
        var copies = member.Kept as ConditionalWeakTable<YamlMap, YamlMap> ?? [];
        member.Kept = copies;
        return copies.GetValue(template, _ => make());
    }

    private static bool IsEnd(KeyReader relationship, string key, string dataset) =>
        relationship.Map.Find(key) is YamlScalar text && text.Text == dataset;

    private static bool HasPlaceholder(YamlNode? node) =>
        node is YamlScalar text && (text.Text.Contains("{source}", StringComparison.Ordinal) || text.Text.Contains("{name}", StringComparison.Ordinal));

    private static void Rename(YamlMap map, string key, string from, string to)
    {
        var index = map.Pairs.FindIndex(p => p.Key.Text == key && p.Value is YamlScalar text && text.Text == from);
        if (index >= 0)
        {
            map.Pairs[index] = map.Pairs[index] with { Value = ((YamlScalar)map.Pairs[index].Value).With(to) };
        }
    }

    /// <summary>Nesting is bounded by the reader, so recursion is too.</summary>
    private static YamlNode Replace(YamlNode node, string name, string source)
    {
        switch (node)
        {
            case YamlMap map:
                var copy = new YamlMap(map.Source, map.Line, map.Column);
                copy.Pairs.AddRange(map.Pairs.Select(p => p with { Value = Replace(p.Value, name, source) }));
                return copy;
            case YamlList list:
                var items = new YamlList(list.Source, list.Line, list.Column);
                items.Items.AddRange(list.Items.Select(i => Replace(i, name, source)));
                return items;
            case YamlScalar text when HasPlaceholder(text):
                return text.With(text.Text.Replace("{name}", name, StringComparison.Ordinal).Replace("{source}", source, StringComparison.Ordinal));
            default:
                return node;
        }
    }
}
