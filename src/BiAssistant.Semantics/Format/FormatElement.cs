using BiAssistant.Sql;

namespace BiAssistant.Semantics.Format;

/// <summary>What a change under a key is a change of.</summary>
public enum KeyRole
{
    /// <summary>Of the numbers, of what they stand for or of who sees them.</summary>
    Meaning,

    /// <summary>Of the words that people say and read.</summary>
    Wording,

    /// <summary>Of what is noted about the element.</summary>
    Record,
}

/// <summary>A key of the catalog format.</summary>
internal sealed record FormatKey(string Name, FormatShape Shape, string Description)
{
    public bool IsRequired { get; init; }

    /// <summary>The key that may stand instead of a required one; null where none may.</summary>
    public string? Unless { get; init; }

    public KeyRole Role { get; init; }
}

/// <summary>Something that the catalog format describes by keys.</summary>
/// <param name="Name">Its name in the JSON schema, such as <c>Field</c>.</param>
/// <param name="Description">What it is.</param>
/// <param name="Keys">The keys that it may have.</param>
internal sealed record FormatElement(string Name, string Description, Seq<FormatKey> Keys)
{
    /// <summary>Other keys may stand in it too.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Where keys depend on <c>type</c>: the types, the first being the one that is meant when none is given.</summary>
    public Seq<FormatElement> Types { get; init; }

    public FormatKey? Find(string key) => Keys.Concat(Types.SelectMany(t => t.Keys)).FirstOrDefault(k => k.Name == key);
}
