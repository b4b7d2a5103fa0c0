using System.Text;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Evaluation;

/// <summary>Reads files of questions, and of folders every text file that lies in them.</summary>
public static class QuestionFiles
{
    private const int MostFiles = 2_000;
    private const long LargestFile = 4L << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All questions in the order of the paths and, within a folder, of the files' names; or everything that stands in the way.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="workingDirectory">Where relative paths start; issues name files as the paths do.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public static async Task<Outcome<QuestionFile>> ReadAsync(IEnumerable<string> paths, string workingDirectory, CancellationToken cancellationToken)
    {
        var (files, blocks, issues) = (new List<string>(), new List<QuestionBlock>(), new List<Issue>());
        foreach (var path in paths)
        {
            files.AddRange(Find(path, workingDirectory, issues));
        }

        if (files.Count > MostFiles)
        {
            return Outcome<QuestionFile>.Failed(new Issue("questions_many", $"These are {files.Count} files of questions; at most {MostFiles} are read at once."));
        }

        foreach (var file in files.Distinct())
        {
            var read = await ReadAsync(file, Path.GetFullPath(file, workingDirectory), cancellationToken).ConfigureAwait(false);
            issues.AddRange(read.Issues);
            blocks.AddRange(read.Value?.Blocks ?? []);
        }

        return issues.Count > 0 ? Outcome<QuestionFile>.Failed(issues.ToSeq()) : Outcome<QuestionFile>.Of(new QuestionFile(string.Join(", ", files), blocks.ToSeq()));
    }

    private static List<string> Find(string path, string workingDirectory, List<Issue> issues)
    {
        var full = Path.GetFullPath(path, workingDirectory);
        if (!Directory.Exists(full))
        {
            return [path];
        }

        try
        {
            var found = Directory.GetFiles(full, "*.txt").Select(file => Path.Combine(path, Path.GetFileName(file))).Order(StringComparer.Ordinal).ToList();
            if (found.Count == 0)
            {
                issues.Add(new Issue("questions_missing", $"The folder '{path}' holds no file of questions, such as 01-totals.en.txt."));
            }

            return found;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            issues.Add(new Issue("questions_unreadable", $"The folder '{path}' cannot be read: {fault.Message}"));
            return [];
        }
    }

    private static async Task<Outcome<QuestionFile>> ReadAsync(string file, string full, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(full) switch
            {
                { Exists: false } => Failed("questions_missing", $"There is no file or folder '{file}'."),
                { Length: > LargestFile } => Failed("questions_large", $"The file '{file}' has more than {LargestFile >> 20} MiB, which is the most that is read."),
                _ => QuestionFileReader.Read(file, await File.ReadAllTextAsync(full, Strict, cancellationToken).ConfigureAwait(false)),
            };
        }
        catch (DecoderFallbackException)
        {
            return Failed("questions_unreadable", $"The file '{file}' is not UTF-8.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed("questions_unreadable", $"The file '{file}' cannot be read: {fault.Message}");
        }
    }

    private static Outcome<QuestionFile> Failed(string code, string message) => Outcome<QuestionFile>.Failed(new Issue(code, message));
}
