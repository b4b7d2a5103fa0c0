using System.Globalization;

namespace BiAssistant.Sql.Parsing;

/// <summary>Comments, as far as every engine lets them end at the same place.</summary>
internal sealed partial class SqlLexer
{
    private const string InstructionComment = "A comment inside a comment, or a comment with instructions for the engine, is not allowed.";

    private bool StartsLineComment(char c) =>
        (c == '-' && Ahead() == '-') || (dialect.LineComment is { } sign && string.CompareOrdinal(text, _at, sign, 0, sign.Length) == 0);

    private void SkipLineComment()
    {
        if (text[_at] == '-' && dialect.DashesNeedBlank && Ahead(2) is not (' ' or '\t' or '\r' or '\n' or '\0'))
        {
            throw new SqlSyntaxException("Two dashes begin a comment only before a blank; write '-- ' or put a blank between two minus signs.", _at);
        }

        var line = text.AsSpan(_at);
        var length = line.IndexOfAny('\r', '\n');
        line = length < 0 ? line : line[..length];
        if (line.StartsWith("--+"))
        {
            throw new SqlSyntaxException(InstructionComment, _at);
        }

        RefuseControls(line);
        _at += line.Length;
        if (_at < text.Length && text[_at] == '\r' && Ahead() != '\n')
        {
            throw new SqlSyntaxException("A comment to the end of the line ends with a line feed; some engines read on after a carriage return alone.", _at);
        }
    }

    /// <summary>Engines disagree about what these characters end: a line, a comment or the whole text.</summary>
    private void RefuseControls(ReadOnlySpan<char> comment)
    {
        for (var i = 0; i < comment.Length; i++)
        {
            if (char.GetUnicodeCategory(comment[i]) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format && comment[i] is not ('\t' or '\r' or '\n'))
            {
                throw new SqlSyntaxException($"The character U+{(int)comment[i]:X4} cannot stand in a comment.", _at + i);
            }
        }
    }

    private void SkipBlockComment()
    {
        var start = _at;
        var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new SqlSyntaxException("This comment is not closed: expected '*/'.", start);
        }

        // With the star that ends it: to an engine that nests them, /*/*/ has begun two comments and ended none.
        var inside = text.AsSpan(start + 2, end - start - 1);
        if (inside.Contains("/*", StringComparison.Ordinal) || inside[0] is '!' or '+' || inside.StartsWith("M!", StringComparison.OrdinalIgnoreCase))
        {
            throw new SqlSyntaxException(InstructionComment, start);
        }

        RefuseControls(inside);

        _at = end + 2;
    }
}
