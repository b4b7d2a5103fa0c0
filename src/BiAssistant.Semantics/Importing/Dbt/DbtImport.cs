using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>
/// Makes a draft of the semantic layer of a dbt project, in either of its published forms: semantic models become datasets, entities relationships, metrics metrics.
/// What a catalog would mean in another way is left out by name, and never made nearly right.
/// </summary>
public static class DbtImport
{
    public static Outcome<ImportDraft> Read(DbtSource source, DbtOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var remarks = new DbtRemarks();
        remarks.Wrong(source.Issues);
        var project = new DbtProjectReader(remarks).Read(source);
        var name = options.Name ?? ImportName.Of(source.Project.Name ?? source.Folder);
        var dialect = options.Dialect ?? (source.Manifest?.Adapter is { } adapter ? DialectExpression.Find(adapter) : null);
        if (options.Dialect is null && dialect is null && source.Manifest?.Adapter is { } unknown)
        {
            remarks.Guessed($"The project is built by {unknown}, whose SQL is not known here; its expressions are read as portable SQL. Say --dialect NAME where another is nearer.");
        }

        var sql = new DbtSql(dialect, remarks);
        var placed = new DbtSources(project, source.Manifest, options.Schema, remarks).Find(project.SemanticModels);
        var names = Names(placed.Select(pair => pair.Model.Name));
        var datasets = placed.Zip(names, (pair, dataset) => new DbtDataset(dataset, pair.Model, project.Model(pair.Model.Reference), sql, remarks)).ToSeq();
        var links = new DbtLinks(datasets, remarks).Find();
        var book = new DbtMetricBook(project, new DbtReach(datasets, links), sql, remarks);
        book.WriteAll(datasets);
        if (datasets.IsEmpty)
        {
            return Nothing(source, remarks);
        }

        DbtRest.Say(project, datasets, remarks);
        var model = Model(name, datasets.Zip(placed, (dataset, pair) => (dataset, pair.Source)), links);
        var files = new DbtFiles(name, model, book.Texts, remarks).Sound();
        remarks.Done($"Semantic models that are datasets now: {datasets.Count}; ways between them: {links.Count}; metrics: {files.Count - 1}.");
        return Outcome<ImportDraft>.Of(new ImportDraft(name, files, remarks.InOrder()));
    }

    /// <summary>Names without dots, which separate the parts of a name in a catalog, and no two alike.</summary>
    private static List<string> Names(IEnumerable<string> models)
    {
        var taken = new HashSet<string>();
        var names = new List<string>();
        foreach (var model in models)
        {
            var name = model.Replace('.', '_');
            while (!taken.Add(name))
            {
                name += "_";
            }

            names.Add(name);
        }

        return names;
    }

    private static YamlMap Model(string name, IEnumerable<(DbtDataset Dataset, string Source)> datasets, Seq<DbtLink> links) => DraftYaml.Map(
        ("version", DraftYaml.Text("0.2.0.dev0")),
        ("semantic_model", DraftYaml.List([DraftYaml.Map(
            ("name", DraftYaml.Text(name)),
            ("datasets", DraftYaml.List(datasets.Select(pair => new DbtDatasetText(pair.Dataset, pair.Source, links).Node()))),
            ("relationships", DraftYaml.ListOrNone(links.Select(Relationship))))])));

    private static YamlMap Relationship(DbtLink link) => DraftYaml.Map(
        ("name", DraftYaml.Text(link.Name)),
        ("from", DraftYaml.Text(link.From.Name)),
        ("to", DraftYaml.Text(link.To.Name)),
        ("from_columns", DraftYaml.Texts(link.FromColumns)),
        ("to_columns", DraftYaml.Texts(link.ToColumns)),
        ("role", link.To.Model.PrimaryEntity == link.Entity ? null : Role(link.Entity)),
        ("optional", DraftYaml.FlagIf(!link.IsComplete)),
        ("one_to_one", DraftYaml.FlagIf(link.IsOneToOne)));

    private static YamlMap Role(string entity)
    {
        var words = DbtWords.OfEntity(entity);
        return DraftYaml.Map(("singular", DraftYaml.Words(words.Singular)), ("plural", DraftYaml.Words(words.Plural)));
    }

    /// <summary>Why there is nothing to import: what is broken, or that there are no semantic models.</summary>
    private static Outcome<ImportDraft> Nothing(DbtSource source, DbtRemarks remarks)
    {
        var said = remarks.InOrder().Where(remark => remark.Kind is RemarkKind.LookFirst or RemarkKind.LeftOut)
            .Select(remark => new Issue("dbt_left_out", remark.Place is null ? remark.Message : $"{remark.Place}: {remark.Message}"));
        var nothing = new Issue("dbt_nothing", $"The project '{source.Project.Name ?? source.Folder}' has no semantic model that can be imported: {source.Properties.Count} YAML files were read below {string.Join(", ", source.Project.ModelPaths)}. An import starts from 'semantic_models:', or from models with 'semantic_model:'.");
        return Outcome<ImportDraft>.Failed(new[] { nothing }.Concat(said).ToSeq());
    }
}
