using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>Whose rows a list is about, and what tells them apart.</content>
internal sealed partial class Assembler
{
    /// <summary>Whether the thing whose rows are meant stands right beside the superlative: "the heaviest shipment", "가장 무거운 화물".</summary>
    private bool IsBeside(int at) => _ranking is { } ranking && at >= 0
        && _sentence.Phrases.TakeWhile(p => p != ranking).Count() is var place && place + 1 < _sentence.Phrases.Count && _sentence.Phrases[place + 1] is var next && (next.Start == at || Covers(next, at))
        && (IsKorean || ranking.Leaves().Any(l => l.Sense is AdjectiveSense));

    private static bool Covers(Phrase phrase, int at) => phrase.Start <= at && at < phrase.End;

    /// <summary>
    /// Whose rows a list is about, and where that is said: the first things named that lead to everything else that is spoken of. Things that merely tell which rows are meant
    /// ("서울 지점의 주문", "화물을 맡긴 고객사") are none.
    /// </summary>
    private (Dataset? Head, int At) HeadOfList()
    {
        var candidates = _sentence.Phrases.Where(p => !_joined.Contains(p)).Select(p => (Phrase: p, Named: HeadNamed(p))).Where(c => c.Named.Of is not null).ToList();
        var spoken = _filters.Select(f => f.Of).Concat(_dated.Select(d => d.Sense.Field.Dataset))
            .Concat(_things.Concat(_joined).Select(t => (t.Sense is JoinedSense joined ? joined.Inner : t.Sense) switch { FieldSense field => field.Field.Dataset, EntitySense entity => entity.Dataset, _ => null }))
            .Concat(_attributes.Select(a => _context.Catalog.FindField(a.Field)?.Dataset)).OfType<Dataset>().Distinct().ToList();
        foreach (var (phrase, named) in candidates)
        {
            var head = named.Of!;
            if (spoken.TrueForAll(o => o == head || head.Lineage.Contains(o) || _context.Reaches(head, o)))
            {
                return (head, named.At);
            }

            var related = spoken.TrueForAll(o => o == head || head.Lineage.Contains(o) || _context.Reaches(head, o) || spoken.Exists(d => _context.LeadsTo(d, head) && (d == o || _context.Reaches(d, o))));
            if (!IsKorean && phrase.Sense is EntitySense)
            {
                // The first things named are what is listed, or the question is another one.
                return related ? (head, named.At) : (null, -1);
            }

            if (IsKorean && related && phrase == candidates[^1].Phrase)
            {
                return (head, named.At);
            }
        }

        // "desserts with their price": a value that is a noun stands for the rows that have it.
        return candidates.Count == 0 && _filters.FirstOrDefault(f => f.Value is { Negated: false, Via: null }).Value is { Field: var noun } && spoken.TrueForAll(o => o == noun.Dataset || _context.Reaches(noun.Dataset, o)) ? Costly(noun.Dataset) : (null, -1);

        (Dataset?, int) Costly(Dataset rows)
        {
            _cost += 0.4;
            return (rows, -1);
        }
    }

    /// <summary>The things that a phrase names as what is spoken of; of a condition, where they stand as its noun.</summary>
    private (Dataset? Of, int At) HeadNamed(Phrase phrase)
    {
        switch (phrase.Sense)
        {
            case EntitySense { Via: null } entity:
                return (entity.Dataset, phrase.Start);
            case MeasuresSense { Items: [var item] } when RowsCountedBy(item) is { } rows:
                return (rows, phrase.Start);
            case NewestRowsSense newest:
                return (newest.Rows.Of, phrase.Start);
            case CountedRowsSense rows:
                return (rows.Of, phrase.Start);
            case RankingSense { Of: { } of }:
                return (DatasetOf(of), phrase.Start);
            case CountedSense { Of: { } of }:
                return (DatasetOf(of), phrase.Start);
            case ConditionSense { Condition: TermCondition, Of: { } of }:
                return (of, phrase.Start);
            case ConditionSense or DatedSense or ValueSense when Grammar.Rules.RelatedThings.ThingOf(phrase) is { } of:
                var noun = phrase.Leaves().Last(l => l.Sense is EntitySense);
                var verb = phrase.Leaves().LastOrDefault(l => l.Sense is VerbSense);
                return IsKorean && verb is not null && verb.Start > noun.Start ? (null, -1) : (of, noun.Start);
            default:
                return (null, -1);
        }
    }

    /// <summary>Whether the things that would be listed are named: "what about Asia?" names none.</summary>
    private bool IsSpokenOf(Dataset head) => _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense switch
    {
        EntitySense entity => entity.Dataset == head || entity.Dataset.Lineage.Contains(head) || head.Lineage.Contains(entity.Dataset),
        FieldSense field => field.Field == head.NameField || field.Field.Dataset == head,
        MetricSense metric => _context.RootsOf(_context.Of(metric.Metric)).Contains(head),
        ConditionSense { Condition: TermCondition, Of: { } of } => of == head,
        VerbSense verb => verb.Field.Dataset == head && _fieldOrder is not null,
        ValueSense value => (head.ToldBy is { } told && told.Field == value.Field) || (value.Field.Dataset == head && _dated.Count > 0 && _sentence.Phrases.Any(p => p.Sense is OfKindSense kind && kind.Kind == value)),
        _ => false,
    });

    /// <summary>"the latest orders" are all of them, newest first; "the latest order" is one.</summary>
    private bool IsPlural(Dataset head) => _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l =>
        ((l.Sense is EntitySense entity && entity.Dataset == head) || l.Sense is MetricSense) && _atoms[l.End - 1] is { Kind: Tokens.AtomKind.Word } last && last.Raw.EndsWith('s') && !last.Raw.Equals(last.Key, StringComparison.OrdinalIgnoreCase));

    private Dataset? DatasetOf(Grouping? grouping) => grouping is FieldGrouping { Via: null } field && _context.Catalog.FindField(field.Field) is { } known && known == known.Dataset.NameField ? known.Dataset : null;

    /// <summary>The first of what the catalog shows of a row, where that tells it from the others: a number of its own, or any text where the key is none to be shown.</summary>
    private static Field? NumberOfRow(Dataset rows) => rows.Listing.FirstOrDefault() switch
    {
        { } first when rows.PrimaryKey is [var key] && first.Name == key || rows.UniqueKeys.Any(k => k is [var own] && own == first.Name) => first,
        { Type.Kind: SqlTypeKind.Text or SqlTypeKind.Unknown } first when first.Values.IsEmpty => first,
        { } when rows.PrimaryKey is [_] => null,
        { } => rows.Listing.FirstOrDefault(f => f.Type.Kind is SqlTypeKind.Text or SqlTypeKind.Unknown) ?? rows.Listing[0],
        null => null,
    };

    /// <summary>What tells a row from the others: its name, else what the catalog shows of it first, else its key.</summary>
    private IEnumerable<FieldGrouping> Identity(Dataset rows) =>
        (rows.NameField is { } name ? [name] : rows.Lineage.Select(NumberOfRow).OfType<Field>().FirstOrDefault() is { } number ? [GrammarContext.FieldOf(rows, number) ?? number] : rows.PrimaryKey.Select(rows.FindField).OfType<Field>()).Select(f => new FieldGrouping(_context.Catalog.NameOf(f)));
}
