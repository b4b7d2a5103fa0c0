using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>A driver was found and cannot be used; says why.</summary>
internal sealed class DriverUnfit(DriverName driver, string message, Exception? inner = null) : Exception(message, inner)
{
    public DriverName Driver => driver;
}

/// <summary>Finds drivers by name: among the program's own assemblies, else as a file that somebody dropped beside the program.</summary>
internal static class DriverFactories
{
    /// <summary>Names the folder of dropped drivers; without it that is <c>drivers</c> beside the program, and the program's own.</summary>
    private const string FolderVariable = "BI_ASSISTANT_DRIVERS";

    private static readonly ConcurrentDictionary<string, DriverContext> Contexts = new(StringComparer.Ordinal);

    /// <summary>Where people are told to put a driver.</summary>
    public static string Folder => Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } said ? Path.GetFullPath(said) : Path.Combine(AppContext.BaseDirectory, "drivers");

    /// <summary>Null when there is no such assembly.</summary>
    public static DbProviderFactory? Find(DriverName name) => Find(name, [Folder, AppContext.BaseDirectory]);

    public static DbProviderFactory? Find(DriverName name, IEnumerable<string> folders)
    {
        try
        {
            return Load(name, folders) is { } assembly ? Factory(name, assembly) : null;
        }
        catch (Exception error) when (error is BadImageFormatException or FileLoadException or FileNotFoundException or TypeInitializationException or TargetInvocationException)
        {
            throw new DriverUnfit(name, (error.InnerException ?? error).Message.TrimEnd('.'), error);
        }
    }

    private static Assembly? Load(DriverName name, IEnumerable<string> folders)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name.Assembly));
        }
        catch (FileNotFoundException)
        {
            var file = folders.Select(folder => Path.Combine(folder, $"{name.Assembly}.dll")).FirstOrDefault(File.Exists);
            return file is null ? null : Contexts.GetOrAdd(Path.GetDirectoryName(file) ?? "", static folder => new DriverContext(folder)).LoadFromAssemblyPath(file);
        }
    }

    private static DbProviderFactory Factory(DriverName name, Assembly assembly)
    {
        var type = assembly.GetType(name.Type) ?? throw new DriverUnfit(name, $"the assembly {name.Assembly} has no such type");
        return type.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as DbProviderFactory
            ?? throw new DriverUnfit(name, "its type is no DbProviderFactory with a field 'Instance'");
    }

    /// <summary>A folder of drivers: what the program has already is shared with it, the rest comes from the folder.</summary>
    private sealed class DriverContext(string folder) : AssemblyLoadContext($"drivers in {folder}")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            try
            {
                return Default.LoadFromAssemblyName(assemblyName);
            }
            catch (Exception error) when (error is FileNotFoundException or FileLoadException)
            {
                var file = Path.Combine(folder, $"{assemblyName.Name}.dll");
                return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
            }
        }

        protected override nint LoadUnmanagedDll(string unmanagedDllName)
        {
            string[] names = [unmanagedDllName, $"{unmanagedDllName}.dll", $"lib{unmanagedDllName}.so"];
            return names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } file ? LoadUnmanagedDllFromPath(file) : 0;
        }
    }
}
