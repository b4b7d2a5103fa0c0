using System.Globalization;
using System.Text;
using BiAssistant.Sql.Dialects;

namespace BiAssistant.Sql.Parsing;

/// <summary>Cuts SQL text into tokens in one pass; what engines read differently (escapes, nested comments, odd blanks) is refused, not guessed.</summary>
internal sealed partial class SqlLexer(string text, SqlDialect dialect)
{
    private static readonly string[] LongSymbols = ["<=>", "<>", "!=", "<=", ">=", "||", "::"];

    private readonly List<SqlToken> _tokens = [];
    private int _at;

    public static SqlToken[] Read(string text, SqlDialect dialect) => new SqlLexer(text, dialect).Read();

    private SqlToken[] Read()
    {
        while (SkipBlanks())
        {
            ReadToken();
        }

        _tokens.Add(new SqlToken(SqlTokenKind.End, "", text.Length));
        return [.. _tokens];
    }

    private char Ahead(int by = 1) => _at + by < text.Length ? text[_at + by] : '\0';

    private bool SkipBlanks()
    {
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                _at++;
            }
            else if (StartsLineComment(c))
            {
                SkipLineComment();
            }
            else if (c == '/' && Ahead() == '*')
            {
                SkipBlockComment();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void ReadToken()
    {
        var c = text[_at];
        if (c == '\'')
        {
            Add(SqlTokenKind.Text, ReadQuoted('\'', "text"));
        }
        else if (c == dialect.QuoteOpen || (c == '"' && dialect.DoubleQuoted == SqlTokenKind.QuotedName))
        {
            ReadQuotedName(c == dialect.QuoteOpen ? dialect.QuoteClose : '"');
        }
        else if (c == '"' && dialect.DoubleQuoted == SqlTokenKind.Text)
        {
            Add(SqlTokenKind.Text, ReadQuoted('"', "text"));
        }
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Ahead())))
        {
            ReadNumber();
        }
        else if (IsNameStart(c))
        {
            ReadWord();
        }
        else if (c == dialect.ParameterPrefix && IsNameStart(Ahead()))
        {
            ReadParameter();
        }
        else
        {
            ReadSymbol();
        }
    }

    private (string Value, int Start) ReadQuoted(char close, string what)
    {
        var start = _at++;
        var escapes = dialect.HasBackslashEscapes && (what == "text" || !dialect.DoublesQuotes);
        var value = new StringBuilder();
        while (true)
        {
            var length = text.AsSpan(_at).IndexOfAny(close, escapes ? '\\' : close);
            if (length < 0)
            {
                throw new SqlSyntaxException($"This {what} is not closed: expected {close}.", start);
            }

            value.Append(text, _at, length);
            _at += length + 1;
            if (text[_at - 1] != close)
            {
                value.Append(Escaped());
            }
            else if (_at >= text.Length || text[_at] != close)
            {
                break;
            }
            else if (!dialect.DoublesQuotes)
            {
                throw new SqlSyntaxException($"A quote inside a {what} is written \\{close}.", _at);
            }
            else
            {
                value.Append(close);
                _at++;
            }
        }

        var read = value.ToString();
        if (dialect.ContinuesLines && (read.Contains("\\\n", StringComparison.Ordinal) || read.Contains("\\\r", StringComparison.Ordinal)))
        {
            throw new SqlSyntaxException($"A backslash at the end of a line is left out of a {what} with the line's end; put them apart.", start);
        }

        return read.Contains('\0') ? throw new SqlSyntaxException($"A {what} cannot hold a zero character.", start) : (read, start);
    }

    /// <summary>What follows a backslash: only what all engines with escapes read alike.</summary>
    private char Escaped()
    {
        var c = _at < text.Length ? text[_at] : '\0';
        _at++;
        return c switch
        {
            '\\' or '\'' or '"' => c,
            '`' when dialect.QuoteOpen == '`' => c,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw new SqlSyntaxException("This escape is not known; after a backslash stands \\, a quote, n, r or t.", _at - 2),
        };
    }

    private void ReadQuotedName(char close)
    {
        var (name, start) = ReadQuoted(close, "quoted name");
        if (name.Length == 0)
        {
            throw new SqlSyntaxException("A name cannot be empty.", start);
        }

        Add(SqlTokenKind.QuotedName, (name, start));
    }

    private void ReadNumber()
    {
        var start = _at;
        SkipDigits();
        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            SkipDigits();
        }

        if (_at < text.Length && text[_at] is 'e' or 'E' && (char.IsAsciiDigit(Ahead()) || (Ahead() is '+' or '-' && char.IsAsciiDigit(Ahead(2)))))
        {
            _at += 2;
            SkipDigits();
        }

        if (_at < text.Length && IsNamePart(text[_at]))
        {
            throw new SqlSyntaxException("A number is followed directly by a letter.", start);
        }

        Add(SqlTokenKind.Number, (text[start.._at], start));
    }

    private void SkipDigits()
    {
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }
    }

    private void ReadWord()
    {
        var start = _at;
        SkipName();
        if (_at - start == 1 && _at < text.Length && text[_at] == '\'' && !(dialect.ReadsNationalTexts && text[start] is 'N'))
        {
            throw new SqlSyntaxException($"A text with the prefix '{text[start]}' is not allowed; write a plain '…' text.", start);
        }

        if (_at - start == 1 && _at < text.Length && text[_at] == '\'')
        {
            Add(SqlTokenKind.Text, ReadQuoted('\'', "text"));
            return;
        }

        Add(SqlTokenKind.Word, (text[start.._at], start));
    }

    private void ReadParameter()
    {
        var start = _at++;
        SkipName();
        if (_at < text.Length && text[_at] == dialect.ParameterPrefix)
        {
            throw new SqlSyntaxException($"'{text[_at]}' cannot stand inside a parameter's name.", _at);
        }

        Add(SqlTokenKind.Parameter, (text[(start + 1).._at], start));
    }

    private void SkipName()
    {
        while (_at < text.Length && IsNamePart(text[_at]))
        {
            _at++;
        }
    }

    private void ReadSymbol()
    {
        foreach (var symbol in LongSymbols)
        {
            if (string.CompareOrdinal(text, _at, symbol, 0, symbol.Length) == 0)
            {
                Add(SqlTokenKind.Symbol, (symbol, _at));
                _at += symbol.Length;
                return;
            }
        }

        var c = text[_at];
        if (!"()+-*/%=<>,.;[]".Contains(c, StringComparison.Ordinal))
        {
            var shown = char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c)
                ? "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)
                : c.ToString();
            throw new SqlSyntaxException($"The character '{shown}' has no meaning here.", _at);
        }

        Add(SqlTokenKind.Symbol, (c.ToString(), _at));
        _at++;
    }

    private void Add(SqlTokenKind kind, (string Value, int Start) read) => _tokens.Add(new SqlToken(kind, read.Value, read.Start));

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsNamePart(char c) => c == '_' || char.IsLetterOrDigit(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
