using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>Queries: WITH, SELECT, set operations, ordering and limits.</summary>
internal sealed partial class SqlGrammar
{
    /// <summary>Whether the parenthesis at this token holds a query and not an expression or a join: (SELECT …), ((SELECT …) UNION …).</summary>
    private bool StartsQuery(int at)
    {
        var inner = at;
        while (_tokens[inner].IsSymbol("(") && inner - at <= SqlParser.MaximumDepth)
        {
            inner++;
        }

        if (inner == at || !(_tokens[inner].IsWord("SELECT") || _tokens[inner].IsWord("WITH")))
        {
            return false;
        }

        for (var open = inner - 1; open > at; open--)
        {
            var next = _tokens[Math.Min(_closing[open] + 1, _tokens.Length - 1)];
            if (IsAfterQuery(next))
            {
                return true;
            }

            if (!next.IsSymbol(")"))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAfterQuery(SqlToken token) =>
        (token.Kind == SqlTokenKind.Word && _dialect.SetOperator(SqlWords.Upper(token.Value)) is not null) || token.IsWord("ORDER") || token.IsWord("LIMIT") || token.IsWord("OFFSET") || token.IsWord("FETCH");

    private SqlQuery ParenthesisedQuery()
    {
        ExpectSymbol("(");
        return Closed(Query());
    }

    private SqlQuery Query() => Nested(() =>
    {
        Seq<SqlCommonTable> with = TakeWord("WITH") ? CommonTables() : [];
        var start = Current.Start;
        var isParenthesised = IsSymbolHere("(");
        var body = SetOperations(lowest: 0);
        Seq<SqlOrder> order = TakeWords("ORDER", "BY") ? CommaList(Order) : [];
        var (limit, offset) = Limits();
        if (with.IsEmpty && order.IsEmpty && limit is null && offset is null)
        {
            return body;
        }

        if (!body.With.IsEmpty || !body.OrderBy.IsEmpty || body.Offset is not null || (body.Limit is not null && (isParenthesised || limit is not null || offset is not null)))
        {
            throw new SqlSyntaxException("A query in parentheses that has its own WITH, ORDER BY or LIMIT cannot get another; use it as a table.", start);
        }

        return body with { With = with, OrderBy = order, Limit = limit ?? body.Limit, Offset = offset };
    });

    private Seq<SqlCommonTable> CommonTables()
    {
        if (IsWord("RECURSIVE"))
        {
            throw new SqlSyntaxException("WITH RECURSIVE is not allowed.", Current.Start);
        }

        return CommaList(() =>
        {
            var name = Name("the name of a step");
            ExpectWord("AS");
            return new SqlCommonTable(name, ParenthesisedQuery());
        });
    }

    private SqlQuery SetOperations(int lowest)
    {
        var left = Term();
        (SqlSetOperator Operator, bool All)? before = null;
        while (SetOperator() is { } found && Rank(found) >= lowest)
        {
            var start = Current.Start;
            _at++;
            var all = TakeWord("ALL");
            if (before is not null && before != (found, all) && !_dialect.MixesSetOperators)
            {
                throw new SqlSyntaxException("Different set operators in a row need parentheses.", start);
            }

            before = (found, all);
            if (!all)
            {
                TakeWord("DISTINCT");
            }

            left = new SqlSetOperation(found, all, left, SetOperations(Rank(found) + 1));
        }

        return left;
    }

    private int Rank(SqlSetOperator found) => found == SqlSetOperator.Intersect && !_dialect.SetOperatorsAreEqual ? 1 : 0;

    private SqlSetOperator? SetOperator() => Current.Kind == SqlTokenKind.Word ? _dialect.SetOperator(SqlWords.Upper(Current.Value)) : null;

    private SqlQuery Term()
    {
        if (IsSymbolHere("("))
        {
            return ParenthesisedQuery();
        }

        if (!TakeWord("SELECT"))
        {
            throw Unexpected("SELECT");
        }

        return Select();
    }

    private SqlSelect Select()
    {
        var distinct = TakeWord("DISTINCT");
        if (!distinct)
        {
            TakeWord("ALL");
        }

        long? top = null;
        if (_dialect.LimitStyle == SqlLimitStyle.Top && IsWord("TOP") && Following.IsSymbol("("))
        {
            _at += 2;
            top = Closed(WholeNumber());
        }
        else if (_dialect.LimitStyle == SqlLimitStyle.Top && IsWord("TOP") && Following.Kind == SqlTokenKind.Number)
        {
            _at++;
            top = WholeNumber();
        }

        var items = CommaList(SelectItem);
        var from = TakeWord("FROM") ? From() : null;
        var where = TakeWord("WHERE") ? Expression() : null;
        Seq<SqlExpression> groupBy = TakeWords("GROUP", "BY") ? CommaList(() => Expression()) : [];
        var having = TakeWord("HAVING") ? Expression() : null;
        var qualify = _dialect.HasQualify && TakeWord("QUALIFY") ? Expression() : null;
        return new SqlSelect(items, from) { Distinct = distinct, Where = where, GroupBy = groupBy, Having = having, Qualify = qualify, Limit = top };
    }

    private SqlSelectItem SelectItem()
    {
        if (TakeSymbol("*"))
        {
            return new SqlSelectItem(new SqlStar());
        }

        if (IsName(Current) && Following.IsSymbol(".") && _tokens[Math.Min(_at + 2, _tokens.Length - 1)].IsSymbol("*"))
        {
            var table = TakeName();
            _at += 2;
            return new SqlSelectItem(new SqlStar(table));
        }

        var start = Current.Start;
        var expression = Expression();
        if (!_dialect.HasBooleans && expression is SqlBinary { Operator: >= SqlBinaryOperator.Equal and <= SqlBinaryOperator.GreaterOrEqual })
        {
            throw new SqlSyntaxException("A comparison is not a value here, and x = y would name y as x; write CASE WHEN … THEN 1 ELSE 0 END.", start);
        }

        return new SqlSelectItem(expression, Alias("the name of a column"));
    }

    private string? Alias(string expected)
    {
        if (TakeWord("AS"))
        {
            return Name(expected);
        }

        return IsName(Current) ? TakeName() : null;
    }

    private SqlOrder Order()
    {
        var expression = Expression();
        var descending = TakeWord("DESC");
        if (!descending)
        {
            TakeWord("ASC");
        }

        if (_dialect.HasNullOrder && TakeWords("NULLS", "FIRST"))
        {
            return new SqlOrder(expression, descending, SqlNullOrder.First);
        }

        return new SqlOrder(expression, descending, _dialect.HasNullOrder && TakeWords("NULLS", "LAST") ? SqlNullOrder.Last : _dialect.DefaultNulls(descending));
    }

    private (long? Limit, long? Offset) Limits()
    {
        long? limit = null;
        long? offset = null;
        if (_dialect.LimitStyle == SqlLimitStyle.Limit && TakeWord("LIMIT"))
        {
            limit = WholeNumber();
            if (_dialect.ReadsLimitPairs && TakeSymbol(","))
            {
                return (WholeNumber(), limit);
            }
        }

        if (TakeWord("OFFSET"))
        {
            offset = WholeNumber();
            if (!TakeWord("ROWS"))
            {
                TakeWord("ROW");
            }
        }

        if (limit is null && TakeWord("FETCH"))
        {
            if (!TakeWord("FIRST"))
            {
                ExpectWord("NEXT");
            }

            limit = WholeNumber();
            if (!TakeWord("ROWS"))
            {
                ExpectWord("ROW");
            }

            ExpectWord("ONLY");
        }

        return (limit, offset);
    }
}
