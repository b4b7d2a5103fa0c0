using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Reads the older form: semantic models that stand beside the models and name them.</summary>
internal static class DbtSemanticModelReader
{
    /// <summary>Null for one that is switched off or has no name.</summary>
    public static DbtSemanticModel? Read(KeyReader keys)
    {
        if (!DbtMetaReader.IsEnabled(keys) || keys.RequiredText("name") is not { } name)
        {
            return null;
        }

        var model = keys.Text("model");
        var place = Place(keys);
        return new DbtSemanticModel(name, model ?? "", keys.Map.At)
        {
            Label = keys.Text("label"),
            Description = keys.Text("description"),
            Meta = DbtMetaReader.Read(keys),
            Reference = DbtReferences.Read(model) ?? (place is null ? null : new DbtReference(null, place.Table)),
            Place = place,
            Time = keys.Inner("defaults", "'defaults'")?.Text("agg_time_dimension"),
            KeylessEntity = keys.Text("primary_entity"),
            Entities = keys.Maps("entities", "an entity").Select(Entity).OfType<DbtEntity>().ToSeq(),
            Dimensions = keys.Maps("dimensions", "a dimension").Select(inner => Dimension(inner)).OfType<DbtDimension>().ToSeq(),
            Measures = keys.Maps("measures", "a measure").Select(inner => inner.RequiredText("name") is { } measure ? DbtMeasureReader.Read(measure, inner) : null).OfType<DbtMeasure>().ToSeq(),
        };
    }

    public static DbtEntity? Entity(KeyReader keys)
    {
        if (keys.RequiredText("name") is not { } name || Type(keys, keys.Text("type")) is not { } type)
        {
            return null;
        }

        return new DbtEntity(name, type, keys.Text("expr") ?? name, keys.Map.At) { Label = keys.Text("label"), Description = keys.Text("description"), Meta = DbtMetaReader.Read(keys) };
    }

    public static DbtEntityType? Type(KeyReader keys, string? word)
    {
        switch (word?.ToLowerInvariant())
        {
            case "primary":
                return DbtEntityType.Primary;
            case "unique":
                return DbtEntityType.Unique;
            case "foreign":
                return DbtEntityType.Foreign;
            case "natural":
                return DbtEntityType.Natural;
            default:
                keys.Error("wrong_value", $"The type of an entity is primary, unique, foreign or natural{(word is null ? "" : $", not '{word}'")}; this one is passed over.", keys.Map);
                return null;
        }
    }

    /// <summary>In the current form the grain stands beside the type, and the column's expression is its name.</summary>
    public static DbtDimension? Dimension(KeyReader keys)
    {
        if (keys.RequiredText("name") is not { } name)
        {
            return null;
        }

        var parameters = keys.Inner("type_params", "'type_params'");
        var validity = (parameters ?? keys).Inner("validity_params", "'validity_params'");
        var isTime = keys.Text("type")?.Equals("time", StringComparison.OrdinalIgnoreCase) == true;
        var grain = parameters?.Text("time_granularity") ?? keys.Text("granularity");
        return new DbtDimension(name, isTime, keys.Text("expr") ?? name, keys.Map.At)
        {
            Label = keys.Text("label"),
            Description = keys.Text("description"),
            Meta = DbtMetaReader.Read(keys),
            Grain = isTime ? grain is null ? Sql.Tree.SqlTimeUnit.Day : DbtSpans.Grain(grain) : null,
            IsValidity = validity is not null && (validity.Flag("is_start") || validity.Flag("is_end")),
            IsPartition = keys.FlagOrNull("is_partition") == true,
        };
    }

    /// <summary>Where a compiled manifest says that its rows are.</summary>
    private static DbtPlace? Place(KeyReader keys) =>
        keys.Inner("node_relation", "'node_relation'") is { } relation && relation.Text("alias") is { } table
            ? new DbtPlace(relation.Text("database"), relation.Text("schema_name"), table)
            : null;
}
