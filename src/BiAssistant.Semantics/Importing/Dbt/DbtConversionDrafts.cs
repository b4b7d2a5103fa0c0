using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>
/// Makes metrics of those who met with one event after another. dbt gives each conversion to the last event before it and counts what its measures count; a catalog
/// counts whoever had an event and was followed. Both are one number where nobody has the first event twice and nobody counts twice as converted, so that only
/// such metrics are made.
/// </summary>
internal sealed class DbtConversionDrafts(DbtMetricBook book, DbtSimpleDrafts simple, DbtReach reach, DbtConditions conditions, DbtRemarks remarks)
{
    /// <summary>The rows of one of the two events.</summary>
    private sealed record Side(DbtDataset Dataset, DbtMeasure Measure, DbtField Time, string Clock);

    public DbtMetricDraft Draft(DbtConversionMetric metric)
    {
        var first = Of(metric.Base, out var problem);
        var later = Of(metric.Conversion, out var other);
        if (first is null || later is null)
        {
            return DbtMetricDraft.LeftOut((problem ?? other)!);
        }

        if (metric.Counts || metric.HasConstantProperties || !metric.Filters.IsEmpty || !metric.Conversion.Filters.IsEmpty)
        {
            return DbtMetricDraft.LeftOut(metric.Counts ? "it counts conversions, and a catalog's conversion is their share"
                : metric.HasConstantProperties ? "it asks for properties that stay the same, for which catalogs have no words"
                : "its filter is about the event that follows, or about both, and a catalog filters the first");
        }

        if (!IsOnce(first, metric.Entity))
        {
            return DbtMetricDraft.LeftOut($"a '{metric.Entity}' may have several rows in {first.Dataset.Name}: dbt gives a conversion to the last of them, and a catalog to each of them");
        }

        if (!CountsEachOnce(first, metric.Entity) || !CountsEachOnce(later, metric.Entity))
        {
            return DbtMetricDraft.LeftOut($"its measures count rows, of which a '{metric.Entity}' may have several, and a catalog counts each '{metric.Entity}' once");
        }

        if (metric.Window is { Unit: not (SqlTimeUnit.Day or SqlTimeUnit.Week) })
        {
            return DbtMetricDraft.LeftOut($"its window of {metric.Window} ends just before that time has passed, which catalogs can say of days and weeks");
        }

        var entity = first.Dataset.Entity(metric.Entity);
        if (entity is null || !reach.Links.Any(link => link.From == later.Dataset && link.To == first.Dataset && link.Entity == metric.Entity))
        {
            return DbtMetricDraft.LeftOut($"no way leads from {later.Dataset.Name} to {first.Dataset.Name} by '{metric.Entity}'");
        }

        var filter = conditions.Of(metric.Base.Filters, first.Dataset, first.Clock);
        if (filter.Problem is { } unsaid)
        {
            return DbtMetricDraft.LeftOut(unsaid);
        }

        if (metric.Window is not null && (first.Time.Datatype != "Date" || later.Time.Datatype != "Date"))
        {
            remarks.Guessed($"The times of '{metric.Name}' are taken to hold days without a time of day.", metric.At);
        }

        return DbtMetricDraft.Of(DraftYaml.Map(
            ("type", DraftYaml.Text("conversion")),
            ("entity", Named(first.Dataset, entity)),
            ("base", Named(first.Dataset, first.Time)),
            ("conversion", Named(later.Dataset, later.Time)),
            ("within", metric.Window is { } window ? DraftYaml.Text(Within(window)) : null),
            ("include_open", DraftYaml.Flag(true)),
            ("filter", DraftYaml.TextOrNone(filter.Text))))
            with { Roots = [new DbtRoot(first.Dataset, first.Clock)], Unfilterable = "it is made of a conversion, whose filter would be about both events" };
    }

    /// <summary>dbt's window ends before its last day, a catalog's includes it.</summary>
    private static string Within(DbtSpan window) => $"{(window.Unit == SqlTimeUnit.Week ? 7 : 1) * window.Amount - 1} days";

    private Side? Of(DbtInput input, out string? problem)
    {
        problem = input.Problem;
        var measure = input.Name;
        if (!input.IsMeasure)
        {
            if (book.Metric(input.Name) is not DbtSimpleMetric { Filters.IsEmpty: true, Measure: { Filters.IsEmpty: true, Name: var inner } })
            {
                problem ??= $"'{input.Name}' is no simple metric without a filter";
                return null;
            }

            measure = inner;
        }

        if (simple.Measure(measure) is not var (dataset, found) || (found.Time ?? dataset.Model.Time) is not { } clock || dataset.Dimension(clock) is not { Dimension.IsTime: true } time)
        {
            problem ??= $"the events that '{input.Name}' counts, or their time, are not carried over";
            return null;
        }

        return problem is null ? new Side(dataset, found, time, clock) : null;
    }

    private static bool IsOnce(Side side, string entity) => side.Dataset.Model.Entities.Any(e => e.Name == entity && e.IsUnique);

    private static bool CountsEachOnce(Side side, string entity) => side.Dataset.Measure(side.Measure.Name)?.Call is SqlAggregate { Name: "COUNT" } count
        && (count is { Distinct: true, Arguments: [SqlColumn column] } ? side.Dataset.Entity(entity)?.Name == column.Name : count is { Distinct: false, Arguments: [SqlStar] } && IsOnce(side, entity));

    private static YamlScalar Named(DbtDataset dataset, DbtField field) => DraftYaml.Text($"{dataset.Name}.{field.Name}");
}
