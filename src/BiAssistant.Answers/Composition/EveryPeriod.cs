using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Composition;

/// <summary>
/// The rows of an answer that is broken down by time with a row for every period, and where it is broken down by more than time, for every period of each group that has a
/// row at all. A number that is zero where there is none of it is zero there, any other is empty, and all are where there can be no data.
/// </summary>
public static class EveryPeriod
{
    /// <summary>Whether any row or number may be missing, so that it matters what the data says of its periods.</summary>
    public static bool HasGaps(BoundQuery query, ResultTable table) =>
        query.Periods is { } periods && ((periods.IsOpen && !periods.OnlyTold) || Missing(query, table, periods).Any() || table.Rows.Any(row => row.Skip(query.Groups.Count).Where((cell, i) => IsNothing(cell) && periods.AddsUp[i]).Any()));

    /// <summary>Those rows in the order that the query asks for; null where they would be more than a limit.</summary>
    public static ResultTable? Of(BoundQuery query, ResultTable table, int limit)
    {
        if (query.Periods is not { Periods.IsEmpty: false } periods)
        {
            return table;
        }

        var place = PlaceOf(query, periods);
        var byInstant = periods.Periods.ToDictionary(p => p.At);
        var missing = Missing(query, table, periods).Take(limit + 1 - table.Rows.Count).ToList();
        if (table.Rows.Count + missing.Count > limit && missing.Count > 0)
        {
            return null;
        }

        var groups = query.Groups.Count;
        var told = table.Rows.Select(row => Instants.Of(row[place]) is { } at ? byInstant.TryGetValue(at, out var period) ? Told(row, groups, period) : row : Timeless(row, groups, periods)).ToSeq();
        var rows = told.Concat(missing.Select(row => Told(row, groups, byInstant[Instants.Of(row[place])!.Value])));
        return table with { Rows = missing.Count == 0 && told == table.Rows ? told : Ordered(rows, query).ToSeq() };
    }

    /// <summary>A row without numbers for each period that a group has none of.</summary>
    private static IEnumerable<Seq<object?>> Missing(BoundQuery query, ResultTable table, BoundPeriods periods)
    {
        if (periods.OnlyTold)
        {
            yield break;
        }

        var (place, groups) = (PlaceOf(query, periods), query.Groups.Count);
        var members = new Dictionary<Seq<object?>, HashSet<DateTime>>();
        foreach (var row in table.Rows)
        {
            Seq<object?> member = [.. row.Take(groups).Where((_, i) => i != place)];
            if (!members.TryGetValue(member, out var there))
            {
                members[member] = there = [];
            }

            if (Instants.Of(row[place]) is { } at)
            {
                there.Add(at);
            }
        }

        if (members.Count == 0 && groups == 1)
        {
            members[[]] = [];
        }

        var numbers = query.Measures.Select(_ => (object?)null).ToList();
        foreach (var (member, there) in members)
        {
            foreach (var period in periods.Periods.Where(p => !there.Contains(p.At)))
            {
                yield return [.. member.Take(place), Cell(period), .. member.Skip(place), .. numbers];
            }
        }
    }

    private static Seq<object?> Told(Seq<object?> row, int groups, BoundPeriod period) =>
        [.. row.Take(groups), .. row.Skip(groups).Select((cell, i) => !IsNothing(cell) ? cell : !period.IsKnown[i] ? null : cell ?? (period.IsZero[i] ? 0L : null))];

    /// <summary>Rows without a time are in no period, and yet there.</summary>
    private static Seq<object?> Timeless(Seq<object?> row, int groups, BoundPeriods periods) => [.. row.Take(groups), .. row.Skip(groups).Select((cell, i) => cell ?? (periods.AddsUp[i] ? 0L : null))];

    private static object Cell(BoundPeriod period) => period.Start is SqlTimestamp ? period.At : DateOnly.FromDateTime(period.At);

    private static bool IsNothing(object? cell) => cell is null or 0L or 0m or 0.0;

    private static int PlaceOf(BoundQuery query, BoundPeriods periods) => query.Groups.Select((g, i) => (g.Name, i)).First(g => g.Name == periods.Column).i;

    private static IEnumerable<Seq<object?>> Ordered(IEnumerable<Seq<object?>> rows, BoundQuery query)
    {
        var places = query.Groups.Select(g => g.Name).Concat(query.Measures.Select(m => m.Name)).Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i);
        IOrderedEnumerable<Seq<object?>> ordered = rows.Order(Comparer<Seq<object?>>.Create((_, _) => 0));
        foreach (var order in query.OrderBy)
        {
            var place = places[order.Name];
            ordered = ordered.ThenBy(row => row[place], Comparer<object?>.Create((left, right) => Compared(left, right, order.Descending)));
        }

        return ordered;
    }

    /// <summary>Nothing comes last, whichever way the order goes.</summary>
    private static int Compared(object? left, object? right, bool descending) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ when descending => Compared(right, left),
        _ => Compared(left, right),
    };

    private static int Compared(object left, object right) => (left, right) switch
    {
        (string one, string other) => string.CompareOrdinal(one, other),
        _ when Instants.Of(left) is { } one && Instants.Of(right) is { } other => one.CompareTo(other),
        _ when EdgeCells.AsDecimal(left) is { } one && EdgeCells.AsDecimal(right) is { } other => one.CompareTo(other),
        (IComparable one, _) when left.GetType() == right.GetType() => one.CompareTo(right),
        _ => string.CompareOrdinal(TableComposer.CellText(left), TableComposer.CellText(right)),
    };
}
