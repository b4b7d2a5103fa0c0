namespace BiAssistant.Answers.Importing.Files.Text;

/// <summary>
/// What the bytes above ASCII look like in a file that is not UTF-8. Korean letters come in pairs of which almost all lie in the table of the 2,350 common
/// syllables (first byte B0 to C8, second A1 to FE); Western letters stand mostly alone between ASCII ones.
/// </summary>
internal sealed record HighBytes(long CommonSyllables, long OtherPairs, long Alone)
{
    public bool LookKorean => Alone == 0 && CommonSyllables * 10 >= (CommonSyllables + OtherPairs) * 9;

    public bool LookWestern => Alone > 0 && Alone >= CommonSyllables + OtherPairs;

    public static HighBytes Of(DataFile file, CancellationToken stop)
    {
        using var stream = FileContents.Open(file);
        var block = new byte[1 << 16];
        var (common, other, alone, first) = (0L, 0L, 0L, (byte)0);
        for (int read; (read = stream.Read(block)) > 0;)
        {
            stop.ThrowIfCancellationRequested();
            foreach (var next in block.AsSpan(0, read))
            {
                if (first == 0)
                {
                    first = next >= 0x80 ? next : (byte)0;
                    continue;
                }

                var high = next >= 0xA1;
                common += high && first is >= 0xB0 and <= 0xC8 ? 1 : 0;

                // Punctuation and signs of the Korean table (A1 to AC) say nothing for either.
                other += (high && first is > 0xC8 or (>= 0xAD and < 0xB0)) || (!high && Extended(first, next)) ? 1 : 0;
                alone += !high && !Extended(first, next) ? 1 : 0;
                first = high || Extended(first, next) || next < 0x80 ? (byte)0 : next;
            }
        }

        return new HighBytes(common, other, alone + (first == 0 ? 0 : 1));
    }

    /// <summary>A pair of the rarer syllables that CP949 adds to EUC-KR.</summary>
    private static bool Extended(byte first, byte second) =>
        first is >= 0x81 and <= 0xC6 && second is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') or (>= 0x81 and < 0xA1);
}
