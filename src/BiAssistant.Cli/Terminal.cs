namespace BiAssistant.Cli;

/// <summary>Where a command reads, writes, complains, and stands. The width is that of the window; null when no person looks.</summary>
public sealed record Terminal(TextReader Input, TextWriter Output, TextWriter Error, string WorkingDirectory, string ProgramFolder, int? Width);
