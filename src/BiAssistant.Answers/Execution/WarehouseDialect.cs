using BiAssistant.Sql.Dialects;

namespace BiAssistant.Answers.Execution;

/// <summary>A warehouse's name and the dialect that it speaks.</summary>
public sealed record WarehouseDialect(string Name, SqlDialect Dialect);
