using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>The value of one parameter of a text.</summary>
public sealed record SqlArgument(string Name, SqlLiteral Value);

/// <summary>A text in one dialect with its parameters, and the tree it was written from (already in the dialect's own constructs); not yet fit to run.</summary>
public sealed record CompiledSql(SqlDialect Dialect, string Text, Seq<SqlArgument> Arguments, SqlQuery Tree);
