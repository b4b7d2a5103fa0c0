using System.Collections.Frozen;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>A table or query of one warehouse and what its rows are.</summary>
public sealed class Dataset
{
    private Dictionary<string, Field>? _byName;

    public SemanticModel Model { get; internal set; } = null!;

    public required string Name { get; init; }

    /// <summary><c>model.name</c>.</summary>
    public string Id => $"{Model.Name}.{Name}";

    /// <summary>Where rows come from: a <see cref="SqlTable"/>, or a <see cref="SqlDerivedTable"/> for a source that is a query; a subtype without one has its supertype's.</summary>
    public required SqlRelation Source { get => InheritsSource && Supertype is { } super ? super.Source : field; init; }

    /// <summary>A subtype of the same rows has its supertype's unless it says its own.</summary>
    public Seq<string> PrimaryKey { get => field.IsEmpty && SharesRows && Supertype is { } super ? super.PrimaryKey : field; init; }

    public Seq<Seq<string>> UniqueKeys { get; init; }

    public LocalText Label { get; init; } = LocalText.Empty;

    public LocalText Synonyms { get; init; } = LocalText.Empty;

    public LocalText Description { get; init; } = LocalText.Empty;

    /// <summary>What one row is, inherited where a subtype does not say; null when the catalog does not say.</summary>
    public EntityWords? Entity { get => field ?? Supertype?.Entity; init; }

    /// <summary>What one row is called is said of a supertype only, and tells this dataset from no other kind.</summary>
    public bool InheritsEntity => Supertype is { Entity: { } inherited } && ReferenceEquals(Entity, inherited);

    public string? Owner { get; init; }

    /// <summary>Usable as a way and in expressions, never offered.</summary>
    public bool Hidden { get; init; }

    /// <summary>What people call a row by; null when there is none.</summary>
    public Field? NameField { get; internal set; }

    public Seq<Field> Listing { get; internal set; }

    /// <summary>The field that answers periods when nothing else is said; null when there is none.</summary>
    public Field? DefaultTime { get; internal set; }

    /// <summary>Fields that answer periods of one grain, beating <see cref="DefaultTime"/>.</summary>
    public FrozenDictionary<TimeGrain, Field> TimeByGrain { get; internal set; } = FrozenDictionary<TimeGrain, Field>.Empty;

    /// <summary>Name of the field or metric meant by "total <c>dataset</c>"; null when there is none.</summary>
    public string? DefaultMeasure { get => field ?? Supertype?.DefaultMeasure; init; }

    /// <summary>A condition over physical columns that every row meets; null when there is none.</summary>
    public SqlExpression? Filter { get; init; }

    /// <summary>Name of the dataset that this one is a kind of, as it was written; null when it is none.</summary>
    public string? SubtypeOf { get; init; }

    /// <summary>The dataset that this one is a kind of: each row of this one is a row of that one. Supertypes never lead back to where they began.</summary>
    public Dataset? Supertype { get; internal set; }

    /// <summary>The step from a row to the row of the supertype that it is; null when there is no supertype, or nothing says which row is which.</summary>
    public ToOneStep? ToSupertype { get; internal set; }

    /// <summary>What tells the rows of the supertype that are of this kind; null when this is no kind, or nothing tells.</summary>
    public KindMark? ToldBy { get; internal set; }

    /// <summary>A kind told by its filter alone: its rows are rows of the supertype's own source.</summary>
    public bool SharesRows => Supertype is { } super && (InheritsSource || Bare(Source) == Bare(super.Source));

    /// <summary>A subtype that names no source of its own.</summary>
    internal bool InheritsSource { get; init; }

    public Seq<RowRule> RowAccess { get; internal set; }

    /// <summary>Roles that may see the dataset; empty means all.</summary>
    public Seq<string> Access { get; init; }

    public Freshness? Freshness { get; internal set; }

    public Seq<DatasetCheck> Checks { get; internal set; }

    /// <summary>The fields that are written here.</summary>
    public Seq<Field> Fields { get; internal set; }

    /// <summary>Fields that follow from others: those of the supertype, those that tell kinds apart, clocks over a named way. None is written here.</summary>
    public Seq<Field> Derived
    {
        get;
        internal set => (field, _byName) = (value, null);
    }

    /// <summary>The dataset itself, its supertype, the supertype's, up to the top.</summary>
    public IEnumerable<Dataset> Lineage
    {
        get
        {
            for (var at = this; at is not null; at = at.Supertype)
            {
                yield return at;
            }
        }
    }

    /// <summary>Why nothing can be computed from it yet, as the end of a sentence; null when it can.</summary>
    public string? Unsupported { get; internal set; }

    public AiContext? AiContext { get; init; }

    public Seq<CustomExtension> CustomExtensions { get; init; }

    /// <summary>A field of its own, or one that follows from others.</summary>
    public Field? FindField(string name) => (_byName ??= Fields.Concat(Derived).ToDictionary(f => f.Name)).GetValueOrDefault(name);

    private static SqlRelation Bare(SqlRelation source) => source is SqlDerivedTable query ? query with { Alias = "" } : source;
}

/// <summary>A field of a supertype and its values in the rows that are of one kind.</summary>
public sealed record KindMark(Field Field, Seq<SqlLiteral> Values);

/// <summary>Which field tells how new the data is, and how old it may be before people are warned or refused.</summary>
public sealed record Freshness(Field? Field, TimeSpan? WarnAfter, TimeSpan? ErrorAfter);

/// <summary>A statement about a dataset's rows that is proven against the data.</summary>
public abstract record DatasetCheck
{
    private protected DatasetCheck()
    {
    }
}

/// <summary>No nulls in these fields.</summary>
public sealed record NotNullCheck(Seq<string> Fields) : DatasetCheck;

/// <summary>No two rows with equal values in these fields.</summary>
public sealed record UniqueCheck(Seq<string> Fields) : DatasetCheck;

/// <summary>Only these values in the field.</summary>
public sealed record AcceptedValuesCheck(string Field, Seq<SqlLiteral> Values) : DatasetCheck;

/// <summary>Values within the ends, which are included; a null end is open.</summary>
public sealed record RangeCheck(string Field, SqlLiteral? Min, SqlLiteral? Max) : DatasetCheck;

/// <summary>A predicate over the dataset's fields that holds for every row.</summary>
public sealed record CustomCheck(SqlExpression Predicate) : DatasetCheck;
