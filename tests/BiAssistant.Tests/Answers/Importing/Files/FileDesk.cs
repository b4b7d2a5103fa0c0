using BiAssistant.Answers.Importing.Files;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Answers.Importing.Files;

/// <summary>A folder with files to load and the database that they are loaded into.</summary>
internal sealed class FileDesk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public string Database => _folder.File("data.duckdb");

    public string File(string name) => _folder.File(name);

    public void Write(string name, string text) => _folder.Write(name, text);

    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllBytes(File(name), bytes);
    }

    /// <summary>Loads and keeps; what was loaded.</summary>
    public async Task<FileLoad> LoadAsync(params string[] paths) => await LoadAsync(Request(paths));

    public async Task<FileLoad> LoadAsync(FileImportRequest request)
    {
        var loaded = await FileLoad.RunAsync(request, CancellationToken.None);
        loaded.Succeeded.ShouldBeTrue(string.Join(" ", loaded.Issues.Select(issue => issue.Message)));
        using var load = loaded.Value!;
        load.Keep().ShouldBeEmpty();
        return load;
    }

    /// <summary>One file with this text, and the types of its columns.</summary>
    public async Task<FileLoad> LoadTextAsync(string text, Func<FileImportRequest, FileImportRequest>? say = null)
    {
        Write("table.csv", text);
        var request = Request("table.csv");
        return await LoadAsync(say is null ? request : say(request));
    }

    /// <summary>The issue with which loading fails; nothing is left behind by it.</summary>
    public async Task<Issue> FailAsync(params string[] paths) => await FailAsync(Request(paths));

    public async Task<Issue> FailAsync(FileImportRequest request)
    {
        var before = Entries();
        var loaded = await FileLoad.RunAsync(request, CancellationToken.None);
        loaded.Value?.Dispose();
        loaded.Succeeded.ShouldBeFalse();
        Entries().ShouldBe(before);
        return loaded.Issues.ShouldHaveSingleItem();
    }

    public FileImportRequest Request(params string[] paths) => new(paths.ToSeq(), "data.duckdb", Path);

    public string[] Entries() => [.. Directory.EnumerateFileSystemEntries(Path).Select(entry => System.IO.Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    /// <summary>Rows as text, cells divided by '|', null as ∅.</summary>
    public string[] Rows(string sql)
    {
        using var connection = new DuckDbConnection(DuckDbConnectionStringBuilder.ForReading(Database).ToString());
        connection.Open();
        using var command = connection.CreateCommand(sql);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "∅" : reader.GetString(i))));
        }

        return [.. rows];
    }

    /// <summary>The table's rows with every value as the engine writes it.</summary>
    public string[] Table(string name) => Rows($"SELECT COLUMNS(*)::VARCHAR FROM \"{name}\" ORDER BY rowid");

    public string[] Types(string name) => Rows($"SELECT column_name || ' ' || data_type FROM duckdb_columns() WHERE table_name = '{name}' ORDER BY column_index");

    public void Run(string sql, string? database = null)
    {
        using var connection = new DuckDbConnection(new DuckDbConnectionStringBuilder { DataSource = database ?? ":memory:" }.ToString());
        connection.Open();
        using var command = connection.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Dispose();
}

internal static class Remarks
{
    public static string Of(this FileLoad load, RemarkKind kind) => string.Join("\n", load.Remarks.Where(remark => remark.Kind == kind).Select(remark => remark.Message));
}
