using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Reads all metrics, expands each after its parts, and gives it its unit and its hash.</summary>
internal sealed class MetricRegistry
{
    private readonly CatalogDraft _draft;
    private readonly Resolution _names;
    private readonly IReadOnlyList<Dataset> _datasets;
    private readonly Dictionary<string, Metric> _metrics = [];
    private readonly Dictionary<Metric, MetricDraft> _drafts = [];

    private MetricRegistry(CatalogDraft draft, Resolution names)
    {
        _draft = draft;
        _names = names;
        _datasets = [.. draft.Models.SelectMany(m => m.Datasets)];
    }

    /// <summary>In order of name. A metric with an error is there too, with the reason why it cannot be computed.</summary>
    public static Seq<Metric> Read(CatalogDraft draft, Resolution names)
    {
        var registry = new MetricRegistry(draft, names);
        foreach (var metric in draft.Metrics)
        {
            registry.Add(metric);
        }

        foreach (var metric in registry.PartsFirst())
        {
            registry.Expand(metric);
        }

        registry.References();
        return registry._metrics.Values.OrderBy(m => m.Name, StringComparer.Ordinal).ToSeq();
    }

    private void Add(MetricDraft draft)
    {
        var keys = draft.Keys;
        var name = KeyReader.NameIn(keys.Map);
        keys.Element = draft.Home is { } home ? $"{home.Name}/{name ?? "metric"}" : $"metrics/{name ?? "metric"}";
        if (keys.Once(Read).Metric is not { } read || name is null)
        {
            _draft.Issues.Lose(LostText.Of(name ?? "", keys.Map.At));
            return;
        }

        var metric = read.Copy();
        if (!_metrics.TryAdd(name, metric))
        {
            var first = _drafts[_metrics[name]].Keys.Map.At;
            keys.Error("duplicate_name", $"There are two metrics '{name}'; the other stands in {first}.", keys.Map.Find("name") ?? keys.Map);
            return;
        }

        _drafts[metric] = draft;
        _draft.Fingerprints.Add($"metric {name}", keys.Map);
    }

    /// <summary>What the text of a metric says by itself.</summary>
    private static ReadMetric Read(KeyReader keys)
    {
        var name = keys.RequiredText("name");
        var metric = MetricTypes.Read(keys);
        if (metric is not null && name is not null)
        {
            ModelReader.DotInName(name, keys);
        }

        return new ReadMetric(metric);
    }

    /// <summary>Every metric after the ones it is made of, without recursion; a circle is reported once.</summary>
    private List<Metric> PartsFirst()
    {
        var ordered = new List<Metric>();
        var done = new HashSet<Metric>();
        var path = new List<Metric>();
        foreach (var start in _metrics.Values)
        {
            var pending = new Stack<(Metric Metric, bool Leaving)>([(start, false)]);
            while (pending.TryPop(out var next))
            {
                if (next.Leaving)
                {
                    path.RemoveAt(path.Count - 1);
                    done.Add(next.Metric);
                    ordered.Add(next.Metric);
                    continue;
                }

                var at = path.IndexOf(next.Metric);
                if (at >= 0)
                {
                    Circle(path[at..]);
                }
                else if (!done.Contains(next.Metric))
                {
                    path.Add(next.Metric);
                    pending.Push((next.Metric, true));
                    foreach (var part in next.Metric.PartNames.Reverse())
                    {
                        if (_metrics.TryGetValue(part, out var metric))
                        {
                            pending.Push((metric, false));
                        }
                    }
                }
            }
        }

        return ordered;
    }

    private void Circle(List<Metric> circle)
    {
        var path = string.Join(" → ", circle.Append(circle[0]).Select(m => m.Name));
        var keys = _drafts[circle[0]].Keys;
        keys.Error("circular_metric", circle.Count == 1 ? $"{circle[0].Name} is made of itself." : $"These metrics are made of each other: {path}.", keys.Map.Find("expression") ?? keys.Map);
        foreach (var metric in circle)
        {
            metric.Unsupported ??= "it is made of itself";
        }
    }

    private void Expand(Metric metric)
    {
        var draft = _drafts[metric];
        var scope = new MetricScope(metric, draft, _names, _metrics, _datasets);
        Parts(metric, draft.Keys);
        if (metric.ViewOf is { } original && _metrics.TryGetValue(original, out var viewed))
        {
            metric.Inherit(viewed);
        }

        var formula = metric.Expand(scope) is { } expanded ? Refined(metric, expanded, draft.Keys) : null;
        if (formula is null)
        {
            metric.Unsupported ??= "its definition has errors";
        }
        else
        {
            metric.Formula = formula;
            Unit(metric, formula, draft);
        }

        if (metric.Format == ValueFormat.Percent && metric.Unit.IsEmpty)
        {
            metric.Unit = MetricUnits.Percent;
        }

        metric.Hash = Hash(metric, scope);
    }

    /// <summary>Without far-off values, and against a base period, where the metric says so.</summary>
    private static Formula? Refined(Metric metric, Formula formula, KeyReader keys)
    {
        var trimmed = metric.Outliers is { } rule ? Formulas.Map(formula, aggregate => Trimmed(aggregate, rule, metric, keys)) : formula;
        if (trimmed is null || metric.IndexTo is not { } period)
        {
            return trimmed;
        }

        if (PeriodText.Resolve(period, DateTime.UnixEpoch, BusinessCalendar.Default) is { Succeeded: false } unclear)
        {
            keys.Issues.Add(unclear.Issues[0] with { At = (keys.Map.Find("index_to") ?? keys.Map).At, Element = keys.Element });
            return null;
        }

        metric.Additive = false;
        return new ExpressionFormula(
            new SqlBinary(SqlBinaryOperator.Divide, new SqlBinary(SqlBinaryOperator.Multiply, new SqlNumber(100), new SqlColumn(null, "value")), new SqlColumn(null, "base")),
            [new FormulaPart("value", trimmed), new FormulaPart("base", new PeriodFormula(new Fixed(period), trimmed))]);
    }

    private static Formula? Trimmed(AggregateFormula aggregate, UsualRows rule, Metric metric, KeyReader keys)
    {
        var call = aggregate.Call;
        if (call.Distinct || call.Arguments is not [not SqlStar, ..] || aggregate.Selection is not null)
        {
            keys.Error(
                "no_outliers",
                aggregate.Selection is null
                    ? $"{metric.Name} counts rows or distinct values, which are never far off; 'outliers' is for sums, averages and the like."
                    : $"{metric.Name} already says which rows count by their time; 'outliers' cannot choose among them as well.",
                keys.Map.Find("outliers") ?? keys.Map);
            return null;
        }

        return aggregate with { Selection = rule };
    }

    private void Parts(Metric metric, KeyReader keys)
    {
        foreach (var part in metric.PartNames.Where(p => p.Length > 0 && !_metrics.ContainsKey(p) && !(metric is TargetMetric && IsNumber(p))).Distinct())
        {
            var at = keys.Map.Pairs.Select(p => p.Value).OfType<YamlScalar>().FirstOrDefault(s => s.Text.Trim() == part)
                ?? keys.Map.Find("expression") ?? keys.Map;
            var place = at is YamlScalar text ? SqlTextReader.PlaceOf(new SqlColumn(null, part), text) : at.At;
            var nearest = Nearest.To(part, _metrics.Keys);
            keys.Issues.AddUnknown(new Issue("unknown_metric", $"There is no metric '{part}'.{Nearest.Question(nearest)}") { At = place, Element = keys.Element, Suggestions = nearest }, part);
            metric.Unsupported ??= $"there is no metric '{part}'";
        }
    }

    private void Unit(Metric metric, Formula formula, MetricDraft draft)
    {
        var units = new MetricUnits(
            column => _names.Names.FindField(column.Table, column.Name, new NameScope(null, draft.Home)).Use?.Field,
            (left, right, chosen) => draft.Keys.Error("units_do_not_add", MetricUnits.Clash(metric.Name, left, right, chosen), draft.Keys.Map.Find("expression") ?? draft.Keys.Map));
        var inferred = units.Of(formula, name => metric.PartNames.Contains(name) && _metrics[name].Unit is { IsEmpty: false } unit ? unit : null);
        if (metric.Unit.IsEmpty && metric.IndexTo is null)
        {
            metric.Unit = metric.Format == ValueFormat.Percent ? MetricUnits.Percent : inferred;
        }
        else if (metric.Unit.In("en") == "fraction")
        {
            metric.Unit = MetricUnits.Ratio;
        }
    }

    /// <summary>Names of fields and metrics that do not decide the number: they exist, that is all.</summary>
    private void References()
    {
        foreach (var (metric, draft) in _drafts)
        {
            var keys = draft.Keys;
            Mention(keys, keys.Scalar("replaced_by"));
            if (metric is not TargetMetric && metric.Target is { } target && !IsNumber(target))
            {
                Mention(keys, keys.Scalar("target"));
            }

            var scope = new NameScope(null, draft.Home);
            metric.ResolvedDefaultBy = keys.Scalars("default_by").Select(f => _names.Field(f.Text.Trim(), scope, keys, f)?.Field).OfType<Field>().Select(_names.Names.NameOf).ToSeq();
        }

        foreach (var (keys, name) in _draft.MetricMentions)
        {
            Mention(keys, name);
        }

        foreach (var (dataset, keys, text) in _draft.Measures.Where(m => !_metrics.ContainsKey(m.Text.Text.Trim())))
        {
            _names.Field(text.Text.Trim(), new NameScope(dataset, dataset.Model), keys, text);
        }
    }

    private void Mention(KeyReader keys, YamlScalar? name)
    {
        if (name is not null && !_metrics.ContainsKey(name.Text.Trim()))
        {
            var nearest = Nearest.To(name.Text.Trim(), _metrics.Keys);
            keys.Unknown("unknown_metric", $"There is no metric '{name.Text.Trim()}'.{Nearest.Question(nearest)}", name.Text.Trim(), name, nearest);
        }
    }

    /// <summary>Over the metric's own content, the hashes of its parts, and the datasets and fields that it reads.</summary>
    private string Hash(Metric metric, MetricScope scope)
    {
        var hashes = new List<string> { _draft.Fingerprints.HashOf($"metric {metric.Name}") };
        hashes.AddRange(metric.PartNames.Where(_metrics.ContainsKey).Select(part => _metrics[part].Hash));
        var elements = new HashSet<string>();
        var pending = new Stack<Field>(scope.Fields);
        foreach (var root in scope.Roots)
        {
            elements.Add($"dataset {root.Id}");
            if (root.DefaultTime is { } time)
            {
                pending.Push(time);
            }

            foreach (var field in scope.Fields)
            {
                foreach (var step in _names.Names.Reach.ShortestWay(root, field.Dataset) ?? [])
                {
                    elements.Add($"relationship {step.Relationship.From.Model.Name}.{step.Relationship.Name}");
                }
            }
        }

        while (pending.TryPop(out var field))
        {
            elements.Add($"dataset {field.Dataset.Id}");
            if (elements.Add($"field {field.Id}"))
            {
                foreach (var column in SqlAnalysis.Columns(field.Expression).Where(c => c.Table is not null))
                {
                    if (_names.Names.FindField(column.Table, column.Name, new NameScope(field.Dataset, field.Dataset.Model)).Use is { } use)
                    {
                        pending.Push(use.Field);
                    }
                }
            }
        }

        return Fingerprints.HashAll(hashes.Concat(elements.Select(_draft.Fingerprints.HashOf)));
    }

    private sealed record ReadMetric(Metric? Metric);

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
