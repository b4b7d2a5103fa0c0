using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>One of the things that the question names: which has more.</content>
internal sealed partial class Assembler
{
    /// <summary>"did the north or the south have more orders", "북부와 남부 중 주문이 더 많은 곳": the one of those that are named.</summary>
    private void PickAmongListed()
    {
        if (_thans.Count > 0 || _groups.Count > 0 || _operations.Count > 0 || _filters.FindAll(f => f.Value is { Negated: false, Values.Count: > 1 and <= MostSides }) is not [{ Value: { } sides }])
        {
            return;
        }

        var item = _ranking is { Sense: ExtremeMeasureSense { One: false, Count: null, Of: null, ByGoodness: false } level } ? level.Item
            : _ranking is null && _comparatives is [{ Sense: ComparativeOfSense { Item: { } compared } }] ? compared
            : _ranking is null && _comparatives is [{ Sense: ComparativeSense { ByGoodness: false } }] && _measures is [var only] ? only
            : _ranking is null && _comparatives is [{ Sense: ComparativeSense { ByGoodness: false } } more] && _measures.Count == 0 && After(more) is { Sense: EntitySense { Via: null, Dataset: var rows } } thing && thing.Start == more.End ? NumberOf(rows)
            : null;
        if (item is null)
        {
            return;
        }

        var high = _ranking?.Sense is ExtremeMeasureSense extreme ? extreme.High : _comparatives[0].Sense is ComparativeOfSense of ? of.High : ((ComparativeSense)_comparatives[0].Sense).High;
        var said = _ranking ?? _comparatives[0];
        _things.RemoveAll(t => _measures.Count == 0 && t.Start == said.End && t == After(said));
        _comparatives.Clear();
        AddMeasure(item);
        AddGroup(new FieldGrouping(_context.Catalog.NameOf(sides.Field), sides.Via));
        _ranking = new Phrase(said.Start, said.End, new ExtremeMeasureSense(item, high, false, true), said.Cost, said);
        _cost += 0.3;
    }

    /// <summary>Whether "which" asks for one of the values that the question names: "which is higher, A or B".</summary>
    private bool AsksWhichOfListed(Phrase which) => which.Start == 0 && _sentence.Phrases.Any(p => p.Sense is ComparativeSense or ComparativeOfSense) && !_sentence.Phrases.Any(p => p.Sense is ComparedToSense)
        && _sentence.Phrases.Any(p => p.Sense is ValueSense { Negated: false, Values.Count: > 1 });
}
