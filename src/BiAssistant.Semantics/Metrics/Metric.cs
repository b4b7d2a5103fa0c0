using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Metrics;

/// <summary>How far a definition has been agreed.</summary>
public enum MetricStatus
{
    NotCertified,
    Draft,
    Certified,
    Deprecated,
}

/// <summary>Which direction is good news.</summary>
public enum GoodDirection
{
    Unknown,
    Up,
    Down,
}

/// <summary>What a missing part means in + and −.</summary>
public enum MissingPart
{
    /// <summary>A missing sum or count is zero.</summary>
    Zero,

    /// <summary>A missing part leaves the result empty.</summary>
    Unknown,
}

/// <summary>One entry of a metric's written history.</summary>
public sealed record MetricChange(int Version, DateOnly? Date, string? By, string? Why);

/// <summary>What a number means. A kind of metric is a subclass: it reads its own keys, checks itself and expands into the formula algebra.</summary>
public abstract class Metric
{
    private protected Metric()
    {
    }

    /// <summary>Reads the keys that every type has.</summary>
    [SetsRequiredMembers]
    private protected Metric(KeyReader keys)
    {
        Name = keys.Text("name") ?? "";
        AiContext = keys.AiContext();
        CustomExtensions = keys.CustomExtensions();
        Label = keys.Words("label");
        Synonyms = keys.Synonyms(AiContext);
        Description = keys.Words("description");
        Owner = keys.Text("owner");
        Status = MetricKeys.Status(keys);
        ReplacedBy = keys.Text("replaced_by");
        Assumption = keys.Words("assumption");
        Timeless = keys.Flag("timeless");
        Unit = keys.Words("unit");
        UnitField = keys.Text("unit_field");
        (Format, FormatPattern) = FormatReader.Read(keys);
        Good = keys.Choice("good", [("up", GoodDirection.Up), ("down", GoodDirection.Down)], GoodDirection.Unknown);
        Adjectives = keys.Adjectives();
        DefaultBy = keys.Texts("default_by");
        DefaultPeriod = keys.Text("default_period");
        FilterText = keys.Text("filter");
        TimeName = keys.Text("time");
        Missing = keys.Choice("missing", [("zero", MissingPart.Zero), ("unknown", MissingPart.Unknown)], MissingPart.Zero);
        Target = keys.Text("target");
        Outliers = MetricKeys.Outliers(keys);
        IndexTo = keys.Text("index_to");
        Access = keys.Texts("access");
        Changes = MetricKeys.Changes(keys);
        DatatypeReader.Read(keys);
    }

    public required string Name { get; init; }

    /// <summary>The type's name in YAML, such as <c>ratio</c>.</summary>
    public abstract string TypeName { get; }

    public LocalText Label { get; init; } = LocalText.Empty;

    public LocalText Synonyms { get; init; } = LocalText.Empty;

    public LocalText Description { get; init; } = LocalText.Empty;

    public string? Owner { get; init; }

    public MetricStatus Status { get; init; }

    public string? ReplacedBy { get; init; }

    /// <summary>Reaches every answer.</summary>
    public LocalText Assumption { get; init; } = LocalText.Empty;

    public bool Timeless { get; init; }

    /// <summary>Declared, else inferred at load (a currency of summed fields, <c>percent</c>, what is counted); empty when neither can tell.</summary>
    public LocalText Unit { get; internal set; } = LocalText.Empty;

    public string? UnitField { get; init; }

    public ValueFormat Format { get; private set; }

    public string? FormatPattern { get; private set; }

    public GoodDirection Good { get; private set; }

    public AdjectiveWords Adjectives { get; init; } = AdjectiveWords.None;

    /// <summary>Fields (names) that the metric is broken down by when nothing is said.</summary>
    public Seq<string> DefaultBy { get => ResolvedDefaultBy ?? field; init; }

    /// <summary>Text of the period that applies when none is said; null means all data.</summary>
    public string? DefaultPeriod { get; init; }

    /// <summary>The condition as it was written; null when there is none. It is part of <see cref="Formula"/>.</summary>
    public string? FilterText { get; internal set; }

    /// <summary>Name of the clock as it was written; null means the default time of what is aggregated.</summary>
    public string? TimeName { get; internal set; }

    public MissingPart Missing { get; internal set; }

    /// <summary>A metric's name or a number that it is compared with; null when there is none.</summary>
    public string? Target { get; internal set; }

    /// <summary>How far-off values are found and what is done with them; null when they count like any other.</summary>
    public UsualRows? Outliers { get; internal set; }

    /// <summary>Text of the period that counts as 100; null when there is none.</summary>
    public string? IndexTo { get; internal set; }

    public AiContext? AiContext { get; internal set; }

    public Seq<CustomExtension> CustomExtensions { get; internal set; }

    /// <summary>Roles that may see it; empty means all.</summary>
    public Seq<string> Access { get; init; }

    /// <summary>Newest first.</summary>
    public Seq<MetricChange> Changes { get; init; }

    /// <summary>Newest number in <see cref="Changes"/>; 1 when none is written.</summary>
    public int Version => Changes.IsEmpty ? 1 : Changes.Max(c => c.Version);

    /// <summary><see cref="DefaultBy"/> by the names under which the catalog finds the fields.</summary>
    internal Seq<string>? ResolvedDefaultBy { get; set; }

    /// <summary>Hash of the canonical content of this metric and of everything it is made of.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>What the metric computes, before binding.</summary>
    public Formula Formula { get; internal set; } = null!;

    /// <summary>Why it cannot be computed yet, worded for a person; null when it can.</summary>
    public string? Unsupported { get; internal set; }

    /// <summary>Names of the metrics that it is made of, one level down.</summary>
    public virtual Seq<string> PartNames => [];

    /// <summary>The definition as people wrote it, for display: an expression or a sentence such as <c>revenue / orders</c>.</summary>
    public abstract string Definition { get; }

    /// <summary>Parts add up to the whole: a sum or count without division.</summary>
    public bool Additive { get; internal set; }

    /// <summary>A count, or sums, differences and products of counts: never empty where there are rows, and zero where there are none.</summary>
    internal bool Counts => IsZeroWhenMissing && (IsOfCounts || Formula is AggregateFormula { Call.Name: "COUNT" });

    /// <summary>It is computed from counts alone.</summary>
    internal bool IsOfCounts { get; set; }

    /// <summary>Sums and differences of numbers that are zero where there are none of them, distinct counts among them; products of counts.</summary>
    internal bool AddsZeros { get; set; }

    /// <summary>A growth or an attainment is shown in percent unless the metric says another format.</summary>
    private protected void IsPercent() => Format = Format == ValueFormat.None && FormatPattern is null ? ValueFormat.Percent : Format;

    /// <summary>A sum or a count, which is zero where there is none in additions and subtractions; a balance that was not taken is not.</summary>
    internal virtual bool IsZeroWhenMissing =>
        this is { Missing: MissingPart.Zero, IndexTo: null } && (Additive || AddsZeros || Formula is AggregateFormula { ZeroWhenMissing: true, Selection: null or UsualRows });

    /// <summary>Name of the metric that this one is another view of, so that it is counted, shown and judged alike unless it says otherwise; null when it is none.</summary>
    internal virtual string? ViewOf => null;

    /// <summary>What is not said here is as in the metric that this one is a view of.</summary>
    internal void Inherit(Metric original)
    {
        Unit = Unit.IsEmpty ? original.Unit : Unit;
        (Format, FormatPattern) = Format == ValueFormat.None && FormatPattern is null ? (original.Format, original.FormatPattern) : (Format, FormatPattern);
        Good = Good == GoodDirection.Unknown ? original.Good : Good;
    }

    /// <summary>One number of a kind divided by another of that kind, whatever they are counted in, unless the metric says a unit.</summary>
    private protected void IsRatio() =>
        Unit = !Unit.IsEmpty ? Unit : Format == ValueFormat.Percent ? MetricUnits.Percent : MetricUnits.Ratio;

    /// <summary>The same metric for another catalog, as it was read.</summary>
    internal Metric Copy() => (Metric)MemberwiseClone();

    /// <summary>What it computes, from its parts' formulas; null when that cannot be said, after the reason was reported or set.</summary>
    internal abstract Formula? Expand(MetricScope scope);
}
