using BiAssistant.Planning;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Answers.Execution;

/// <summary>Cells by which rows of several warehouses are matched: engines differ in what they take for equal, so only what is the same beyond doubt is.</summary>
internal static class KeyCells
{
    /// <summary>The largest whole number up to which every one is told from its neighbours.</summary>
    private const double LargestWhole = 1L << 53;

    /// <summary>Refuses keys that cannot be compared, and rows that are not told apart by a key that should.</summary>
    public static void Check(ReadyPlan plan, IReadOnlyDictionary<string, ResultTable> tables)
    {
        var fragments = plan.Fragments.ToDictionary(f => f.Name);
        foreach (var lookup in plan.Lookups)
        {
            foreach (var pair in lookup.Pairs)
            {
                if (KindOf(Cells(pair.Fragment, pair.Column)) is { } values && KindOf(Cells(pair.Other, pair.OtherColumn)) is { } others
                    && (values != others || values is KeyKind.InexactNumbers or KeyKind.Mixed))
                {
                    throw new WarehouseFault(fragments[pair.Fragment].Warehouse, new KeysDiffer(pair.Column, values, fragments[pair.Other].Warehouse, others));
                }
            }

            if (lookup.IsUnique && Repeated(tables[lookup.Fragment].Rows, lookup.Pairs.Select(p => Place(lookup.Fragment, p.Column)).ToList()) is { } repeated)
            {
                throw new WarehouseFault(fragments[lookup.Fragment].Warehouse, new KeyRepeats(lookup.Fragment, repeated));
            }
        }

        int Place(string fragment, string column) => fragments[fragment].Columns.TakeWhile(c => c.Name != column).Count();

        IEnumerable<object?> Cells(string fragment, string column)
        {
            var place = Place(fragment, column);
            return tables[fragment].Rows.Select(row => row[place]);
        }
    }

    /// <summary>The different keys in one order, for a text in this dialect; null where there are more than <paramref name="most"/>, or the engine might take one for another than the merge does.</summary>
    public static Seq<SqlLiteral>? For(KeySet set, ReadyFragment from, ResultTable rows, SqlDialect dialect, int most)
    {
        var place = from.Columns.TakeWhile(c => c.Name != set.Column).Count();
        var cells = rows.Rows.Select(row => row[place]).Where(cell => cell is not null).Distinct().Take(most + 1).ToList();
        if (rows.Truncated || cells.Count > most)
        {
            return null;
        }

        return cells.Count == 0 ? []
            : cells.TrueForAll(cell => cell is long) && (set.Type.IsNumeric || dialect.HasTypedColumns) ? Ordered<long>(cells, number => new SqlNumber(number))
            : cells.TrueForAll(cell => cell is long or decimal) && dialect.HasTypedColumns ? Ordered<decimal>(cells.Select(cell => cell is long whole ? (object)(decimal)whole : cell), number => new SqlNumber(number))
            : cells.TrueForAll(cell => cell is DateOnly) && set.Type.Kind == SqlTypeKind.Date && dialect.HasTypedColumns ? Ordered<DateOnly>(cells, day => new SqlDate(day))
            : cells.TrueForAll(cell => cell is string { Length: > 0 } text && !char.IsWhiteSpace(text[^1])) && (set.Type.Kind == SqlTypeKind.Text || dialect.HasTypedColumns)
                ? cells.Cast<string>().Order(StringComparer.Ordinal).Select(SqlLiteral (text) => new SqlText(text)).ToSeq()
            : null;
    }

    private static Seq<SqlLiteral> Ordered<T>(IEnumerable<object?> cells, Func<T, SqlLiteral> literal) => cells.Cast<T>().Distinct().Order().Select(literal).ToSeq();

    /// <summary>What all the cells are; null where there are none. Whole numbers that an engine keeps as inexact ones are numbers.</summary>
    private static KeyKind? KindOf(IEnumerable<object?> cells)
    {
        KeyKind? all = null;
        foreach (var cell in cells)
        {
            KeyKind? kind = cell switch
            {
                null => all,
                long or decimal => KeyKind.Numbers,
                double number => number == Math.Floor(number) && Math.Abs(number) < LargestWhole ? KeyKind.Numbers : KeyKind.InexactNumbers,
                string => KeyKind.Texts,
                DateOnly or DateTime => KeyKind.Days,
                bool => KeyKind.TruthValues,
                _ => KeyKind.Times,
            };
            if (all is not null && kind != all)
            {
                return KeyKind.Mixed;
            }

            all = kind;
        }

        return all;
    }

    /// <summary>A key that several rows have, as text; an empty key is nobody's.</summary>
    private static string? Repeated(Seq<Seq<object?>> rows, List<int> places)
    {
        var seen = new HashSet<Seq<object?>>();
        foreach (var row in rows)
        {
            var key = places.Select(place => row[place]).ToSeq();
            if (key.All(cell => cell is not null) && !seen.Add(key))
            {
                return string.Join(", ", key.Select(cell => FormattableString.Invariant($"{cell}")));
            }
        }

        return null;
    }
}
