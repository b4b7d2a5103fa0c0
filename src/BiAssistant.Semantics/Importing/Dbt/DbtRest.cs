using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Says what of the project's datasets nothing was made of: measures that no metric uses, and tests that catalogs have no words for.</summary>
internal static class DbtRest
{
    public static void Say(DbtProject project, Seq<DbtDataset> datasets, DbtRemarks remarks)
    {
        var used = project.Metrics.SelectMany(Inputs).Select(input => input.Name).ToHashSet();
        foreach (var dataset in datasets)
        {
            var unused = dataset.Model.Measures.Where(measure => !measure.MakesMetric && !used.Contains(measure.Name)).Select(measure => measure.Name).ToList();
            if (unused.Count > 0)
            {
                remarks.LeftOut($"Measures of {dataset.Name} that no metric uses are not asked for by name: {string.Join(", ", unused)}.", dataset.Model.At);
            }

            var tests = dataset.Table is not { } table ? [] : table.Tests.Concat(table.Columns.SelectMany(column => column.Tests)).OfType<DbtOtherTest>().Select(test => test.Name).Distinct().ToList();
            if (tests.Count > 0)
            {
                remarks.LeftOut($"Tests of {dataset.Name} that claim nothing of every row, or that catalogs have no words for: {string.Join(", ", tests)}.", dataset.Table!.At);
            }

            if (dataset.Model.Dimensions.Any(dimension => dimension.IsValidity))
            {
                remarks.LeftOut($"{dataset.Name} keeps several versions of a row, each for a time: its numbers count versions, and nothing is joined to the version of a day.", dataset.Model.At);
            }
        }
    }

    private static IEnumerable<DbtInput> Inputs(DbtMetric metric) => metric switch
    {
        DbtSimpleMetric simple => [simple.Measure],
        DbtCumulativeMetric cumulative => [cumulative.Of],
        DbtConversionMetric conversion => [conversion.Base, conversion.Conversion],
        DbtDerivedMetric derived => derived.Inputs,
        DbtRatioMetric ratio => [ratio.Numerator, ratio.Denominator],
        _ => [],
    };
}
