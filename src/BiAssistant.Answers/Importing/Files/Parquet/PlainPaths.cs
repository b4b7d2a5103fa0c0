using System.Buffers;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Parquet;

/// <summary>Paths that the engine takes as they are: it reads signs of patterns in a name as a pattern, so that such a file gets another name for the while.</summary>
internal sealed class PlainPaths : IDisposable
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("*?[]{}");

    private readonly string? _folder;

    public PlainPaths(Seq<DataFile> files)
    {
        if (!files.Any(file => IsPattern(file.Path)))
        {
            Paths = files.Select(file => file.Path).ToSeq();
            return;
        }

        _folder = Directory.CreateTempSubdirectory("bi-assistant-").FullName;
        Paths = files.Select((file, i) => File.CreateSymbolicLink(Path.Combine(_folder, $"{i}.parquet"), file.Path).FullName).ToSeq();
    }

    public Seq<string> Paths { get; }

    public void Dispose()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static bool IsPattern(string path) => path.AsSpan().IndexOfAny(Signs) >= 0 || path.Contains("://", StringComparison.Ordinal);
}
