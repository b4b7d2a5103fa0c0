using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>
/// The files of a draft: the model in one, each metric in its own. They are loaded as a catalog would be, and a metric that a catalog refuses, for a reason that the project
/// alone does not show, is left out with that reason, and what is made of it too.
/// </summary>
internal sealed class DbtFiles(string name, YamlMap model, IReadOnlyList<DbtMetricText> metrics, DbtRemarks remarks)
{
    private const int MostRounds = 60;

    public Seq<DraftFile> Sound()
    {
        var files = Metrics();
        var whole = new DraftFile($"semantic-models/{name}.yml", DraftYaml.Write(model));
        for (var round = 0; round < MostRounds; round++)
        {
            var errors = CatalogLoader.Load(files.Select(file => new CatalogText(file.File.Path, file.File.Text)).Prepend(new CatalogText(whole.Path, whole.Text))).Issues
                .Where(issue => issue.Severity == IssueSeverity.Error)
                .ToList();
            var refused = files.Where(file => errors.Exists(error => error.At?.File == file.File.Path)).ToList();
            if (refused.Count == 0)
            {
                break;
            }

            foreach (var (metric, file) in refused)
            {
                remarks.LeftOut($"The metric '{metric}' is left out: {errors.Find(error => error.At?.File == file.Path)!.Message}");
            }

            files.RemoveAll(refused.Contains);
        }

        return [whole, .. files.Select(file => file.File)];
    }

    private List<(string Metric, DraftFile File)> Metrics()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = new List<(string, DraftFile)>();
        foreach (var metric in metrics.OrderBy(metric => metric.Subject, StringComparer.Ordinal).ThenBy(metric => metric.Name, StringComparer.Ordinal))
        {
            var path = UniqueName.Of($"metrics/{ImportName.Of(metric.Subject)}/{ImportName.Of(metric.Name)}", taken.Add);
            files.Add((metric.Name, new DraftFile($"{path}.yml", DraftYaml.Write(DraftYaml.Map(("metric", metric.Node))))));
        }

        return files;
    }
}
