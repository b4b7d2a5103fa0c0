using System.Globalization;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>FROM: tables, derived tables and joins.</summary>
internal sealed partial class SqlGrammar
{
    /// <summary>FROM; the table of one row, where an engine wants one, is no table.</summary>
    private SqlRelation? From()
    {
        if (_dialect.OneRowTable is not { } one || !IsWord(one) || IsName(Following) || Following.IsSymbol(".") || Following.IsSymbol(",") || StartsJoin(Following))
        {
            return Relations();
        }

        _at++;
        return null;
    }

    private static bool StartsJoin(SqlToken token) =>
        token.IsWord("JOIN") || token.IsWord("INNER") || token.IsWord("LEFT") || token.IsWord("RIGHT") || token.IsWord("FULL") || token.IsWord("CROSS") || token.IsWord("AS");

    private SqlRelation Relations()
    {
        var left = Joins();
        while (TakeSymbol(","))
        {
            left = new SqlJoin(SqlJoinKind.Cross, left, Joins());
        }

        return left;
    }

    private SqlRelation Joins()
    {
        var left = Relation();
        while (JoinKind() is { } kind)
        {
            left = Condition(new SqlJoin(kind, left, Relation()));
        }

        return left;
    }

    private SqlJoinKind? JoinKind()
    {
        if (TakeWord("JOIN") || TakeWords("INNER", "JOIN"))
        {
            return SqlJoinKind.Inner;
        }

        if (TakeWords("CROSS", "JOIN"))
        {
            return SqlJoinKind.Cross;
        }

        SqlJoinKind? kind = IsWord("LEFT") ? SqlJoinKind.Left : IsWord("RIGHT") ? SqlJoinKind.Right : IsWord("FULL") ? SqlJoinKind.Full : null;
        if (kind is not null)
        {
            _at++;
            TakeWord("OUTER");
            ExpectWord("JOIN");
        }

        return kind;
    }

    private SqlJoin Condition(SqlJoin join)
    {
        if (join.Kind == SqlJoinKind.Cross)
        {
            return join;
        }

        if (TakeWord("ON"))
        {
            return join with { On = Expression() };
        }

        if (!TakeWord("USING"))
        {
            throw Unexpected("ON or USING");
        }

        ExpectSymbol("(");
        return join with { Using = Closed(CommaList(() => Name("the name of a column"))) };
    }

    private SqlRelation Relation() => Nested<SqlRelation>(() =>
    {
        if (StartsQuery(_at))
        {
            var (query, at) = (ParenthesisedQuery(), _at);
            return new SqlDerivedTable(query, TakeTableAs() || _dialect.NamesEveryQuery || IsName(Current) ? Name("a name for the query in FROM") : string.Create(CultureInfo.InvariantCulture, $"rows_{at}"));
        }

        if (TakeSymbol("("))
        {
            return Closed(Relations());
        }

        return Table();
    });

    private SqlTable Table()
    {
        var parts = TableName().ToList();
        while (TakeSymbol("."))
        {
            parts.AddRange(TableName());
        }

        if (parts.Count > 4 || Current.IsSymbol("("))
        {
            throw new SqlSyntaxException("Only tables and queries can stand in FROM; functions that give tables are not allowed.", Current.Start);
        }

        return new SqlTable(parts.ToSeq(), TakeTableAs() ? Name("a name for the table") : IsName(Current) ? TakeName() : null);
    }

    private string[] TableName()
    {
        var name = Name("the name of a table");
        return _dialect.QuotesWholePaths ? name.Split('.') : [name];
    }

    private bool TakeTableAs() => _dialect.TableAs.Length > 1 && TakeWord("AS");
}
