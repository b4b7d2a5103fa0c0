using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Takes one dialect's own SQL to the portable tree, and from there to any other dialect; what has no equal there is an issue, never a guess.</summary>
public static class SqlTranslator
{
    /// <summary>The portable tree that means what this text says in its dialect.</summary>
    public static Outcome<SqlQuery> ReadQuery(string text, SqlDialect from) => Then(SqlParser.ParseQuery(text, from), native => ToPortable(native, from));

    /// <inheritdoc cref="ReadQuery"/>
    public static Outcome<SqlExpression> ReadExpression(string text, SqlDialect from) => Then(SqlParser.ParseExpression(text, from), native => ToPortable(native, from));

    /// <summary>The portable tree for one that was read from the dialect's own text.</summary>
    public static Outcome<SqlQuery> ToPortable(SqlQuery native, SqlDialect from) => ToPortable(native, from, (raising, query) => raising.Query(query));

    /// <inheritdoc cref="ToPortable(SqlQuery, SqlDialect)"/>
    public static Outcome<SqlExpression> ToPortable(SqlExpression native, SqlDialect from) => ToPortable(native, from, (raising, expression) => raising.Raise(expression));

    /// <summary>The text of one dialect in another.</summary>
    public static Outcome<CompiledSql> Translate(string text, SqlDialect from, SqlDialect to) => Then(ReadQuery(text, from), portable => SqlWriter.WriteOpen(portable, to));

    private static Outcome<T> ToPortable<T>(T native, SqlDialect from, Func<SqlRaising, T, T> raise)
        where T : SqlNode
    {
        ArgumentNullException.ThrowIfNull(from);
        if (SqlExactNames.Problem(native, from) is { } problem)
        {
            return Outcome<T>.Failed(problem);
        }

        var raising = from.Raising();
        var portable = raise(raising, (T)Ordered(native, from));
        return raising.Issues.IsEmpty ? Outcome<T>.Of((T)SqlPortableNames.Of(portable, from)) : Outcome<T>.Failed(raising.Issues);
    }

    private static SqlNode Ordered(SqlNode native, SqlDialect from) => from.HasNullOrder ? native : SqlNullOrders.WithoutKeys(native);

    private static Outcome<TNext> Then<T, TNext>(Outcome<T> outcome, Func<T, Outcome<TNext>> next)
        where T : class
        where TNext : class => outcome.Value is { } value ? next(value) : Outcome<TNext>.Failed(outcome.Issues);
}
