using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>
/// Finds every span of a question that means something: words of the catalog that the asker may see, values, numbers, dates and words of the language.
/// Work grows with the question, not with the catalog.
/// </summary>
internal sealed class Grounder(Vocabulary vocabulary, ShortNames shortNames, Qualities qualities, Durations durations, ValueIndex values, Lexicon lexicon, GrammarContext context)
{
    public const double UnknownCost = 10;
    private const double FillerCost = 0.1;
    public const double WordCost = 0.5;
    private const double BeyondCost = 6;
    private const double TypoCost = 2.5;
    private const double PartialCost = 1.6;
    private const double MidWordCost = 0.15;
    private const double PartOfNameCost = 0.6;
    private const double CutNameCost = 0.8;
    private const double ClaimedVerbCost = 3;
    private const double QuotedCost = 0.3;
    private const double OperationCost = 0.5;
    private const double PartedCost = 2;
    private const double KindOfDayCost = 1.5;

    public Grounded Ground(string text, List<Atom> atoms, Visibility visibility)
    {
        var phrases = new List<Phrase>();
        var shouting = text.Any(char.IsAsciiLetterUpper) && !text.Any(char.IsAsciiLetterLower);
        var alternatives = Alternatives(atoms);
        for (var start = 0; start < atoms.Count; start++)
        {
            PlainWords.Add(phrases, atoms, start);
            AddSpans(phrases, text, atoms, start, visibility, shouting, alternatives);
        }

        phrases.AddRange(Bracketed(text, atoms));
        var literal = Literal(text, atoms, phrases).ToList();
        // What is put in quotation marks is rather meant letter by letter.
        phrases = phrases.ConvertAll(p => p.Sense is ValueSense && literal.Exists(l => l.Start <= p.Start && p.End <= l.End) ? new Phrase(p.Start, p.End, p.Sense, p.Cost + QuotedCost) { Guessed = p.Guessed } : p);
        phrases.AddRange(literal);
        phrases.AddRange(ShortNames.Spoken(Shorts(atoms, visibility), phrases));
        LooseNames.Add(phrases, atoms, vocabulary, visibility);
        SharedHeads.Add(phrases, atoms, vocabulary, visibility);
        Anaphora.Add(phrases, atoms, vocabulary);
        var named = phrases.Select(p => p.Sense switch { EntitySense entity => entity.Dataset, MetricSense metric => GrammarContext.RowsOf(metric.Metric), _ => null }).OfType<Dataset>().ToHashSet();
        phrases.AddRange(qualities.In(atoms, phrases, named, context, visibility).ToList());
        phrases.AddRange(OwnHeads.In(atoms, phrases, visibility));
        phrases.AddRange(Amounts.In(atoms, phrases));
        phrases.AddRange(Persons.In(atoms, phrases, context));
        phrases.AddRange(CountingUp.In(atoms, phrases, context));
        phrases.AddRange(durations.In(atoms, named, context, visibility).ToList());
        Demonyms.DropParts(phrases);
        return new Grounded(text, atoms, WithinNames(phrases, atoms));
    }

    /// <summary>"기간(일)", "증가율(%)": a unit in brackets says nothing more.</summary>
    private static IEnumerable<Phrase> Bracketed(string text, List<Atom> atoms) =>
        Enumerable.Range(0, atoms.Count).Where(i => atoms[i].Start > 0 && text[atoms[i].Start - 1] == '(' && atoms[i].End < text.Length && text[atoms[i].End] == ')' && (KoreanConstructions.BracketedUnits.Contains(atoms[i].Raw) || MeasureUnits.Entries.Any(u => u.Text.Equals(atoms[i].Raw, StringComparison.OrdinalIgnoreCase))))
            .Select(i => new Phrase(i, i + 1, new FillerSense(), FillerCost));

    /// <summary>Texts in quotation marks; and the word beside "starts with" where there are none.</summary>
    private IEnumerable<Phrase> Literal(string text, List<Atom> atoms, List<Phrase> known)
    {
        foreach (var (start, end, said) in Quotations.In(text, atoms))
        {
            yield return new Phrase(start, end, new TextSense(said), WordCost);
        }

        for (var start = 0; start < atoms.Count; start++)
        {
            var hash = Hashing.Start;
            for (var end = start; end < atoms.Count && end < start + lexicon.MaxAtoms; end++)
            {
                hash = Hashing.Then(hash, atoms[end].Hash);
                if (lexicon.Find(hash).Select(e => e.Sense).OfType<TextMatchSense>().FirstOrDefault() is not { } match)
                {
                    continue;
                }

                var at = match.After ? start - 1 : end + 1;
                if (!match.After && at + 1 < atoms.Count && atoms[at].Raw is "a" or "an" or "the")
                {
                    // "mention an oil leak"
                    at++;
                    yield return new Phrase(at - 1, at + 1, new TextSense(atoms[at].Raw), 1.3);
                    if (at + 1 < atoms.Count && atoms[at + 1] is { Kind: AtomKind.Word } next && !Knows(next.Key))
                    {
                        yield return new Phrase(at - 1, at + 2, new TextSense($"{atoms[at].Raw} {next.Raw}"), 1.2);
                    }

                    continue;
                }

                // "leases ending in December" end at that time.
                if (at >= 0 && at < atoms.Count && atoms[at].Kind == AtomKind.Word && !known.Exists(p => p.Start == at && p.Sense is DateSense or RelativeSense or RelativePeriodSense or GrainSense))
                {
                    yield return new Phrase(at, at + 1, new TextSense(atoms[at].Raw), 1.2);
                }
            }
        }
    }

    private List<Phrase> Shorts(List<Atom> atoms, Visibility visibility)
    {
        var result = new List<Phrase>();
        for (var start = 0; start < atoms.Count; start++)
        {
            var hash = Hashing.Start;
            for (var end = start; end < atoms.Count && end < start + 8 && !atoms[end].Ignorable && (end == start || !atoms[end].SpaceBefore); end++)
            {
                hash = Hashing.Then(hash, atoms[end].Hash);
                if (!IsMidWord(atoms, start) && (EndsWord(atoms, end + 1) || IsJoined(atoms, end + 1)))
                {
                    result.AddRange((vocabulary.Find(hash).Any(e => e.Sense is not (FieldSense or MetricSense or ValuePartSense) && visibility.Sees(e.Sense)) ? [] : shortNames.Find(hash)).Select(f => new FieldSense(f)).Where(visibility.Sees).Select(s => new Phrase(start, end + 1, s, ShortNames.Weight)));
                }
            }
        }

        return result;
    }

    /// <summary>A word without meaning that is part of a longer name of the catalog is more likely part of the name.</summary>
    private static List<Phrase> WithinNames(List<Phrase> phrases, List<Atom> atoms)
    {
        var names = phrases.Where(p => p.End - p.Start > 1 && !p.Guessed && p.Sense is MetricSense or MetricsSense or FieldSense or EntitySense or ValueSense or ConditionSense or QuerySense or MomentMarkSense or SoFarSense).ToList();
        var small = phrases.Where(p => p.Sense is FillerSense or BetweenEndSense && p.End - p.Start > 1).ToList();
        phrases = small.Count == 0 ? phrases : phrases.ConvertAll(p => p.Sense is NumberSense && small.Exists(s => s.Start <= p.Start && p.End <= s.End && s.End - s.Start > p.End - p.Start) ? new Phrase(p.Start, p.End, p.Sense, p.Cost + PartOfNameCost) : p);
        return names.Count == 0 ? phrases : phrases.ConvertAll(p =>
            p.Sense is ValueSense && p.End < atoms.Count && atoms[p.End] is { Kind: AtomKind.Syllable, SpaceBefore: false } && names.Exists(n => n.Start == p.Start && p.End < n.End && n.Sense is FieldSense or MetricSense or EntitySense) ? new Phrase(p.Start, p.End, p.Sense, p.Cost + CutNameCost) { Guessed = p.Guessed } :
            p.Sense is AverageOverSense or ShareSense && names.Exists(n => p.Start < n.Start && n.Start < p.End && p.End < n.End) ? new Phrase(p.Start, p.End, p.Sense, p.Cost + CutNameCost) :
            p.Sense is FillerSense or BreakdownSense && p.Cost < PartOfNameCost && names.Exists(n => n.Start <= p.Start && p.End <= n.End && n.End - n.Start > p.End - p.Start)
                ? new Phrase(p.Start, p.End, p.Sense, p.Sense is FillerSense ? PartOfNameCost : p.Cost + PartOfNameCost)
                : p);
    }

    /// <summary>Corrections of words that nothing knows, by position.</summary>
    private Dictionary<int, List<ulong>> Alternatives(List<Atom> atoms)
    {
        var result = new Dictionary<int, List<ulong>>();
        for (var i = 0; i < atoms.Count && result.Count < 8; i++)
        {
            var atom = atoms[i];
            if (atom.Kind != AtomKind.Word || atom.Key.Length < Typos.ShortestWord || Knows(atom.Key))
            {
                continue;
            }

            var found = Typos.Neighbours(atom.Key).Concat(Demonyms.Homes(atom.Key)).Where(Knows).Select(w => Hashing.OfWord(w)).Distinct().Take(4).ToList();
            if (found.Count > 0)
            {
                result[i] = found;
            }
        }

        return result;
    }

    private bool Knows(string key)
    {
        var hash = Hashing.OfWord(key);
        return vocabulary.HasWord(key) || lexicon.IsWord(hash) || values.HasWord(hash);
    }

    private void AddSpans(List<Phrase> phrases, string text, List<Atom> atoms, int start, Visibility visibility, bool shouting, Dictionary<int, List<ulong>> alternatives)
    {
        if (atoms[start].Kind == AtomKind.Possessive)
        {
            phrases.Add(new Phrase(start, start + 1, new FillerSense(), 0));
            return;
        }

        if (atoms[start].Ignorable)
        {
            AddLexicon(phrases, atoms, start, start + 1, Hashing.Then(Hashing.Start, atoms[start].Hash), false);
            return;
        }

        var longest = Math.Max(Math.Max(vocabulary.MaxAtoms, values.MaxAtoms), lexicon.MaxAtoms);
        // Of the ways to read the words so far: as written first, then with one word corrected.
        var readings = new List<(ulong Hash, bool Corrected, bool Loose)> { (Hashing.Start, false, false) };
        var length = 0;
        for (var end = start; end < atoms.Count && length < longest; end++)
        {
            var atom = atoms[end];
            if (atom.Ignorable)
            {
                continue;
            }

            length++;
            var next = new List<(ulong Hash, bool Corrected, bool Loose)>(readings.Count);
            foreach (var (hash, corrected, loose) in readings)
            {
                next.Add((Hashing.Then(hash, atom.Hash), corrected, loose));
                if (end > start && !corrected && !loose && atom.Kind == AtomKind.Word && Knows(atom.Key))
                {
                    // "South Korean": the adjective of a place whose name has several words.
                    next.AddRange(Demonyms.Homes(atom.Key).Where(Knows).Select(h => (Hashing.Then(hash, Hashing.OfWord(h)), true, false)));
                }

                if (atom.Kind == AtomKind.Syllable && !corrected && !loose && KoreanEndings.NounOf(atom.Raw) is { } noun)
                {
                    AddAttributive(phrases, start, end + 1, Hashing.Then(hash, Hashing.OfWord(noun)), visibility);
                }

                if (!corrected && alternatives.TryGetValue(end, out var others))
                {
                    next.AddRange(others.Select(o => (Hashing.Then(hash, o), true, loose)));
                }
            }

            foreach (var (hash, corrected, loose) in next)
            {
                if (!loose)
                {
                    AddPhrases(phrases, text, atoms, start, end + 1, length, hash, corrected, visibility, shouting);
                }
                else if (!corrected)
                {
                    AddLoose(phrases, start, end + 1, hash, visibility);
                }
            }

            // "drivers were employed": the name goes on behind the small word.
            readings = start < end && atom.Kind == AtomKind.Word && LooseNames.Inside.Contains(atom.Key) ? [.. next, .. readings.Where(r => !r.Loose).Select(r => (r.Hash, r.Corrected, true))] : next;
        }
    }

    /// <summary>"낮은" is what has the value "낮음".</summary>
    private void AddAttributive(List<Phrase> phrases, int start, int end, ulong hash, Visibility visibility)
    {
        foreach (var entry in vocabulary.Find(hash).Where(e => !e.Code && e.Sense is ValueSense && visibility.Sees(e.Sense)))
        {
            phrases.Add(new Phrase(start, end, entry.Sense, entry.Weight + LooseNames.InsideCost));
        }
    }

    private void AddLoose(List<Phrase> phrases, int start, int end, ulong hash, Visibility visibility)
    {
        foreach (var entry in vocabulary.Find(hash).Where(e => !e.Code && visibility.Sees(e.Sense) && e.Sense is MetricSense or FieldSense or EntitySense or ValueSense))
        {
            phrases.Add(new Phrase(start, end, entry.Sense, entry.Weight + LooseNames.InsideCost));
        }
    }

    private void AddPhrases(List<Phrase> phrases, string text, List<Atom> atoms, int start, int end, int length, ulong hash, bool corrected, Visibility visibility, bool shouting)
    {
        var extra = (corrected ? TypoCost : 0) + (IsMidWord(atoms, start) && atoms[start].Kind == AtomKind.Syllable ? MidWordCost : 0);
        var single = length == 1 && atoms[start].Kind == AtomKind.Word;
        var functionWord = single && (EnglishWords.Function.Contains(atoms[start].Key) || EnglishClauses.Small.Contains(atoms[start].Key));
        var (claimed, told) = (false, false);
        // "budget, spending" is hardly what is called budget spending.
        var parted = Enumerable.Range(start, end - start).Any(i => atoms[i].Key == ",");
        // "growth of card spending" is hardly that of what is called Growth.
        var operation = single && lexicon.Find(hash).Any(e => e.Sense is ChangeSense or AggregateSense or RunningSense) ? OperationCost : 0;
        foreach (var entry in vocabulary.Find(hash))
        {
            if (visibility.Sees(entry.Sense) && (!(functionWord || entry.Code) || WrittenAs(entry.Text, atoms[start].Raw, shouting)) && !(entry.Sense is EntitySense && IsVerb(atoms, start)))
            {
                var sense = entry.Sense is AdjectiveSense adjective && IsPlainSuperlative(atoms, start, end, hash) ? adjective with { Plain = true } : entry.Sense;
                phrases.Add(new Phrase(start, end, sense, entry.Weight + extra + (parted && !entry.Text.Contains(',', StringComparison.Ordinal) ? PartedCost : 0) + (entry.Sense is ValueSense ? operation : 0) + Spacing(entry.Text, text, atoms, start, end)) { Guessed = corrected });
                claimed |= entry.Sense is not ValuePartSense;
                told |= entry.Sense is LinkSense { Reverse: true, Way.To: var doer } && !corrected && phrases.Exists(p => p.End == start && p.Sense is EntitySense { Dataset: var named } && named == doer);
            }
        }

        foreach (var (field, value, known) in values.Find(hash))
        {
            var tooShort = single && known.Length <= 2 && known != atoms[start].Raw;
            if (visibility.SeesValues(field) && !tooShort && !IsCode(field, value, known) && (!functionWord || WrittenAs(known, atoms[start].Raw, shouting)))
            {
                phrases.Add(new Phrase(start, end, new ValueSense(field, [value]), 1.05 + extra + (parted && !known.Contains(',', StringComparison.Ordinal) ? PartedCost : 0) + operation) { Guessed = corrected });
                claimed = true;
            }
        }

        AddLexicon(phrases, atoms, start, end, hash, claimed, corrected ? TypoCost : 0, told);
        if (!claimed && !corrected && !(single && (lexicon.IsWord(atoms[start].Hash) || EnglishWords.CommonOpeners.Contains(atoms[start].Key))))
        {
            foreach (var (field, value, _) in values.FindBeginning(hash))
            {
                if (visibility.SeesValues(field))
                {
                    phrases.Add(new Phrase(start, end, new ValueSense(field, [value]), 1.05 + PartialCost + extra) { Guessed = true });
                }
            }
        }
    }

    /// <summary>A short code that the catalog gives a name to counts only as it is stored, which is the vocabulary's to say: "cty" is a slip of "city", and no CTY.</summary>
    private static bool IsCode(Field field, SqlLiteral value, string known) =>
        known.Length <= VocabularyEntry.LongestCode && field.Values.Any(declared => declared.Value == value && !declared.Label.IsEmpty);

    /// <summary>"largest", "가장 큰": a superlative of the language itself, in one word or two.</summary>
    private bool IsPlainSuperlative(List<Atom> atoms, int start, int end, ulong hash) =>
        lexicon.Find(hash).Any(e => e.Sense is ExtremeSense) || Enumerable.Range(start + 1, end - start - 1).Any(middle =>
            lexicon.Find(HashOf(atoms, start, middle)).Any(e => e.Sense is MostSense) && lexicon.Find(HashOf(atoms, middle, end)).Any(e => e.Sense is LevelSense));

    private static ulong HashOf(List<Atom> atoms, int start, int end) =>
        atoms.Skip(start).Take(end - start).Where(a => !a.Ignorable).Aggregate(Hashing.Start, (hash, atom) => Hashing.Then(hash, atom.Hash));

    private void AddLexicon(List<Phrase> phrases, List<Atom> atoms, int start, int end, ulong hash, bool claimed, double extra = 0, bool told = false)
    {
        foreach (var entry in lexicon.Find(hash))
        {
            var mid = IsMidWord(atoms, start);
            if ((entry.Bound && !mid) || (((entry.Yields && entry.Sense is not FillerSense) || entry.Sense is LightVerbSense or UseSense) && claimed))
            {
                // A verb that the catalog knows adds what the catalog says.
                continue;
            }

            if (entry.Sense is HasSense && start > 0 && char.IsAsciiLetterUpper(atoms[start].Raw[0]) && atoms.Exists(a => a.Kind == AtomKind.Word && char.IsAsciiLetterLower(a.Raw[0])))
            {
                // "Which orders came in May? Include the customer.": a sentence of its own.
                continue;
            }

            if (entry.Sense is GrainSense && start > 0 && !atoms[start].SpaceBefore && atoms[start - 1].Raw == "올")
            {
                // 올해 is this year.
                continue;
            }

            if (entry.Sense is GrainSense && end < atoms.Count && !atoms[end].SpaceBefore && KoreanEndings.CutsYear(atoms[end - 1].Raw, atoms[end].Raw))
            {
                continue;
            }

            if (entry.Sense is FillerSense)
            {
                // A word is never corrected into one that means nothing: that would be dropping it.
                // Nor is it dropped what the catalog says that the things right before it do.
                if (extra > 0 || told || (end - start == 1 && EnglishWords.NumberWords.Contains(atoms[start].Raw) && end < atoms.Count && atoms[end] is { Kind: AtomKind.Word } or { Key: "-" }))
                {
                    // "one-star reviews" have one star; "the ones" are no number.
                    continue;
                }

                if (atoms[start].Kind == AtomKind.Syllable && end - start == 1 && (mid || !(KoreanConstructions.BoundNouns.Contains(atoms[start].Raw) ? EndsWord(atoms, end) : StandsApart(atoms, end))))
                {
                    // "한도가" is a word, and no "한" with particles.
                    continue;
                }

                if (end < atoms.Count && !atoms[end].SpaceBefore && KoreanEndings.CutsLimit(atoms[end - 1].Raw, atoms[end].Raw))
                {
                    continue;
                }

                // Where the catalog has the same word, politeness does not swallow it.
                phrases.Add(new Phrase(start, end, entry.Sense, claimed ? entry.Yields ? ClaimedVerbCost : 1.7 : FillerCost));
            }
            else
            {
                var cost = entry.Sense is BeyondSense ? BeyondCost : entry.Sense is ListWordSense or HowMuchSense or JoinSense { Comma: true } ? FillerCost : WordCost;
                // "당일 소포": where a kind is called so, it is no day.
                cost += entry.Sense is RelativePeriodSense && vocabulary.Find(hash).Any(e => e.Sense is ValueSense) ? KindOfDayCost : 0;
                phrases.Add(new Phrase(start, end, entry.Sense, cost + extra) { Guessed = extra > 0 });
                if (start == 0 && entry.Sense is JoinSense { Comma: false, Or: false })
                {
                    // "And revenue by month?" joins what came before.
                    phrases.Add(new Phrase(start, end, new FillerSense(), FillerCost));
                }
            }
        }
    }

    internal static bool IsMidWord(List<Atom> atoms, int start) => start > 0 && !atoms[start].SpaceBefore && !atoms[start - 1].Ignorable;

    /// <summary>"What did we bill" asks what was done, and counts no bills.</summary>
    internal static bool IsVerb(IReadOnlyList<Atom> atoms, int start) =>
        start > 1 && EnglishWords.Doing.Contains(atoms[start - 2].Key) && EnglishWords.Doers.Contains(atoms[start - 1].Key);

    private static bool StandsApart(List<Atom> atoms, int end) =>
        end >= atoms.Count || atoms[end].SpaceBefore || atoms[end].Kind != AtomKind.Syllable || (atoms[end].Raw == "의" && (end + 1 >= atoms.Count || atoms[end + 1].SpaceBefore));

    private static bool EndsWord(List<Atom> atoms, int end)
    {
        if (end >= atoms.Count || atoms[end].SpaceBefore || atoms[end].Kind != AtomKind.Syllable)
        {
            return true;
        }

        var to = EndOfRun(atoms, end);
        return KoreanEndings.IsEnding(string.Concat(atoms.Skip(end).Take(to - end).Select(a => a.Raw)));
    }

    /// <summary>Whether a word ends here because one that is written to it follows: "번호와", "국가별".</summary>
    private bool IsJoined(List<Atom> atoms, int end)
    {
        var hash = Hashing.Start;
        for (var to = end; to < Math.Min(atoms.Count, end + 3) && (to == end || !atoms[to].SpaceBefore); to++)
        {
            hash = Hashing.Then(hash, atoms[to].Hash);
            if (lexicon.Find(hash).Any(e => e.Bound) && EndsWord(atoms, to + 1))
            {
                return true;
            }
        }

        return false;
    }

    internal static int EndOfRun(List<Atom> atoms, int start)
    {
        var end = start + 1;
        while (end < atoms.Count && atoms[end].Kind == AtomKind.Syllable && !atoms[end].SpaceBefore)
        {
            end++;
        }

        return end;
    }

    private static bool WrittenAs(string known, string raw, bool shouting) => !shouting && raw == known && raw.Any(char.IsUpper);

    /// <summary>Words run together or apart otherwise than the catalog writes them cost a little: "총 매출" need not be "총매출".</summary>
    private static double Spacing(string known, string text, List<Atom> atoms, int start, int end)
    {
        if (atoms[start].Kind != AtomKind.Syllable)
        {
            return 0;
        }

        var written = text.AsSpan(atoms[start].Start, atoms[end - 1].End - atoms[start].Start);
        return written.Equals(known, StringComparison.OrdinalIgnoreCase) ? 0 : 0.2;
    }
}
