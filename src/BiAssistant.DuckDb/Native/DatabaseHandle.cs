using System.Globalization;

namespace BiAssistant.DuckDb.Native;

/// <summary>One open database of this process with the settings it was opened under, and how many connections hold it open.</summary>
internal sealed class DatabaseHandle(nint handle, IReadOnlyDictionary<string, string> settings)
{
    /// <summary>
    /// Off where nobody says otherwise: DuckDB 1.5 computes once what two parts of a query have in common, and may leave out of it a column that only one of them reads, which is empty then;
    /// and it makes columns smaller on their way into groups, but may look for the larger ones in a condition above several joins, and fails.
    /// </summary>
    private static readonly KeyValuePair<string, string> WithoutLostColumns = new("disabled_optimizers", "common_subplan,compressed_materialization");

    private nint handle = handle;

    public int Connections { get; set; }

    public IReadOnlyDictionary<string, string> Settings { get; } = settings;

    public static DatabaseHandle Open(string source, IReadOnlyDictionary<string, string> settings)
    {
        if (DuckDbNative.duckdb_create_config(out var config) != 0)
        {
            throw new DuckDbException("The engine could not make a configuration.", DuckDbErrorKind.OutOfMemory);
        }

        try
        {
            // Where what is outside is closed, the engine no longer takes the places of its own files.
            IEnumerable<KeyValuePair<string, string>> all = settings.ContainsKey(WithoutLostColumns.Key) ? settings : settings.Prepend(WithoutLostColumns);
            foreach (var (name, option) in all.Where(setting => !IsSetAfterwards(setting.Key)).OrderBy(setting => Closes(setting.Key)))
            {
                if (DuckDbNative.duckdb_set_config(config, name, option) != 0)
                {
                    throw new DuckDbException($"The setting '{name}' with the value '{option}' is not one that the engine knows.", DuckDbErrorKind.Settings);
                }
            }

            return DuckDbNative.duckdb_open_ext(source, out var handle, config, out var error) == 0
                ? Set(new DatabaseHandle(handle, settings))
                : throw new DuckDbException(NativeText.Owned(error));
        }
        finally
        {
            DuckDbNative.duckdb_destroy_config(ref config);
        }
    }

    private static DatabaseHandle Set(DatabaseHandle database)
    {
        try
        {
            foreach (var (name, option) in database.Settings.Where(setting => IsSetAfterwards(setting.Key)).OrderBy(setting => Closes(setting.Key)))
            {
                database.Set(name, option);
            }

            return database;
        }
        catch
        {
            database.Close();
            throw;
        }
    }

    private void Set(string name, string option)
    {
        var connection = Connect();
        try
        {
            var failed = DuckDbNative.duckdb_query(connection, $"SET GLOBAL {name} = '{option.Replace("'", "''", StringComparison.Ordinal)}'", out var result) != 0;
            DuckDbNative.duckdb_destroy_result(ref result);
            if (failed)
            {
                throw new DuckDbException($"The setting '{name}' with the value '{option}' is not one that the engine knows.", DuckDbErrorKind.Settings);
            }
        }
        finally
        {
            DuckDbNative.duckdb_disconnect(ref connection);
        }
    }

    public nint Connect() => DuckDbNative.duckdb_connect(handle, out var connection) == 0
        ? connection
        : throw new DuckDbException("The engine gave no connection to the open database.", DuckDbErrorKind.Connection);

    public void Close() => DuckDbNative.duckdb_close(ref handle);

    /// <summary>Two ways to open the same file must agree in every setting, for the first one holds for all.</summary>
    public void Agree(string source, IReadOnlyDictionary<string, string> wanted)
    {
        foreach (var name in Settings.Keys.Union(wanted.Keys).Order(StringComparer.Ordinal))
        {
            var (open, asked) = (Settings.GetValueOrDefault(name, "unset"), wanted.GetValueOrDefault(name, "unset"));
            if (!string.Equals(open, asked, StringComparison.OrdinalIgnoreCase))
            {
                throw new DuckDbException(string.Create(CultureInfo.InvariantCulture,
                    $"'{source}' is already open in this process with {name} = {open}, and was now asked for with {name} = {asked}. A file has one set of settings while it is open: use the same ones or close it first."),
                    DuckDbErrorKind.Connection);
            }
        }
    }

    private static bool Closes(string setting) => setting is "enable_external_access" or "lock_configuration";

    /// <summary>Said while it opens, the bound of temporary files is told by DuckDB 1.5 but not kept; and after the lock nothing can be set.</summary>
    private static bool IsSetAfterwards(string setting) => setting is "max_temp_directory_size" or "lock_configuration";
}
