using System.Text;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Tests.Understanding.Robustness;

/// <summary>
/// Words that no language has, one for each word of a catalog: English stems keep their endings and last letters, so that they inflect as before; Korean syllables keep their
/// final consonant, so that particles fit. Words of the language itself ("number of", 평균) stay, for they are what is to be understood without the others.
/// </summary>
internal sealed class InventedWords
{
    private const int LongestAbbreviation = 4;
    private const string Particles = "은는이가을를";

    private const int FirstSyllable = 0xAC00;
    private const int Finals = 28;
    private const int Medials = 21;
    private const int Initials = 19;
    private const string Consonants = "bdfglmnprtv";
    private const string Vowels = "aeiou";
    private static readonly int[] RareMedials = [3, 7, 10, 14, 15, 16, 19, 11, 2, 12];
    private static readonly string[] Endings = ["ations", "ation", "ings", "ing", "ies", "ied", "ian", "ers", "est", "ed", "er", "es", "an", "s", "e", "y", "a"];

    /// <summary>Words of the language that stand in names only: they say that something is counted or money, still so, or a matter of record.</summary>
    private static readonly HashSet<ulong> OwnNames = [.. new[] { "still", "yet", "not yet", "아직", "건수", "금액", "횟수", "수량", "총액", "액수", "이력", "기록" }.Select(word => Tokenizer.PhraseKey(word)?.Hash ?? 0)];

    private static readonly string[] KoreanTails = ["수", "율", "률", "액", "당", "별", "총"];
    private static readonly char[] KoreanVerbs = ['하', '되', '된', '한', '했', '됐', '할', '될', '해', '돼'];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "persons", ["men"] = "mans", ["women"] = "womans", ["children"] = "childs", ["sold"] = "selled", ["paid"] = "payed", ["spent"] = "spended", ["sent"] = "sended", ["built"] = "builded",
        ["made"] = "maked", ["won"] = "winned", ["held"] = "holded", ["taken"] = "taked", ["took"] = "taked", ["given"] = "gived", ["written"] = "writed", ["bought"] = "buyed", ["lost"] = "losed", ["kept"] = "keeped", ["left"] = "leaved",
    };

    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<char, char> _syllables = [];
    private readonly HashSet<string> _taken;

    /// <summary>Invents a word for each of the texts' words; none that stands in any of them.</summary>
    public InventedWords(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        _taken = [.. all.SelectMany(Tokenizer.Read).Select(atom => atom.Key)];
        foreach (var same in all.SelectMany(text => text).Where(c => c is >= '\uAC00' and <= '\uD7A3').Distinct().Order().GroupBy(c => (c - FirstSyllable) % Finals))
        {
            var used = same.ToHashSet();
            var free = RareMedials.SelectMany(medial => Enumerable.Range(0, Initials).Select(initial => (char)(FirstSyllable + (((initial * Medials) + medial) * Finals) + same.Key))).Where(c => !used.Contains(c)).ToList();
            foreach (var (syllable, invented) in same.Zip(free))
            {
                _syllables[syllable] = invented;
            }
        }
    }

    /// <summary>The text with those words replaced that no language knows and that have been replaced elsewhere.</summary>
    public string RenameStrangers(string text) => Rename(text, atom => atom.Kind == AtomKind.Word && !Lexicon.All.IsWord(atom.Hash) && _stems.ContainsKey(StemOf(atom.Raw.ToLowerInvariant())));

    /// <summary>The text with every word replaced that is not the language's own.</summary>
    public string Rename(string text) => Rename(text, _ => true);

    private string Rename(string text, Func<Atom, bool> isMeant)
    {
        var atoms = Tokenizer.Read(text);
        var own = OwnOf(atoms);
        var result = new StringBuilder();
        var at = 0;
        for (var i = 0; i < atoms.Count; i++)
        {
            var end = i + 1;
            while (atoms[i].Kind == AtomKind.Syllable && end < atoms.Count && atoms[end].Kind == AtomKind.Syllable && !atoms[end].SpaceBefore && atoms[end - 1].End == atoms[end].Start)
            {
                end++;
            }

            var written = text[atoms[i].Start..atoms[end - 1].End];
            result.Append(text, at, atoms[i].Start - at).Append(atoms[i].Kind switch
            {
                AtomKind.Word when !own[i] && isMeant(atoms[i]) => English(written),
                AtomKind.Syllable when isMeant(atoms[i]) => Korean(written),
                _ => written,
            });
            (at, i) = (atoms[end - 1].End, end - 1);
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Which atoms are words of the language: numbers, months, what joins, counts, compares or ranks.</summary>
    private static bool[] OwnOf(List<Atom> atoms)
    {
        var own = new bool[atoms.Count];
        for (var start = 0; start < atoms.Count; start++)
        {
            own[start] |= EnglishWords.Function.Contains(atoms[start].Key) || EnglishClauses.Small.Contains(atoms[start].Key) || EnglishWords.Months.Any(month => month.Contains(atoms[start].Key));
            var hash = Hashing.Start;
            for (var end = start; end < atoms.Count && end - start < Lexicon.All.MaxAtoms; end++)
            {
                hash = Hashing.Then(hash, atoms[end].Hash);
                if (IsOwn(hash))
                {
                    Array.Fill(own, true, start, end + 1 - start);
                }
            }

            foreach (var end in DateReader.At(atoms, start).Select(date => date.End).Append(NumberReader.At(atoms, start)?.End ?? start))
            {
                Array.Fill(own, true, start, end - start);
            }
        }

        return own;
    }

    private static bool IsOwn(ulong phrase) => Lexicon.All.Find(phrase).Any(entry => entry.Sense is not FillerSense) || OwnNames.Contains(phrase);

    private string English(string word)
    {
        if (word.Length <= LongestAbbreviation && word.All(char.IsAsciiLetterUpper))
        {
            return word;
        }

        var lower = word.ToLowerInvariant();
        var regular = Irregular.GetValueOrDefault(lower, lower);
        var stem = StemOf(regular);
        if (!_stems.TryGetValue(stem, out var invented))
        {
            _stems[stem] = invented = Invent(stem);
        }

        var whole = invented + regular[stem.Length..];
        return word.All(char.IsUpper) ? whole.ToUpperInvariant() : char.IsUpper(word[0]) ? char.ToUpperInvariant(whole[0]) + whole[1..] : whole;
    }

    private static string StemOf(string word)
    {
        var ending = Endings.FirstOrDefault(e => word.Length - e.Length >= 3 && word.EndsWith(e, StringComparison.Ordinal)) ?? "";
        var stem = word[..^ending.Length];
        if (ending is "s" or "es" or "er" or "ers" or "ings" or "an" && stem.Length > 3 && stem[^1] is 'e' or 'y' or 'a')
        {
            stem = stem[..^1];
        }

        return ending.Length > 1 && stem.Length > 4 && stem[^1] == stem[^2] && stem[^1] is not 's' ? stem[..^1] : stem;
    }

    private string Invent(string stem)
    {
        var random = new Random(unchecked((int)Hashing.OfWord(stem)));
        while (true)
        {
            var invented = string.Concat(Consonants[random.Next(Consonants.Length)], Vowels[random.Next(Vowels.Length)], Consonants[random.Next(Consonants.Length)], Consonants[random.Next(Consonants.Length)], Vowels[random.Next(Vowels.Length)]) + stem[^Math.Min(2, stem.Length)..];
            if (_taken.Add(invented))
            {
                return invented;
            }
        }
    }

    private string Korean(string run)
    {
        if (IsOwnRun(run))
        {
            return run;
        }

        if (run.Length > 2 && Particles.Contains(run[^1]) && !_runs.Contains(run) && _runs.Contains(run[..^1]))
        {
            // What stands behind a word of the company is the language's.
            return Korean(run[..^1]) + run[^1];
        }

        _runs.Add(run);
        var verb = run.IndexOfAny(KoreanVerbs, Math.Min(2, run.Length));
        var end = verb > 0 ? verb : run.Length;
        end -= Enumerable.Range(2, Math.Max(0, end - 2)).Where(length => IsOwnRun(run[(end - length)..end])).DefaultIfEmpty(KoreanTails.Contains(run[(end - 1)..end]) && end > 1 ? 1 : 0).Max();
        var start = Enumerable.Range(2, Math.Max(0, end - 2)).Where(length => IsOwnRun(run[..length])).DefaultIfEmpty(run[0] == '총' && end > 1 ? 1 : 0).Max();
        return string.Concat(run.Select((c, i) => i >= start && i < end ? _syllables.GetValueOrDefault(c, c) : c));
    }

    private static bool IsOwnRun(string run) => Tokenizer.PhraseKey(run) is { } key && IsOwn(key.Hash);
}
