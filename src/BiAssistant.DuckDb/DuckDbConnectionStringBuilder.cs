using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BiAssistant.DuckDb;

/// <summary>A connection string: <c>Data Source</c> is a file, <c>:memory:</c> or <c>:memory:name</c>; every other key is a setting of the engine.</summary>
public sealed class DuckDbConnectionStringBuilder : DbConnectionStringBuilder
{
    private const string DataSourceKey = "Data Source";

    public DuckDbConnectionStringBuilder()
    {
    }

    public DuckDbConnectionStringBuilder(string connectionString) => ConnectionString = connectionString;

    public string DataSource
    {
        get => Text(DataSourceKey) ?? ":memory:";
        set => this[DataSourceKey] = value;
    }

    /// <summary>A file that is only read can be open in several processes at once.</summary>
    public bool ReadOnly
    {
        get => string.Equals(Text("access_mode"), "READ_ONLY", StringComparison.OrdinalIgnoreCase);
        set => this["access_mode"] = value ? "READ_ONLY" : "AUTOMATIC";
    }

    /// <summary>Closes files, the network, ATTACH, COPY and extensions to SQL, and the settings behind it: nothing can be opened again from inside.</summary>
    public bool Sealed
    {
        get => Text("enable_external_access") == "false" && Text("lock_configuration") == "true";
        set
        {
            this["enable_external_access"] = value ? "false" : "true";
            this["lock_configuration"] = value ? "true" : "false";
        }
    }

    /// <summary>With its unit, for example <c>2GB</c>.</summary>
    [DisallowNull]
    public string? MemoryLimit
    {
        get => Text("memory_limit");
        set => this["memory_limit"] = value;
    }

    /// <summary>Where queries put what does not fit into their memory.</summary>
    [DisallowNull]
    public string? TemporaryFolder
    {
        get => Text("temp_directory");
        set => this["temp_directory"] = value;
    }

    /// <summary>How much may lie there at once, with its unit.</summary>
    [DisallowNull]
    public string? TemporaryLimit
    {
        get => Text("max_temp_directory_size");
        set => this["max_temp_directory_size"] = value;
    }

    [DisallowNull]
    public int? Threads
    {
        get => Text("threads") is { } threads ? int.Parse(threads, CultureInfo.InvariantCulture) : null;
        set => this["threads"] = value.Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A warehouse file that SQL can read and do nothing else with, within bounds: the usual ones, which all who open it share, or those that are given.</summary>
    public static DuckDbConnectionStringBuilder ForReading(string path, DuckDbLimits? limits = null)
    {
        var bounds = limits ?? DuckDbLimits.Default;
        return new()
        {
            DataSource = path,
            ReadOnly = true,
            Sealed = true,
            MemoryLimit = bounds.Memory,
            TemporaryFolder = DuckDbLimits.TemporaryFolder(path),
            TemporaryLimit = bounds.TemporaryFiles,
        };
    }

    /// <summary>A database in memory that holds what it is given and reads nothing else, within bounds.</summary>
    public static DuckDbConnectionStringBuilder ForMerging(DuckDbLimits limits, int threads)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return new()
        {
            Sealed = true,
            Threads = threads,
            MemoryLimit = limits.Memory,
            TemporaryFolder = DuckDbLimits.NewTemporaryFolder(),
            TemporaryLimit = limits.TemporaryFiles,
        };
    }

    internal SortedDictionary<string, string> Settings()
    {
        var settings = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string key in Keys)
        {
            if (!key.Equals(DataSourceKey, StringComparison.OrdinalIgnoreCase))
            {
                settings[key] = Text(key) ?? "";
            }
        }

        return settings;
    }

    private string? Text(string key) => TryGetValue(key, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
