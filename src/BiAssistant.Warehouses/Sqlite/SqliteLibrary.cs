using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>The SQLite library of the system, newer than the one that comes with the driver; used before the first connection.</summary>
public static class SqliteLibrary
{
    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>Makes the library ready and gives its version, such as 3.40.1. May be called any number of times.</summary>
    public static string Use() => Loaded.Value;

    private static string Load()
    {
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += static (_, name) => name == "e_sqlite3" ? Find() : 0;
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return raw.sqlite3_libversion().utf8_to_string();
    }

    private static nint Find()
    {
        foreach (var candidate in (ReadOnlySpan<string>)["libsqlite3.so.0", "libsqlite3.dylib", "sqlite3", "winsqlite3"])
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }
}
