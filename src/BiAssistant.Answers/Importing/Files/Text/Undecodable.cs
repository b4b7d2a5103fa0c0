using System.Buffers;
using System.Text;

namespace BiAssistant.Answers.Importing.Files.Text;

/// <summary>The first bytes of a file that are no letter in an encoding, or the first zero.</summary>
internal sealed record Undecodable(string Bytes, long Line, long Column, bool IsNul)
{
    private const int Block = 1 << 16;

    /// <summary>The bytes that Windows-1252 has no letter for; the framework would let them through as control characters.</summary>
    private static readonly SearchValues<char> Controls = SearchValues.Create("\u0081\u008D\u008F\u0090\u009D");

    /// <summary>Null where every byte is a letter.</summary>
    public static Undecodable? In(DataFile file, TextEncoding text, CancellationToken stop)
    {
        using var stream = FileContents.Open(file);
        stream.Seek(text.Mark, SeekOrigin.Begin);
        var decoder = text.Encoding.GetDecoder();
        var (bytes, letters) = (new byte[Block], new char[text.Encoding.GetMaxCharCount(Block)]);
        var place = new Place();
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var read = stream.ReadAtLeast(bytes, Block, throwOnEndOfStream: false);
            var last = read < Block;
            try
            {
                var made = letters.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, read), letters, flush: last));
                var odd = made.IndexOf('\0') is >= 0 and var zero ? zero : text.Encoding.CodePage == 1252 ? made.IndexOfAny(Controls) : -1;
                if (odd >= 0)
                {
                    place.Pass(made[..odd]);
                    return new Undecodable($"{(int)made[odd]:X2}", place.Line, place.Column, made[odd] == '\0');
                }

                place.Pass(made);
            }
            catch (DecoderFallbackException wrong)
            {
                place.Pass(Before(text.Encoding, bytes.AsSpan(0, Math.Clamp(wrong.Index, 0, read))));
                return new Undecodable(string.Join(' ', (wrong.BytesUnknown ?? []).Select(unknown => $"{unknown:X2}")), place.Line, place.Column, IsNul: false);
            }

            if (last)
            {
                return null;
            }
        }
    }

    /// <summary>The letters of the block up to the fault; what a letter cut by the block's begin adds is too little to move the place by more than itself.</summary>
    private static string Before(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return lenient.GetString(bytes);
    }

    /// <summary>Line and column of the next letter.</summary>
    private sealed class Place
    {
        private char before;

        public long Line { get; private set; } = 1;

        public long Column { get; private set; } = 1;

        public void Pass(ReadOnlySpan<char> letters)
        {
            foreach (var letter in letters)
            {
                if (letter == '\r' || (letter == '\n' && before != '\r'))
                {
                    Line++;
                    Column = 1;
                }
                else if (letter != '\n')
                {
                    Column++;
                }

                before = letter;
            }
        }
    }
}
