using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>What words are by themselves, whatever the catalog: numbers, dates, Korean endings, and words that nothing explains.</summary>
internal static class PlainWords
{
    public static void Add(List<Phrase> phrases, List<Atom> atoms, int start)
    {
        AddNumbers(phrases, atoms, start);
        AddEndings(phrases, atoms, start);
        AddBehindSuperlative(phrases, atoms, start);
        AddUnknown(phrases, atoms, start);
    }

    private static void AddNumbers(List<Phrase> phrases, List<Atom> atoms, int start)
    {
        if (IsPercentile(atoms, start))
        {
            // "90백분위": the ninetieth of a hundred, and not nine thousand.
            phrases.Add(new Phrase(start, start + 1, new NumberSense(decimal.Parse(atoms[start].Key, System.Globalization.CultureInfo.InvariantCulture)), Grounder.WordCost));
        }
        else if (NumberReader.At(atoms, start) is { } number)
        {
            phrases.Add(new Phrase(start, number.End, new NumberSense(number.Percent ? number.Value / 100 : number.Value, number.Percent, number.Unit, number.Plain), Grounder.WordCost));
        }

        foreach (var date in DateReader.At(atoms, start))
        {
            phrases.Add(new Phrase(start, date.End, new DateSense(date.Year, date.Quarter, date.Month, date.Day, date.Fiscal, date.Half), Grounder.WordCost));
        }

        if (atoms[start].Kind == AtomKind.Word)
        {
            for (var month = 0; month < EnglishWords.Months.Length; month++)
            {
                if (EnglishWords.Months[month].Contains(atoms[start].Key))
                {
                    phrases.Add(new Phrase(start, start + 1, new DateSense(null, null, month + 1, null), Grounder.WordCost));
                }
            }
        }
    }

    private static bool IsPercentile(List<Atom> atoms, int start) =>
        atoms[start].Kind == AtomKind.Digits && start + 3 < atoms.Count && atoms[start + 1].Raw == "백" && atoms[start + 2].Raw == "분" && atoms[start + 3].Raw == "위" && atoms[start].Key.Length < 9;

    private static void AddEndings(List<Phrase> phrases, List<Atom> atoms, int start)
    {
        if (atoms[start].Kind != AtomKind.Syllable || !Grounder.IsMidWord(atoms, start))
        {
            return;
        }

        var end = Grounder.EndOfRun(atoms, start);
        var rest = string.Concat(atoms.Skip(start).Take(end - start).Select(a => a.Raw));
        if (rest.Length <= 8 && KoreanEndings.IsEnding(rest))
        {
            phrases.Add(new Phrase(start, end, new FillerSense(), 0.05));
        }
    }

    /// <summary>"the largest single payment", "the biggest ever": one of them by itself, of all that there are.</summary>
    private static void AddBehindSuperlative(List<Phrase> phrases, List<Atom> atoms, int start)
    {
        if (start > 0 && EnglishCounts.BehindSuperlative.Contains(atoms[start].Key) && (atoms[start - 1].Key.EndsWith("est", StringComparison.Ordinal) || atoms[start - 1].Key is "maximum" or "minimum"))
        {
            phrases.Add(new Phrase(start, start + 1, new FillerSense(), 0.1));
        }
    }

    private static void AddUnknown(List<Phrase> phrases, List<Atom> atoms, int start)
    {
        if (atoms[start].Kind == AtomKind.Syllable)
        {
            var end = Grounder.EndOfRun(atoms, start);
            for (var to = start + 1; to <= Math.Min(end, start + 12); to++)
            {
                phrases.Add(new Phrase(start, to, new UnknownSense(string.Concat(atoms.Skip(start).Take(to - start).Select(a => a.Raw))), Grounder.UnknownCost + (0.2 * (to - start))));
            }
        }
        else
        {
            // A comma or hyphen may merely part the words; a sign of calculation may not.
            var idle = atoms[start].Ignorable && atoms[start].Key is not ("/" or "+") && !IsSign(atoms, start);
            phrases.Add(new Phrase(start, start + 1, idle ? new FillerSense() : new UnknownSense(atoms[start].Raw), !idle ? Grounder.UnknownCost : atoms[start].Key == "," ? 0.3 : 1));
        }
    }

    /// <summary>A minus that stands right before a number and apart from what precedes it.</summary>
    private static bool IsSign(List<Atom> atoms, int start) =>
        atoms[start].Key == "-" && start + 1 < atoms.Count && atoms[start + 1] is { Kind: AtomKind.Digits, SpaceBefore: false } && atoms[start].SpaceBefore && start > 0 && atoms[start - 1].Kind != AtomKind.Digits;
}
