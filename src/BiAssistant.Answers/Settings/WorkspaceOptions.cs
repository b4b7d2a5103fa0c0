using BiAssistant.Sql;

namespace BiAssistant.Answers.Settings;

/// <summary>What someone said on a command line or in a deployment; what is not said comes from the settings file beside the default catalog.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>Files and folders; empty means the default catalog and its settings.</summary>
    public Seq<string> CatalogPaths { get; init; }

    /// <summary>Connections; they stand beside those of the settings, or replace the one of the same name.</summary>
    public Seq<NamedUrl> Warehouses { get; init; }

    /// <summary>A fixed clock; null means that of the settings, else the real one.</summary>
    public DateTime? Now { get; init; }

    /// <summary>A path or <c>postgres://</c> URL; null means that of the settings, else the user's data folder.</summary>
    public string? State { get; init; }

    /// <summary>How many rows one question may read without asking; what is not said comes from the settings, else goes by the engine.</summary>
    public Seq<NamedRows> MostRowsRead { get; init; }

    /// <summary>How many rows one question may read when the asker agrees; what is not said comes from the settings, else is ten times what is read without asking.</summary>
    public Seq<NamedRows> MostRowsAgreed { get; init; }

    /// <summary>Whether what is asked is written down in the state store; an examination's questions are nobody's.</summary>
    public bool KeepsQuestions { get; init; } = true;

    public int? RowLimit { get; init; }

    /// <summary>Where relative paths start.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The folder of the program, where the default catalog is looked for in the second place.</summary>
    public required string ProgramFolder { get; init; }
}
