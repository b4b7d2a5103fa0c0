using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BiAssistant.Answers.Importing;

/// <summary>A file is not what it was when the import read it.</summary>
internal sealed class CatalogChangedException(string file) : Exception
{
    public string File => file;
}

/// <summary>
/// Files that are written together or not at all. They are laid ready under <c>.imports</c> with copies of what they replace, then moved into place one by one; if
/// that fails, the copies are put back at once, and if the process dies, before the next import.
/// </summary>
internal sealed class FileSet(string folder)
{
    private const string Ready = "ready-";
    private const string List = "list.json";

    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<(string Path, string? Before, string? After)> _files = [];

    /// <summary>What a file is to say, and what it said when it was read; null where there is none.</summary>
    public void Add(string path, string? before, string? after)
    {
        if (before != after)
        {
            _files.Add((path, before, after));
        }
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_files.Count == 0)
        {
            return;
        }

        var ready = Directory.CreateDirectory(Path.Combine(folder, ImportRecord.Folder, $"{Ready}{Guid.NewGuid():n}")).FullName;
        var moves = new List<Move>();
        try
        {
            foreach (var (path, before, after) in _files)
            {
                moves.Add(await LayReadyAsync(ready, moves.Count, path, before, after, cancellationToken).ConfigureAwait(false));
            }

            await File.WriteAllTextAsync(Path.Combine(ready, List), JsonSerializer.Serialize(moves), Plain, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Directory.Delete(ready, recursive: true);
            throw;
        }

        try
        {
            for (var i = 0; i < moves.Count; i++)
            {
                Place(ready, i, moves[i]);
            }
        }
        catch
        {
            PutBack(ready, moves);
            Directory.Delete(ready, recursive: true);
            throw;
        }

        Directory.Delete(ready, recursive: true);
    }

    /// <summary>Puts back what an import has left half written that died: files that still say what it wrote there.</summary>
    public static async Task RecoverAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (var ready in Directory.EnumerateDirectories(Path.Combine(folder, ImportRecord.Folder), $"{Ready}*").ToList())
        {
            var list = Path.Combine(ready, List);
            if (File.Exists(list))
            {
                var text = await File.ReadAllTextAsync(list, cancellationToken).ConfigureAwait(false);
                new FileSet(folder).PutBack(ready, JsonSerializer.Deserialize<List<Move>>(text) ?? []);
            }

            Directory.Delete(ready, recursive: true);
        }
    }

    private async Task<Move> LayReadyAsync(string ready, int number, string path, string? before, string? after, CancellationToken cancellationToken)
    {
        var place = Place(path);
        var exists = File.Exists(place);
        if (Said(place) != before)
        {
            throw new CatalogChangedException(path);
        }

        if (exists)
        {
            File.Copy(place, Old(ready, number));
        }

        if (after is null)
        {
            return new Move(path, exists, null);
        }

        var bytes = Plain.GetBytes(after);
        var marked = exists && HasMark(place) ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes;
        await File.WriteAllBytesAsync(New(ready, number), marked, cancellationToken).ConfigureAwait(false);
        if (exists && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(New(ready, number), File.GetUnixFileMode(place));
        }

        return new Move(path, exists, Convert.ToHexString(SHA256.HashData(marked)));
    }

    private void Place(string ready, int number, Move move)
    {
        var place = Place(move.Path);
        if (move.Written is null)
        {
            File.Delete(place);
            RemoveEmpty(Path.GetDirectoryName(place)!);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(New(ready, number), place, overwrite: true);
    }

    /// <summary>Undoes moves, the last first; a file that says something else than what was written there is somebody else's and stays.</summary>
    private void PutBack(string ready, List<Move> moves)
    {
        for (var i = moves.Count - 1; i >= 0; i--)
        {
            var (place, old) = (Place(moves[i].Path), Old(ready, i));
            var isOurs = moves[i].Written is { } written ? File.Exists(place) && Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(place))) == written : !File.Exists(place);
            if (isOurs && moves[i].Existed)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.Move(old, place, overwrite: true);
            }
            else if (isOurs)
            {
                File.Delete(place);
                RemoveEmpty(Path.GetDirectoryName(place)!);
            }
        }
    }

    /// <summary>Where a path leads; what is a link stays one, and what it leads to is written.</summary>
    private string Place(string path)
    {
        var place = Path.Combine(folder, path);
        return File.Exists(place) && File.ResolveLinkTarget(place, returnFinalTarget: true) is { } target ? target.FullName : place;
    }

    private void RemoveEmpty(string directory)
    {
        while (directory.Length > folder.Length && Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
            directory = Path.GetDirectoryName(directory)!;
        }
    }

    private static string? Said(string place) => File.Exists(place) ? File.ReadAllText(place) : null;

    private static bool HasMark(string place)
    {
        using var file = File.OpenRead(place);
        Span<byte> start = stackalloc byte[3];
        return file.ReadAtLeast(start, 3, throwOnEndOfStream: false) == 3 && start.SequenceEqual(Encoding.UTF8.Preamble);
    }

    private static string New(string ready, int number) => Path.Combine(ready, $"{number}.new");

    private static string Old(string ready, int number) => Path.Combine(ready, $"{number}.old");

    /// <param name="Existed">Whether there was a file before.</param>
    /// <param name="Written">The hash of what is written there; null where the file goes.</param>
    private sealed record Move(string Path, bool Existed, string? Written);
}
