using System.Globalization;
using System.Text;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Checks;
using BiAssistant.Tests.Sql;

namespace BiAssistant.Tests.Planning.Gathered;

/// <summary>A thing that is counted; amounts are whole.</summary>
internal sealed record Item(int Id, int Amount);

/// <summary>A thing that items are linked with; words repeat, kinds may be missing.</summary>
internal sealed record Tag(int Id, string Word, string? Kind);

/// <summary>Items and tags linked at random: some twice, some with tags that are not there, some not at all.</summary>
internal sealed record LinkedWorld(int Number, IReadOnlyList<Item> Items, IReadOnlyList<Tag> Tags, IReadOnlyList<(int Item, int Tag)> Links)
{
    public static LinkedWorld Random(int number)
    {
        var random = new Random(GeneratedCases.SeedFor(7000 + number));
        var items = Enumerable.Range(1, random.Next(1, 7)).Select(i => new Item(i, random.Next(-20, 100))).ToList();
        var tags = Enumerable.Range(1, random.Next(1, 6)).Select(i => new Tag(i, $"tag{random.Next(1, 4)}", random.Next(4) switch { 0 => null, 1 => "a", 2 => "b", _ => "c" })).ToList();
        var links = Enumerable.Range(0, random.Next(0, 14)).Select(_ => (random.Next(1, items.Count + 1), random.Next(1, tags.Count + 2))).ToList();
        return new LinkedWorld(number, items, tags, links);
    }

    /// <summary>The tags of an item, each once.</summary>
    public IReadOnlyList<Tag> TagsOf(Item item) => [.. Tags.Where(t => Links.Contains((item.Id, t.Id)))];
}

/// <summary>Many small worlds of items and tags in the tables of every real engine.</summary>
public sealed class RandomLinks : RealEngines
{
    private static readonly IReadOnlyList<LinkedWorld> Made = [.. Enumerable.Range(1, GeneratedCases.Scale(12)).Select(LinkedWorld.Random)];

    public override SqlAllowList Tables { get; } = new([]);

    internal static IReadOnlyList<LinkedWorld> Worlds => Made;

    protected override string Script
    {
        get
        {
            var script = new StringBuilder("""
                CREATE TABLE items (world INTEGER, item_id INTEGER, amount INTEGER);
                CREATE TABLE tags (world INTEGER, tag_id INTEGER, word VARCHAR, kind VARCHAR);
                CREATE TABLE links (world INTEGER, item_id INTEGER, tag_id INTEGER);
                """);
            foreach (var world in Made)
            {
                Insert(script, "items", world.Items.Select(i => FormattableString.Invariant($"({world.Number}, {i.Id}, {i.Amount})")));
                Insert(script, "tags", world.Tags.Select(t => FormattableString.Invariant($"({world.Number}, {t.Id}, '{t.Word}', {(t.Kind is null ? "NULL" : $"'{t.Kind}'")})")));
                Insert(script, "links", world.Links.Select(l => FormattableString.Invariant($"({world.Number}, {l.Item}, {l.Tag})")));
            }

            return script.ToString();
        }
    }

    internal static Catalog CatalogOf(LinkedWorld world, string allocation) => MusicLabel.Load($"""
        semantic_model:
          - name: m
            warehouse: w
            datasets:
              - name: items
                source: items
                primary_key: [item_id]
                filter: world = {world.Number}
                fields: [{Brace("name: amount, datatype: integer")}]
              - name: tags
                source: tags
                primary_key: [tag_id]
                filter: world = {world.Number}
                fields: [{Brace("name: word, datatype: text")}, {Brace("name: kind, datatype: text")}]
              - {Brace($"name: links, source: links, filter: world = {world.Number}")}
            relationships:
              - {Brace("name: link_item, from: links, to: items, from_columns: [item_id], to_columns: [item_id]")}
              - {Brace("name: link_tag, from: links, to: tags, from_columns: [tag_id], to_columns: [tag_id]")}
              - {Brace($"name: item_tags, from: items, to: tags, through: [link_item, link_tag], cardinality: many_to_many, allocation: {allocation}")}
        """);

    private static string Brace(string keys) => $"{{{keys}}}";

    private static void Insert(StringBuilder script, string table, IEnumerable<string> rows)
    {
        var values = string.Join(", ", rows);
        script.Append(CultureInfo.InvariantCulture, $"{(values.Length == 0 ? "" : $"\nINSERT INTO {table} VALUES {values};")}");
    }
}
