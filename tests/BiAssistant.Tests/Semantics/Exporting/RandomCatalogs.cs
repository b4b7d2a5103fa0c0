using System.Globalization;
using System.Text;

namespace BiAssistant.Tests.Semantics.Exporting;

/// <summary>Random catalogs with every kind of key in every shape that it may have, and texts that YAML and JSON trip over; the same seed gives the same catalog.</summary>
internal sealed class RandomCatalogs(int seed)
{
    private static readonly string[] Oddities =
    [
        "plain words", "'007'", "007", "1.0", "0.10", "1e3", "-4", "'true'", "true", "yes", "'yes'", "no", "2024-01-31", "\"tab\\tquote\\\"slash\\\\\"", "'it''s: a # sign'",
        "\"line one\\nline two\"", "매출", "\"\\U0001F600 smile\"", "😀", "\"{\\\"a\\\": 1}\"", "'[x, y]'", "'$plain'", "'~'", "a & b", "'- dash'", "'  padded  '", "\"line\\u2028end\"", "+5", ".5", "0x1F",
        "'*star'", "'&anchor'", "'%percent'", "'@at'", "'`tick`'", "'null'", "'...'", "'---'", "12:30:45", "1_000", "'? what'", "'! bang'",
    ];

    private static readonly string[] Languages = ["en", "ko", "de", "pt-br"];

    private readonly Random _random = new(seed);

    public string Text()
    {
        var text = new StringBuilder("version: \"0.2.0.dev0\"\nsemantic_model:\n");
        foreach (var model in Enumerable.Range(1, _random.Next(1, 4)))
        {
            Model(text, $"m{model}");
        }

        text.Append("metrics:\n");
        foreach (var metric in Enumerable.Range(1, _random.Next(1, 4)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{name: file{metric}, expression: {One("SUM(m1.a.f1)", "AVG(m1.a.f1)", "{dialects: [{dialect: ANSI_SQL, expression: SUM(m1.a.f1)}]}", "{dialects: [{dialect: POSTGRESQL, expression: SUM(m1.a.f1)}, {dialect: ANSI_SQL, expression: MAX(m1.a.f1)}]}")}")
                .Append(Common()).Append(Maybe("filter: m1.a.f2 = 'x'")).Append(Maybe($"outliers: {{method: iqr, limit: {One("1.5", "2")}}}")).Append(Maybe("status: certified"))
                .Append(Maybe($"changes: [{{version: 1, date: 2024-03-01, by: {Odd()}, why: {Words()}}}]")).Append(Maybe($"good: {One("up", "down")}"))
                .Append(Maybe("default_by: [m1.a.f2]")).Append(Maybe("access: [boss, clerk]")).Append("}\n");
        }

        text.Append("  - {name: share, type: ratio, numerator: file1, denominator: inside_m1").Append(Common()).Append(Maybe("format: percent")).Append("}\n");
        text.Append("  - {name: twice, type: derived, expression: file1 * 2}\n");
        return text.ToString();
    }

    private void Model(StringBuilder text, string name)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - name: {name}\n    time_zone: Europe/Paris\n");
        foreach (var key in new[] { Maybe($"description: {Words()}"), Maybe($"owner: {Odd()}"), Maybe($"label: {Words()}"), Maybe($"ai_context: {Context()}"), Maybe("calendar: {fiscal_year_start: 04-06, week_start: sunday}"), Maybe($"custom_extensions: {Extensions()}") }.Where(k => k.Length > 0))
        {
            text.Append("    ").Append(key.AsSpan(2)).Append('\n');
        }

        text.Append("    families: [{name: kin, of: kind, members: [{name: k1, source: raw.k1, label: ").Append(Words()).Append("}, {name: k2, source: raw.k2}]}]\n    datasets:\n");
        text.Append("      - {name: kind, source: '{source}', label: 'Of {name}', fields: [{name: f9}, {name: k, datatype: Integer}]}\n");
        foreach (var dataset in new[] { "a", "b" })
        {
            text.Append(CultureInfo.InvariantCulture, $"      - {{name: {dataset}, source: {One("raw.t", "SELECT * FROM raw.t", "'\"Odd Name\".t'")}, primary_key: {One("k", "[k]", "[k, j]")}").Append(Common())
                .Append(Maybe($"unique_keys: {One("[[k]]", "[k]", "[[k], [j, k]]")}")).Append(Maybe($"entity: {One("thing", "{singular: thing, plural: things}", "{en: [thing, item], ko: 물건}")}"))
                .Append(Maybe("filter: j > 0")).Append(Maybe("row_access: [{role: clerk, filter: f2 = user.place}]")).Append(Maybe("hidden: false")).Append(Maybe("default_time: f3"))
                .Append(Maybe("freshness: {field: f3, warn_after: 24 hours}")).Append(Maybe("checks: [{not_null: k}, {range: {field: f1, min: 0, max: 1.50}}, {accepted_values: {field: f2, values: [a, 'b', 007]}}]"))
                .Append(Maybe($"label: {Words()}")).Append(CultureInfo.InvariantCulture, $", fields: [{{name: k}}, {{name: f1, datatype: {One("Integer", "Decimal", "\"numeric(12,2)\"", "bigint")}").Append(Common())
                .Append(Maybe($"scale: {One("0.01", "1", "10")}")).Append(Maybe($"unit: {One("EUR", "{en: pieces, ko: 개}")}")).Append(Maybe("format: money")).Append(Maybe("default_aggregate: avg")).Append('}')
                .Append(CultureInfo.InvariantCulture, $", {{name: f2, datatype: {One("String", "varchar(40)")}, expression: {One("c", "UPPER(c)", "{dialects: [{dialect: ANSI_SQL, expression: c}, {dialect: SNOWFLAKE, expression: 'c::text'}]}", "{dialects: [{dialect: DUCKDB, expression: c}]}")}").Append(Common())
                .Append(Maybe($"label: {Words()}")).Append(Maybe($"values: [{{value: 007, label: {Words()}}}, {{value: '7', synonyms: {Words()}}}, 1.0, 'x', \"null\"]")).Append(Maybe("null_values: ['', 'n/a']"))
                .Append(Maybe("sensitive: true, access: [boss]")).Append(Maybe($"null_label: {Words()}")).Append(Maybe("index_values: false")).Append('}')
                .Append(CultureInfo.InvariantCulture, $", {{name: f3, datatype: {One("Date", "timestamp", "DateTimeTz")}, dimension: {One("{is_time: true}", "{}")}").Append(Maybe("verbs: [joined, was hired]")).Append(Maybe("grain: day")).Append("}]}\n");
        }

        text.Append("    relationships:\n      - {name: ab, from: a, to: b, from_columns: ").Append(One("bk", "[bk]")).Append(", to_columns: [k]").Append(Maybe($"ai_context: {Context()}"))
            .Append(Maybe($"role: {One("maker", "{singular: maker, plural: makers, synonyms: [author]}")}")).Append(Maybe("optional: true")).Append(Maybe($"verbs: {Words()}")).Append("}\n");
        text.Append("      - {name: kb, from: kind, to: b, from_columns: [k], to_columns: [k]}\n");
        text.Append("    glossary:\n      - {term: ").Append(Words()).Append(", dataset: a, filter: f1 > 3}\n      - {term: lately, period: {from: now - 30 days}, description: ").Append(Words()).Append("}\n");
        text.Append(CultureInfo.InvariantCulture, $"      - {{term: overview, query: {{measures: [{{metric: inside_{name}}}]}}}}\n");
        text.Append(CultureInfo.InvariantCulture, $"    metrics:\n      - {{name: inside_{name}, expression: SUM({name}.a.f1)").Append(Common()).Append(Maybe("datatype: Decimal")).Append(Maybe($"label: {Words()}")).Append("}\n");
    }

    private string Common() => Maybe($"description: {Words()}") + Maybe($"synonyms: {Words()}") + Maybe($"ai_context: {Context()}") + Maybe($"custom_extensions: {Extensions()}");

    private string Context() => One(
        Odd(), "{}", $"{{instructions: {Odd()}, synonyms: [{Odd()}, {Odd()}], examples: [{Odd()}]}}", $"{{synonyms: {Odd()}}}", $"{{instructions: {{en: {Odd()}}}, tone: {{depth: [1, 1.50, {Odd()}, {{$plain: x}}]}}}}", "{examples: []}");

    private string Extensions() => One("[]", "[{vendor_name: DBT, data: '{\"a\": [1, 2]}'}]", $"[{{vendor_name: COMMON, data: {One("plain", "'{}'", "5")}}}, {{vendor_name: DBT, data: x}}]", "{vendor_name: WISDOM, data: y}");

    private string Words() => One(Odd(), $"[{Odd()}, {Odd()}]", $"{{{One(Languages)}: {Odd()}}}", $"{{en: {Odd()}, ko: [{Odd()}, {Odd()}]}}");

    private string Odd() => One(Oddities);

    private string Maybe(string key) => _random.Next(3) == 0 ? $", {key}" : "";

    private T One<T>(params T[] all) => all[_random.Next(all.Length)];
}
