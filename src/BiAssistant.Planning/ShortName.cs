using System.Text;

namespace BiAssistant.Planning;

/// <summary>
/// Names of columns and steps that a plan makes of names of the catalog. PostgreSQL keeps 63 bytes of a name, and two names that differ behind them would be one: what is made is cut, and
/// a number that tells it from others fits behind.
/// </summary>
internal static class ShortName
{
    private const int MostBytes = 59;

    /// <summary>The name, cut between two characters where it is long, with its ending.</summary>
    /// <param name="name">What is cut.</param>
    /// <param name="ending">What is not.</param>
    /// <param name="room">How much more will be put behind it.</param>
    public static string Of(string name, string ending = "", int room = 0)
    {
        var most = MostBytes - ending.Length - room;
        if (Encoding.UTF8.GetByteCount(name) <= most)
        {
            return name + ending;
        }

        var (kept, bytes) = (0, 0);
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > most)
            {
                break;
            }

            kept += rune.Utf16SequenceLength;
        }

        return name[..kept] + ending;
    }
}
