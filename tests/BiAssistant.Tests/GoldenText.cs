namespace BiAssistant.Tests;

/// <summary>
/// Texts that were read and accepted, each in a file of its own. BIASSISTANT_REWRITE_GOLDEN=1 writes the files anew; read them before they are accepted.
/// </summary>
internal static class GoldenText
{
    public static bool IsRewritten { get; } = Environment.GetEnvironmentVariable("BIASSISTANT_REWRITE_GOLDEN") == "1";

    public static void ShouldBeGolden(this string text, string file)
    {
        if (IsRewritten)
        {
            File.WriteAllText(file, text);
        }

        text.ShouldBe(File.ReadAllText(file), file);
    }
}
