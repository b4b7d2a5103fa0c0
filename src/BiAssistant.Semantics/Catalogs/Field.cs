using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>How numbers of a field or metric are read: the declared format.</summary>
public enum ValueFormat
{
    None,
    Number,
    Integer,
    Percent,
    Money,
    Duration,
    Date,
}

/// <summary>What "total" or a bare mention of a field means.</summary>
public enum DefaultAggregate
{
    Unspecified,
    Sum,
    Average,
    Min,
    Max,
    Count,
    Last,
    None,
}

/// <summary>A value as stored and what people call it.</summary>
public sealed record CodedValue(SqlLiteral Value, LocalText Label, LocalText Synonyms);

/// <summary>Superlative and comparative words for the high and the low end.</summary>
public sealed record AdjectiveWords(LocalText High, LocalText Low)
{
    public static readonly AdjectiveWords None = new(LocalText.Empty, LocalText.Empty);
}

/// <summary>Words that mean true and false of a flag.</summary>
public sealed record FilterWords(LocalText True, LocalText False)
{
    public static readonly FilterWords None = new(LocalText.Empty, LocalText.Empty);
}

/// <summary>A column or expression of a dataset and what it means.</summary>
public sealed class Field
{
    /// <summary>A role that nobody can have: an empty list of roles would mean everyone.</summary>
    private const string Nobody = "\0";

    public Dataset Dataset { get; internal set; } = null!;

    public required string Name { get; init; }

    /// <summary><c>model.dataset.name</c>.</summary>
    public string Id => $"{Dataset.Id}.{Name}";

    /// <summary>
    /// Over physical columns (a <see cref="SqlColumn"/> without a table) and logical fields of this dataset, other datasets or relationships
    /// (a <see cref="SqlColumn"/> with that name as its table).
    /// </summary>
    public required SqlExpression Expression { get; init; }

    /// <summary>The expression in single engines' own SQL, where it is given beside or instead of the portable one.</summary>
    public Seq<DialectText> Dialects { get; init; }

    /// <summary>Declared or inferred; unknown when neither can tell.</summary>
    public SqlType Type { get => field.Kind == SqlTypeKind.Unknown && InheritedFrom is { } origin ? origin.Type : field; internal set; } = SqlType.Unknown;

    /// <summary>Declared, of a date's or timestamp's type, or named as a clock of its dataset or of a metric.</summary>
    public bool IsTime { get => field || IsClock || (Rolled is not null && Type.IsTemporal) || InheritedFrom is { IsTime: true }; init; }

    /// <summary>A dataset or a metric goes by it.</summary>
    internal bool IsClock { get => field || InheritedFrom is { IsClock: true }; set; }

    /// <summary>The supertype's field that this one is; null for a field of its own.</summary>
    public Field? InheritedFrom { get; private init; }

    public LocalText Label { get; init; } = LocalText.Empty;

    public LocalText Synonyms { get; init; } = LocalText.Empty;

    public LocalText Description { get; init; } = LocalText.Empty;

    public bool Hidden { get; init; }

    /// <summary>Never indexed nor sent to a model; declared, or computed from a field that is.</summary>
    public bool Sensitive { get => field || !SensitiveThrough.IsEmpty; init; }

    /// <summary>The sensitive fields that this one is computed from; none when the catalog says that it does not matter.</summary>
    public Seq<Field> SensitiveThrough { get => field.IsEmpty && InheritedFrom is { } origin ? origin.SensitiveThrough : field; internal set; }

    /// <summary>Roles that see the values of a sensitive field unmasked, or any field at all; empty means everyone.</summary>
    public Seq<string> Access { get => field.IsEmpty ? AccessThrough() : field; init; }

    public Seq<CodedValue> Values { get; init; }

    /// <summary>Whether the listed values are in order, lowest first.</summary>
    public bool Ordered { get; init; }

    /// <summary>Whether values are indexed for matching; null means by the data (text with few distinct values, and name fields).</summary>
    public bool? IndexValues { get; init; }

    public LocalText NullLabel { get; init; } = LocalText.Empty;

    public Seq<SqlLiteral> NullValues { get; init; }

    public EntityWords? Entity { get; init; }

    /// <summary>Declared to gather rows of other datasets, or computed from a field that does.</summary>
    public bool Rollup { get => field || UsesRollup || InheritedFrom is { Rollup: true }; init; }

    internal bool UsesRollup { get; set; }

    /// <summary>What a declared rollup gathers; null for any other field and where it is wrong.</summary>
    public RollupExpression? Rolled { get; internal set; }

    public LocalText Unit { get; init; } = LocalText.Empty;

    public string? UnitField { get; init; }

    public ValueFormat Format { get; init; }

    /// <summary>A pattern where <see cref="Format"/> is none of the known ones; null when there is none.</summary>
    public string? FormatPattern { get; init; }

    /// <summary>What the stored number is multiplied by; null when it is stored as meant.</summary>
    public decimal? Scale { get; init; }

    public DefaultAggregate DefaultAggregate { get; init; }

    /// <summary>The field is itself a period of this grain; null when it is not.</summary>
    public TimeGrain? Grain { get; init; }

    /// <summary>The next coarser field of a drill hierarchy; null at the top.</summary>
    public Field? Parent
    {
        get => field ?? (InheritedFrom?.Parent is { } above ? (above.Dataset == InheritedFrom.Dataset ? Dataset.FindField(above.Name) : above) : null);
        internal set;
    }

    public LocalText Verbs { get; init; } = LocalText.Empty;

    public AdjectiveWords Adjectives { get; init; } = AdjectiveWords.None;

    public FilterWords FilterWords { get; init; } = FilterWords.None;

    /// <summary>Why it cannot be computed yet, as the end of a sentence; null when it can.</summary>
    public string? Unsupported { get => field ?? InheritedFrom?.Unsupported; internal set; }

    public AiContext? AiContext { get; init; }

    public Seq<CustomExtension> CustomExtensions { get; init; }

    /// <summary>The same field of rows of a subtype: it means what it means here, and is computed here.</summary>
    internal Field Of(Dataset subtype, string supertype) => new()
    {
        Dataset = subtype,
        Name = Name,
        Expression = new SqlColumn(supertype, Name),
        InheritedFrom = this,
        Type = Type,
        Label = Label,
        Synonyms = Synonyms,
        Description = Description,
        Hidden = Hidden,
        Sensitive = Sensitive,
        Access = Access,
        Values = Values,
        Ordered = Ordered,
        IndexValues = IndexValues,
        NullLabel = NullLabel,
        NullValues = NullValues,
        Entity = Entity,
        Unit = Unit,
        UnitField = UnitField,
        Format = Format,
        FormatPattern = FormatPattern,
        Scale = Scale,
        DefaultAggregate = DefaultAggregate,
        Grain = Grain,
        Verbs = Verbs,
        Adjectives = Adjectives,
        FilterWords = FilterWords,
        AiContext = AiContext,
    };

    /// <summary>Whoever sees a value sees all that it is computed from: the roles that all origins have in common.</summary>
    private Seq<string> AccessThrough()
    {
        var limited = SensitiveThrough.Select(f => f.Access).Where(a => !a.IsEmpty).ToList();
        var common = limited.Count == 0 ? [] : limited.Aggregate((left, right) => left.Intersect(right).ToSeq());
        return limited.Count > 0 && common.IsEmpty ? [Nobody] : common;
    }

    /// <summary>The same field of a dataset of another catalog.</summary>
    internal Field CopyFor(Dataset dataset)
    {
        var copy = (Field)MemberwiseClone();
        copy.Dataset = dataset;
        return copy;
    }
}
