using BiAssistant.Answers;
using BiAssistant.Answers.Asking;
using BiAssistant.Answers.Settings;
using BiAssistant.Sql;
using BiAssistant.Web.Text;

namespace BiAssistant.Web;

/// <summary>Puts the application together: settings, workspace, services. A catalog or a setting that is wrong is said on the console, and nothing starts.</summary>
internal static class Startup
{
    private const string DefaultAddress = "http://localhost:5000";
    private const int LargestBody = 1 << 20;

    /// <summary>The workspace that the application serves; null when something stands in the way.</summary>
    public static Workspace? Open(WebApplicationBuilder builder)
    {
        if (builder.Configuration["URLS"] is null)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
        builder.WebHost.UseStaticWebAssets();
        using var logging = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        var workspace = Workspace.Open(Options(builder.Configuration), TimeProvider.System, logging.CreateLogger("BiAssistant"));
        foreach (var issue in workspace.Issues.Where(i => i.Severity == IssueSeverity.Error || workspace.Value is null))
        {
            Console.Error.WriteLine(issue.At is { } at ? $"{at}: {issue.Message}" : issue.Message);
        }

        if (workspace.Value is not { } opened)
        {
            return null;
        }

        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddSingleton(opened);
        builder.Services.AddSingleton(services => new Desk(opened.Pipeline, services.GetRequiredService<ILogger<Desk>>()));
        builder.Services.AddSingleton(new SampleQuestions(opened.Catalog));
        builder.Services.AddSingleton(new DemoNotice(opened.Pipeline.Options));
        return opened;
    }

    private static WorkspaceOptions Options(ConfigurationManager configuration) => new()
    {
        CatalogPaths = Values(configuration, "Catalog"),
        Warehouses = configuration.GetSection("BiAssistant:Warehouses").GetChildren().Select(c => new NamedUrl(c.Key, c.Value ?? "")).ToSeq(),
        State = configuration["BiAssistant:State"],
        WorkingDirectory = Environment.CurrentDirectory,
        ProgramFolder = AppContext.BaseDirectory,
    };

    private static Seq<string> Values(ConfigurationManager configuration, string key) =>
        configuration.GetSection($"BiAssistant:{key}").GetChildren().Select(c => c.Value).Prepend(configuration[$"BiAssistant:{key}"]).OfType<string>().ToSeq();
}
