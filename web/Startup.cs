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
    public static Workspace? Open(WebApplicationBuilder builder, string[] args)
    {
        if (builder.Configuration["URLS"] is null)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
        builder.WebHost.UseStaticWebAssets();
        using var logging = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        var workspace = Workspace.Open(Options(args), TimeProvider.System, logging.CreateLogger("BiAssistant"));
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
        builder.Services.AddSingleton(services => new Desk(opened, services.GetRequiredService<ILogger<Desk>>()));
        builder.Services.AddSingleton(new SampleQuestions(opened));
        builder.Services.AddSingleton(new DemoNotice(opened.Pipeline.Options));
        return opened;
    }

    /// <summary>What a deployment says in its environment or on the command line; everything else stands in the settings file beside the catalog.</summary>
    private static WorkspaceOptions Options(string[] args)
    {
        var said = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build().GetSection("BiAssistant");
        return new WorkspaceOptions
        {
            CatalogPaths = said.GetSection("Catalog").GetChildren().Select(c => c.Value).Prepend(said["Catalog"]).OfType<string>().ToSeq(),
            Warehouses = said.GetSection("Warehouses").GetChildren().Select(c => new NamedUrl(c.Key, c.Value ?? "")).ToSeq(),
            State = said["State"],
            MostRowsRead = Rows(said.GetSection("MostRowsRead")),
            MostRowsAgreed = Rows(said.GetSection("MostRowsAgreed")),
            WorkingDirectory = Environment.CurrentDirectory,
            ProgramFolder = AppContext.BaseDirectory,
        };
    }

    /// <summary>One number for all warehouses, one for each, or both.</summary>
    private static Seq<NamedRows> Rows(IConfigurationSection section) =>
        section.GetChildren().Select(c => new NamedRows(c.Key, c.Value ?? "")).Concat(section.Value is { } all ? [new NamedRows(null, all)] : []).ToSeq();
}
