using System.Globalization;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Reads an entry of <c>models</c>: the model with its columns and tests, and in the current form the semantic model inside it.</summary>
internal static class DbtModelReader
{
    public static DbtModel? Read(KeyReader keys)
    {
        if (!DbtMetaReader.IsEnabled(keys) || keys.RequiredText("name") is not { } name)
        {
            return null;
        }

        var config = keys.Inner("config", "'config'");
        return new DbtModel(name, keys.Map.At)
        {
            Alias = config?.Text("alias"),
            Schema = config?.Text("schema"),
            Database = config?.Text("database"),
            Description = keys.Text("description"),
            LatestVersion = keys.Text("latest_version") ?? keys.Maps("versions", "a version").Select(version => version.Text("v")).OrderBy(version => decimal.TryParse(version, CultureInfo.InvariantCulture, out var number) ? number : 0).LastOrDefault(),
            Columns = keys.Maps("columns", "a column").Select(Column).OfType<DbtColumn>().ToSeq(),
            Tests = DbtTestReader.Read(keys),
        };
    }

    /// <summary>The semantic model of the current form; null where the model has none.</summary>
    public static DbtSemanticModel? Semantic(KeyReader keys)
    {
        var said = keys.Node("semantic_model");
        var inner = said is YamlMap map ? new KeyReader(map, "'semantic_model'", "", keys.Issues) : null;
        var isOn = said is YamlScalar { Text: var flag } ? flag.Equals("true", StringComparison.OrdinalIgnoreCase) : inner is not null && inner.FlagOrNull("enabled") != false && DbtMetaReader.IsEnabled(inner);
        if (!isOn || keys.Text("name") is not { } model)
        {
            return null;
        }

        var derived = keys.Inner("derived_semantics", "'derived_semantics'");
        var columns = keys.Maps("columns", "a column").ToList();
        return new DbtSemanticModel(inner?.Text("name") ?? model, $"ref('{model}')", keys.Map.At)
        {
            Label = inner?.Text("label"),
            Description = inner?.Text("description") ?? keys.Text("description"),
            Meta = inner is null ? DbtMeta.None : DbtMetaReader.Read(inner),
            Reference = new DbtReference(null, model),
            Time = keys.Text("agg_time_dimension"),
            KeylessEntity = keys.Text("primary_entity"),
            Entities = columns.Select(Entity).Concat(derived?.Maps("entities", "an entity").Select(DbtSemanticModelReader.Entity) ?? []).OfType<DbtEntity>().ToSeq(),
            Dimensions = columns.Select(Dimension).Concat(derived?.Maps("dimensions", "a dimension").Select(DbtSemanticModelReader.Dimension) ?? []).OfType<DbtDimension>().ToSeq(),
            Measures = keys.Maps("metrics", "a metric").Where(DbtMetaReader.IsEnabled).Select(DbtMetricReader.MeasureOf).OfType<DbtMeasure>().ToSeq(),
        };
    }

    private static DbtColumn? Column(KeyReader keys) => keys.RequiredText("name") is not { } name ? null : new DbtColumn(name)
    {
        Description = keys.Text("description"),
        DataType = keys.Text("data_type"),
        Tests = DbtTestReader.Read(keys),
    };

    private static DbtEntity? Entity(KeyReader column)
    {
        if (column.Node("entity") is not { } said || column.Text("name") is not { } name)
        {
            return null;
        }

        var keys = said is YamlMap map ? new KeyReader(map, "an entity", "", column.Issues) : null;
        return DbtSemanticModelReader.Type(keys ?? column, keys is null ? column.Text("entity") : keys.Text("type")) is { } type
            ? new DbtEntity(keys?.Text("name") ?? name, type, name, column.Map.At) { Label = keys?.Text("label"), Description = keys?.Text("description") ?? column.Text("description"), Meta = keys is null ? DbtMeta.None : DbtMetaReader.Read(keys) }
            : null;
    }

    private static DbtDimension? Dimension(KeyReader column)
    {
        if (column.Node("dimension") is not { } said || column.Text("name") is not { } name)
        {
            return null;
        }

        var keys = said is YamlMap map ? new KeyReader(map, "a dimension", "", column.Issues) : null;
        var isTime = (keys is null ? column.Text("dimension") : keys.Text("type"))?.Equals("time", StringComparison.OrdinalIgnoreCase) == true;
        var grain = column.Text("granularity") ?? keys?.Text("granularity");
        var validity = keys?.Inner("validity_params", "'validity_params'");
        return new DbtDimension(keys?.Text("name") ?? name, isTime, name, column.Map.At)
        {
            Label = keys?.Text("label"),
            Description = keys?.Text("description") ?? column.Text("description"),
            Meta = keys is null ? DbtMetaReader.Read(column) : DbtMetaReader.Read(keys),
            Grain = isTime ? grain is null ? SqlTimeUnit.Day : DbtSpans.Grain(grain) : null,
            IsValidity = validity is not null && (validity.Flag("is_start") || validity.Flag("is_end")),
            IsPartition = keys?.FlagOrNull("is_partition") == true,
        };
    }
}
