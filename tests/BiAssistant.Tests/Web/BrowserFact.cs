namespace BiAssistant.Tests.Web;

/// <summary>A test that needs a real Chromium; skipped by name where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium is null)
        {
            Skip = "There is no Chromium on this machine (/usr/bin/chromium, or the path in BIASSISTANT_CHROMIUM).";
        }
    }

    public static string? Chromium { get; } = new[] { Environment.GetEnvironmentVariable("BIASSISTANT_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists);
}
