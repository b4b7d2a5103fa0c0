using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Access;

/// <summary>Rows that a role may see: a predicate over the dataset's fields and the user's attributes (<c>user.NAME</c>).</summary>
public sealed record RowRule(string Role, SqlExpression Filter);
