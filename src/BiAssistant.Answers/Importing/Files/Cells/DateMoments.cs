namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>The moment that a written date and time are.</summary>
internal static class DateMoments
{
    /// <summary>As on the clock that it was written by.</summary>
    public static DateTime Local(in DateShape date, DateForms form) => date.Day(form).ToDateTime(TimeOnly.MinValue).AddTicks(date.Clock?.Ticks ?? 0);

    /// <summary>In UTC.</summary>
    public static DateTime Instant(in DateShape date, DateForms form) =>
        DateTime.SpecifyKind(Local(date, form).AddMinutes(-(date.Clock?.Offset ?? 0)), DateTimeKind.Utc);

    /// <summary>Whether the moment in UTC lies within the years 1 to 9999 under every form.</summary>
    public static bool HasInstant(in DateShape date)
    {
        for (var form = 1; form < (int)DateForms.All; form <<= 1)
        {
            if (((int)date.Forms & form) != 0 && date.Day((DateForms)form).Year is 1 or 9999 && date.Clock is { Offset: not 0 })
            {
                return false;
            }
        }

        return true;
    }
}
