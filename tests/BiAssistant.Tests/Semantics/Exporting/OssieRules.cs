using System.Text.RegularExpressions;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Tests.Semantics.Exporting;

/// <summary>What a strict Apache Ossie document may hold, written from its specification: every place that breaks a rule, and why.</summary>
internal sealed partial class OssieRules
{
    private static readonly string[] Dialects = ["ANSI_SQL", "SNOWFLAKE", "MDX", "TABLEAU", "DATABRICKS", "MAQL", "BIGQUERY"];
    private static readonly string[] Datatypes = ["String", "Integer", "Decimal", "Float", "Boolean", "Date", "Time", "DateTime", "DateTimeTz", "Opaque"];

    private readonly List<string> _problems = [];

    public static IReadOnlyList<string> Problems(string yaml)
    {
        var rules = new OssieRules();
        var issues = new IssueList();
        var roots = new YamlReader(new YamlSource("document", yaml), issues).Read();
        rules._problems.AddRange(issues.InOrder().Select(i => i.Message));
        if (roots is not [YamlMap document])
        {
            return [.. rules._problems, "the document is no map"];
        }

        rules.Keys(document, "document", ["version", "semantic_model"]);
        rules.Word(document, "version", ["0.2.0.dev0"]);
        rules.Each(document, "semantic_model", 0, rules.Model);
        return rules._problems;
    }

    private void Model(YamlMap model)
    {
        Keys(model, "model", ["name", "datasets"], "description", "ai_context", "relationships", "metrics", "custom_extensions");
        Common(model);
        Each(model, "datasets", 1, Dataset);
        Each(model, "relationships", 0, Relationship);
        Each(model, "metrics", 0, metric =>
        {
            Keys(metric, "metric", ["name", "expression"], "description", "datatype", "ai_context", "custom_extensions");
            Common(metric);
        });
    }

    private void Dataset(YamlMap dataset)
    {
        Keys(dataset, "dataset", ["name", "source"], "primary_key", "unique_keys", "description", "ai_context", "fields", "custom_extensions");
        Common(dataset);
        String(dataset, "source");
        Strings(dataset.Find("primary_key"), "primary_key", 0);
        foreach (var key in (dataset.Find("unique_keys") as YamlList)?.Items ?? [])
        {
            Strings(key, "unique_keys", 0);
        }

        Each(dataset, "fields", 0, field =>
        {
            Keys(field, "field", ["name", "expression"], "dimension", "label", "description", "datatype", "ai_context", "custom_extensions");
            Common(field);
            String(field, "label");
            if (field.Find("dimension") is { } dimension)
            {
                Require(dimension is YamlMap { Pairs: [] or [{ Key.Text: "is_time", Value: YamlScalar { Style: YamlStyle.Plain, Text: "true" or "false" } }] }, dimension, "dimension");
            }
        });
    }

    private void Relationship(YamlMap relationship)
    {
        Keys(relationship, "relationship", ["name", "from", "to", "from_columns", "to_columns"], "ai_context", "custom_extensions");
        Common(relationship);
        String(relationship, "from");
        String(relationship, "to");
        Strings(relationship.Find("from_columns"), "from_columns", 1);
        Strings(relationship.Find("to_columns"), "to_columns", 1);
    }

    /// <summary>Keys that mean the same wherever they stand.</summary>
    private void Common(YamlMap element)
    {
        String(element, "name");
        String(element, "description");
        Word(element, "datatype", Datatypes);
        if (element.Find("ai_context") is YamlMap context)
        {
            String(context, "instructions");
            Strings(context.Find("synonyms"), "synonyms", 0);
            Strings(context.Find("examples"), "examples", 0);
        }
        else
        {
            String(element, "ai_context");
        }

        Each(element, "custom_extensions", 0, extension =>
        {
            Keys(extension, "extension", ["vendor_name", "data"]);
            String(extension, "vendor_name");
            String(extension, "data");
        });
        if (element.Find("expression") is { } expression)
        {
            Require(expression is YamlMap, expression, "expression");
            Keys((expression as YamlMap)!, "expression", ["dialects"]);
            Each((expression as YamlMap)!, "dialects", 1, dialect =>
            {
                Keys(dialect, "dialect", ["dialect", "expression"]);
                Word(dialect, "dialect", Dialects);
                String(dialect, "expression");
            });
        }
    }

    private void Keys(YamlMap map, string kind, string[] required, params string[] optional)
    {
        _problems.AddRange(required.Where(key => map.Find(key) is null).Select(key => $"{map.At}: a {kind} needs {key}"));
        _problems.AddRange(map.Pairs.Where(p => !required.Contains(p.Key.Text) && !optional.Contains(p.Key.Text)).Select(p => $"{p.Key.At}: {p.Key.Text} is no key of a {kind}"));
    }

    private void Each(YamlMap owner, string key, int least, Action<YamlMap> check)
    {
        if (owner.Find(key) is not { } node)
        {
            return;
        }

        Require(node is YamlList list && list.Items.Count >= least && list.Items.TrueForAll(i => i is YamlMap), node, key);
        foreach (var item in (node as YamlList)?.Items.OfType<YamlMap>() ?? [])
        {
            check(item);
        }
    }

    private void Strings(YamlNode? node, string key, int least)
    {
        if (node is not null)
        {
            Require(node is YamlList list && list.Items.Count >= least && list.Items.TrueForAll(IsString), node, key);
        }
    }

    private void Word(YamlMap map, string key, string[] words)
    {
        if (map.Find(key) is { } node)
        {
            Require(IsString(node) && words.Contains(((YamlScalar)node).Text), node, key);
        }
    }

    private void String(YamlMap map, string key)
    {
        if (map.Find(key) is { } node && !(key == "expression" && node is YamlMap))
        {
            Require(IsString(node), node, key);
        }
    }

    private void Require(bool holds, YamlNode at, string what)
    {
        if (!holds)
        {
            _problems.Add($"{at.At}: {what} has the wrong shape");
        }
    }

    /// <summary>In quotes, or plain and read as a text by every version of YAML.</summary>
    private static bool IsString(YamlNode node) => node is YamlScalar scalar && (scalar.Style != YamlStyle.Plain || !Other().IsMatch(scalar.Text));

    [GeneratedRegex(@"^(~|null|true|false|yes|no|on|off|y|n|[-+.]?[0-9][-0-9a-fxo_.:+tTzZ ]*|[-+]?\.(inf|nan)|)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
