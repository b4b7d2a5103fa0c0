namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>What a part of a catalog is called: by name among its kind, or by its key, in what it belongs to.</summary>
/// <param name="Kind">What it is, such as <c>field</c>; empty for a key.</param>
internal sealed record ElementPath(ElementPath? Owner, string Kind, string Name)
{
    /// <summary>The same for the same part, whichever file it stands in.</summary>
    public string Id => $"{(Owner is null ? "" : Owner.Id + "/")}{(Kind.Length == 0 ? "" : Kind + " ")}{Name}";

    public ElementPath Key(string key) => new(this, "", key);

    public ElementPath Element(string list, string name) => new(this, KindOf(list), name);

    /// <summary>Such as "the label of the field 'amount' of the dataset 'orders'".</summary>
    public override string ToString() => $"the {(Kind.Length == 0 ? Name : $"{Kind} '{Name}'")}{(Owner is null ? "" : $" of {Owner}")}";

    /// <summary>As the beginning of a sentence.</summary>
    public string Capital => "T" + ToString()[1..];

    private static string KindOf(string list) => list switch
    {
        "datasets" => "dataset",
        "fields" => "field",
        "relationships" => "relationship",
        "metric" or "metrics" => "metric",
        "glossary" => "term",
        "families" => "family",
        "members" => "member",
        "values" => "value",
        "checks" => "check",
        "row_access" => "row rule",
        "dialects" => "dialect",
        "custom_extensions" => "extension",
        _ => $"entry of {list}",
    };
}
