using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// A query whose every name has become an object: sources with chosen paths, access filters in place, formulas over those sources. Nothing after this
/// looks anything up by name or searches for a way.
/// </summary>
/// <param name="Query">The canonical query.</param>
/// <param name="Groups">Output columns that rows are told apart by, in output order; a <see cref="GroupRole.Key"/> column follows the label it belongs to.</param>
/// <param name="Sources">The distinct sets of rows that aggregates are computed from.</param>
/// <param name="Measures">Output columns with numbers, in output order.</param>
/// <param name="Having">Over output names of measures (columns without a table); null when all groups stay.</param>
/// <param name="OrderBy">The complete final order, by output name.</param>
/// <param name="Top">How many rows; null means all.</param>
/// <param name="Facts">What the reading and the receipt have to say about the choices made here.</param>
public sealed record BoundQuery(
    SemanticQuery Query,
    Seq<BoundGroup> Groups,
    Seq<BoundSource> Sources,
    Seq<BoundMeasure> Measures,
    SqlExpression? Having,
    Seq<BoundOrder> OrderBy,
    Top? Top,
    BindingFacts Facts)
{
    /// <summary>Numbers that conditions look at and the answer does not show.</summary>
    public Seq<BoundMeasure> Hidden { get; init; }

    /// <summary>The query whose rows this one's numbers and groups are taken from; null where they come from its own sources.</summary>
    public BoundQuery? Inner { get; init; }

    /// <summary>Queries of one number each that measures look at.</summary>
    public Seq<BoundQuery> Nested { get; init; }

    /// <summary>Of an inner query's rows, one expression a column of <see cref="Groups"/>, over its output columns.</summary>
    public Seq<SqlExpression> InnerGroups { get; init; }

    /// <summary>The periods that it is broken down by; null where there are none, or where they are whatever its rows say.</summary>
    public BoundPeriods? Periods { get; init; }

    /// <summary>Its own sources and those of every query within it.</summary>
    public IEnumerable<BoundSource> AllSources => Sources
        .Concat(Sources.SelectMany(s => s.Joins.Queries).Concat(Nested).Concat(Inner is null ? [] : [Inner]).SelectMany(q => q.AllSources));

    /// <summary>Every number that is computed, shown or not.</summary>
    public Seq<BoundMeasure> Computed => Measures.AddRange(Hidden);
}

/// <summary>A table of a warehouse and the columns of it that a source may touch.</summary>
public sealed record BoundRead(string Warehouse, AllowedTable Table);

/// <summary>What a group column is for.</summary>
public enum GroupRole
{
    /// <summary>A value to show.</summary>
    Value,

    /// <summary>The start of a period.</summary>
    Time,

    /// <summary>The key behind the label before it; shown only where labels repeat.</summary>
    Key,
}

/// <summary>A group column of the answer.</summary>
/// <param name="Name">Column name in SQL and JSON; unique in the query.</param>
/// <param name="Field">The field whose values it holds; null for periods of each measure's own clock.</param>
/// <param name="Grain">The grain of periods; null for values.</param>
public sealed record BoundGroup(string Name, LocalText Label, SqlType Type, GroupRole Role, Field? Field, TimeGrain? Grain)
{
    /// <summary>The ranges of numbers that its values stand for; null where they stand for themselves.</summary>
    public BoundRanges? Ranges { get; init; }

    /// <summary>It tells rows apart, but the asker may not see it.</summary>
    public bool Masked { get; init; }
}

/// <summary>Ranges of numbers, and whether the numbers are whole ones.</summary>
public sealed record BoundRanges(Buckets Buckets, bool Whole)
{
    /// <summary>Null where there are no ranges.</summary>
    public static BoundRanges? Of(Buckets? buckets, SqlType number) => buckets is null ? null : new(buckets, number.Kind is SqlTypeKind.Integer or SqlTypeKind.BigInteger);
}

/// <summary>A number of the answer.</summary>
/// <param name="Name">Column name in SQL and JSON; unique in the query.</param>
/// <param name="Formula">Over <see cref="SourceAggregate"/>s.</param>
/// <param name="Unit">What it is counted in: a currency code, <c>percent</c>, <c>ratio</c>, a duration, or what is counted; empty when unknown.</param>
/// <param name="Metric">The registry's metric; null for an ad-hoc measure.</param>
/// <param name="Additive">Parts add up to the whole.</param>
public sealed record BoundMeasure(string Name, LocalText Label, Formula Formula, SqlType Type, LocalText Unit, ValueFormat Format, Metric? Metric, bool Additive)
{
    /// <summary>How its numbers are shown, where the catalog says it by a pattern; null where it does not.</summary>
    public string? FormatPattern { get; init; }
}

/// <summary>One term of the final order, by output name; nulls last.</summary>
public sealed record BoundOrder(string Name, bool Descending);

/// <summary>What binding decided that a person should be told.</summary>
/// <param name="Period">The period applied; null when all data counts.</param>
/// <param name="PeriodFields">The clocks that the period was applied to.</param>
/// <param name="Incomplete">The period runs to now and is not over.</param>
/// <param name="DefaultFilters">Names of the metrics and datasets whose own filters were applied.</param>
/// <param name="Assumptions">Sentences that definitions ask to be said.</param>
/// <param name="Notes">Warnings, such as a metric that is a draft.</param>
/// <param name="Metrics">Every metric that the answer rests on, parts included.</param>
/// <param name="Elements">Ids of the datasets, fields, relationships and metrics that the query touches, sorted: the catalog part of the cache key.</param>
public sealed record BindingFacts(
    AbsolutePeriod? Period,
    Seq<Field> PeriodFields,
    bool Incomplete,
    Seq<string> DefaultFilters,
    Seq<LocalText> Assumptions,
    Seq<Issue> Notes,
    Seq<Metric> Metrics,
    Seq<string> Elements)
{
    /// <summary>The query depends on when its data begins, which nobody has said: it can be judged, but not computed.</summary>
    public bool NeedsExtents { get; init; }
}
