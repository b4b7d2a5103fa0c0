using BiAssistant.Tests.Evaluation.RowByRow;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>The ways in which any metric is asked: in total, by a dimension, by time, by both, over all time and over a period.</summary>
internal static class Shapes
{
    public static readonly Span Middle = Span.Between("2023-05-10", "2024-12-10");

    public static readonly Span Year = Span.Between("2024-01-01", "2025-01-01");

    /// <summary>In total, by a dimension, by month, by month and dimension.</summary>
    public static IEnumerable<Question> Four(LibraryWorld world, Definition metric) =>
    [
        new(metric) { Period = Year with { To = null } },
        new(metric) { Period = Year, By = [world.Region] },
        new(metric) { Grain = Grain.Month },
        new(metric) { Grain = Grain.Month, By = [world.Region], Period = Middle },
    ];

    /// <summary>Every grain, cut and uncut, and each dimension that the metric reaches.</summary>
    public static IEnumerable<Question> All(LibraryWorld world, Definition metric)
    {
        var dimensions = new[] { world.Region, world.Tier }.Where(metric.Reaches).ToList();
        foreach (var period in new[] { Span.Always, Year, Middle })
        {
            yield return new Question(metric) { Period = period };
            yield return new Question(metric) { Period = period, By = dimensions };
            foreach (var grain in new[] { Grain.Week, Grain.Month, Grain.Quarter, Grain.Year, Grain.FiscalMonth, Grain.FiscalQuarter, Grain.FiscalYear })
            {
                yield return new Question(metric) { Period = period, Grain = grain };
            }

            foreach (var dimension in dimensions)
            {
                yield return new Question(metric) { Period = period, Grain = Grain.Month, By = [dimension] };
            }
        }

        yield return new Question(metric) { Grain = Grain.Day, Period = Span.Between("2024-02-15", "2024-04-15") };
        yield return new Question(metric) { Grain = Grain.Hour, Period = Span.Between("2024-02-28", "2024-03-02") };
        yield return new Question(metric) { Grain = Grain.Quarter, Only = (world.Region, "South") };
        yield return new Question(metric) { Period = new Span(Day.Of("2024-02-01"), null) };
        yield return new Question(metric) { Period = new Span(null, Day.Of("2024-03-15")), By = [world.Region] };
    }
}
