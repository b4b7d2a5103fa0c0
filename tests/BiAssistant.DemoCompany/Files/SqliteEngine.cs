using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.Data.Sqlite;

namespace BiAssistant.DemoCompany.Files;

/// <summary>The SQLite library that the machine has, under whichever of its names.</summary>
internal static class SqliteEngine
{
    private static readonly Lazy<bool> Ready = new(Prepare);

    public static SqliteConnection Create(string path)
    {
        _ = Ready.Value;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static bool Prepare()
    {
        // Asked only where no bundled library was found, and adds to what other parts of the same process may have said.
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += static (_, name) => name == "e_sqlite3" ? Find() : 0;
        SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
        return true;
    }

    private static nint Find()
    {
        foreach (var candidate in (ReadOnlySpan<string>)["libsqlite3.so.0", "libsqlite3.dylib", "sqlite3"])
        {
            if (NativeLibrary.TryLoad(candidate, out var library))
            {
                return library;
            }
        }

        return 0;
    }
}
