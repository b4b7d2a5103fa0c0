using System.Globalization;
using System.Text;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Benchmarks;

/// <summary>
/// A catalog as large as the budgets ask for: 500 tables of 40 fields (100 of things, 400 of what happens to them), 2,000 metrics, a million names of things. Words
/// are made up, but as in a real one many tables have a field of the same label.
/// </summary>
internal static class LargeCatalog
{
    public const int Things = 100;
    public const int Facts = 400;
    public const int FieldsOfTable = 40;
    public const int ValuesOfThing = 10_000;

    private const int ThingsOfFact = 4;
    private const int TablesOfFile = 10;

    private static readonly string[] Measures = ["revenue", "cost", "volume", "balance", "weight"];
    private static readonly string[] Shared = ["status", "channel", "priority"];

    public static string Thing(int thing) => Words.Of(thing);

    public static string Fact(int fact) => Words.Of(1_000 + fact);

    public static string Metric(int fact, int measure) => $"{Fact(fact)} {Measures[measure]}";

    public static int MetricsOfFact => Measures.Length;

    public static string SharedField(int field) => Shared[field % Shared.Length];

    /// <summary>The things that a fact is tied to.</summary>
    public static int ThingOf(int fact, int place) => ((fact * 7) + (place * 23)) % Things;

    public static string Value(int thing, int value) => $"{Words.Capital(Words.Of(10_000 + value))} {Words.Capital(Words.Of(30_000 + (((thing * 131) + value) % 5_000)))}";

    /// <summary>One model in files of ten tables each, and one file a fact for its metrics.</summary>
    public static IReadOnlyList<CatalogText> Texts()
    {
        var texts = new List<CatalogText>();
        texts.AddRange(Enumerable.Range(0, Things).Chunk(TablesOfFile).Select((things, i) => new CatalogText($"semantic-models/things{i}.yml", Model(text => AddThings(text, things)))));
        texts.AddRange(Enumerable.Range(0, Facts).Chunk(TablesOfFile).Select((facts, i) => new CatalogText($"semantic-models/facts{i}.yml", Model(text => AddFacts(text, facts)))));
        for (var fact = 0; fact < Facts; fact++)
        {
            texts.Add(new CatalogText($"metrics/{Fact(fact)}.yml", MetricsOf(fact)));
        }

        return texts;
    }

    /// <summary>The texts with a word of one file's descriptions changed, so that its fields or metrics are read again.</summary>
    public static IReadOnlyList<CatalogText> WithOneChanged(IReadOnlyList<CatalogText> texts, string file, int turn) =>
        [.. texts.Select(text => text.Name.Contains(file, StringComparison.Ordinal) ? text with { Text = text.Text.Replace("EUR", $"EUR{turn}", StringComparison.Ordinal) } : text)];

    public static IEnumerable<IndexedValue> Values(Catalog catalog)
    {
        for (var thing = 0; thing < Things; thing++)
        {
            var field = catalog.FindField($"{Thing(thing)}.name") ?? throw new InvalidOperationException($"There is no {Thing(thing)}.name.");
            for (var value = 0; value < ValuesOfThing; value++)
            {
                var text = Value(thing, value);
                yield return new IndexedValue(field, new SqlText(text), text, 10);
            }
        }
    }

    private static string Model(Action<StringBuilder> add)
    {
        var text = new StringBuilder("version: \"0.2.0.dev0\"\nsemantic_model:\n  - name: company\n    warehouse: company\n    datasets:\n");
        add(text);
        return text.ToString();
    }

    private static void AddThings(StringBuilder text, int[] things)
    {
        foreach (var thing in things)
        {
            AddThing(text, thing);
        }
    }

    private static void AddFacts(StringBuilder text, int[] facts)
    {
        foreach (var fact in facts)
        {
            AddFact(text, fact);
        }

        text.Append("    relationships:\n");
        foreach (var fact in facts)
        {
            for (var place = 0; place < ThingsOfFact; place++)
            {
                var thing = Thing(ThingOf(fact, place));
                text.Append(CultureInfo.InvariantCulture, $"      - {{name: {Fact(fact)}_{thing}, from: {Fact(fact)}, to: {thing}, from_columns: [{thing}_id], to_columns: [{thing}_id]}}\n");
            }
        }
    }

    private static void AddThing(StringBuilder text, int thing)
    {
        var name = Thing(thing);
        text.Append(CultureInfo.InvariantCulture, $$"""
                  - name: {{name}}
                    source: {{name}}
                    primary_key: [{{name}}_id]
                    name_field: name
                    entity: {singular: {{name}}, plural: {{name}}s}
                    fields:
                      - {name: {{name}}_id, expression: {{name}}_id, datatype: integer, hidden: true}
                      - {name: name, expression: name, datatype: text, label: {{Words.Capital(name)}} name, index_values: true}

            """);
        for (var field = 2; field < FieldsOfTable; field++)
        {
            text.Append(CultureInfo.InvariantCulture, $"          - {{name: a{field}, expression: a{field}, datatype: text, label: {Words.Capital(name)} {Words.Of(2_000 + field)}, description: What the {name} is by {Words.Of(2_000 + field)}}}\n");
        }
    }

    private static void AddFact(StringBuilder text, int fact)
    {
        var name = Fact(fact);
        text.Append(CultureInfo.InvariantCulture, $$"""
                  - name: {{name}}
                    source: {{name}}
                    primary_key: [{{name}}_id]
                    entity: {singular: {{name}}, plural: {{name}}s}
                    default_time: happened_on
                    fields:
                      - {name: {{name}}_id, expression: {{name}}_id, datatype: integer, hidden: true}
                      - {name: happened_on, expression: happened_on, datatype: date, label: {{Words.Capital(name)}} date}

            """);
        foreach (var shared in Shared)
        {
            text.Append(CultureInfo.InvariantCulture, $"          - {{name: {shared}, expression: {shared}, datatype: text, label: {Words.Capital(shared)}, values: [{{value: O, label: open {shared}}}, {{value: C, label: closed {shared}}}]}}\n");
        }

        for (var field = 2 + Shared.Length; field < FieldsOfTable; field++)
        {
            text.Append(CultureInfo.InvariantCulture, $"          - {{name: n{field}, expression: n{field}, datatype: decimal, label: {Words.Capital(name)} {Words.Of(3_000 + field)}, unit: EUR}}\n");
        }
    }

    private static string MetricsOf(int fact)
    {
        var text = new StringBuilder("metrics:\n");
        for (var measure = 0; measure < Measures.Length; measure++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{name: {Fact(fact)}_{Measures[measure]}, label: {Words.Capital(Metric(fact, measure))}, synonyms: [{Measures[measure]} of {Fact(fact)}], expression: SUM({Fact(fact)}.n{10 + measure}), unit: EUR, description: {Metric(fact, measure)} in euros}}\n");
        }

        return text.ToString();
    }
}
