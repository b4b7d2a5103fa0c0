namespace BiAssistant.Semantics.Queries;

/// <summary>
/// The rows of another entity that belong to the one a condition is about.
/// </summary>
/// <param name="Dataset">Whose rows.</param>
/// <param name="Where">Which of them; null means all.</param>
/// <param name="Period">When, by that dataset's own clock; null means ever. The query's period does not narrow them.</param>
/// <param name="Of">The dataset that the condition is about; null means the rows that are counted.</param>
/// <param name="Via">The relationship where two ways differ in meaning.</param>
public sealed record RelatedRows(string Dataset, Condition? Where = null, Period? Period = null, string? Of = null, string? Via = null);

/// <summary>There is such a row, or there is none: "customers without an order in 2024".</summary>
public sealed record RelatedExists(RelatedRows Rows, bool Negated = false) : Condition;

/// <summary>How many such rows there are, compared with a number: "at least 3 orders".</summary>
public sealed record RelatedCount(RelatedRows Rows, ComparisonOperator Operator, int Count) : Condition;

/// <summary>There is such a row for every value of a field (of those that <c>Among</c> leaves): "present in every country of Europe".</summary>
public sealed record RelatedEvery(RelatedRows Rows, string Field, Condition? Among = null, bool Negated = false) : Condition;
