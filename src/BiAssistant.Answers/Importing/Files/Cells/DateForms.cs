namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>The ways in which a column's dates may be written; a column's dates are all written in one of them.</summary>
[Flags]
internal enum DateForms
{
    None = 0,

    /// <summary>2024-03-05, 2024/3/5, 2024.03.05, 2024. 3. 5.</summary>
    YearMonthDay = 1,

    /// <summary>05/03/2024 on 5 March.</summary>
    DayMonthYear = 2,

    /// <summary>03/05/2024 on 5 March.</summary>
    MonthDayYear = 4,

    /// <summary>24-03-05, with a century to guess.</summary>
    ShortYearMonthDay = 8,
    ShortDayMonthYear = 16,
    ShortMonthDayYear = 32,

    /// <summary>20240305, which is a number as well.</summary>
    Compact = 64,

    /// <summary>2024년 3월 5일, 2024年3月5日.</summary>
    InWords = 128,

    /// <summary>5 March 2024, 05-Mar-2024, March 5, 2024.</summary>
    Named = 256,

    /// <summary>05-MAR-24, with a century to guess.</summary>
    ShortNamed = 512,

    All = 1023,
    Short = ShortYearMonthDay | ShortDayMonthYear | ShortMonthDayYear | ShortNamed,
}
