using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Makes metrics of single measures: sums and their kind, and balances.</summary>
internal sealed class DbtSimpleDrafts(DbtReach reach, DbtConditions conditions, DbtRemarks remarks)
{
    private readonly ILookup<string, (DbtDataset Dataset, DbtMeasure Measure)> _measures =
        reach.Datasets.SelectMany(dataset => dataset.Model.Measures.Select(measure => (dataset, measure))).ToLookup(pair => pair.measure.Name);

    /// <summary>The measure of a name; null where there is none, or more than one.</summary>
    public (DbtDataset Dataset, DbtMeasure Measure)? Measure(string name) => _measures[name].Take(2).ToList() is [var only] ? only : null;

    /// <summary>The same metric with its measure's words where it has none of its own.</summary>
    public DbtMetric Described(DbtSimpleMetric metric) => Measure(metric.Measure.Name) is not (_, { } measure) ? metric : metric with
    {
        Label = metric.Label ?? measure.Label,
        Description = metric.Description ?? measure.Description,
        Meta = metric.Meta == DbtMeta.None ? measure.Meta : metric.Meta,
    };

    public DbtMetricDraft Draft(DbtSimpleMetric metric)
    {
        var input = metric.Measure;
        if (Measure(input.Name) is not var (dataset, measure))
        {
            var nearest = Nearest.To(input.Name, _measures.Select(group => group.Key));
            return DbtMetricDraft.LeftOut(_measures[input.Name].Any() ? $"several semantic models have a measure '{input.Name}'" : $"there is no measure '{input.Name}'{(nearest.IsEmpty ? "" : $" (did you mean '{nearest[0]}'?)")}");
        }

        if (dataset.Measure(input.Name) is not { Call: { } call })
        {
            return DbtMetricDraft.LeftOut($"{dataset.Measure(input.Name)?.Problem ?? "its measure cannot be read"}");
        }

        var clock = measure.Time ?? dataset.Model.Time;
        if (clock is not null && dataset.Dimension(clock) is not { Dimension.IsTime: true })
        {
            return DbtMetricDraft.LeftOut($"the time '{clock}' that it goes by is no time of {dataset.Name} that is carried over");
        }

        var filter = conditions.Of(input.Filters.AddRange(metric.Filters), dataset, clock);
        if (filter.Problem is { } problem)
        {
            return DbtMetricDraft.LeftOut(problem);
        }

        return measure.Snapshot is { } snapshot ? Balance(dataset, snapshot, call, clock, filter) : Plain(dataset, measure, call, clock, filter, input.FillNullsWith);
    }

    private static DbtMetricDraft Plain(DbtDataset dataset, DbtMeasure measure, SqlExpression call, string? clock, DbtCondition filter, decimal? fill)
    {
        var isSum = measure.Aggregation is "sum" or "count" or "count_distinct" or "sum_boolean";
        var expression = fill is { } otherwise && !(isSum && fill == 0) ? new SqlFunction("COALESCE", [call, new SqlNumber(otherwise)]) : call;
        return DbtSql.Text(expression) is not { } text
            ? DbtMetricDraft.LeftOut("its expression has no counterpart in portable SQL")
            : DbtMetricDraft.Of(DraftYaml.Map(
                ("expression", DraftYaml.Text(text)),
                ("dataset", IsOfRows(call) ? DraftYaml.Text(dataset.Name) : null),
                ("filter", DraftYaml.TextOrNone(filter.Text)),
                ("time", clock is not null && clock != dataset.Model.Time ? Named(dataset, dataset.Dimension(clock)!) : null)))
            with { Roots = [new DbtRoot(dataset, clock)], Fill = fill, IsSum = isSum };
    }

    private DbtMetricDraft Balance(DbtDataset dataset, DbtSnapshot snapshot, SqlExpression call, string? clock, DbtCondition filter)
    {
        if (dataset.Dimension(snapshot.Time) is not { Dimension.IsTime: true } over)
        {
            return DbtMetricDraft.LeftOut($"the time '{snapshot.Time}' over which it does not add up is no time of {dataset.Name} that is carried over");
        }

        if (snapshot.Time != clock)
        {
            return DbtMetricDraft.LeftOut($"it does not add up over '{snapshot.Time}' and goes by '{clock}', and a catalog's balance goes by the one time that it does not add up over");
        }

        if (filter.Text is not null)
        {
            return DbtMetricDraft.LeftOut("it is a balance with a filter: dbt takes the last moment among the rows that meet the filter, and a catalog among all rows");
        }

        var per = snapshot.Per.Select(name => dataset.Entity(name) ?? dataset.Dimension(name)).ToList();
        if (per.Contains(null))
        {
            return DbtMetricDraft.LeftOut($"of what its moments are found ({string.Join(", ", snapshot.Per)}) is not all carried over");
        }

        if (over.Datatype != "Date" && over.Dimension.Grain >= SqlTimeUnit.Day)
        {
            remarks.Guessed($"{dataset.Name}.{over.Name} is taken to hold one time of day for each {over.Dimension.Grain.ToString()!.ToLowerInvariant()}: balances are those of its last (or first) moment.", over.Dimension.At);
        }

        return DbtMetricDraft.Of(DraftYaml.Map(
            ("type", DraftYaml.Text("semi-additive")),
            ("expression", DraftYaml.TextOrNone(DbtSql.Text(call))),
            ("dataset", IsOfRows(call) ? DraftYaml.Text(dataset.Name) : null),
            ("over", Named(dataset, over)),
            ("take", DraftYaml.Text(snapshot.Last ? "last" : "first")),
            ("per", DraftYaml.ListOrNone(per.Select(field => (YamlNode)Named(dataset, field!))))))
            with { Roots = [new DbtRoot(dataset, clock)], Unfilterable = "it is made of a balance, whose moment dbt finds among the rows that meet a filter, and a catalog among all rows" };
    }

    private static bool IsOfRows(SqlExpression call) => call is SqlAggregate { Arguments: [SqlStar] };

    private static YamlScalar Named(DbtDataset dataset, DbtField field) => DraftYaml.Text($"{dataset.Name}.{field.Name}");
}
