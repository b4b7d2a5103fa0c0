using System.Globalization;

namespace BiAssistant.Understanding.Tokens;

/// <summary>A date found in the atoms, as far as it was written; the end is not included.</summary>
internal sealed record DateFound(int End, int? Year, int? Quarter, int? Month, int? Day, bool Fiscal = false, int? Half = null);

/// <summary>
/// Reads dates and parts of dates that are written with figures: 2024-05-01, 2024/5, 2024.05.01, Q2, FY2025, 2024년, 5월, 2분기, 상반기. A date whose day and
/// month cannot be told apart (05/06/2024) is not read.
/// </summary>
internal static class DateReader
{
    public static IEnumerable<DateFound> At(IReadOnlyList<Atom> atoms, int i)
    {
        var atom = atoms[i];
        if (atom.Kind == AtomKind.Digits)
        {
            if (Written(atoms, i) is { } written)
            {
                yield return written;
            }

            if (Int(atom) is { } number)
            {
                if (atom.Key.Length == 4 && number is >= 1900 and <= 2100)
                {
                    yield return new DateFound(i + 1, number, null, null, null);
                }

                foreach (var found in WithUnit(atoms, i, number))
                {
                    yield return found;
                }
            }
        }
        else if (atom.Kind == AtomKind.Word)
        {
            if (atom.Key is "q" && Next(atoms, i) is >= 1 and <= 4 and var quarter)
            {
                yield return new DateFound(i + 2, null, quarter, null, null);
            }
            else if (atom.Key is "h" && !atoms[Math.Min(i + 1, atoms.Count - 1)].SpaceBefore && Next(atoms, i) is 1 or 2)
            {
                yield return new DateFound(i + 2, null, null, null, null, false, Next(atoms, i));
            }
            else if (atom.Key is "fy" && Next(atoms, i) is { } year && FullYear(year) is { } full)
            {
                yield return new DateFound(i + 2, full, null, null, null, true);
            }
            else if (atom.Key is "fiscal" or "financial" && i + 1 < atoms.Count && Int(atoms[i + 1]) is { } bare && FullYear(bare) is { } inFull and >= 1900 and < 2100)
            {
                yield return new DateFound(i + 2, inFull, null, null, null, Fiscal: true);
            }
            else if (atom.Key is "fiscal" or "financial" && i + 2 < atoms.Count && atoms[i + 1].Key == "year" && Int(atoms[i + 2]) is { } named && FullYear(named) is { } fullYear)
            {
                yield return new DateFound(i + 3, fullYear, null, null, null, true);
            }
            else if (atom.Key is "first" or "second" or "third" or "fourth" && i + 1 < atoms.Count && atoms[i + 1].Key is "quarter" or "half")
            {
                var n = atom.Key switch { "first" => 1, "second" => 2, "third" => 3, _ => 4 };
                if (atoms[i + 1].Key == "quarter")
                {
                    yield return new DateFound(i + 2, null, n, null, null);
                }
                else if (n <= 2)
                {
                    yield return new DateFound(i + 2, null, null, null, null, false, n);
                }
            }
        }
        else if (atom.Kind == AtomKind.Syllable && i + 2 < atoms.Count && atoms[i + 1].Key == "반" && atoms[i + 2].Key == "기" && atom.Key is "상" or "하")
        {
            yield return new DateFound(i + 3, null, null, null, null, false, atom.Key == "상" ? 1 : 2);
        }
    }

    private static IEnumerable<DateFound> WithUnit(IReadOnlyList<Atom> atoms, int i, int number)
    {
        if (i + 1 >= atoms.Count)
        {
            yield break;
        }

        var next = atoms[i + 1];
        if (next.Kind == AtomKind.Word && !next.SpaceBefore && next.Key is "st" or "nd" or "rd" or "th" or "t" or "rds")
        {
            if (number is >= 1 and <= 4 && i + 2 < atoms.Count && atoms[i + 2].Key == "quarter")
            {
                yield return new DateFound(i + 3, null, number, null, null);
            }
            else if (number is >= 1 and <= 31)
            {
                yield return new DateFound(i + 2, null, null, null, number);
            }
        }

        if (next.Kind != AtomKind.Syllable || next.SpaceBefore && next.Key is not ("년" or "월" or "분"))
        {
            yield break;
        }

        var after = i + 2 < atoms.Count ? atoms[i + 2].Key : "";
        if (next.Key == "년" && after != "간" && FullYear(number) is { } year && (number >= 1900 || atoms[i].Key.Length == 2))
        {
            yield return new DateFound(after == "도" ? i + 3 : i + 2, year, null, null, null);
        }
        else if (next.Key == "월" && number is >= 1 and <= 12)
        {
            yield return new DateFound(i + 2, null, null, number, null);
        }
        else if (next.Key == "일" && after != "간" && number is >= 1 and <= 31)
        {
            yield return new DateFound(i + 2, null, null, null, number);
        }
        else if (next.Key == "분" && after == "기" && number is >= 1 and <= 4)
        {
            yield return new DateFound(i + 3, null, number, null, null);
        }
        else if (next.Key == "회" && after == "계" && i + 4 < atoms.Count && atoms[i + 3].Key is "연" or "년" && atoms[i + 4].Key == "도" && number >= 1900)
        {
            yield return new DateFound(i + 5, number, null, null, null, true);
        }
    }

    /// <summary>Figures with separators: year first, or in one atom with points.</summary>
    private static DateFound? Written(IReadOnlyList<Atom> atoms, int i)
    {
        var parts = new List<int>();
        var end = i + 1;
        if (atoms[i].Raw.Contains('.', StringComparison.Ordinal))
        {
            foreach (var piece in atoms[i].Raw.Split('.'))
            {
                if (!int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var part))
                {
                    return null;
                }

                parts.Add(part);
            }

            if (parts.Count == 2 && atoms[i].Raw.Length < 6)
            {
                return null;
            }
        }
        else
        {
            if (Int(atoms[i]) is not { } first)
            {
                return null;
            }

            parts.Add(first);
            var mark = end < atoms.Count ? atoms[end].Key : "";
            while (parts.Count < 3 && mark is "-" or "/" && end + 1 < atoms.Count && atoms[end].Key == mark && atoms[end + 1].Kind == AtomKind.Digits && !atoms[end + 1].SpaceBefore && Int(atoms[end + 1]) is { } part)
            {
                parts.Add(part);
                end += 2;
            }
        }

        if (parts.Count is < 2 or > 3 || parts[0] is < 1900 or > 2100 || parts[1] is < 1 or > 12 || (parts.Count == 3 && (parts[2] < 1 || parts[2] > DateTime.DaysInMonth(parts[0], parts[1]))))
        {
            return null;
        }

        return new DateFound(end, parts[0], null, parts[1], parts.Count == 3 ? parts[2] : null);
    }

    private static int? Next(IReadOnlyList<Atom> atoms, int i) => i + 1 < atoms.Count ? Int(atoms[i + 1]) : null;

    private static int? Int(Atom atom) =>
        atom.Kind == AtomKind.Digits && int.TryParse(atom.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int? FullYear(int year) => year is >= 1900 and <= 2100 ? year : year is >= 0 and <= 99 ? 2000 + year : null;
}
