namespace BiAssistant.Answers.Importing.Files;

/// <summary>A number with its noun: 1 row, 2 rows.</summary>
internal static class Counted
{
    public static string Of(long number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    public static string Of(long number, string noun) => $"{Of(number)} {noun}{(number == 1 ? "" : "s")}";
}
