using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>A field and the keys it was read from.</summary>
internal sealed record FieldDraft(Field Field, KeyReader Keys, bool? SensitiveSaid, YamlScalar? ExpressionText);

/// <summary>A metric's keys and the model that it stands in; null for a metric of its own file.</summary>
internal sealed record MetricDraft(KeyReader Keys, SemanticModel? Home);

/// <summary>
/// What has been read so far. Texts are read in one pass; whatever refers to something by name is written down in <see cref="Later"/> and done when
/// every name is known.
/// </summary>
internal sealed class CatalogDraft(IssueList issues)
{
    private Dictionary<string, MetricDraft>? _metrics;

    public IssueList Issues { get; } = issues;

    /// <summary>The parts of each model, in order of appearance.</summary>
    public Dictionary<string, List<KeyReader>> ModelParts { get; } = [];

    public List<SemanticModel> Models { get; } = [];

    public List<FieldDraft> Fields { get; } = [];

    public List<MetricDraft> Metrics { get; } = [];

    /// <summary>What "total of a dataset" means, checked once metrics are known.</summary>
    public List<(Dataset Dataset, KeyReader Keys, YamlScalar Text)> Measures { get; } = [];

    /// <summary>Names of metrics that stand in other elements, checked once metrics are known.</summary>
    public List<(KeyReader Keys, YamlScalar Name)> MetricMentions { get; } = [];

    /// <summary>Conditions over physical columns that all rows of a dataset meet.</summary>
    public List<(Dataset Dataset, KeyReader Keys)> RowFilters { get; } = [];

    public List<(SemanticModel Model, List<KeyReader> Keys)> Relationships { get; } = [];

    /// <summary>Datasets that are said to be kinds of others.</summary>
    public List<(Dataset Dataset, KeyReader Keys)> Subtypes { get; } = [];

    public List<Action<Resolution>> Later { get; } = [];

    /// <summary>Where a metric is written; null for one that is not.</summary>
    public Sql.TextLocation? PlaceOf(string metric) => FindMetric(metric)?.Keys.Map.At;

    /// <summary>A metric as it was written, the first of its name; null where there is none.</summary>
    public MetricDraft? FindMetric(string name)
    {
        if (_metrics is null)
        {
            _metrics = [];
            foreach (var metric in Metrics)
            {
                _metrics.TryAdd(KeyReader.NameIn(metric.Keys.Map) ?? "", metric);
            }
        }

        return _metrics.GetValueOrDefault(name);
    }

    public Places Places { get; } = new();

    public Fingerprints Fingerprints { get; } = new();
}

/// <summary>An expression over logical fields under the names by which the product knows them, and where it was written.</summary>
internal sealed record ResolvedText(SqlExpression Expression, KeyReader Keys, YamlScalar Text);

/// <summary>Resolves names that stand in keys and expressions, and reports those that stand for nothing where they stand.</summary>
internal sealed class Resolution(Names names)
{
    public Names Names { get; } = names;

    /// <summary>Every expression over logical fields that was read, for what is checked of all of them.</summary>
    public List<ResolvedText> Resolved { get; } = [];

    public Dataset? Dataset(string name, SemanticModel? home, KeyReader keys, YamlNode at)
    {
        var (dataset, problem) = Names.FindDataset(name, home);
        Report(problem, keys, at);
        return dataset;
    }

    public FieldUse? Field(string name, NameScope scope, KeyReader keys, YamlNode at)
    {
        var (use, problem) = Names.FindField(name, scope);
        Report(problem, keys, at);
        return use;
    }

    /// <summary>
    /// The expression with every field under the name by which the product knows it; null when a name stands for nothing. Columns for which
    /// <paramref name="keep"/> holds stay as written; subqueries are left alone.
    /// </summary>
    public SqlExpression? Fields(SqlExpression expression, NameScope scope, KeyReader keys, YamlScalar text, Action<FieldUse>? used = null, Func<SqlColumn, bool>? keep = null)
    {
        var sound = true;
        var resolved = expression.Rewrite(node =>
        {
            if (node is not SqlColumn column || keep?.Invoke(column) == true)
            {
                return null;
            }

            var (use, problem) = Names.FindField(column.Table, column.Name, scope);
            if (use is null)
            {
                sound = false;
                Report(problem, keys, text, column);
                return null;
            }

            used?.Invoke(use);
            return Names.Column(use);
        });
        if (sound)
        {
            Resolved.Add(new ResolvedText(resolved, keys, text));
        }

        return sound ? resolved : null;
    }

    public static void Report(NameProblem? problem, KeyReader keys, YamlNode at, SqlColumn? column = null)
    {
        if (problem is null)
        {
            return;
        }

        var (place, name) = (at.At, (at as YamlScalar)?.Text.Trim() ?? "");
        if (column is not null && at is YamlScalar text)
        {
            (place, name) = (SqlTextReader.PlaceOf(column, text), $"{column.Table}.{column.Name}");
        }

        keys.Issues.AddUnknown(new Sql.Issue(problem.Code, problem.Message) { At = place, Element = keys.Element, Suggestions = problem.Suggestions }, name);
    }
}
