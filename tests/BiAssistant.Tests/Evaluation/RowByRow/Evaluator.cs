namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>Answers a query cell by cell, each from all rows anew: slow, and nothing to get wrong.</summary>
internal sealed class Evaluator(Setting setting)
{
    /// <summary>Periods that lie around the data, in which comparisons may still have something to say.</summary>
    private const int YearsAround = 2;

    /// <summary>Every cell that may have a number: each combination of groups that some row has, in each period around the data.</summary>
    public IReadOnlyDictionary<Key, IReadOnlyList<decimal?>> Answer(Query query)
    {
        var answer = new Dictionary<Key, IReadOnlyList<decimal?>>();
        foreach (var groups in Groups(query))
        {
            var conditions = query.By.Zip(groups, Condition.Is).Concat(query.Where).ToList();
            foreach (var (span, start) in Spans(query))
            {
                var cell = new Cell(setting, span) { Grain = query.Grain, Asked = conditions };
                answer[Key.Of(groups, start)] = [.. query.Measures.Select(measure => measure.In(cell))];
            }
        }

        return answer;
    }

    private static IEnumerable<IReadOnlyList<object?>> Groups(Query query) =>
        query.By.Count == 0
            ? [[]]
            : Roots(query)
                .SelectMany(root => root.Rows.Select(row => (IReadOnlyList<object?>)[.. query.By.Select(dimension => dimension.Of(root, row))]))
                .DistinctBy(groups => Key.Of(groups, null));

    private IEnumerable<(Span Span, DateTime? Start)> Spans(Query query)
    {
        if (query.Grain is not { } grain)
        {
            yield return (query.Period, null);
            yield break;
        }

        var times = Roots(query).SelectMany(root => root.Rows.Select(root.Clock)).OfType<DateTime>().Append(setting.Now).ToList();
        var around = new Span(times.Min().AddYears(-YearsAround), times.Max().AddYears(YearsAround));
        for (var period = setting.Calendar.PeriodOf(grain, query.Period.From ?? around.From!.Value); period.From < (query.Period.To ?? around.To); period = setting.Calendar.PeriodOf(grain, period.To!.Value))
        {
            if (period.Meet(query.Period) is { } span)
            {
                yield return (span, period.From);
            }
        }
    }

    private static IEnumerable<Table> Roots(Query query) => query.Measures.SelectMany(measure => measure.Roots).Distinct();
}
