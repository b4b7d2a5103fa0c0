using System.Text.RegularExpressions;

namespace BiAssistant.Sql.Schemas;

/// <summary>Which tables of a database are read.</summary>
/// <param name="Schemas">Schemas by name; none means all but the engine's own.</param>
/// <param name="Tables">Patterns with <c>*</c> and <c>?</c>, held against the table's name alone and after its schema; none means all.</param>
public sealed record SchemaScope(Seq<string> Schemas, Seq<string> Tables)
{
    public static readonly SchemaScope All = new([], []);

    /// <summary>Tables and views that are read at once; a database with more needs a scope.</summary>
    public const int MostTables = 5_000;

    /// <summary>Columns that are read at once.</summary>
    public const int MostColumns = 100_000;

    /// <summary>Whether a table is within the scope; the case of names does not matter.</summary>
    public bool Holds(string? schema, string table) =>
        (Schemas.IsEmpty || (schema is not null && Schemas.Contains(schema, StringComparer.OrdinalIgnoreCase)))
        && (Tables.IsEmpty || Tables.Any(pattern => Matches(pattern, table) || (schema is not null && Matches(pattern, $"{schema}.{table}"))));

    private static bool Matches(string pattern, string name) => Regex.IsMatch(
        name,
        $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
}
