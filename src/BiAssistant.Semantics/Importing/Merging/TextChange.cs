namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>One change that the source asks for in a text that a person may have edited.</summary>
/// <param name="Path">What is changed.</param>
/// <param name="Container">The list or map in which it is changed.</param>
internal abstract record TextChange(ElementPath Path, TextContainer Container)
{
    /// <summary>By which it is told from other changes, also in another run over the same texts.</summary>
    public abstract string Id { get; }
}

/// <summary>A value is what the source says now.</summary>
internal sealed record Replacement(ElementPath Path, TextContainer Container, int Index, TextNode Fresh) : TextChange(Path, Container)
{
    public override string Id => $"={Path.Id}";
}

/// <summary>Something is no longer there.</summary>
internal sealed record Removal(ElementPath Path, TextContainer Container, int Index) : TextChange(Path, Container)
{
    public override string Id => $"-{Path.Id}";
}

/// <summary>Something is new, after the entry or item of this index; -1 is before the first.</summary>
internal sealed record Insertion(Fragment Fragment, TextContainer Container, int After) : TextChange(Fragment.Path, Container)
{
    public override string Id => $"+{Path.Id}";
}

/// <summary>A list that a map has not got yet, or of which it has the key alone, with its first items.</summary>
internal sealed record ListInsertion(ElementPath Path, TextMap Map, string Key, IReadOnlyList<Fragment> Items, int After) : TextChange(Path, Map)
{
    public override string Id => $"+{Path.Id}/{Key}";
}
