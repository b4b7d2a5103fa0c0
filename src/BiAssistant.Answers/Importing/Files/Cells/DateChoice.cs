using System.Numerics;
using BiAssistant.Semantics.Importing;

namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>The type of a column of dates. The order of day and month is taken only where the data prove it or the person says it.</summary>
internal static class DateChoice
{
    private const DateForms Ordered = DateForms.DayMonthYear | DateForms.MonthDayYear | DateForms.ShortYearMonthDay | DateForms.ShortDayMonthYear | DateForms.ShortMonthDayYear;

    public static ColumnChoice Of(string column, ColumnSurvey survey, ColumnContext context)
    {
        var forms = survey.Forms;
        if ((forms & Ordered) != 0 && context.Order is { } order && (context.OrderSaid || BitOperations.PopCount((uint)forms) > 1))
        {
            forms &= ~Ordered | Of(order);
            if (forms == DateForms.None)
            {
                return ColumnChoice.Text(RemarkKind.LookFirst, $"The dates of column {column}, such as '{survey.Example}', are not in the order {Named(order)}: it stays text.");
            }
        }

        var choice = One(column, survey, forms);
        if (choice.Reading is TextReading)
        {
            return choice;
        }

        return forms != survey.Forms && !context.OrderSaid
            ? choice.With(RemarkKind.Guessed, $"'{survey.Example}' of column {column} is read as {Named(context.Order!.Value)}, as other columns prove; say --date-order if it is not.")
            : choice;
    }

    private static ColumnChoice One(string column, ColumnSurvey survey, DateForms forms)
    {
        if (forms == (DateForms.DayMonthYear | DateForms.MonthDayYear) && !survey.OrderMatters)
        {
            forms = DateForms.DayMonthYear;
        }

        if (BitOperations.PopCount((uint)forms) > 1)
        {
            return ColumnChoice.Text(RemarkKind.LookFirst, $"Nothing in the file says in which order '{survey.Example}' of column {column} names day, month and year: it stays text. Say --date-order dmy, mdy or ymd to load it as a date.");
        }

        var choice = Timed(column, survey, forms);
        return choice.Reading is not TextReading && (forms & DateForms.Short) != 0
            ? choice.With(RemarkKind.LookFirst, $"The years of column {column}, such as '{survey.Example}', have two digits and are taken as 1950 to 2049.")
            : choice;
    }

    private static ColumnChoice Timed(string column, ColumnSurvey survey, DateForms form) => survey switch
    {
        { WithClock: false } => new(new DateReading(form), []),
        { WithZone: true } when survey.WithoutZone || survey.WithoutClock => ColumnChoice.Text(RemarkKind.LookFirst,
            $"Some times of column {column} name a zone and others none, so that they cannot be compared: it stays text."),
        { WithZone: true, ClockDigits: > 6 } => ColumnChoice.Text(RemarkKind.LookFirst,
            $"The times of column {column}, such as '{survey.Example}', are finer than a microsecond: it stays text. Cut them in the file to load it as a time."),
        { WithZone: true } => new ColumnChoice(new InstantReading(form), []).With(RemarkKind.LookFirst,
            $"The times of column {column} {(survey.Offset is { } offset ? $"are all written {Zone(offset)}" : "are written in several zones")}: say in the model's time_zone by which clock its days are counted."),
        { AfterMidnight: false } => new ColumnChoice(new DateReading(form), []).With(RemarkKind.Guessed, $"Every time of column {column} is midnight: it is taken as a date."),
        { ClockDigits: > 7 } => Finer(column, survey),
        { ClockDigits: > 6, FarYears: true } => Finer(column, survey),
        { WithoutClock: true } => new ColumnChoice(new MomentReading(form, survey.ClockDigits > 6), []).With(RemarkKind.Guessed,
            $"Some dates of column {column} have a time and others none: those are taken as midnight."),
        _ => new(new MomentReading(form, survey.ClockDigits > 6), []),
    };

    private static ColumnChoice Finer(string column, ColumnSurvey survey) => ColumnChoice.Text(RemarkKind.LookFirst,
        $"The times of column {column}, such as '{survey.Example}', are finer than can be kept: it stays text. Cut them in the file to load it as a time.");

    private static string Zone(int offset) => offset == 0 ? "in UTC" : $"{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00} {(offset > 0 ? "ahead of" : "behind")} UTC";

    private static DateForms Of(DateOrder order) => order switch
    {
        DateOrder.DayMonthYear => DateForms.DayMonthYear | DateForms.ShortDayMonthYear,
        DateOrder.MonthDayYear => DateForms.MonthDayYear | DateForms.ShortMonthDayYear,
        _ => DateForms.ShortYearMonthDay,
    };

    private static string Named(DateOrder order) => order switch
    {
        DateOrder.DayMonthYear => "day, month, year",
        DateOrder.MonthDayYear => "month, day, year",
        _ => "year, month, day",
    };
}
