namespace BiAssistant.DuckDb.Native;

/// <summary>The one table of databases that this process holds open, by file.</summary>
/// <remarks>The only static state that changes here, because the rule it keeps is the process's own: the engine lets a process open a
/// file once, so every connection to that file must find the same handle, whoever asks. The last connection closes it.</remarks>
internal static class OpenDatabases
{
    private const string InMemory = ":memory:";
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, DatabaseHandle> Databases = new(StringComparer.Ordinal);

    public static (string Key, nint Connection) Connect(string source, IReadOnlyDictionary<string, string> settings)
    {
        var key = KeyOf(source);
        lock (Gate)
        {
            if (Databases.TryGetValue(key, out var database))
            {
                database.Agree(source, settings);
            }
            else
            {
                // Only a named in-memory database is shared, and the sharing is ours: the engine would add nothing by the name.
                database = DatabaseHandle.Open(source.StartsWith(InMemory, StringComparison.Ordinal) ? InMemory : source, settings);
            }

            try
            {
                var connection = database.Connect();
                database.Connections++;
                Databases[key] = database;
                return (key, connection);
            }
            catch when (database.Connections == 0)
            {
                database.Close();
                throw;
            }
        }
    }

    public static void Disconnect(string key, ref nint connection)
    {
        lock (Gate)
        {
            DuckDbNative.duckdb_disconnect(ref connection);
            var database = Databases[key];
            if (--database.Connections == 0)
            {
                Databases.Remove(key);
                database.Close();
            }
        }
    }

    /// <summary>":memory:" is private to its connection, ":memory:name" is shared by name, a file by its full path behind any link.</summary>
    internal static string KeyOf(string source)
    {
        if (source == InMemory)
        {
            return InMemory + Guid.NewGuid().ToString("N");
        }

        if (source.StartsWith(InMemory, StringComparison.Ordinal))
        {
            return source;
        }

        var path = Path.GetFullPath(source);
        return File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
    }
}
