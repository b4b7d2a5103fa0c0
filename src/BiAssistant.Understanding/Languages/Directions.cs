using System.Collections.Frozen;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Languages;

/// <summary>
/// "shipments from Busan", "flights to Jeju", "부산에서", "제주행": small words that tell which end of something a place is, held against what the ends are called. They
/// decide only between ways that the catalog names as such ends.
/// </summary>
internal static class Directions
{
    private static readonly FrozenSet<string> From = Set("from", "leaving", "departing", "originating");
    private static readonly FrozenSet<string> To = Set("to", "into", "towards", "toward", "bound", "arriving", "reaching");
    private static readonly string[] FromBehind = ["에서", "발", "출발"];
    private static readonly string[] ToBehind = ["으로", "로", "행", "까지", "도착", "향"];
    private static readonly FrozenSet<string> Origins = Set("origin", "source", "departure", "departing", "sender", "shipper", "pickup", "pick", "loading", "start", "starting", "from", "outbound", "dispatch", "dispatching", "sending", "export", "exporting");
    private static readonly FrozenSet<string> Destinations = Set("destination", "arrival", "arriving", "receiver", "recipient", "consignee", "delivery", "dropoff", "drop", "unloading", "end", "ending", "to", "inbound", "target", "receiving", "import", "importing");
    private static readonly string[] KoreanOrigins = ["출발", "발송", "출고", "상차", "출항", "선적", "보내는", "수출"];
    private static readonly string[] KoreanDestinations = ["도착", "목적", "배송지", "입고", "하차", "입항", "받는", "수입", "수취"];

    /// <summary>Whether the words beside a place tell that something begins there (true) or ends there (false); null when they tell neither.</summary>
    /// <param name="atoms">The question's words.</param>
    /// <param name="start">The first word of the place.</param>
    /// <param name="end">The word behind it.</param>
    public static bool? Of(IReadOnlyList<Atom> atoms, int start, int end)
    {
        if (start > 0 && atoms[start - 1].Kind == AtomKind.Word)
        {
            return From.Contains(atoms[start - 1].Key) ? true : To.Contains(atoms[start - 1].Key) ? false : null;
        }

        var behind = string.Concat(atoms.Skip(end).TakeWhile(a => a is { Kind: AtomKind.Syllable, SpaceBefore: false }).Select(a => a.Raw));
        return FromBehind.Any(w => behind.StartsWith(w, StringComparison.Ordinal)) ? true : ToBehind.Any(w => behind.StartsWith(w, StringComparison.Ordinal)) ? false : null;
    }

    /// <summary>Whether a way is called by where something begins (ends).</summary>
    public static bool Leads(Relationship way, bool from)
    {
        var words = (way.Role is { } role ? role.Singular.Words.Concat(role.Plural.Words).Concat(role.Synonyms.Words).Select(w => w.Text) : []).Append(way.Name.Replace('_', ' ')).ToList();
        return words.Exists(text => Tokenizer.Read(text).Any(a => a.Kind == AtomKind.Word && (from ? Origins : Destinations).Contains(a.Raw.ToLowerInvariant())) || (from ? KoreanOrigins : KoreanDestinations).Any(w => text.Contains(w, StringComparison.Ordinal)));
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
