using BiAssistant.Semantics.Importing.Merging;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using static BiAssistant.Tests.Semantics.Importing.Merging.MergeCase;

namespace BiAssistant.Tests.Semantics.Importing.Merging;

/// <summary>The laws of the merge over any draft, any later draft and any edits between them.</summary>
[Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
public sealed class MergeLawTests
{
    private static readonly int Cases = GeneratedCases.Scale(150);

    [Fact]
    public void Nothing_edited_gives_the_new_draft_to_the_letter() => ForEach(1, (random, seed) =>
    {
        var draft = GeneratedDraft.Of(random);
        var (last, fresh) = (draft.Write(), draft.Later(random).Write());

        Merge(last, last, fresh).After().ShouldBe(fresh, seed);
    });

    [Fact]
    public void Nothing_new_leaves_every_edit_to_the_letter() => ForEach(2, (random, seed) =>
    {
        var last = GeneratedDraft.Of(random).Write();
        var edited = new GeneratedEdits(random).Apply(last);

        Merge(edited, last, last).After().ShouldBe(edited, seed);
    });

    [Fact]
    public void Every_edit_survives_and_everything_else_is_what_the_source_says_now() => ForEach(3, (random, seed) =>
    {
        var draft = GeneratedDraft.Of(random);
        var (last, fresh) = (draft.Write(), draft.Later(random).Write());
        var edits = new GeneratedEdits(random);
        var edited = edits.Apply(last);

        var merged = Merge(edited, last, fresh);

        var text = merged.After()!;
        var story = $"{seed}\nLAST\n{last}\nEDITED\n{edited}\nFRESH\n{fresh}\nMERGED\n{text}\n{string.Join('\n', merged.First())}";
        edits.Marks.ShouldAllBe(mark => text.Contains(mark, StringComparison.Ordinal), story);
        merged.Load.HasErrors.ShouldBeFalse(story);
        (text.Contains("\r\n", StringComparison.Ordinal) && text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal)).ShouldBeFalse(story);
        Compare(Facts(last), Facts(edited), Facts(fresh), Facts(text), merged, story);
        Merge(text, fresh, fresh).After().ShouldBe(text, story);
    });

    private static void Compare(Dictionary<string, string> last, Dictionary<string, string> edited, Dictionary<string, string> fresh, Dictionary<string, string> merged, MergedImport result, string story)
    {
        foreach (var fact in last.Keys.Concat(edited.Keys).Concat(fresh.Keys).Concat(merged.Keys).Distinct())
        {
            var (was, mine, now, became) = (last.GetValueOrDefault(fact), edited.GetValueOrDefault(fact), fresh.GetValueOrDefault(fact), merged.GetValueOrDefault(fact));
            var parts = fact.Split('/');
            var isDeleted = Enumerable.Range(1, parts.Length).Select(count => $"{string.Join('/', parts.Take(count))}/name").Any(name => last.ContainsKey(name) && !edited.ContainsKey(name));
            var expected = mine == was && !isDeleted ? now : mine;
            if (became != expected && now is null && became == mine && result.First().Any(r => r.Contains("no longer in the source", StringComparison.Ordinal) && fact.Split('/').Any(part => r.Contains(part, StringComparison.Ordinal))))
            {
                continue;
            }

            if (became != expected && became == mine && mine is not null && result.First().Any(r => r.Contains("an anchor or a tag stands in it", StringComparison.Ordinal) && fact.Split('/').Skip(4).All(part => part == "fields" || r.Contains(part, StringComparison.Ordinal))))
            {
                continue;
            }

            if (became is null && was is null && result.First().Any(r => r.Contains("was left out", StringComparison.Ordinal) && fact.Split('/').Any(part => r.Contains($"'{part}'", StringComparison.Ordinal))))
            {
                continue;
            }

            became.ShouldBe(expected, $"{fact}\n{story}");
        }
    }

    /// <summary>Everything that a text says, one value a path.</summary>
    private static Dictionary<string, string> Facts(string text)
    {
        var issues = new IssueList();
        var roots = new YamlReader(new YamlSource("", text), issues).Read();
        issues.InOrder().ShouldBeEmpty();
        return Facts(roots[0], "").ToDictionary(f => f.Path, f => f.Value);
    }

    private static IEnumerable<(string Path, string Value)> Facts(YamlNode node, string path) => node switch
    {
        YamlMap map => map.Pairs.SelectMany(pair => Facts(pair.Value, $"{path}/{pair.Key.Text}")),
        YamlList list => list.Items.SelectMany(item => Facts(item, $"{path}/{(item is YamlMap map ? ((YamlScalar)map.Find("name")!).Text : ((YamlScalar)item).Text)}")),
        YamlScalar { IsNull: false } scalar => [(path, scalar.Text)],
        _ => [],
    };

    private static void ForEach(int use, Action<Random, string> check)
    {
        for (var i = 0; i < Cases; i++)
        {
            var seed = GeneratedCases.SeedFor((use * 100_000) + i);
            check(new Random(seed), $"case {i} of seed {GeneratedCases.Seed}");
        }
    }
}
