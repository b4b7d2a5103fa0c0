using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

/// <summary>Databases for the tests: in memory, or a file in a folder that goes when the test ends.</summary>
internal static class Database
{
    public static DuckDbConnection InMemory(string settings = "")
    {
        var connection = new DuckDbConnection($"Data Source=:memory:;{settings}");
        connection.Open();
        return connection;
    }

    public static DuckDbConnection Open(string connectionString)
    {
        var connection = new DuckDbConnection(connectionString);
        connection.Open();
        return connection;
    }

    public static void Run(this DuckDbConnection connection, string sql)
    {
        using var command = connection.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    public static object? Scalar(this DuckDbConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new DuckDbParameter(value));
        }

        return command.ExecuteScalar();
    }
}

/// <summary>A folder of its own for one test's files.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("duckdb-test-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
