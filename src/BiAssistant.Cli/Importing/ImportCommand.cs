using System.CommandLine;

namespace BiAssistant.Cli.Importing;

/// <summary><c>import</c>: brings what another tool or a database says into a catalog; run again, it brings what has changed there and keeps what a person has edited.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal) => new("import", "Bring a model from elsewhere into a catalog; again and again, what you edit is kept.")
    {
        ImportDatabaseCommand.Create(terminal),
        ImportDbtCommand.Create(terminal),
        ImportFileCommand.Create(terminal),
        ImportOssieCommand.Create(terminal),
    };
}
