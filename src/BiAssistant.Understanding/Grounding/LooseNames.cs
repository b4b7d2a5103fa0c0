using System.Collections.Frozen;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>A metric's name in two words of which one tells what was done: "fuel used". Keys are folded words; the verb's is its stem. <c>NounIsNamed</c>: the other is something by itself.</summary>
internal sealed record VerbName(Metric Metric, string Noun, string Verb, bool NounIsNamed);

/// <summary>
/// Names of the catalog said a little otherwise: run together or apart ("turn over", "roomnights"), with a small verb inside ("drivers were employed"), or as a
/// sentence of their two words ("which truck used the most fuel").
/// </summary>
internal static class LooseNames
{
    /// <summary>Small words that may stand inside a name without changing it.</summary>
    public static readonly FrozenSet<string> Inside = new[] { "is", "are", "was", "were", "been", "be", "being", "has", "have", "had", "the", "our" }.ToFrozenSet(StringComparer.Ordinal);

    public const double InsideCost = 0.3;
    private const double ApartCost = 0.4;
    private const double NounCost = 1.25;
    private const double WordsCost = 0.8;
    private const double VerbCost = 0.5;
    private const double ClaimedCost = 3;
    private const double AloneCost = 1.6;
    private const int MostBetween = 8;
    private const int ShortestRunTogether = 7;

    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sold"] = "sell", ["drove"] = "driv", ["driven"] = "driv", ["spent"] = "spend", ["won"] = "win", ["held"] = "hold", ["paid"] = "pay", ["made"] = "mak", ["gave"] = "giv", ["given"] = "giv",
        ["took"] = "tak", ["taken"] = "tak", ["sent"] = "send", ["wrote"] = "writ", ["written"] = "writ", ["built"] = "build", ["bought"] = "buy", ["ran"] = "run", ["lost"] = "los", ["kept"] = "keep", ["flew"] = "fly", ["flown"] = "fly",
        ["saw"] = "se", ["seen"] = "se", ["burnt"] = "burn", ["caught"] = "catch", ["grown"] = "grow", ["grew"] = "grow",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Add(List<Phrase> phrases, List<Atom> atoms, Vocabulary vocabulary, Visibility visibility)
    {
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms[i].Kind != AtomKind.Word)
            {
                continue;
            }

            if (i + 1 < atoms.Count && atoms[i + 1].Kind == AtomKind.Word && WordForms.Fold(atoms[i].Raw + atoms[i + 1].Raw) is var compound && vocabulary.HasWord(compound))
            {
                AddAll(phrases, i, i + 2, Hashing.Then(Hashing.Start, Hashing.OfWord(compound)), vocabulary, visibility);
            }

            AddRunTogether(phrases, atoms, i, vocabulary, visibility);
            AddUndone(phrases, atoms, i, vocabulary, visibility);
            AddTurned(phrases, atoms, i, vocabulary, visibility);
            AddSource(phrases, atoms, i, vocabulary, visibility);
        }

        AddVerbNames(phrases, atoms, vocabulary, visibility);
    }

    /// <summary>The two words of a metric's name where one is what was done: "fuel used", "written premium", "electricity consumption"; null when it is no such name.</summary>
    public static (string Noun, string Verb)? Parts(string name) => Tokenizer.Read(name) switch
    {
        [{ Kind: AtomKind.Word } noun, { Kind: AtomKind.Word } verb] when IsParticiple(verb.Key) || (verb.Key.Length > 5 && verb.Key.EndsWith("ing", StringComparison.Ordinal) && !IsParticiple(noun.Key)) => (noun.Key, Doing(verb.Key)),
        [{ Kind: AtomKind.Word } noun, { Kind: AtomKind.Word } deed] when Deeds.TryGetValue(deed.Key, out var verb) => (noun.Key, verb),
        [{ Kind: AtomKind.Word } done, { Kind: AtomKind.Word } noun] when IsParticiple(done.Key) && AmountDone(name) is null => (noun.Key, Doing(done.Key)),
        _ => null,
    };

    /// <summary>The stem by which a verb is looked up; of verbs that mean the same in business talk it is one.</summary>
    public static string Doing(string word) => Stem(word) switch { "generat" => "produc", "us" when word.Length > 2 => "consum", "procur" or "buy" => "purchas", "issu" => "writ", var stem => stem };

    private static readonly FrozenDictionary<string, string> Deeds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["consumption"] = "consum", ["usage"] = "consum", ["production"] = "produc", ["generation"] = "produc", ["collection"] = "collect", ["spend"] = "spend", ["payment"] = "pay", ["purchase"] = "purchas",
        ["donation"] = "donat", ["disbursement"] = "disburs", ["withdrawal"] = "withdraw", ["deposit"] = "deposit", ["investment"] = "invest", ["repayment"] = "repay", ["output"] = "produc", ["loss"] = "los",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The stem of what was done to an amount of money: "bill" of "billed amount" and of "amount billed"; null for another name.</summary>
    public static string? AmountDone(string name) => Tokenizer.Read(name) switch
    {
        [{ Kind: AtomKind.Word } done, { Kind: AtomKind.Word, Key: "amount" or "total" or "sum" or "value" or "volume" or "money" or "fee" }] when IsParticiple(done.Key) => Stem(done.Key),
        [{ Kind: AtomKind.Word, Key: "amount" or "total" or "sum" or "value" or "volume" or "money" }, { Kind: AtomKind.Word } done] when IsParticiple(done.Key) => Stem(done.Key),
        [{ Kind: AtomKind.Word } done] when IsParticiple(done.Key) => Stem(done.Key),
        _ => null,
    };

    private static void AddRunTogether(List<Phrase> phrases, List<Atom> atoms, int i, Vocabulary vocabulary, Visibility visibility)
    {
        var word = atoms[i].Key;
        if (word.Length < ShortestRunTogether || vocabulary.HasWord(word))
        {
            return;
        }

        for (var at = 3; at <= word.Length - 3; at++)
        {
            var (first, second) = (WordForms.Fold(word[..at]), word[at..]);
            if (vocabulary.HasWord(first) && vocabulary.HasWord(second))
            {
                AddAll(phrases, i, i + 1, Hashing.Then(Hashing.Then(Hashing.Start, Hashing.OfWord(first)), Hashing.OfWord(second)), vocabulary, visibility);
            }
        }
    }

    /// <summary>"unresolved": what is not resolved.</summary>
    private static void AddUndone(List<Phrase> phrases, List<Atom> atoms, int i, Vocabulary vocabulary, Visibility visibility)
    {
        var word = atoms[i].Key;
        if (word.Length < ShortestRunTogether || !word.StartsWith("un", StringComparison.Ordinal) || vocabulary.HasWord(word))
        {
            return;
        }

        foreach (var entry in vocabulary.Find(Of(Hashing.OfWord(word.AsSpan(2)))).Where(e => !e.Code && visibility.Sees(e.Sense)))
        {
            Sense? undone = entry.Sense switch
            {
                VerbSense verb => new ConditionSense(new FieldEmpty(vocabulary.NameOf(verb.Field)), verb.Field.Dataset, word),
                ValueSense { Values: [SqlBoolean truth] } value => value with { Values = [new SqlBoolean(!truth.Value)] },
                ValueSense { Negated: false } value => value with { Negated = true },
                _ => null,
            };
            if (undone is not null)
            {
                phrases.Add(new Phrase(i, i + 1, undone, entry.Weight + ApartCost));
            }
        }
    }

    private static void AddAll(List<Phrase> phrases, int start, int end, ulong hash, Vocabulary vocabulary, Visibility visibility)
    {
        foreach (var entry in vocabulary.Find(hash).Where(e => !e.Code && visibility.Sees(e.Sense)))
        {
            phrases.Add(new Phrase(start, end, entry.Sense, entry.Weight + ApartCost));
        }
    }

    /// <summary>"kind of job" is the job kind, "delivered late" a late delivery, "no insurance recorded" an insurance that is not recorded.</summary>
    private static void AddTurned(List<Phrase> phrases, List<Atom> atoms, int i, Vocabulary vocabulary, Visibility visibility)
    {
        if (i + 1 >= atoms.Count || atoms[i + 1].Kind != AtomKind.Word)
        {
            return;
        }

        var then = i + 2 < atoms.Count && atoms[i + 2] is { Kind: AtomKind.Word } third ? third : (Atom?)null;
        if (then is { } last && atoms[i + 1].Key == "of" && atoms[i].Key is not ("number" or "value" or "count" or "amount" or "name" or "date" or "day" or "id" or "code"))
        {
            foreach (var entry in vocabulary.Find(Of(last.Hash, atoms[i].Hash)).Where(e => !e.Code && e.Sense is FieldSense && visibility.Sees(e.Sense)))
            {
                phrases.Add(new Phrase(i, i + 3, entry.Sense, entry.Weight + ApartCost));
            }
        }
        else if (then is { } done && atoms[i].Key == "no")
        {
            foreach (var entry in vocabulary.Find(Of(atoms[i + 1].Hash, Hashing.OfWord("not"), done.Hash)).Where(e => e.Sense is ConditionSense && visibility.Sees(e.Sense)))
            {
                phrases.Add(new Phrase(i, i + 3, entry.Sense, entry.Weight + ApartCost));
            }
        }

        if (atoms[i + 1].Key is "on" or "in" && i + 2 < atoms.Count && (atoms[i + 2].Raw is "the" or "our" ? i + 3 : i + 2) is var place && place < atoms.Count && atoms[place].Kind == AtomKind.Word && vocabulary.Find(Of(atoms[place].Hash)).Count == 0)
        {
            // "items on the menu" are menu items.
            foreach (var entry in vocabulary.Find(Of(atoms[place].Hash, atoms[i].Hash)).Where(e => !e.Code && e.Sense is EntitySense or MetricSense && visibility.Sees(e.Sense)))
            {
                phrases.Add(new Phrase(i, place + 1, entry.Sense, entry.Weight + ApartCost));
            }
        }

        foreach (var entry in !IsParticiple(atoms[i].Key) ? [] : vocabulary.Done(atoms[i + 1].Key, Stem(atoms[i].Key)).Where(e => visibility.Sees(e.Sense)))
        {
            phrases.Add(new Phrase(i, i + 2, entry.Sense, entry.Weight + ApartCost));
        }
    }

    /// <summary>"earned the most from tickets": what comes in from them, with the verb apart.</summary>
    private static void AddSource(List<Phrase> phrases, List<Atom> atoms, int i, Vocabulary vocabulary, Visibility visibility)
    {
        if (atoms[i].Key != "from" || i + 1 >= atoms.Count || !atoms.Take(i).TakeLast(MostBetween / 2).Any(a => OtherSayings.Earning.Contains(a.Key)))
        {
            return;
        }

        foreach (var entry in vocabulary.Find(Of(Hashing.OfWord("money"), atoms[i].Hash, atoms[i + 1].Hash)).Where(e => e.Sense is MetricSense && visibility.Sees(e.Sense)))
        {
            phrases.Add(new Phrase(i, i + 2, entry.Sense, NounCost));
        }
    }

    private static ulong Of(params ulong[] words) => words.Aggregate(Hashing.Start, Hashing.Then);

    /// <summary>The word that says how, and what was done, of a name in two words: "late deliveries"; null when it is no such name.</summary>
    public static (string How, string Done)? Manner(string name) => Tokenizer.Read(name) switch
    {
        [{ Kind: AtomKind.Word } how, { Kind: AtomKind.Word, Key.Length: > 5 } done] when !IsParticiple(done.Key) => (how.Key, done.Key),
        _ => null,
    };

    /// <summary>Whether a noun tells what a verb with this stem does: "delivery" of "deliver", "cancellation" of "cancel".</summary>
    public static bool TellsOf(string noun, string stem) => stem.Length > 3 && noun.Length > stem.Length && noun.StartsWith(stem, StringComparison.Ordinal);

    /// <summary>Both words must be there, apart from each other, and the noun must name nothing by itself.</summary>
    private static void AddVerbNames(List<Phrase> phrases, List<Atom> atoms, Vocabulary vocabulary, Visibility visibility)
    {
        for (var verb = 0; verb < atoms.Count; verb++)
        {
            if (atoms[verb].Kind != AtomKind.Word)
            {
                continue;
            }

            var asksWhatWeDo = verb > 1 && Languages.English.EnglishWords.Doing.Contains(atoms[verb - 2].Key) && Languages.English.EnglishWords.Doers.Contains(atoms[verb - 1].Key);
            var spent = asksWhatWeDo ? vocabulary.AmountDone(Stem(atoms[verb].Key)) : IsParticiple(atoms[verb].Key) && vocabulary.Find(Of(atoms[verb].Hash)).Count == 0 ? vocabulary.MoneyDone(Stem(atoms[verb].Key)) : null;
            if (spent is not null && visibility.Sees(spent))
            {
                phrases.Add(new Phrase(verb, verb + 1, new MetricSense(spent), NounCost));
            }

            AddVerbAlone(phrases, atoms, verb, vocabulary, visibility);
            var names = vocabulary.VerbNames(Doing(atoms[verb].Key));
            // "picked up the most milk", "supplied the most milk": what was collected, where nothing is called picked up or supplied.
            var particle = verb + 1 < atoms.Count && atoms[verb + 1].Key == "up" ? 1 : 0;
            foreach (var name in (names.Count > 0 ? names : Kin(Stem(atoms[verb].Key), particle > 0).SelectMany(vocabulary.VerbNames).Where(n => !n.NounIsNamed)).Where(n => visibility.Sees(n.Metric)))
            {
                var noun = atoms.FindIndex(a => a.Kind == AtomKind.Word && a.Key == name.Noun);
                if (noun == verb + 2 && atoms[verb + 1].Key is "by" or "on" or "with" or "via" or "in" or "through" && !atoms[verb].Key.EndsWith("ing", StringComparison.Ordinal) && !vocabulary.Find(Of(atoms[verb].Hash)).Any(e => e.Sense is EntitySense or MetricSense))
                {
                    // "spent by card" is card spending.
                    phrases.Add(new Phrase(verb, noun + 1, new MetricSense(name.Metric), 1));
                }

                if (name.NounIsNamed && noun >= 0 && noun < verb && name.Metric.Formula is AggregateFormula { Call: { Name: "COUNT", Distinct: false }, Filters.IsEmpty: false } && Languages.English.EnglishWords.Doers.Contains(atoms[verb - 1].Key) && vocabulary.Find(Of(atoms[verb].Hash)).All(e => e.Sense is LinkSense))
                {
                    // "how many flights did we operate": where such flights are a number of their own, it is that.
                    phrases.Add(new Phrase(noun, noun + 1, new MetricSense(name.Metric), WordsCost));
                    phrases.Add(new Phrase(verb - 1, verb + 1, new NamePartSense(name.Metric), VerbCost));
                    Weigh(phrases, verb, ClaimedCost);
                }
                else if (noun >= 0 && noun != verb && (!name.NounIsNamed || name.Metric.Formula is AggregateFormula { Call: { Name: "COUNT", Distinct: true } }) && (Math.Abs(noun - verb) > 1 || vocabulary.Find(Of(atoms[Math.Min(noun, verb)].Hash, atoms[Math.Max(noun, verb)].Hash)).Count == 0))
                {
                    phrases.Add(new Phrase(noun, noun + 1, new MetricSense(name.Metric), name.NounIsNamed ? WordsCost : NounCost));
                    phrases.Add(new Phrase(verb, verb + 1 + particle, new NamePartSense(name.Metric), VerbCost));
                    Weigh(phrases, verb, ClaimedCost);
                    if (Enumerable.Range(noun + 1, Math.Max(0, verb - noun - 1)).Any(i => atoms[i - 1].Key == "how" && atoms[i].Key == "much"))
                    {
                        // "how much rent was billed and how much was collected"
                        phrases.Add(new Phrase(verb, verb + 1, new MetricSense(name.Metric), AloneCost));
                    }
                }
            }
        }
    }

    /// <summary>Stems under which a catalog may know what people say by another verb: who supplies milk has it collected.</summary>
    private static string[] Kin(string stem, bool up) => (stem, up) switch
    {
        ("pick", true) or ("supply" or "deliver" or "gather" or "receiv" or "haul", _) => ["collect", "receiv", "deliver", "supply"],
        ("manufactur" or "mak", _) => ["produc"],
        ("charg" or "invoic", _) => ["bill"],
        ("ship" or "dispatch", _) => ["send"],
        _ => [],
    };

    /// <summary>What is done is not dropped as a word that adds nothing.</summary>
    private static void Weigh(List<Phrase> phrases, int verb, double cost)
    {
        for (var i = 0; i < phrases.Count; i++)
        {
            if (phrases[i] is { Sense: FillerSense or OwnSense or LinkSense } dropped && dropped.Start <= verb && verb < dropped.End)
            {
                phrases[i] = new Phrase(dropped.Start, dropped.End, dropped.Sense, dropped.Cost + cost) { Guessed = dropped.Guessed };
            }
        }
    }

    /// <summary>"plants that generated less than": where but one number is called after what was done, it is told by how much.</summary>
    private static void AddVerbAlone(List<Phrase> phrases, List<Atom> atoms, int verb, Vocabulary vocabulary, Visibility visibility)
    {
        var next = verb + 1 < atoms.Count && atoms[verb + 1].Raw == "the" ? verb + 2 : verb + 1;
        var compares = next < atoms.Count && atoms[next].Key is "more" or "less" or "most" or "least";
        var asked = Enumerable.Range(0, Math.Max(0, verb - 1)).FirstOrDefault(i => atoms[i].Key == "how" && atoms[i + 1].Key == "much", -1);
        if ((!compares && (asked < 0 || verb - asked > MostBetween)) || vocabulary.Find(Of(atoms[verb].Hash)).Any(e => e.Sense is not VerbSense))
        {
            return;
        }

        var names = vocabulary.VerbNames(Doing(atoms[verb].Key)).ToList();
        if (Stem(atoms[verb].Key) == "earn" && !names.Exists(n => n.Metric.Format == ValueFormat.Money || atoms.Exists(a => a.Key == n.Noun)))
        {
            // "which clinics earned less": what comes in, in money.
            foreach (var income in vocabulary.Incomes().Where(visibility.Sees))
            {
                phrases.Add(new Phrase(verb, verb + 1, new MetricSense(income), AloneCost));
            }

            return;
        }

        // "billed the most" is money, where that is one of the numbers.
        var told = vocabulary.AmountDone(Stem(atoms[verb].Key)) is { } amount ? [amount] : names.Select(n => n.Metric).Distinct().ToList();
        if (told is [{ Additive: true } only] && visibility.Sees(only) && !names.Exists(n => atoms.Exists(a => a.Key == n.Noun)))
        {
            phrases.Add(new Phrase(verb, verb + 1, new MetricSense(only), AloneCost));
        }
    }

    public static bool IsParticiple(string word) => (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal)) || Irregular.ContainsKey(word);

    /// <summary>Words are folded as they are spelt, so that "bill" has a letter that "billed" has lost, and "raised" one that "raise" has not.</summary>
    private static string Stem(string word) => Ending(word) switch
    {
        { Length: > 2 } stem when stem[^1] == stem[^2] => stem[..^1],
        var stem when stem.EndsWith("iz", StringComparison.Ordinal) => $"{stem[..^1]}s",
        var stem => stem,
    };

    private static string Ending(string word) =>
        Irregular.TryGetValue(word, out var known) ? known
        : word.EndsWith("ied", StringComparison.Ordinal) ? $"{word[..^3]}y"
        : word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 3 ? word[..^2]
        : word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 5 ? word[..^3]
        : word.EndsWith('e') && word.Length > 2 ? word[..^1]
        : word;
}
