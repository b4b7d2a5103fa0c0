using System.Globalization;

namespace BiAssistant.Understanding.Tokens;

/// <summary>A number found in the atoms: from where to where (the end is not included), its value, and what was written around it.</summary>
/// <param name="Plain">Digits alone, which may also be a year.</param>
internal sealed record NumberFound(int End, decimal Value, bool Percent, string? Unit, bool Plain);

/// <summary>Reads numbers in the spellings of people: 1,200 · 1.5M · $2,000 · 20% · twelve · two hundred · 3억 5천만.</summary>
internal static class NumberReader
{
    private static readonly Dictionary<string, decimal> EnglishUnits = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["dozen"] = 12,
    };

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100, ["thousand"] = 1_000, ["k"] = 1_000, ["million"] = 1_000_000, ["mn"] = 1_000_000, ["m"] = 1_000_000, ["mio"] = 1_000_000,
        ["billion"] = 1_000_000_000, ["bn"] = 1_000_000_000, ["b"] = 1_000_000_000, ["trillion"] = 1_000_000_000_000, ["dozen"] = 12,
    };

    private static readonly Dictionary<string, decimal> KoreanScales = new(StringComparer.Ordinal)
    {
        ["십"] = 10, ["백"] = 100, ["천"] = 1_000, ["만"] = 10_000, ["억"] = 100_000_000, ["조"] = 1_000_000_000_000,
    };

    private static readonly Dictionary<string, decimal> KoreanDigits = new(StringComparer.Ordinal)
    {
        ["일"] = 1, ["이"] = 2, ["삼"] = 3, ["사"] = 4, ["오"] = 5, ["육"] = 6, ["칠"] = 7, ["팔"] = 8, ["구"] = 9,
    };

    /// <summary>Counting words that stand before a counter ("세 개").</summary>
    private static readonly Dictionary<string, decimal> KoreanCounting = new(StringComparer.Ordinal)
    {
        ["한"] = 1, ["두"] = 2, ["세"] = 3, ["네"] = 4, ["다섯"] = 5, ["여섯"] = 6, ["일곱"] = 7, ["여덟"] = 8, ["아홉"] = 9, ["열"] = 10,
    };

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["$"] = "USD", ["€"] = "EUR", ["£"] = "GBP", ["¥"] = "JPY", ["₩"] = "KRW",
    };

    public static NumberFound? At(IReadOnlyList<Atom> atoms, int start)
    {
        var i = start;
        string? unit = null;
        var negative = false;
        if (atoms[i].Kind == AtomKind.Mark && atoms[i].Key == "-" && i + 1 < atoms.Count && atoms[i + 1].Kind == AtomKind.Digits && (i == 0 || atoms[i].SpaceBefore))
        {
            negative = true;
            i++;
        }

        if (atoms[i].Kind == AtomKind.Mark && Currencies.TryGetValue(atoms[i].Key, out unit))
        {
            i++;
        }

        if (i >= atoms.Count)
        {
            return null;
        }

        var found = atoms[i].Kind switch
        {
            AtomKind.Digits => FromDigits(atoms, i),
            AtomKind.Word => FromWords(atoms, i),
            AtomKind.Syllable when i == start && unit is null => FromSyllables(atoms, i),
            _ => null,
        };
        if (found is null)
        {
            return null;
        }

        var end = found.End;
        var percent = false;
        if (end < atoms.Count && atoms[end] is { Kind: AtomKind.Mark, Key: "%" })
        {
            (percent, end) = (true, end + 1);
        }
        else if (end < atoms.Count && atoms[end] is { Kind: AtomKind.Word, Key: "percent" or "pct" })
        {
            (percent, end) = (true, end + 1);
        }

        var value = negative ? -found.Value : found.Value;
        return new NumberFound(end, value, percent, unit, found.Plain && !percent && unit is null && !negative);
    }

    private static NumberFound? FromDigits(IReadOnlyList<Atom> atoms, int i)
    {
        if (!decimal.TryParse(atoms[i].Key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var end = i + 1;
        if (end < atoms.Count && atoms[end].Kind == AtomKind.Word && Scales.TryGetValue(atoms[end].Key, out var scale) && (atoms[end].Key.Length > 1 || !atoms[end].SpaceBefore))
        {
            return Scaled(value, scale) is { } scaled ? new NumberFound(end + 1, scaled, false, null, false) : null;
        }

        return end < atoms.Count && atoms[end].Kind == AtomKind.Syllable && KoreanScales.ContainsKey(atoms[end].Key)
            ? KoreanAmount(atoms, i)
            : new NumberFound(end, value, false, null, atoms[i].Raw.Length == atoms[i].Key.Length);
    }

    private static decimal? Scaled(decimal value, decimal scale) =>
        value > 0 && value > decimal.MaxValue / scale ? null : value * scale;

    /// <summary>Amounts such as 3억 5천만: groups of up to 천, each closed by 만, 억 or 조.</summary>
    private static NumberFound? KoreanAmount(IReadOnlyList<Atom> atoms, int i)
    {
        decimal total = 0, group = 0, digit = 0;
        var pending = false;
        var end = i;
        for (var at = i; at < atoms.Count; at++)
        {
            var atom = atoms[at];
            if (atom.Kind == AtomKind.Digits && !pending && decimal.TryParse(atom.Key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 100_000_000_000_000m)
            {
                // A further group must belong to the same amount: 3억 5천만, not "2억 3월".
                if (at > i && !(at + 1 < atoms.Count && atoms[at + 1].Kind == AtomKind.Syllable && KoreanScales.ContainsKey(atoms[at + 1].Key)))
                {
                    break;
                }

                (digit, pending) = (number, true);
            }
            else if (atom.Kind == AtomKind.Syllable && KoreanScales.TryGetValue(atom.Key, out var scale) && (pending || group > 0 || at == i))
            {
                if (scale < 10_000)
                {
                    group += (pending ? digit : 1) * scale;
                }
                else
                {
                    total += (group + (pending ? digit : 0)) * scale;
                    group = 0;
                }

                (digit, pending, end) = (0, false, at + 1);
            }
            else
            {
                break;
            }
        }

        return end == i ? null : new NumberFound(end, total + group, false, null, false);
    }

    private static NumberFound? FromWords(IReadOnlyList<Atom> atoms, int start)
    {
        decimal total = 0, current = 0;
        var i = start;
        var any = false;
        while (i < atoms.Count && atoms[i].Kind == AtomKind.Word)
        {
            var key = atoms[i].Key;
            if (EnglishUnits.TryGetValue(key, out var unit) && (!any || current % 10 == 0))
            {
                current += unit;
            }
            else if (any && Scales.TryGetValue(key, out var scale) && key.Length > 1)
            {
                if (scale == 100)
                {
                    current *= scale;
                }
                else
                {
                    total += (current == 0 ? 1 : current) * scale;
                    current = 0;
                }
            }
            else if (!any && key is "hundred" or "thousand" or "million" or "billion" && i == start)
            {
                current = Scales[key];
            }
            else
            {
                break;
            }

            any = true;
            i++;
        }

        return any ? new NumberFound(i, total + current, false, null, false) : null;
    }

    private static NumberFound? FromSyllables(IReadOnlyList<Atom> atoms, int start)
    {
        if (!atoms[start].SpaceBefore)
        {
            return null;
        }

        foreach (var (word, value) in KoreanCounting)
        {
            if (start + word.Length < atoms.Count && Matches(atoms, start, word))
            {
                return new NumberFound(start + word.Length, value, false, null, false);
            }
        }

        return KoreanWords(atoms, start) ?? (KoreanDigits.TryGetValue(atoms[start].Key, out var digit) && start + 1 < atoms.Count && !atoms[start + 1].SpaceBefore && KoreanScales.TryGetValue(atoms[start + 1].Key, out var scale)
            ? new NumberFound(start + 2, digit * scale, false, null, false)
            : null);
    }

    /// <summary>What is counted or paid begins with one of these: 천 유로, 백만 원, 오백 건.</summary>
    private static readonly HashSet<string> KoreanCounted = new(StringComparer.Ordinal) { "원", "유", "달", "엔", "불", "건", "명", "개", "회", "곳", "대", "번", "박", "킬", "톤", "퍼", "점", "분", "일", "시" };

    /// <summary>A number in Korean words alone, before what it counts: 천, 오백만, 이천오백.</summary>
    private static NumberFound? KoreanWords(IReadOnlyList<Atom> atoms, int start)
    {
        decimal total = 0, group = 0, digit = 0;
        var scaled = false;
        var end = start;
        for (; end < atoms.Count && atoms[end].Kind == AtomKind.Syllable && (end == start || !atoms[end].SpaceBefore); end++)
        {
            if (KoreanScales.TryGetValue(atoms[end].Key, out var scale))
            {
                scaled = true;
                if (scale < 10_000)
                {
                    group += (digit == 0 ? 1 : digit) * scale;
                }
                else
                {
                    total += Math.Max(1, group + digit) * scale;
                    group = 0;
                }

                digit = 0;
            }
            else if (digit == 0 && KoreanDigits.TryGetValue(atoms[end].Key, out var one))
            {
                digit = one;
            }
            else
            {
                break;
            }
        }

        return scaled && digit == 0 && end < atoms.Count && atoms[end].Kind == AtomKind.Syllable && KoreanCounted.Contains(atoms[end].Key) ? new NumberFound(end, total + group, false, null, false) : null;
    }

    private static bool Matches(IReadOnlyList<Atom> atoms, int start, string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (atoms[start + i].Key.Length != 1 || atoms[start + i].Key[0] != word[i])
            {
                return false;
            }
        }

        return true;
    }
}
