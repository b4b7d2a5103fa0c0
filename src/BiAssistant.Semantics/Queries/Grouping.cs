using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>What an answer is broken down by.</summary>
public abstract record Grouping
{
    private protected Grouping()
    {
    }
}

/// <summary>The values of a field (<c>dataset.field</c>), reached from every measure; a field that names its dataset's rows groups by their key. <c>Via</c> names the relationship where two ways differ in meaning.</summary>
public sealed record FieldGrouping(string Field, string? Via = null) : Grouping;

/// <summary>Periods of a grain; without a field, each measure goes by its own clock.</summary>
public sealed record TimeGrouping(TimeGrain Grain, string? Field = null) : Grouping;

/// <summary>Ranges of numbers; each begins with its lower bound and ends before the next.</summary>
public abstract record Buckets
{
    private protected Buckets()
    {
    }
}

/// <summary>Ranges between given bounds, open below the first and from the last: 100, 500 are three ranges.</summary>
public sealed record BucketEdges(Seq<decimal> Edges) : Buckets;

/// <summary>Ranges of one width, counted from a start.</summary>
public sealed record BucketWidth(decimal Width, decimal Start = 0) : Buckets;

/// <summary>Ranges of a number field.</summary>
public sealed record BucketGrouping(string Field, Buckets Buckets, string? Via = null) : Grouping;

/// <summary>
/// A measure of each member of an entity as a grouping ("customers by number of orders"): its values, or ranges of them. It is computed over the query's own
/// period; the canonical form says it as a <see cref="QueryGrouping"/>.
/// </summary>
public sealed record MeasureGrouping(Measure Measure, FieldGrouping Per, Buckets? Buckets = null) : Grouping;

/// <summary>A number of a nested query as a grouping of the rows that belong to its groups: its values, or ranges of them. Without a column: the query's only number.</summary>
public sealed record QueryGrouping(SemanticQuery Query, string? Column = null, Buckets? Buckets = null) : Grouping;

/// <summary>A column of the inner query, by output name: its values, or ranges of them.</summary>
public sealed record ColumnGrouping(string Column, Buckets? Buckets = null) : Grouping;
