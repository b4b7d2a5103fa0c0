using BiAssistant.Cli;

namespace BiAssistant.Tests.Cli;

/// <summary>One run of the command: its exit status and what it wrote.</summary>
internal sealed record Run(int Code, string Output, string Error)
{
    public static async Task<Run> OfAsync(string folder, string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(arguments, new Terminal(new StringReader(input), output, error, folder, folder, null), CancellationToken.None);
        return new Run(code, output.ToString(), error.ToString());
    }

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
