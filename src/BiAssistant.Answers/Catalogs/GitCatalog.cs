using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Catalogs;

/// <summary>Reads the texts of a catalog as they were in a revision of the git checkout that holds it, through the git command and without touching the checkout.</summary>
internal static class GitCatalog
{
    private const long LargestOutput = 256L << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<CatalogTexts> ReadAsync(string revision, IEnumerable<string> paths, string workingDirectory, CancellationToken cancellationToken)
    {
        if (revision.Length == 0 || revision[0] == '-' || revision.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == ':'))
        {
            return Failed("version_unknown", $"'{revision}' is no revision: git:HEAD~1, git:main or git:4bc842b is expected.");
        }

        var texts = new List<CatalogText>();
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, workingDirectory);
            var (folder, only) = File.Exists(full) ? (Path.GetDirectoryName(full)!, Path.GetFileName(full)) : (full, null);
            if (!Directory.Exists(folder))
            {
                return Failed("catalog_missing", $"There is no file or folder '{path}' to read the catalog from.");
            }

            var listed = await RunAsync(folder, ["ls-tree", "-r", "-z", "--name-only", revision], "", cancellationToken).ConfigureAwait(false);
            if (listed.Value is not { } list)
            {
                return new CatalogTexts([], listed.Issues);
            }

            var files = CatalogFiles.OfCatalog(Encoding.UTF8.GetString(list.Bytes).Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(f => !f.Contains('\n', StringComparison.Ordinal)), only);
            var read = await RunAsync(folder, ["cat-file", "--batch"], string.Concat(files.Select(f => $"{revision}:./{f}\n")), cancellationToken).ConfigureAwait(false);
            if (read.Value is not { } contents)
            {
                return new CatalogTexts([], read.Issues);
            }

            texts.AddRange(Contents(contents.Bytes).Zip(files, (content, file) => new CatalogText($"git:{revision}:{file}", content)));
        }

        return texts.Count == 0 ? Failed("catalog_empty", $"The revision '{revision}' holds no YAML files of this catalog.") : new CatalogTexts(texts.ToSeq(), []);
    }

    /// <summary>Each object is written as a line (name, type, size), its bytes, and a line end.</summary>
    private static IEnumerable<string> Contents(byte[] batch)
    {
        for (var at = 0; at < batch.Length;)
        {
            var end = Array.IndexOf(batch, (byte)'\n', at);
            var size = int.Parse(Encoding.UTF8.GetString(batch, at, end - at).Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
            yield return Encoding.UTF8.GetString(batch, end + 1, size);
            at = end + 1 + size + 1;
        }
    }

    private static async Task<Outcome<GitOutput>> RunAsync(string folder, IEnumerable<string> arguments, string input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        Process? git = null;
        try
        {
            git = Process.Start(start)!;
            var said = git.StandardError.ReadToEndAsync(patience.Token);
            var writing = WriteAsync(git, input, patience.Token);
            var bytes = await OutputAsync(git.StandardOutput.BaseStream, patience.Token).ConfigureAwait(false);
            await writing.ConfigureAwait(false);
            await git.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            return bytes is null ? Unreadable("the catalog of this revision is too large")
                : git.ExitCode == 0 ? Outcome<GitOutput>.Of(new GitOutput(bytes))
                : Unreadable((await said.ConfigureAwait(false)).Trim().Split('\n')[0]);
        }
        catch (ExternalException missing)
        {
            return Unreadable($"the git command cannot be run: {missing.Message}");
        }
        catch (IOException broken)
        {
            return Unreadable(broken.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unreadable($"it took longer than {Patience.TotalSeconds:0} seconds");
        }
        finally
        {
            if (git is { HasExited: false })
            {
                git.Kill(entireProcessTree: true);
            }

            git?.Dispose();
        }
    }

    private static async Task WriteAsync(Process git, string input, CancellationToken cancellationToken)
    {
        await using var writer = git.StandardInput.ConfigureAwait(false);
        await git.StandardInput.WriteAsync(input.AsMemory(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All that is written; null when it is too much.</summary>
    private static async Task<byte[]?> OutputAsync(Stream output, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = await output.ReadAsync(buffer, cancellationToken).ConfigureAwait(false); read > 0; read = await output.ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
        {
            all.Write(buffer, 0, read);
            if (all.Length > LargestOutput)
            {
                return null;
            }
        }

        return all.ToArray();
    }

    private static Outcome<GitOutput> Unreadable(string why) => Outcome<GitOutput>.Failed(new Issue("version_unreadable", $"The revision cannot be read: {why}."));

    private static CatalogTexts Failed(string code, string message) => new([], [new Issue(code, message)]);

    private sealed record GitOutput(byte[] Bytes);
}
