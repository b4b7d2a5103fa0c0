using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>The grammar as recursive descent over tokens; this part holds the cursor and the bounds, the others one layer of the language each.</summary>
internal sealed partial class SqlGrammar
{
    private readonly SqlToken[] _tokens;
    private readonly SqlDialect _dialect;
    private readonly int[] _closing;
    private int _at;
    private int _depth;

    public SqlGrammar(SqlToken[] tokens, SqlDialect dialect)
    {
        _tokens = tokens;
        _dialect = dialect;
        _closing = MatchParentheses(tokens);
    }

    private SqlToken Current => _tokens[_at];

    private SqlToken Following => _tokens[Math.Min(_at + 1, _tokens.Length - 1)];

    public SqlExpression WholeExpression()
    {
        var expression = Expression();
        ExpectEnd("an operator or the end of the expression");
        return expression;
    }

    public SqlQuery WholeQuery()
    {
        var query = Query();
        TakeSymbol(";");
        ExpectEnd("the end of the query: exactly one statement is allowed");
        return query;
    }

    private static int[] MatchParentheses(SqlToken[] tokens)
    {
        var closing = new int[tokens.Length];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].IsSymbol("("))
            {
                open.Push(i);
            }
            else if (tokens[i].IsSymbol(")") && open.TryPop(out var start))
            {
                closing[start] = i;
            }
        }

        while (open.TryPop(out var unclosed))
        {
            closing[unclosed] = tokens.Length - 1;
        }

        return closing;
    }

    private void ExpectEnd(string expected)
    {
        if (Current.Kind != SqlTokenKind.End)
        {
            throw Unexpected(expected);
        }
    }

    private T Nested<T>(Func<T> read)
    {
        if (++_depth > SqlParser.MaximumDepth)
        {
            throw new SqlSyntaxException($"This SQL is nested more than {SqlParser.MaximumDepth} levels deep.", Current.Start) { Code = "sql_too_deep" };
        }

        var result = read();
        _depth--;
        return result;
    }

    private bool IsWord(string word) => Current.IsWord(word);

    private bool TakeWord(string word)
    {
        if (!Current.IsWord(word))
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool TakeWords(string first, string second)
    {
        if (!Current.IsWord(first) || !Following.IsWord(second))
        {
            return false;
        }

        _at += 2;
        return true;
    }

    private void ExpectWord(string word)
    {
        if (!TakeWord(word))
        {
            throw Unexpected(word);
        }
    }

    private bool TakeSymbol(string symbol)
    {
        if (!Current.IsSymbol(symbol))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void ExpectSymbol(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }
    }

    private Seq<T> CommaList<T>(Func<T> read)
    {
        var items = new List<T>();
        do
        {
            items.Add(read());
        }
        while (TakeSymbol(","));
        return items.ToSeq();
    }

    /// <summary>A name that is not one of the language's own words; unquoted names are folded as the engine folds them.</summary>
    private string Name(string expected)
    {
        if (!IsName(Current))
        {
            throw Unexpected(expected);
        }

        return TakeName();
    }

    private bool IsName(SqlToken token) =>
        token.Kind == SqlTokenKind.QuotedName || (token.Kind == SqlTokenKind.Word && !_dialect.Reserved.Contains(token.Value));

    private string TakeName()
    {
        var token = _tokens[_at++];
        return token.Kind == SqlTokenKind.Word ? _dialect.FoldUnquoted(token.Value) : token.Value;
    }

    private long WholeNumber()
    {
        var negative = TakeSymbol("-");
        if (Current.Kind != SqlTokenKind.Number || !long.TryParse(Current.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value))
        {
            throw Unexpected("a whole number");
        }

        _at++;
        return negative ? -value : value;
    }

    private SqlSyntaxException Unexpected(string expected) => new($"Expected {expected}, but found {Current.Describe()}.", Current.Start);
}
