namespace BiAssistant.Answers.Importing.Files;

/// <summary>A file cannot be taken as it is, in words for the person who can put it right; ends the import, of which nothing is kept.</summary>
internal sealed class FileFault(string code, string message, string? suggestion = null, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;

    public string? Suggestion { get; } = suggestion;
}
