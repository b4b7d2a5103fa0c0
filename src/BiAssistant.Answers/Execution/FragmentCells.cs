using System.Globalization;
using BiAssistant.Planning;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Execution;

/// <summary>
/// Makes the rows of a fragment what its plan says they are, whatever the engine stores: days that came as text are dates, flags that came as numbers are
/// booleans, and the other way round. A number keeps its exactness: an inexact one is never dressed up as exact.
/// </summary>
internal static class FragmentCells
{
    public static ResultTable Fit(ResultTable table, Seq<FragmentColumn> wanted)
    {
        // By position: an engine may fold the names of columns.
        var types = table.Columns.Select((_, i) => i < wanted.Count ? wanted[i].Type : SqlType.Unknown).ToList();
        var rows = table.Rows.Select(row => row.Select((cell, i) => Fit(cell, types[i].Kind)).ToArray()).ToList();
        var columns = new List<ResultColumn>();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            columns.Add(column with { Type = types[i].IsNumeric ? OneNumericType(rows, i) : types[i].Kind == SqlTypeKind.Unknown ? column.Type : types[i] });
        }

        return table with { Columns = columns.ToSeq(), Rows = rows.Select(row => Seq.Create<object?>(row)).ToSeq() };
    }

    private static object? Fit(object? cell, SqlTypeKind kind) => kind switch
    {
        SqlTypeKind.Boolean => cell switch
        {
            long number => number != 0,
            decimal number => number != 0,
            "t" or "true" or "1" => true,
            "f" or "false" or "0" => false,
            _ => cell,
        },
        SqlTypeKind.Integer or SqlTypeKind.BigInteger => cell switch
        {
            bool flag => flag ? 1L : 0L,
            decimal exact when exact == decimal.Truncate(exact) && exact is >= long.MinValue and <= long.MaxValue => (long)exact,
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => cell,
        },
        SqlTypeKind.Decimal or SqlTypeKind.Double => cell switch
        {
            bool flag => flag ? 1m : 0m,
            long whole => (decimal)whole,
            string text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => cell,
        },
        SqlTypeKind.Date => cell switch
        {
            DateTime instant => DateOnly.FromDateTime(instant),
            string text when Instant(text) is { } instant => DateOnly.FromDateTime(instant),
            _ => cell,
        },
        SqlTypeKind.Timestamp => cell switch
        {
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            string text when Instant(text) is { } instant => instant,
            _ => cell,
        },
        SqlTypeKind.Text => cell switch
        {
            long or decimal => ((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture),
            _ => cell,
        },
        _ => cell,
    };

    /// <summary>A column of numbers has one type: inexact as soon as one number is.</summary>
    private static SqlType OneNumericType(List<object?[]> rows, int column)
    {
        var cells = rows.Select(row => row[column]).ToList();
        if (cells.OfType<double>().Any())
        {
            foreach (var row in rows)
            {
                row[column] = row[column] switch
                {
                    long whole => (double)whole,
                    decimal exact => (double)exact,
                    var other => other,
                };
            }

            return SqlType.Double;
        }

        return cells.OfType<decimal>().Any() ? SqlType.Decimal(38, cells.OfType<decimal>().Max(d => d.Scale)) : SqlType.BigInteger;
    }

    private static DateTime? Instant(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;
}
