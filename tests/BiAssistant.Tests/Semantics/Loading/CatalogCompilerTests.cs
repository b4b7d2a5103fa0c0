using BiAssistant.Answers.Catalogs;
using BiAssistant.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Loading;

/// <summary>Loading again what has partly changed gives exactly what loading it for the first time gives.</summary>
[Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
public sealed class CatalogCompilerTests
{
    private const string Metrics = """
        metrics:
          - {name: loaded, expression: SUM(freight_charge), synonyms: [loads, cargo], time: hired_on}
          - {name: idle, type: ratio, numerator: loaded, denominator: trips_made, default_by: [town]}
        """;

    private const string Yards = """
        semantic_model:
          - name: freight
            datasets:
              - name: yard
                source: "{source}"
                fields: [{name: yard_id, datatype: Integer}, {name: opened_on, datatype: Date}, {name: "size", expression: ABS(width), unit: m2}]
            families:
              - {name: yards, of: yard, members: [{name: north, source: ops.north}, {name: south, source: ops.south, label: South}]}
        """;

    [Fact]
    public void Random_edits_leave_nothing_of_the_texts_before_them()
    {
        var random = new Random(GeneratedCases.SeedFor(41));
        var compiler = new CatalogCompiler();
        var texts = Texts();
        var before = compiler.Load(texts).Catalog;
        var imageBefore = CatalogImage.Of(before);
        for (var turn = 0; turn < GeneratedCases.Scale(150); turn++)
        {
            texts = random.Next(12) == 0 ? Texts() : Edited(texts, random);

            var again = compiler.Load(texts);
            var cold = CatalogLoader.Load(texts);

            again.Issues.ShouldBe(cold.Issues, $"turn {turn}");
            CatalogImage.Of(again.Catalog).ShouldBe(CatalogImage.Of(cold.Catalog), $"turn {turn}");
            CatalogImage.Of(before).ShouldBe(imageBefore, $"turn {turn}: the catalog before it has changed");
            (before, imageBefore) = (again.Catalog, CatalogImage.Of(again.Catalog));
        }
    }

    [Fact]
    public void The_repositorys_own_catalog_is_the_same_after_an_edit_and_back()
    {
        var texts = CatalogFiles.Read([Repository.Root], Repository.Root).Texts.ToList();
        var compiler = new CatalogCompiler();
        var first = compiler.Load(texts);
        compiler.Load(texts.Select((text, i) => i == 3 ? text with { Text = "metric: {name: [" } : text)).HasErrors.ShouldBeTrue();

        var back = compiler.Load(texts);

        back.Issues.ShouldBe(first.Issues);
        CatalogImage.Of(back.Catalog).ShouldBe(CatalogImage.Of(first.Catalog));
    }

    [Fact]
    public void One_name_for_two_texts_keeps_them_apart()
    {
        var compiler = new CatalogCompiler();
        CatalogText[] texts = [new("a.yml", CatalogExamples.Freight), new("a.yml", Metrics)];
        compiler.Load(texts);

        compiler.Load(texts).Catalog.Version.ShouldBe(CatalogLoader.Load(texts).Catalog.Version);
    }

    private static List<CatalogText> Texts() =>
        [new("models/freight.yml", CatalogExamples.Freight), new("models/yards.yml", Yards), new("metrics/more.yml", Metrics)];

    private static List<CatalogText> Edited(List<CatalogText> texts, Random random)
    {
        var edited = texts.ToList();
        if (edited.Count == 0 || random.Next(20) == 0)
        {
            return [.. Texts().Skip(random.Next(2))];
        }

        var which = random.Next(edited.Count);
        var text = edited[which];
        switch (random.Next(8))
        {
            case 0:
                edited.RemoveAt(which);
                break;
            case 1:
                edited[which] = text with { Text = text.Text[..random.Next(text.Text.Length + 1)] };
                break;
            case 2:
                edited[which] = text with { Name = $"models/{random.Next(5)}.yml" };
                break;
            default:
                edited[which] = text with { Text = WithOneWordChanged(text.Text, random) };
                break;
        }

        return edited;
    }

    /// <summary>A word of one line in place of a word of another, or a line twice, or not at all.</summary>
    private static string WithOneWordChanged(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var line = random.Next(lines.Count);
        switch (random.Next(5))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(line, lines[line]);
                break;
            default:
                var words = lines[line].Split(' ');
                var others = lines[random.Next(lines.Count)].Split(' ');
                words[random.Next(words.Length)] = others[random.Next(others.Length)];
                lines[line] = string.Join(' ', words);
                break;
        }

        return string.Join('\n', lines);
    }
}
