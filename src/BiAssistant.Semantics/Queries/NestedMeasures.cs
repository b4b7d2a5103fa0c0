namespace BiAssistant.Semantics.Queries;

/// <summary>The one number that a query of one measure and no grouping gives.</summary>
public sealed record QueryMeasure(SemanticQuery Query) : Measure;

/// <summary>An aggregate of a column of the inner query, by output name; the argument is the fraction of a percentile.</summary>
public sealed record ColumnMeasure(AggregateFunction Function, string Column, decimal? Argument = null) : Measure;

/// <summary>How many rows the inner query gives.</summary>
public sealed record RowsMeasure : Measure;
