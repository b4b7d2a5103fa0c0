using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>A metric of a catalog, in the words of its file.</summary>
/// <param name="Subject">The dataset whose folder it stands in.</param>
internal sealed record DbtMetricText(string Name, string Subject, YamlMap Node);

/// <summary>
/// Makes the metrics of a catalog of those of a project, each after what it is made of. What a catalog would compute in another way than dbt is left out and said,
/// and so is everything that is made of it.
/// </summary>
internal sealed class DbtMetricBook
{
    /// <summary>Metrics of metrics of metrics.</summary>
    private const int Deepest = 50;

    private readonly Dictionary<string, DbtMetric> _metrics;
    private readonly Dictionary<string, DbtMetricDraft> _drafts = [];
    private readonly Dictionary<(string Measure, decimal? Fill, Seq<string> Filters), string> _ofMeasures = [];
    private readonly Dictionary<string, DbtMetricDraft> _circles = [];
    private readonly List<string> _open = [];
    private readonly List<DbtMetricText> _texts = [];
    private readonly HashSet<string> _names;
    private readonly DbtRemarks _remarks;
    private readonly DbtSimpleDrafts _simple;
    private readonly DbtCombinedDrafts _combined;
    private readonly DbtConversionDrafts _conversions;

    public DbtMetricBook(DbtProject project, DbtReach reach, DbtSql sql, DbtRemarks remarks)
    {
        _remarks = remarks;
        _metrics = project.Metrics.ToDictionary(metric => metric.Name);
        _names = [.. _metrics.Keys];
        var conditions = new DbtConditions(reach, sql);
        _simple = new DbtSimpleDrafts(reach, conditions, remarks);
        _combined = new DbtCombinedDrafts(this, _simple, conditions, sql, remarks);
        _conversions = new DbtConversionDrafts(this, _simple, reach, conditions, remarks);
    }

    public IReadOnlyList<DbtMetricText> Texts => _texts;

    public void WriteAll(IEnumerable<DbtDataset> datasets)
    {
        foreach (var metric in _metrics.Values)
        {
            if (Need(metric.Name).Problem is { } problem)
            {
                _remarks.LeftOut($"The metric '{metric.Name}' is left out: {problem}.", metric.At);
            }
        }

        foreach (var (dataset, measure) in datasets.SelectMany(dataset => dataset.Model.Measures.Select(measure => (dataset, measure))).Where(pair => pair.measure.MakesMetric && !_metrics.ContainsKey(pair.measure.Name)))
        {
            if (OfMeasure(new DbtInput(measure.Name, measure.At) { IsMeasure = true }, measure.Name).Draft.Problem is { } problem)
            {
                _remarks.LeftOut($"The metric of the measure '{measure.Name}' of {dataset.Name} is left out: {problem}.", measure.At);
            }
        }
    }

    public DbtMetric? Metric(string name) => _metrics.GetValueOrDefault(name);

    /// <summary>The metric of this name, made if it is not yet.</summary>
    public DbtMetricDraft Need(string name)
    {
        if (_drafts.TryGetValue(name, out var made))
        {
            return made;
        }

        if (!_metrics.TryGetValue(name, out var metric))
        {
            var nearest = Nearest.To(name, _metrics.Keys);
            return DbtMetricDraft.LeftOut($"there is no metric '{name}'{(nearest.IsEmpty ? "" : $" (did you mean '{nearest[0]}'?)")}");
        }

        if (_open.Contains(name))
        {
            var circle = _open.SkipWhile(open => open != name).ToList();
            var draft = DbtMetricDraft.LeftOut($"it is made of itself: {string.Join(" of ", circle.Append(name))}");
            circle.ForEach(member => _circles.TryAdd(member, draft));
            return draft;
        }

        if (_open.Count > Deepest)
        {
            return DbtMetricDraft.LeftOut($"metrics are made of metrics more than {Deepest} deep there");
        }

        _open.Add(name);
        var drafted = Draft(metric);
        _open.RemoveAt(_open.Count - 1);
        return Keep(name, _circles.GetValueOrDefault(name) ?? drafted, metric);
    }

    /// <summary>The metric that is this measure and no more: the project's own where there is one, else one that is made for it under the wanted name.</summary>
    public (string Name, DbtMetricDraft Draft) OfMeasure(DbtInput measure, string wanted)
    {
        if (measure.Filters.IsEmpty && _metrics.Values.OfType<DbtSimpleMetric>().FirstOrDefault(metric => metric.Measure.Name == measure.Name && metric.Measure.Filters.IsEmpty && metric.Filters.IsEmpty && metric.Measure.FillNullsWith == measure.FillNullsWith) is { } own)
        {
            return (own.Name, Need(own.Name));
        }

        var key = (measure.Name, measure.FillNullsWith, measure.Filters.Select(filter => filter.Template).ToSeq());
        if (!_ofMeasures.TryGetValue(key, out var made))
        {
            var helper = new DbtSimpleMetric(Free(wanted), measure, measure.At);
            made = _ofMeasures[key] = helper.Name;
            Keep(made, _simple.Draft(helper), _simple.Described(helper));
        }

        return (made, _drafts[made]);
    }

    /// <summary>A metric that the project does not have and another is made of.</summary>
    public string Add(string wanted, LocalText label, string usedBy, DbtMetricDraft draft)
    {
        var name = Free(wanted);
        _drafts[name] = draft;
        Write(name, label, LocalText.Empty, $"Made for {usedBy}, which is computed of it.", null, draft);
        return name;
    }

    public LocalText LabelOf(string name) => _metrics.TryGetValue(name, out var metric) ? DbtLabels.Of(metric, Labels.Humanize(name)) : LocalText.Of(Labels.Humanize(name));

    private DbtMetricDraft Draft(DbtMetric metric) => metric switch
    {
        DbtSimpleMetric simple => _simple.Draft(simple),
        DbtRatioMetric ratio => _combined.Draft(ratio),
        DbtDerivedMetric derived => _combined.Draft(derived),
        DbtCumulativeMetric cumulative => _combined.Draft(cumulative),
        DbtConversionMetric conversion => _conversions.Draft(conversion),
        DbtUnreadableMetric unreadable => DbtMetricDraft.LeftOut(unreadable.Problem),
        _ => throw new System.Diagnostics.UnreachableException(metric.GetType().Name),
    };

    private DbtMetricDraft Keep(string name, DbtMetricDraft draft, DbtMetric described)
    {
        _drafts[name] = draft;
        Write(name, DbtLabels.Of(described), described.Meta.Synonyms, described.Description, described.Meta.Owner, draft);
        return draft;
    }

    private void Write(string name, LocalText label, LocalText synonyms, string? description, string? owner, DbtMetricDraft draft)
    {
        if (draft.Keys is not { } keys)
        {
            return;
        }

        var node = DraftYaml.Map(
            ("name", DraftYaml.Text(name)),
            ("label", DraftYaml.Words(label)),
            ("synonyms", DraftYaml.Words(synonyms)),
            ("description", DbtText.Description(description)),
            ("owner", DraftYaml.TextOrNone(owner)));
        node.Pairs.AddRange(keys.Pairs);
        _texts.Add(new DbtMetricText(name, draft.Roots.Select(root => root.Dataset.Name).FirstOrDefault() ?? "metrics", node));
    }

    private string Free(string wanted) => UniqueName.Of(wanted, _names.Add);
}
