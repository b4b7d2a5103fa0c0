using System.Globalization;

namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>A cell that is a date, perhaps with a time and a zone: its three parts as they stand, and the forms under which they are a day of the calendar.</summary>
internal readonly record struct DateShape
{
    private const int LongestName = 9;

    /// <summary>Two digits of a year mean 1950 to 2049.</summary>
    private const int FirstShortYear = 1950;

    private readonly (int First, int Second, int Third) _parts;

    private DateShape((int First, int Second, int Third) parts, DateForms forms, ClockShape? clock)
    {
        _parts = parts;
        Clock = clock;
        Forms = OnCalendar(parts, forms);
    }

    public DateForms Forms { get; }

    /// <summary>Null for a date alone.</summary>
    public ClockShape? Clock { get; }

    public static bool TryRead(ReadOnlySpan<char> cell, out DateShape shape)
    {
        shape = default;
        if (cell.Length < 6 || !(char.IsAsciiDigit(cell[0]) || char.IsAsciiLetter(cell[0])) || !TryParts(cell, out var parts, out var forms, out var used))
        {
            return false;
        }

        ClockShape? clock = null;
        var rest = cell[used..];
        if (!rest.IsEmpty)
        {
            var gap = rest[0] is 'T' or 't' ? rest[1..] : rest.TrimStart(' ');
            if (gap.Length == rest.Length || !ClockShape.TryRead(gap, out var read))
            {
                return false;
            }

            clock = read;
        }

        shape = new DateShape(parts, forms, clock);
        return shape.Forms != DateForms.None;
    }

    /// <summary>The day under a form that is among <see cref="Forms"/>.</summary>
    public DateOnly Day(DateForms form)
    {
        var (year, month, day) = Ordered(_parts, form);
        return new DateOnly(year, month, day);
    }

    /// <summary>Whether the day and the month could be taken for each other and the day would be another.</summary>
    public bool OrderMatters => _parts.First != _parts.Second;

    /// <summary>Outside the years that nanoseconds since 1970 reach.</summary>
    public bool IsFar
    {
        get
        {
            var (first, second, third) = _parts;
            return Math.Max(first, Math.Max(second, third)) is > 99 and (< 1678 or > 2261) && (Forms & DateForms.Short) == 0;
        }
    }

    private static DateForms OnCalendar((int First, int Second, int Third) parts, DateForms forms)
    {
        var real = DateForms.None;
        for (var form = 1; form < (int)DateForms.All; form <<= 1)
        {
            if (((int)forms & form) != 0)
            {
                var (year, month, day) = Ordered(parts, (DateForms)form);
                real |= year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (DateForms)form : DateForms.None;
            }
        }

        return real;
    }

    private static (int Year, int Month, int Day) Ordered((int First, int Second, int Third) parts, DateForms form) => form switch
    {
        DateForms.DayMonthYear => (parts.Third, parts.Second, parts.First),
        DateForms.MonthDayYear => (parts.Third, parts.First, parts.Second),
        DateForms.ShortYearMonthDay => (Century(parts.First), parts.Second, parts.Third),
        DateForms.ShortDayMonthYear => (Century(parts.Third), parts.Second, parts.First),
        DateForms.ShortMonthDayYear => (Century(parts.Third), parts.First, parts.Second),
        DateForms.ShortNamed => (Century(parts.First), parts.Second, parts.Third),
        _ => (parts.First, parts.Second, parts.Third),
    };

    private static int Century(int year) => year < FirstShortYear % 100 ? FirstShortYear - (FirstShortYear % 100) + 100 + year : FirstShortYear - (FirstShortYear % 100) + year;

    private static bool TryParts(ReadOnlySpan<char> cell, out (int, int, int) parts, out DateForms forms, out int used)
    {
        (parts, forms, used) = (default, DateForms.None, 0);
        if (char.IsAsciiLetter(cell[0]))
        {
            return TryMonthFirst(cell, out parts, out forms, out used);
        }

        var first = DigitsAt(cell, 0, out var firstLength);
        if (firstLength == 8)
        {
            (parts, forms, used) = ((first / 10_000, first / 100 % 100, first % 100), DateForms.Compact, 8);
            return first / 10_000 is >= 1900 and < 2100 && (cell.Length == 8 || cell[8] is 'T' or 't' or ' ');
        }

        if (firstLength is < 1 or > 4 || firstLength == cell.Length)
        {
            return false;
        }

        var mark = cell[firstLength];
        var at = firstLength + 1;
        if (mark is '년' or '年')
        {
            return firstLength == 4 && TryInWords(cell, first, at, out parts, out forms, out used);
        }

        if (mark is not ('-' or '/' or '.' or ' '))
        {
            return false;
        }

        at += mark == '.' && at < cell.Length && cell[at] == ' ' ? 1 : 0;
        if (at < cell.Length && char.IsAsciiLetter(cell[at]))
        {
            return TryDayFirst(cell, first, firstLength, mark, at, out parts, out forms, out used);
        }

        var second = DigitsAt(cell, at, out var secondLength);
        at += secondLength;
        if (mark == ' ' || secondLength is < 1 or > 2 || at >= cell.Length || cell[at] != mark)
        {
            return false;
        }

        at++;
        at += mark == '.' && at < cell.Length && cell[at] == ' ' ? 1 : 0;
        var third = DigitsAt(cell, at, out var thirdLength);
        used = at + thirdLength;
        used += mark == '.' && used < cell.Length && cell[used] == '.' ? 1 : 0;
        parts = (first, second, third);
        forms = (firstLength, thirdLength) switch
        {
            (4, 1 or 2) => DateForms.YearMonthDay,
            (1 or 2, 4) => mark == '.' ? DateForms.DayMonthYear : DateForms.DayMonthYear | DateForms.MonthDayYear,
            (2, 2) => mark == '.' ? DateForms.ShortYearMonthDay | DateForms.ShortDayMonthYear : DateForms.ShortYearMonthDay | DateForms.ShortDayMonthYear | DateForms.ShortMonthDayYear,
            (1, 2) => mark == '.' ? DateForms.ShortDayMonthYear : DateForms.ShortDayMonthYear | DateForms.ShortMonthDayYear,
            (2, 1) => DateForms.ShortYearMonthDay,
            _ => DateForms.None,
        };
        return forms != DateForms.None;
    }

    private static bool TryInWords(ReadOnlySpan<char> cell, int year, int at, out (int, int, int) parts, out DateForms forms, out int used)
    {
        (parts, forms, used) = (default, DateForms.InWords, 0);
        at = Past(cell, at, ' ');
        var month = DigitsAt(cell, at, out var monthLength);
        at += monthLength;
        if (monthLength is < 1 or > 2 || at >= cell.Length || cell[at] is not ('월' or '月'))
        {
            return false;
        }

        at = Past(cell, at + 1, ' ');
        var day = DigitsAt(cell, at, out var dayLength);
        at += dayLength;
        if (dayLength is < 1 or > 2 || at >= cell.Length || cell[at] is not ('일' or '日'))
        {
            return false;
        }

        (parts, used) = ((year, month, day), at + 1);
        return true;
    }

    /// <summary>5 March 2024, 05-Mar-24.</summary>
    private static bool TryDayFirst(ReadOnlySpan<char> cell, int day, int dayLength, char mark, int at, out (int, int, int) parts, out DateForms forms, out int used)
    {
        (parts, forms, used) = (default, DateForms.None, 0);
        var month = MonthAt(cell, at, out var nameLength);
        at += nameLength;
        if (month == 0 || dayLength > 2 || at >= cell.Length || !(cell[at] == mark || (mark == '.' && cell[at] == ' ')))
        {
            return false;
        }

        var year = DigitsAt(cell, at + 1, out var yearLength);
        (parts, forms, used) = ((year, month, day), yearLength == 4 ? DateForms.Named : DateForms.ShortNamed, at + 1 + yearLength);
        return yearLength is 2 or 4;
    }

    /// <summary>March 5, 2024.</summary>
    private static bool TryMonthFirst(ReadOnlySpan<char> cell, out (int, int, int) parts, out DateForms forms, out int used)
    {
        (parts, forms, used) = (default, DateForms.Named, 0);
        var month = MonthAt(cell, 0, out var at);
        at = Past(cell, at, '.');
        if (month == 0 || at >= cell.Length || cell[at] != ' ')
        {
            return false;
        }

        var day = DigitsAt(cell, at + 1, out var dayLength);
        at = Past(cell, at + 1 + dayLength, ',');
        if (dayLength is < 1 or > 2 || at >= cell.Length || cell[at] != ' ')
        {
            return false;
        }

        var year = DigitsAt(cell, at + 1, out var yearLength);
        (parts, used) = ((year, month, day), at + 1 + yearLength);
        return yearLength == 4;
    }

    private static int Past(ReadOnlySpan<char> cell, int at, char letter) => at < cell.Length && cell[at] == letter ? at + 1 : at;

    private static int DigitsAt(ReadOnlySpan<char> cell, int at, out int length)
    {
        var value = 0;
        for (length = 0; at + length < cell.Length && length < 9 && char.IsAsciiDigit(cell[at + length]); length++)
        {
            value = (value * 10) + (cell[at + length] - '0');
        }

        return value;
    }

    /// <summary>The number of the English month whose name or three letters stand there; 0 for none.</summary>
    private static int MonthAt(ReadOnlySpan<char> cell, int at, out int length)
    {
        length = 0;
        while (at + length < cell.Length && length <= LongestName && char.IsAsciiLetter(cell[at + length]))
        {
            length++;
        }

        var name = cell.Slice(at, length);
        var calendar = CultureInfo.InvariantCulture.DateTimeFormat;
        for (var month = 1; month <= 12; month++)
        {
            if (name.Equals(calendar.AbbreviatedMonthNames[month - 1], StringComparison.OrdinalIgnoreCase) || name.Equals(calendar.MonthNames[month - 1], StringComparison.OrdinalIgnoreCase)
                || (month == 9 && name.Equals("Sept", StringComparison.OrdinalIgnoreCase)))
            {
                return month;
            }
        }

        return 0;
    }
}
