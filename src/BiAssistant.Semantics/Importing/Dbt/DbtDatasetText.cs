using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Writes a dataset: its source, what a row is, its fields, and what the project's tests claim of it.</summary>
internal sealed class DbtDatasetText(DbtDataset dataset, string source, Seq<DbtLink> links)
{
    public YamlMap Node()
    {
        var model = dataset.Model;
        var claims = new DbtClaims(dataset);
        var time = model.Time is { } name ? dataset.Dimension(name) : null;
        return DraftYaml.Map(
            ("name", DraftYaml.Text(dataset.Name)),
            ("source", DraftYaml.Text(source)),
            ("label", DraftYaml.Words(DbtLabels.Of(model, DbtWords.LabelOf(model.Name)))),
            ("synonyms", DraftYaml.Words(model.Meta.Synonyms)),
            ("description", DbtText.Description(model.Description ?? dataset.Table?.Description)),
            ("owner", DraftYaml.TextOrNone(model.Meta.Owner)),
            ("entity", model.PrimaryEntity is { } row ? Entity(DbtWords.OfEntity(row, model.Entities.FirstOrDefault(entity => entity.Name == row)?.Meta.Labels)) : null),
            ("primary_key", DraftYaml.Texts(dataset.PrimaryKey)),
            ("unique_keys", UniqueKeys(claims)),
            ("name_field", DraftYaml.TextOrNone(NameField())),
            ("default_time", time is { Dimension.IsTime: true } ? DraftYaml.Text(time.Name) : null),
            ("fields", DraftYaml.ListOrNone(dataset.Fields.All.Select(field => Field(field, claims)))),
            ("checks", claims.Node()));
    }

    /// <summary>The dimension that is called the name of what a row is.</summary>
    private string? NameField() => dataset.Model.PrimaryEntity is not { } entity ? null
        : dataset.Fields.All.FirstOrDefault(field => field.Dimension is { IsTime: false } && field.Name.Equals($"{DbtWords.WithoutKeyEnding(entity)}_name", StringComparison.OrdinalIgnoreCase))?.Name;

    private YamlList? UniqueKeys(DbtClaims claims)
    {
        var keys = dataset.Model.Entities.Where(entity => entity.Type == DbtEntityType.Unique)
            .Select(entity => dataset.Entity(entity.Name)?.Column)
            .OfType<string>()
            .Select(column => dataset.Partitions.Select(partition => dataset.Dimension(partition.Name)?.Column).OfType<string>().Prepend(column).ToSeq())
            .Concat(claims.UniqueKeys)
            .Where(columns => columns != dataset.PrimaryKey)
            .Distinct();
        return DraftYaml.ListOrNone(keys.Select(columns => (YamlNode)DraftYaml.Texts(columns)!));
    }

    private YamlMap Field(DbtField field, DbtClaims claims)
    {
        var isTime = field.Dimension is { IsTime: true };
        var entity = HomelessEntity(field);
        return DraftYaml.Map(
            ("name", DraftYaml.Text(field.Name)),
            ("expression", DraftYaml.Text(DbtSql.Text(field.Tree) ?? field.Name)),
            ("datatype", DraftYaml.TextOrNone(field.Datatype)),
            ("dimension", isTime ? DraftYaml.Map(("is_time", DraftYaml.Flag(true))) : null),
            ("label", DraftYaml.Words(field.Label)),
            ("synonyms", DraftYaml.Words(field.Synonyms)),
            ("description", DbtText.Description(field.Description)),
            ("hidden", DraftYaml.FlagIf(field.IsHidden && entity is null)),
            ("values", claims.Values(field)),
            ("entity", entity is null ? null : Entity(entity)),
            ("default_aggregate", DraftYaml.TextOrNone(field is { Dimension: null, IsHidden: false } ? field.DefaultAggregate : null)));
    }

    /// <summary>Things that are only told apart by a key of this dataset: no dataset has a row for each.</summary>
    private EntityWords? HomelessEntity(DbtField field) =>
        dataset.Model.Entities.FirstOrDefault(entity => !entity.IsUnique && dataset.Entity(entity.Name) == field && !links.Any(link => link.From == dataset && link.Entity == entity.Name)) is { } homeless
            ? DbtWords.OfEntity(homeless.Name, homeless.Meta.Labels)
            : null;

    private static YamlMap Entity(EntityWords words) => DraftYaml.Map(("singular", DraftYaml.Words(words.Singular)), ("plural", DraftYaml.Words(words.Plural)));
}
