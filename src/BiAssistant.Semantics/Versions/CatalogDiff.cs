using BiAssistant.Semantics.Format;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Versions;

/// <summary>What became of an element.</summary>
public enum ChangeKind
{
    Added,
    Removed,

    /// <summary>Another name for the same content.</summary>
    Renamed,
    Changed,
}

/// <summary>What became of one key; a null side is that it was not there.</summary>
public sealed record KeyChange(string Key, KeyRole Role, string? Before, string? After);

/// <summary>What became of one element.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name, the new one where it has two.</param>
/// <param name="OldName">Its name before; null where it is the same or there was none.</param>
/// <param name="Keys">The keys that changed.</param>
public sealed record ElementChange(ChangeKind Change, ElementKind Kind, string Name, string? OldName, Seq<KeyChange> Keys)
{
    /// <summary>Metrics, terms and questions whose numbers it may change.</summary>
    public Seq<LineageNode> Affected { get; init; }

    /// <summary>Questions that name what is gone.</summary>
    public Seq<string> Broken { get; init; }

    /// <summary>What the number of its written version is, where a metric changed in meaning without a new one; null otherwise.</summary>
    public int? UnnotedVersion { get; init; }

    /// <summary>It can change a number, what it stands for or who sees it; else only words.</summary>
    public bool IsOfMeaning => Change is not ChangeKind.Changed || Keys.Any(k => k.Role == KeyRole.Meaning);
}

/// <summary>Two versions of a catalog side by side.</summary>
/// <param name="Before">The one version.</param>
/// <param name="After">The other.</param>
/// <param name="Changes">By kind and name.</param>
/// <param name="Errors">What is wrong with the second version: names that are gone and still used are among it.</param>
public sealed record CatalogDiff(string Before, string After, Seq<ElementChange> Changes, Seq<Issue> Errors)
{
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <param name="questions">Questions that were asked or saved.</param>
    public static CatalogDiff Between(CatalogSnapshot before, CatalogSnapshot after, IEnumerable<SavedQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new DiffReader(before, after, [.. questions]).Read();
    }
}
