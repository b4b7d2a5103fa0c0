using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BiAssistant.DemoCompany;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>The demo company at a quarter of its usual size in a folder of its own, made once for the tests of a class.</summary>
public sealed class DemoFolder : IDisposable
{
    public const int Seed = 1;
    public const int Rows = 250_000;

    public DemoFolder() => Files = DemoWarehouses.EnsureCreated(Path, Seed, Rows);

    public string Path { get; } = Directory.CreateTempSubdirectory("demo-company-").FullName;

    public DemoFiles Files { get; }

    public IReadOnlyList<object?[]> Operations(string sql) => QueryOperations(Files, sql);

    public IReadOnlyList<object?[]> Feedback(string sql) => QueryFeedback(Files, sql);

    public static IReadOnlyList<object?[]> QueryOperations(DemoFiles files, string sql)
    {
        using var connection = new DuckDbConnection(DuckDbConnectionStringBuilder.ForReading(files.Operations).ToString());
        connection.Open();
        return Read(connection, sql);
    }

    public static IReadOnlyList<object?[]> QueryFeedback(DemoFiles files, string sql)
    {
        using var connection = SqliteEngine.Create(files.Feedback);
        return Read(connection, sql);
    }

    /// <summary>A hash of every row of every table of both files.</summary>
    public static string ContentHash(DemoFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Names(QueryOperations(files, "SELECT table_name FROM information_schema.tables ORDER BY table_name")))
        {
            Add(hash, table, QueryOperations(files, $"SELECT * FROM {table} ORDER BY ALL"));
        }

        foreach (var table in Names(QueryFeedback(files, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")))
        {
            var columns = QueryFeedback(files, $"SELECT name FROM pragma_table_info('{table}')").Count;
            Add(hash, table, QueryFeedback(files, $"SELECT * FROM {table} ORDER BY {string.Join(", ", Enumerable.Range(1, columns))}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static IEnumerable<string> Names(IReadOnlyList<object?[]> rows) => rows.Select(row => row[0].ShouldBeOfType<string>());

    private static void Add(IncrementalHash hash, string table, IReadOnlyList<object?[]> rows)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(table));
        foreach (var row in rows)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', row.Select(Plain)) + "\n"));
        }
    }

    private static string Plain(object? value) => value switch
    {
        null => "\u0000",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static List<object?[]> Read(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(place => reader.IsDBNull(place) ? null : reader.GetValue(place))]);
        }

        return rows;
    }
}
