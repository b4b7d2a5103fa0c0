using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>Names of types, of one word or several, with their sizes; what the dialect does not know is refused.</summary>
internal sealed partial class SqlGrammar
{
    private static readonly string[] LongTypeNames = ["DOUBLE PRECISION", "CHARACTER VARYING", "CHAR VARYING", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITHOUT TIME ZONE"];

    private SqlType Type()
    {
        if (Current.Kind != SqlTokenKind.Word)
        {
            throw UnknownType();
        }

        var first = _at;
        var name = TypeWords();
        var (precision, scale) = TakeSymbol("(") ? Sizes() : default;
        if (precision is not null && TakeTypeSuffix(name) is { } whole)
        {
            name = whole;
        }

        if (_dialect.NamedType(name, precision, scale) is not { } type)
        {
            _at = first;
            throw UnknownType();
        }

        return type;
    }

    private SqlSyntaxException UnknownType() => Unexpected("a type such as INTEGER, DECIMAL(18, 2), TEXT, DATE or TIMESTAMP");

    private string TypeWords()
    {
        var first = SqlWords.Upper(_tokens[_at++].Value);
        return TakeTypeSuffix(first) ?? first;
    }

    /// <summary>TIMESTAMP(6) WITH TIME ZONE has its size in the middle of its name.</summary>
    private string? TakeTypeSuffix(string first)
    {
        foreach (var name in LongTypeNames)
        {
            if (name.StartsWith(first + " ", StringComparison.Ordinal) && TakeAll(name[(first.Length + 1)..].Split(' ')))
            {
                return name;
            }
        }

        return null;
    }

    private bool TakeAll(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!_tokens[Math.Min(_at + i, _tokens.Length - 1)].IsWord(words[i]))
            {
                return false;
            }
        }

        _at += words.Length;
        return true;
    }

    private (int? Precision, int? Scale) Sizes()
    {
        int? precision = TakeWord("MAX") ? -1 : Size();
        int? scale = TakeSymbol(",") ? Size() : null;
        return Closed((precision, scale));
    }

    private int Size()
    {
        var start = Current.Start;
        var size = WholeNumber();
        return size is >= 0 and <= 65_535 ? (int)size : throw new SqlSyntaxException("A size must be between 0 and 65535.", start);
    }
}
