using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>After binding: one aggregate call over the rows of the inner query; its columns, without a table, are that query's output columns.</summary>
/// <param name="GroupedBy">The output columns of the outer query that it is told apart by: all, or fewer where it covers several groups.</param>
public sealed record InnerAggregate(SqlAggregate Call, Seq<string> GroupedBy) : Formula;

/// <summary>After binding: the one number of a nested query, by its place among the bound query's nested ones.</summary>
public sealed record NestedNumber(int Query) : Formula;
