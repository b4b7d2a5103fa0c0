using System.Globalization;
using BiAssistant.Planning;

namespace BiAssistant.Tests.Planning.Gathered;

/// <summary>Whatever links what with what, totals over a bridge are those of a few lines that go from row to row.</summary>
[Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
public sealed class BridgePropertyTests(RandomLinks links) : IClassFixture<RandomLinks>
{
    private const string Totals = "\"measures\":[{\"aggregate\":\"sum\",\"field\":\"items.amount\"},{\"count\":\"items\"}]";

    [Fact]
    public Task In_full_each_item_counts_once_for_each_value_that_it_meets() => HoldsAsync(
        "full",
        $"{{{Totals},\"group_by\":[{{\"field\":\"tags.kind\"}}]}}",
        world => from item in world.Items
                 from kind in world.TagsOf(item).Select(t => t.Kind).DefaultIfEmpty().Distinct()
                 group item by kind into same
                 select Row(same.Key, same.Sum(i => i.Amount), same.Count()));

    [Fact]
    public Task Split_each_item_counts_once_in_all() => HoldsAsync(
        "split",
        $"{{{Totals},\"group_by\":[{{\"field\":\"tags.kind\"}}]}}",
        world => from item in world.Items
                 let tags = world.TagsOf(item)
                 from tag in tags.DefaultIfEmpty()
                 group (item, Part: 1m / Math.Max(1, tags.Count)) by tag?.Kind into same
                 select Row(same.Key, same.Sum(i => i.item.Amount * i.Part), same.Sum(i => i.Part)));

    [Fact]
    public async Task What_is_split_adds_up_to_the_whole()
    {
        foreach (var world in RandomLinks.Worlds)
        {
            var rows = await RowsAsync("duckdb", "split", world, $"{{{Totals},\"group_by\":[{{\"field\":\"tags.kind\"}},{{\"field\":\"tags.word\"}}]}}");
            var parts = rows.Select(r => r.Split(RandomLinks.Separator)).ToList();

            parts.Sum(p => decimal.Parse(p[^2], CultureInfo.InvariantCulture)).ShouldBe(world.Items.Sum(i => i.Amount), 0.000001m);
            parts.Sum(p => decimal.Parse(p[^1], CultureInfo.InvariantCulture)).ShouldBe(world.Items.Count, 0.000001m);
        }
    }

    [Fact]
    public Task A_breakdown_and_a_filter_are_about_the_same_tag() => HoldsAsync(
        "full",
        $"{{{Totals},\"group_by\":[{{\"field\":\"tags.word\"}}],\"where\":{{\"field\":\"tags.kind\",\"in\":[\"a\",\"b\"]}}}}",
        world => from item in world.Items
                 from word in world.TagsOf(item).Where(t => t.Kind is "a" or "b").Select(t => t.Word).Distinct()
                 group item by word into same
                 select Row(same.Key, same.Sum(i => i.Amount), same.Count()));

    [Fact]
    public Task A_filter_takes_an_item_once_and_its_negation_takes_the_others() => HoldsAsync(
        "full",
        """{"measures":[{"count":"items","filter":{"field":"tags.kind","in":["a"]},"as":"with"},{"count":"items","filter":{"field":"tags.kind","in":["a"],"negated":true},"as":"without"},{"count":"items","filter":{"any":[{"field":"tags.kind","in":["b"]},{"field":"items.amount","operator":">","value":50}]},"as":"either"}]}""",
        world =>
        [
            string.Join(RandomLinks.Separator, world.Items.Count(i => HasA(world, i)), world.Items.Count(i => !HasA(world, i)), world.Items.Count(i => world.TagsOf(i).Any(t => t.Kind == "b") || i.Amount > 50)),
        ]);

    [Fact]
    public Task From_the_other_side_it_is_the_same() => HoldsAsync(
        "full",
        """{"measures":[{"count":"tags"}],"group_by":[{"field":"items.amount"}]}""",
        world => from tag in world.Tags
                 from amount in world.Items.Where(i => world.TagsOf(i).Contains(tag)).Select(i => (int?)i.Amount).DefaultIfEmpty().Distinct()
                 group tag by amount into same
                 select string.Join(RandomLinks.Separator, same.Key?.ToString(CultureInfo.InvariantCulture) ?? "null", same.Count()));

    private static bool HasA(LinkedWorld world, Item item) => world.TagsOf(item).Any(t => t.Kind == "a");

    private static string Row(string? group, decimal sum, decimal count) => string.Join(RandomLinks.Separator, group ?? "null", Number(sum), Number(count));

    private static string Number(decimal number) => Math.Round(number, 9).ToString("0.#########", CultureInfo.InvariantCulture);

    private async Task HoldsAsync(string allocation, string query, Func<LinkedWorld, IEnumerable<string>> expected)
    {
        foreach (var world in RandomLinks.Worlds)
        {
            foreach (var engine in links.Names)
            {
                (await RowsAsync(engine, allocation, world, query)).ShouldBe(expected(world), ignoreOrder: true, customMessage: $"{engine}, seed {GeneratedCases.Seed}: {world}");
            }
        }
    }

    private async Task<IReadOnlyList<string>> RowsAsync(string engine, string allocation, LinkedWorld world, string query)
    {
        var catalog = RandomLinks.CatalogOf(world, allocation);
        var plan = Planner.Plan(MusicLabel.Bound(query, catalog: catalog)).Value.ShouldNotBeNull();
        var (_, text) = PlannerCase.Texts(plan, links.DialectOf(engine)).ShouldHaveSingleItem();
        return await links.RowsAsync(engine, text);
    }
}
