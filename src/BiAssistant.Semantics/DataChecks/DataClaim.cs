using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>Something that a catalog says of its data and that the data can disprove.</summary>
public abstract record DataClaim
{
    private protected DataClaim(Dataset dataset) => Dataset = dataset;

    /// <summary>The dataset whose rows can disprove it.</summary>
    public Dataset Dataset { get; }

    /// <summary>Tells claims apart within a catalog: equal for claims that the same rows would disprove.</summary>
    public abstract string Id { get; }
}

/// <summary>What makes columns a key.</summary>
public enum KeyOrigin
{
    Primary,
    Unique,

    /// <summary>A relationship points to them, so that each of its rows finds at most one.</summary>
    PointedTo,

    /// <summary>They point to another dataset one to one.</summary>
    OneToOne,
}

/// <summary>No two rows have equal values in these physical columns; those of a declared key are never empty.</summary>
public sealed record KeyClaim(Dataset Keyed, Seq<string> Columns, KeyOrigin Origin, Relationship? Way = null) : DataClaim(Keyed)
{
    public override string Id => IdOf(Keyed, Columns);

    public static string IdOf(Dataset dataset, Seq<string> columns) => $"key {dataset.Id} {string.Join(' ', columns.Order(StringComparer.Ordinal))}";
}

/// <summary>Every row finds the row that it points to.</summary>
public sealed record ParentClaim(Relationship Way) : DataClaim(Way.From)
{
    public override string Id => IdOf(Way);

    public static string IdOf(Relationship way) => $"parent {way.From.Id} {way.Name}";
}

/// <summary>Every row is pointed to.</summary>
public sealed record ChildClaim(Relationship Way) : DataClaim(Way.To)
{
    public override string Id => IdOf(Way);

    public static string IdOf(Relationship way) => $"child {way.To.Id} {way.Name}";
}

/// <summary>Exactly one relationship of a group applies to each row.</summary>
public sealed record OneOfClaim(string Group, Seq<Relationship> Ways) : DataClaim(Ways[0].From)
{
    public override string Id => $"one of {Dataset.Id} {Group}";
}

/// <summary>A check that the catalog declares; a list of fields that are never empty is one claim a field.</summary>
public sealed record RowClaim(Dataset Checked, DatasetCheck Check, int Place) : DataClaim(Checked)
{
    public override string Id => $"check {Checked.Id} {Check}";
}

/// <summary>The newest row is not older than declared.</summary>
public sealed record FreshClaim(Dataset Fresh) : DataClaim(Fresh)
{
    public override string Id => IdOf(Fresh);

    public static string IdOf(Dataset dataset) => $"fresh {dataset.Id}";
}
