using System.Diagnostics;
using System.Globalization;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Names and literals, quoted and escaped so that they read back as they were.</summary>
internal sealed partial class SqlPrinter
{
    private string Literal(SqlLiteral literal) => literal switch
    {
        SqlNull => "NULL",
        SqlBoolean boolean => boolean.Value ? "TRUE" : "FALSE",
        SqlNumber number when _dialect.NumberWord(number.Value) is { } word => $"{word} '{number.Value.ToString(CultureInfo.InvariantCulture)}'",
        SqlNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        // Outside ASCII a text of T-SQL keeps its characters only as a national one.
        SqlText text => $"{(_dialect.ReadsNationalTexts && !System.Text.Ascii.IsValid(text.Value) ? "N" : "")}'{Escaped(text.Value, '\'')}'",
        SqlDate date => $"DATE '{SqlInstants.Text(date.Value)}'",
        SqlTimestamp timestamp => $"{_dialect.TimestampWord} '{SqlInstants.Text(timestamp.Value)}'",
        SqlInterval interval => $"INTERVAL '{interval.Amount.ToString(CultureInfo.InvariantCulture)}' {SqlUnits.Name(interval.Unit)}",
        _ => throw new UnreachableException(literal.GetType().Name),
    };

    private string Escaped(string text, char quote)
    {
        if (_dialect.HasBackslashEscapes && (quote == '\'' || !_dialect.DoublesQuotes))
        {
            text = text.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
        }

        return text.Replace(quote.ToString(), (_dialect.DoublesQuotes ? quote : '\\') + quote.ToString(), StringComparison.Ordinal);
    }

    private string Name(string name) => IsPlain(name) ? name : _dialect.QuoteOpen + Escaped(name, _dialect.QuoteClose) + _dialect.QuoteClose;

    private bool IsPlain(string name) =>
        name.Length > 0
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && !char.IsAsciiDigit(name[0])
        && (name[0] != '_' || _dialect.NamesMayBeginWithUnderscore)
        && _dialect.FoldUnquoted(name) == name
        && !_dialect.Reserved.Contains(name);
}
