using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>An argument of a call; a list has several values, anything else one.</summary>
internal sealed record JinjaArgument(string? Key, Seq<string> Values);

/// <summary>A call in a template, such as <c>Dimension('customer__region')</c>; <c>Then</c> is what is called on its result.</summary>
internal sealed record JinjaCall(string Name, Seq<JinjaArgument> Arguments, JinjaCall? Then)
{
    /// <summary>The argument at a place, or of a name; null when it is not given.</summary>
    public Seq<string>? Argument(int place, string key) =>
        Arguments.Where(argument => argument.Key is null).Skip(place).FirstOrDefault()?.Values ?? Arguments.FirstOrDefault(argument => argument.Key == key)?.Values;

    public string? Text(int place, string key) => Argument(place, key) is [var only] ? only : null;
}

/// <summary>Reads one call with texts, numbers and lists of them as arguments, which is all that the templates of a semantic layer are made of.</summary>
internal sealed class JinjaCallReader
{
    private readonly string _text;
    private int _at;

    private JinjaCallReader(string text) => _text = text;

    /// <summary>The call; null for anything else.</summary>
    public static JinjaCall? Read(string text)
    {
        var reader = new JinjaCallReader(text);
        return reader.Call() is { } call && reader.IsAtEnd() ? call : null;
    }

    private bool IsAtEnd()
    {
        SkipBlanks();
        return _at == _text.Length;
    }

    private JinjaCall? Call()
    {
        var chain = new List<(string Name, Seq<JinjaArgument> Arguments)>();
        do
        {
            if (Word() is not { } name || !Take('(') || Arguments() is not { } arguments)
            {
                return null;
            }

            chain.Add((name, arguments));
        }
        while (Take('.'));

        JinjaCall? call = null;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            call = new JinjaCall(chain[i].Name, chain[i].Arguments, call);
        }

        return call;
    }

    private Seq<JinjaArgument>? Arguments()
    {
        var arguments = new List<JinjaArgument>();
        while (!Take(')'))
        {
            if ((arguments.Count > 0 && !Take(',')) || Argument() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return arguments.ToSeq();
    }

    private JinjaArgument? Argument()
    {
        var start = _at;
        var key = Word();
        if (key is null || !Take('='))
        {
            (key, _at) = (null, start);
        }

        if (!Take('['))
        {
            return Value() is { } value ? new JinjaArgument(key, [value]) : null;
        }

        var values = new List<string>();
        while (!Take(']'))
        {
            if ((values.Count > 0 && !Take(',')) || Value() is not { } item)
            {
                return null;
            }

            values.Add(item);
        }

        return new JinjaArgument(key, values.ToSeq());
    }

    /// <summary>A text without its quotes, or a number or word as it is written.</summary>
    private string? Value()
    {
        SkipBlanks();
        if (_at >= _text.Length)
        {
            return null;
        }

        if (_text[_at] is not ('\'' or '"'))
        {
            var start = _at;
            while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '-' or '+' || (_text[_at] == '.' && char.IsDigit(_text[start]))))
            {
                _at++;
            }

            return _at > start ? _text[start.._at] : null;
        }

        var end = _text.IndexOf(_text[_at], _at + 1);
        if (end < 0)
        {
            return null;
        }

        var value = _text[(_at + 1)..end];
        _at = end + 1;
        return value.Contains('\\', StringComparison.Ordinal) ? null : value;
    }

    private string? Word()
    {
        SkipBlanks();
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
        {
            _at++;
        }

        return _at > start && !char.IsDigit(_text[start]) ? _text[start.._at] : null;
    }

    private bool Take(char wanted)
    {
        SkipBlanks();
        if (_at >= _text.Length || _text[_at] != wanted)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }
}
