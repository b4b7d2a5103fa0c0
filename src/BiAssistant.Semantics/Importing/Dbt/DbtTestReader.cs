using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Reads the tests of a model or column: a name, or a name with its arguments, in each of the places where dbt takes them.</summary>
internal static class DbtTestReader
{
    public static Seq<DbtTest> Read(KeyReader keys)
    {
        keys.Accept("tests", "data_tests");
        return keys.Items("tests").Concat(keys.Items("data_tests")).Select(item => Read(item, keys)).OfType<DbtTest>().ToSeq();
    }

    private static DbtTest? Read(YamlNode node, KeyReader around)
    {
        switch (node)
        {
            case YamlScalar name:
                return Of(name.Text.Trim(), new KeyReader(new YamlMap(name.Source, name.Line, name.Column), "a test", "", around.Issues), name.At);
            case YamlMap { Pairs: [var only] } when only.Value is YamlMap arguments:
                return Of(only.Key.Text.Trim(), new KeyReader(arguments, "a test", "", around.Issues), only.Key.At);
            case YamlMap { Pairs: [{ Value: YamlScalar { IsNull: true } } bare] }:
                return Of(bare.Key.Text.Trim(), new KeyReader(new YamlMap(bare.Key.Source, bare.Key.Line, bare.Key.Column), "a test", "", around.Issues), bare.Key.At);
            case YamlMap map when map.Find("test_name") is YamlScalar named:
                return Of(named.Text.Trim(), new KeyReader(map, "a test", "", around.Issues), map.At);
            default:
                return null;
        }
    }

    private static DbtTest? Of(string name, KeyReader keys, TextLocation at)
    {
        var config = keys.Inner("config", "'config'");
        if (config?.FlagOrNull("enabled") == false)
        {
            return null;
        }

        // A test of some rows only, or one whose failure is borne, claims nothing of every row.
        if (keys.Has("where") || config?.Has("where") == true || (config?.Text("severity") ?? keys.Text("severity"))?.Equals("warn", StringComparison.OrdinalIgnoreCase) == true)
        {
            return new DbtOtherTest(name, at);
        }

        var given = keys.Node("arguments") is YamlMap inner ? new KeyReader(inner, keys.Kind, "", keys.Issues) : keys;
        DbtTest test = name switch
        {
            "not_null" => new DbtNotNull(at),
            "unique" => new DbtUnique([], at),
            "accepted_values" => new DbtAcceptedValues(given.Scalars("values").ToSeq(), given.FlagOrNull("quote") == false, at),
            "relationships" when DbtReferences.Read(given.Text("to")) is { } to && given.Text("field") is { } field => new DbtRelationshipTest(to, field, at),
            "dbt_utils.unique_combination_of_columns" when given.Texts("combination_of_columns") is { IsEmpty: false } columns => new DbtUnique(columns, at),
            "dbt_utils.accepted_range" when given.FlagOrNull("inclusive") != false => new DbtRange(Bound(given, "min_value"), Bound(given, "max_value"), at),
            _ => new DbtOtherTest(name, at),
        };
        return test is DbtRange { Least: null, Most: null } or DbtAcceptedValues { Values.IsEmpty: true } ? new DbtOtherTest(name, at) : test;
    }

    /// <summary>A number; null for a bound that is computed.</summary>
    private static decimal? Bound(KeyReader keys, string key) =>
        keys.Text(key) is { } text && decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var bound) ? bound : null;
}
