using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>A part of a dbt project that has a name, and what people read of it.</summary>
internal abstract record DbtElement(string Name, TextLocation At)
{
    public string? Label { get; init; }

    public string? Description { get; init; }

    /// <summary>What its <c>meta</c> says in words that catalogs have too.</summary>
    public DbtMeta Meta { get; init; } = DbtMeta.None;
}

/// <summary>Words and an owner out of a <c>meta</c>.</summary>
internal sealed record DbtMeta(LocalText Labels, LocalText Synonyms, string? Owner)
{
    public static readonly DbtMeta None = new(LocalText.Empty, LocalText.Empty, null);
}

internal enum DbtEntityType
{
    Primary,
    Unique,
    Foreign,
    Natural,
}

/// <summary>What rows can be joined by.</summary>
/// <param name="Expression">Over the columns of the model.</param>
internal sealed record DbtEntity(string Name, DbtEntityType Type, string Expression, TextLocation At) : DbtElement(Name, At)
{
    /// <summary>At most one row of the semantic model has each of its values.</summary>
    public bool IsUnique => Type is DbtEntityType.Primary or DbtEntityType.Unique;
}

/// <summary>What rows are grouped and filtered by.</summary>
/// <param name="Expression">Over the columns of the model.</param>
internal sealed record DbtDimension(string Name, bool IsTime, string Expression, TextLocation At) : DbtElement(Name, At)
{
    /// <summary>The finest grain that a time may be asked by; null for a category, and where a project has made a grain of its own.</summary>
    public SqlTimeUnit? Grain { get; init; }

    /// <summary>It is the beginning or the end of the time in which a row holds.</summary>
    public bool IsValidity { get; init; }

    /// <summary>Rows of two models are joined only where they agree in it, if both have it.</summary>
    public bool IsPartition { get; init; }
}

/// <summary>Which of the moments of a period count.</summary>
/// <param name="Time">A time of the same semantic model.</param>
/// <param name="Per">Entities of it, of each of which the moment is found.</param>
internal sealed record DbtSnapshot(string Time, bool Last, Seq<string> Per);

/// <summary>How rows become a number.</summary>
/// <param name="Aggregation">Its name in lower case, as dbt has it; <c>avg</c> is <c>average</c>.</param>
/// <param name="Expression">Over the columns of the model; empty for a count that does not say of what.</param>
internal sealed record DbtMeasure(string Name, string Aggregation, string Expression, TextLocation At) : DbtElement(Name, At)
{
    public decimal? Percentile { get; init; }

    public bool IsDiscrete { get; init; }

    /// <summary>The time that periods apply to; null means the semantic model's.</summary>
    public string? Time { get; init; }

    public DbtSnapshot? Snapshot { get; init; }

    public bool MakesMetric { get; init; }
}

/// <summary>What dbt knows of the rows of one model.</summary>
/// <param name="Model">How it refers to the model, such as <c>ref('orders')</c>.</param>
internal sealed record DbtSemanticModel(string Name, string Model, TextLocation At) : DbtElement(Name, At)
{
    /// <summary>The model's name; null where it refers to none that can be told.</summary>
    public DbtReference? Reference { get; init; }

    /// <summary>Where the compiled manifest says that its rows are.</summary>
    public DbtPlace? Place { get; init; }

    public string? Time { get; init; }

    /// <summary>The name of the entity that one row is, where it has no key.</summary>
    public string? KeylessEntity { get; init; }

    public Seq<DbtEntity> Entities { get; init; }

    public Seq<DbtDimension> Dimensions { get; init; }

    public Seq<DbtMeasure> Measures { get; init; }

    /// <summary>What one row is; by this name others speak of its dimensions.</summary>
    public string? PrimaryEntity => Entities.FirstOrDefault(e => e.Type == DbtEntityType.Primary)?.Name ?? KeylessEntity;
}

/// <summary>A model, or a table of a source, by name.</summary>
internal sealed record DbtReference(string? Source, string Name)
{
    /// <summary>Which version of the model; null means the latest.</summary>
    public string? Version { get; init; }
}

/// <summary>A condition as it is written, with its calls of Jinja.</summary>
internal sealed record DbtFilter(string Template, TextLocation At);

/// <summary>A span of time, such as <c>7 days</c>.</summary>
internal sealed record DbtSpan(int Amount, SqlTimeUnit Unit)
{
    public override string ToString() => $"{Amount} {Unit.ToString().ToLowerInvariant()}{(Amount == 1 ? "" : "s")}";
}
