using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Makes metrics of metrics: ratios, arithmetic, and what is gathered over time.</summary>
internal sealed class DbtCombinedDrafts(DbtMetricBook book, DbtSimpleDrafts simple, DbtConditions conditions, DbtSql sql, DbtRemarks remarks)
{
    private readonly Dictionary<(string Of, string How), string> _made = [];

    /// <summary>A metric that another is made of, under the name that it has in the catalog.</summary>
    private sealed record Part(string Name, DbtMetricDraft Draft);

    public DbtMetricDraft Draft(DbtRatioMetric metric)
    {
        var numerator = Of(metric.Numerator, metric, out var problem);
        var denominator = Of(metric.Denominator, metric, out var other);
        if (numerator is null || denominator is null)
        {
            return DbtMetricDraft.LeftOut((problem ?? other)!);
        }

        // A zero in place of a missing denominator leaves the quotient as empty as the missing one does.
        return numerator.Draft.Fill is not null || denominator.Draft.Fill is not (null or 0)
            ? Combined(metric, [numerator, denominator],
                ("type", "derived"), ("expression", DbtSql.Text(new SqlBinary(SqlBinaryOperator.Divide, Filled(numerator), Filled(denominator)))))
            : Combined(metric, [numerator, denominator], ("type", "ratio"), ("numerator", numerator.Name), ("denominator", denominator.Name));
    }

    public DbtMetricDraft Draft(DbtDerivedMetric metric)
    {
        var parts = new Dictionary<string, Part>(StringComparer.OrdinalIgnoreCase);
        foreach (var input in metric.Inputs)
        {
            if (Of(input, metric, out var problem) is not { } part)
            {
                return DbtMetricDraft.LeftOut(problem!);
            }

            if (!parts.TryAdd(input.Alias ?? input.Name, part))
            {
                return DbtMetricDraft.LeftOut($"two of what it is made of are called '{input.Alias ?? input.Name}'");
            }
        }

        var read = sql.Read(metric.Expression, metric.At);
        if (read.Tree is not { } tree)
        {
            return DbtMetricDraft.LeftOut(read.Problem!);
        }

        if (SqlAnalysis.Kind(tree) != SqlExpressionKind.Scalar || SqlAnalysis.HasSubquery(tree))
        {
            return DbtMetricDraft.LeftOut("its expression is more than arithmetic over metrics");
        }

        if (SqlAnalysis.Columns(tree).FirstOrDefault(column => column.Table is not null || !parts.ContainsKey(column.Name)) is { } unknown)
        {
            return DbtMetricDraft.LeftOut($"its expression names {unknown.Name}, which is none of the metrics that it is made of");
        }

        var filled = tree.Rewrite(node => node is SqlColumn column ? Filled(parts[column.Name]) : null);
        var adds = tree.DescendantsAndSelf().Any(node => node is SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract });
        return Combined(metric, [.. parts.Values], ("type", "derived"), ("expression", DbtSql.Text(filled)), ("missing", adds && parts.Values.Any(part => part.Draft.Fill is null) ? "unknown" : ""));
    }

    public DbtMetricDraft Draft(DbtCumulativeMetric metric)
    {
        if (Of(metric.Of, metric, out var problem) is not { } part)
        {
            return DbtMetricDraft.LeftOut(problem!);
        }

        if (part.Draft.Unfilterable is { } reason)
        {
            return DbtMetricDraft.LeftOut(reason);
        }

        if (metric.GrainToDate is { } grain && grain.ToLowerInvariant() is not ("year" or "quarter" or "month"))
        {
            return DbtMetricDraft.LeftOut($"it is gathered from the beginning of each {grain}, and catalogs know that of years, quarters and months");
        }

        var assumption = "";
        switch (metric.PeriodAggregation?.ToLowerInvariant())
        {
            case null:
                assumption = "Of a period, the value at its end counts.";
                remarks.Guessed($"'{metric.Name}' does not say which value of a longer period counts; a catalog takes the one at its end (period_agg: last). By the day there is no difference.", metric.At);
                break;
            case "last":
                break;
            default:
                return DbtMetricDraft.LeftOut($"of a longer period it takes the {metric.PeriodAggregation} value, and a catalog takes the one at its end");
        }

        if (metric.Window is { Unit: SqlTimeUnit.Month or SqlTimeUnit.Quarter or SqlTimeUnit.Year })
        {
            remarks.LookFirst($"The window of '{metric.Name}' is {metric.Window}: on the last days of a month it begins up to three days apart from dbt's, which counts back from the day itself, and a catalog from that day's end.", metric.At);
        }

        return Combined(
            metric,
            [part],
            ("type", "cumulative"),
            ("metric", part.Name),
            ("window", metric.Window?.ToString() ?? ""),
            ("to_date", metric.Window is null ? metric.GrainToDate?.ToLowerInvariant() ?? "" : ""),
            ("running", metric.Window is null && metric.GrainToDate is null ? "true" : ""),
            ("assumption", assumption));
    }

    /// <summary>What a metric is made of, with its own filter and offset made metrics of their own where it has them; null, and why, where it cannot be.</summary>
    private Part? Of(DbtInput input, DbtMetric owner, out string? problem)
    {
        problem = input.Problem;
        if (problem is null && input.OffsetToGrain is { } grain)
        {
            problem = $"it takes '{input.Name}' as it was at the beginning of the {grain}, for which catalogs have no words";
        }

        if (problem is not null)
        {
            return null;
        }

        var measured = input.IsMeasure || (book.Metric(input.Name) is null && simple.Measure(input.Name) is not null);
        var (name, draft) = measured ? book.OfMeasure(input, input.Filters.IsEmpty ? input.Name : $"{owner.Name}_{input.Alias ?? input.Name}") : (input.Name, book.Need(input.Name));
        if (draft.Problem is { } reason)
        {
            problem = measured || book.Metric(name) is null ? reason : $"it is made of '{name}', which is left out";
            return null;
        }

        var part = new Part(name, draft);
        if (!measured && !input.Filters.IsEmpty)
        {
            part = Filtered(input, part, owner, out problem);
        }

        return part is not null && input.Offset is { } offset ? Earlier(part, offset, owner) : part;
    }

    private Part? Filtered(DbtInput input, Part part, DbtMetric owner, out string? problem)
    {
        var condition = Condition(input.Filters, part.Draft);
        problem = condition.Problem;
        if (condition.Text is not { } text)
        {
            return problem is null ? part : null;
        }

        if (!_made.TryGetValue((part.Name, text), out var made))
        {
            var keys = DraftYaml.Map(("type", DraftYaml.Text("derived")), ("expression", DraftYaml.TextOrNone(DbtSql.Text(new SqlColumn(null, part.Name)))), ("filter", DraftYaml.Text(text)));
            var name = input.Alias is { } alias ? $"{owner.Name}_{alias}" : $"{owner.Name}_{part.Name}";
            made = _made[(part.Name, text)] = book.Add(name, LocalText.Of(Labels.Humanize(name)), owner.Name, Like(part, keys));
        }

        return new Part(made, book.Need(made));
    }

    private Part Earlier(Part part, DbtSpan offset, DbtMetric owner)
    {
        if (!_made.TryGetValue((part.Name, offset.ToString()), out var made))
        {
            var keys = DraftYaml.Map(("type", DraftYaml.Text("comparison")), ("metric", DraftYaml.Text(part.Name)), ("offset", DraftYaml.Text(offset.ToString())), ("show", DraftYaml.Text("value")));
            var label = new LocalText(book.LabelOf(part.Name).Words.Where(word => word.Language is null or "en").Take(1).Select(word => word with { Text = $"{word.Text} {offset} earlier" }).ToSeq());
            made = _made[(part.Name, offset.ToString())] = book.Add($"{part.Name}_{offset.ToString().Replace(' ', '_')}_earlier", label, owner.Name, Like(part, keys));
        }

        return new Part(made, book.Need(made));
    }

    private static DbtMetricDraft Like(Part part, Loading.Yaml.YamlMap keys) => DbtMetricDraft.Of(keys) with { Roots = part.Draft.Roots, Unfilterable = part.Draft.Unfilterable, Fill = part.Draft.Fill };

    private static SqlExpression Filled(Part part)
    {
        var column = new SqlColumn(null, part.Name);
        return part.Draft.Fill is { } fill ? new SqlFunction("COALESCE", [column, new SqlNumber(fill)]) : column;
    }

    /// <summary>A metric of these parts under the metric's own filter; keys without a text are not written.</summary>
    private DbtMetricDraft Combined(DbtMetric metric, List<Part> parts, params ReadOnlySpan<(string Key, string? Text)> keys)
    {
        var all = parts.Aggregate(DbtMetricDraft.Of(DraftYaml.Map()), (sum, part) => sum with
        {
            Roots = sum.Roots.AddRange(part.Draft.Roots.Where(root => !sum.Roots.Contains(root))),
            Unfilterable = sum.Unfilterable ?? part.Draft.Unfilterable,
        });
        var filter = Condition(metric.Filters, all);
        if (filter.Problem is { } problem)
        {
            return DbtMetricDraft.LeftOut(problem);
        }

        foreach (var (key, text) in keys)
        {
            if (text is null)
            {
                return DbtMetricDraft.LeftOut("its expression has no counterpart in portable SQL");
            }

            DraftYaml.Add(all.Keys!, key, text.Length == 0 ? null : text == "true" ? DraftYaml.Flag(true) : DraftYaml.Text(text));
        }

        DraftYaml.Add(all.Keys!, "filter", DraftYaml.TextOrNone(filter.Text));
        return all;
    }

    /// <summary>A filter that says the same over all rows that a metric counts.</summary>
    private DbtCondition Condition(Seq<DbtFilter> filters, DbtMetricDraft draft)
    {
        if (filters.IsEmpty)
        {
            return DbtCondition.None;
        }

        if (draft.Unfilterable is { } reason)
        {
            return new DbtCondition(null, reason);
        }

        var said = draft.Roots.Select(root => conditions.Of(filters, root.Dataset, root.Clock)).Distinct().ToList();
        return said.Find(condition => condition.Problem is not null) ?? (said is [var only] ? only : new DbtCondition(null, "its filter means another field for each of what it is made of"));
    }
}
