using System.Text;

namespace BiAssistant.Answers.Importing.Files.Text;

/// <summary>
/// Finds how a file's bytes are letters: the mark at its start, else UTF-8 wherever every byte bears it out, else by its bytes Korean (CP949, which holds
/// EUC-KR) or Western (Windows-1252), which is said to be a guess. Every byte is looked at; a file whose bytes fit nothing is refused.
/// </summary>
internal static class TextEncodings
{
    private const int Korean = 949;
    private const int Western = 1252;
    private const int Head = 1 << 16;

    /// <summary>Fewer zeros are no pattern.</summary>
    private const int FewZeros = 4;

    /// <exception cref="FileFault">Bytes that are no letter, or that no encoding is sure of.</exception>
    public static TextEncoding Of(DataFile file, string? said, CancellationToken stop)
    {
        var encoding = said is null ? Found(file, stop) : Said(file, said);
        if (Undecodable.In(file, encoding, stop) is not { } flaw)
        {
            return encoding;
        }

        throw flaw.IsNul
            ? new FileFault("file_kind", $"'{file.Shown}' has a zero byte in line {Counted.Of(flaw.Line)}, column {Counted.Of(flaw.Column)}: it is not text.", "save it as CSV in UTF-8")
            : new FileFault("file_encoding", $"'{file.Shown}' is not {encoding.Name}: the bytes {flaw.Bytes} in line {Counted.Of(flaw.Line)}, column {Counted.Of(flaw.Column)} are no letter.",
                said is null ? "say how it is written, such as --encoding euc-kr, or save it in UTF-8" : "say another --encoding, or save it in UTF-8");
    }

    private static TextEncoding Found(DataFile file, CancellationToken stop)
    {
        var head = HeadOf(file);
        if (Marked(head) is { } marked)
        {
            return marked;
        }

        if (WithoutMark(head) is { } wide)
        {
            return wide;
        }

        if (head.Contains((byte)0))
        {
            throw new FileFault("file_kind", $"'{file.Shown}' has zero bytes: it is not text.", "save it as CSV in UTF-8");
        }

        var utf8 = new TextEncoding(new UTF8Encoding(false, true), "UTF-8", 0, Guessed: false);
        return Undecodable.In(file, utf8, stop) is { IsNul: false } flaw ? Legacy(file, flaw, stop) : utf8;
    }

    private static TextEncoding Said(DataFile file, string said)
    {
        try
        {
            var asked = Strict(Known(said));
            var marked = Marked(HeadOf(file));
            return new TextEncoding(asked, asked.WebName.ToUpperInvariant(), marked?.Encoding.CodePage == asked.CodePage ? marked.Mark : 0, Guessed: false);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            throw new FileFault("file_encoding", $"There is no encoding '{said}'.", "utf-8, utf-16, euc-kr, cp949, windows-1252 and shift_jis are some");
        }
    }

    private static Encoding Known(string name) => name.ToLowerInvariant() switch
    {
        "cp949" or "ms949" or "uhc" or "949" or "euc-kr" or "euckr" => CodePages.GetEncoding(Korean)!,
        "cp1252" or "1252" or "ansi" or "latin1" => CodePages.GetEncoding(Western)!,
        var other => CodePages.GetEncoding(other) ?? Encoding.GetEncoding(other),
    };

    private static EncodingProvider CodePages => CodePagesEncodingProvider.Instance;

    private static TextEncoding? Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(new UTF8Encoding(false, true), "UTF-8", 3, Guessed: false),
        [0xFF, 0xFE, 0, 0, ..] => new(new UTF32Encoding(false, false, true), "UTF-32", 4, Guessed: false),
        [0, 0, 0xFE, 0xFF, ..] => new(new UTF32Encoding(true, false, true), "UTF-32", 4, Guessed: false),
        [0xFF, 0xFE, ..] => new(new UnicodeEncoding(false, false, true), "UTF-16", 2, Guessed: false),
        [0xFE, 0xFF, ..] => new(new UnicodeEncoding(true, false, true), "UTF-16", 2, Guessed: false),
        _ => null,
    };

    /// <summary>UTF-16 without its mark: the separators and digits of a table leave a zero in every second byte.</summary>
    private static TextEncoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var pairs = head.Length / 2;
        return (even, odd) switch
        {
            _ when head.Length % 2 != 0 || even + odd < FewZeros => null,
            (0, _) when odd * 5 >= pairs => new(new UnicodeEncoding(false, false, true), "UTF-16", 0, Guessed: true),
            (_, 0) when even * 5 >= pairs => new(new UnicodeEncoding(true, false, true), "UTF-16", 0, Guessed: true),
            _ => null,
        };
    }

    private static TextEncoding Legacy(DataFile file, Undecodable flaw, CancellationToken stop)
    {
        var korean = new TextEncoding(Strict(CodePages.GetEncoding(Korean)!), "CP949", 0, Guessed: true);
        var western = new TextEncoding(Strict(CodePages.GetEncoding(Western)!), "Windows-1252", 0, Guessed: true);
        var bytes = HighBytes.Of(file, stop);
        if (bytes.LookKorean && Undecodable.In(file, korean, stop) is null)
        {
            return korean;
        }

        if (bytes.LookWestern && Undecodable.In(file, western, stop) is null)
        {
            return western;
        }

        throw new FileFault("file_encoding",
            $"'{file.Shown}' is not UTF-8 (the bytes {flaw.Bytes} in line {Counted.Of(flaw.Line)}, column {Counted.Of(flaw.Column)} are no letter), and nothing else is sure.",
            "say how it is written, such as --encoding euc-kr or --encoding windows-1252, or save it in UTF-8");
    }

    private static Encoding Strict(Encoding lenient)
    {
        var strict = (Encoding)lenient.Clone();
        (strict.EncoderFallback, strict.DecoderFallback) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return strict;
    }

    private static byte[] HeadOf(DataFile file)
    {
        using var stream = FileContents.Open(file);
        var head = new byte[Head];
        return head[..stream.ReadAtLeast(head, Head, throwOnEndOfStream: false)];
    }
}
