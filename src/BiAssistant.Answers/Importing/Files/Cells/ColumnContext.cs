using System.Numerics;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>What a column's cells are read by beside themselves: what the person said, and what other columns of the same table prove.</summary>
/// <param name="Mark">The decimal mark; null when nothing says which.</param>
/// <param name="Order">The order of day, month and year; null when nothing says which.</param>
internal sealed record ColumnContext(char Delimiter, char? Mark, bool MarkSaid, DateOrder? Order, bool OrderSaid)
{
    public static ColumnContext Of(FileImportRequest request, char delimiter, Seq<ColumnSurvey> columns)
    {
        var marks = columns.Select(ProvenMark).Where(mark => mark is not null).Distinct().ToSeq();
        var orders = columns.Select(ProvenOrder).Where(order => order is not null).Distinct().ToSeq();
        return new ColumnContext(
            delimiter,
            request.DecimalMark ?? (marks.Count == 1 ? marks[0] : null),
            request.DecimalMark is not null,
            request.DateOrder ?? (orders.Count == 1 ? orders[0] : null),
            request.DateOrder is not null);
    }

    private static char? ProvenMark(ColumnSurvey column) => (column.Values > 0, column.Point.Holds, column.Comma.Holds) switch
    {
        (true, true, false) when column.Point.Marked => '.',
        (true, false, true) when column.Comma.Marked => ',',
        _ => null,
    };

    private static DateOrder? ProvenOrder(ColumnSurvey column) => !column.Dates || BitOperations.PopCount((uint)column.Forms) != 1 ? null : column.Forms switch
    {
        DateForms.DayMonthYear or DateForms.ShortDayMonthYear => DateOrder.DayMonthYear,
        DateForms.MonthDayYear or DateForms.ShortMonthDayYear => DateOrder.MonthDayYear,
        DateForms.ShortYearMonthDay => DateOrder.YearMonthDay,
        _ => null,
    };
}
