using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <content>"patients with a surgery", "how many guests had a stay", "수술이 있는 환자": what such words are said of tells which things are meant, and is no other number.</content>
internal sealed partial class Assembler
{
    /// <summary>Fails the readings in which a word of having, or of what things do, was passed over between them and the rows that lead to them.</summary>
    private void FailHaving()
    {
        var words = _sentence.Phrases.SelectMany(p => p.Leaves().Where(l => l.Sense is not FillerSense).Select(leaf => (Leaf: leaf, Phrase: p))).ToList();
        var counts = words.Exists(w => w.Leaf.Sense is CountWordSense);
        var said = words.Where(w => w.Leaf.Sense is not LinkSense).ToList();
        foreach (var (left, right) in said.Zip(said.Skip(1)))
        {
            if (left.Leaf.Sense is FieldSense or EntitySense { Via: null } or MetricSense && IsHaving(left.Leaf.End, right.Leaf.Start, after: true))
            {
                Fail(ProblemKind.UnusedWords, left.Phrase);
            }
            else if (ThingsOf(left.Leaf.Sense) is { } things && RowsOf(right) is { } rows && (rows == things ? right.Leaf.Sense is FieldSense : _context.LeadsTo(rows, things))
                && (counts || left.Phrase.Sense is not BreakdownSense { Asked: true })
                && (IsHaving(left.Leaf.End, right.Leaf.Start, after: false) || words.Exists(w => w.Leaf.Sense is LinkSense && left.Leaf.End <= w.Leaf.Start && w.Leaf.End <= right.Leaf.Start)))
            {
                Fail(ProblemKind.UnusedWords, right.Phrase);
            }
        }
    }

    /// <summary>"at least one" asks for no least; "who ordered in every quarter" is not told by the quarters one by one; "cost per year" of an annual fee is that fee.</summary>
    private void CheckGrains()
    {
        foreach (var phrase in _sentence.Phrases.Where(p => p.Leaves().Any(l => l.Sense is ExtremeSense { Counts: true } && l.Start > 0 && EnglishWords.NoSuperlative.Contains(_atoms[l.Start - 1].Key))))
        {
            Fail(ProblemKind.UnusedWords, phrase);
        }

        foreach (var phrase in _sentence.Phrases.Where(p => p.Sense is BreakdownSense { Groupings: [TimeGrouping] }))
        {
            var grouping = (TimeGrouping)((BreakdownSense)phrase.Sense).Groupings[0];
            if ((_limits.Count > 0 || _filters.Exists(f => f.Condition is RelatedExists or FieldInQuery)) && Says(phrase, EnglishWords.Every, KoreanWords.Every))
            {
                Fail(ProblemKind.NothingToLimit, phrase);
            }
            else if (_measures is [{ Field: { } field }] && Says(phrase, EnglishWords.Per, KoreanWords.Per) && field.Label.Words.Concat(field.Synonyms.Words).Any(w => Adverbs.TellsOf(w.Text, grouping.Grain)))
            {
                _groups.Remove(grouping);
            }
        }
    }

    private bool Says(Phrase phrase, HashSet<string> english, HashSet<string> korean) =>
        Enumerable.Range(phrase.Start, phrase.End - phrase.Start).Any(i => english.Contains(_atoms[i].Key) || korean.Contains(_atoms[i].Raw));

    private Dataset? ThingsOf(Sense sense) => sense switch
    {
        EntitySense { Via: null } entity => entity.Dataset,
        FieldSense { Via: null, Field: var name } when name == name.Dataset.NameField => name.Dataset,
        MetricSense { Metric: var metric } when GrammarContext.RowsOf(metric) is { } rows => rows,
        MetricSense { Metric: var metric } => ThingsCountedBy(_context.Of(metric)),
        _ => null,
    };

    private Dataset? RowsOf((Phrase Leaf, Phrase Phrase) word) => word.Leaf.Sense switch
    {
        MetricSense { Metric: var metric } when GrammarContext.IsCount(metric) && _context.RootsOf(_context.Of(metric)).Take(2).ToList() is [var root] => root,
        EntitySense { Via: null } entity when word.Phrase.Sense is EntitySense or MeasuresSense => entity.Dataset,
        FieldSense { Field.Dataset: var of } when word.Phrase.Sense is MeasuresSense => of,
        _ => null,
    };

    /// <summary>Whether the words that were passed over, or some of them, say that one has the other, and not that it is there.</summary>
    private bool IsHaving(int from, int to, bool after) => PassedOver(from, to, s => s is HasSense has && has.After == after);

    /// <summary>Whether among words that were passed over some are of a sense, other than as where something is.</summary>
    private bool PassedOver(int from, int to, Func<Sense, bool> sense)
    {
        for (var start = from; start < to; start++)
        {
            var hash = Hashing.Start;
            for (var end = start; end < to; end++)
            {
                hash = _atoms[end].Ignorable ? hash : Hashing.Then(hash, _atoms[end].Hash);
                if (Lexicon.All.Find(hash).Any(e => sense(e.Sense)) && (start == 0 || !KoreanClauses.Places.Contains(_atoms[start - 1].Raw)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
