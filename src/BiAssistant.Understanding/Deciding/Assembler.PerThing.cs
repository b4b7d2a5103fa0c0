using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>"average monthly revenue", "average number of bookings per guest": the average over things or periods of a number that each of them has.</content>
internal sealed partial class Assembler
{
    private Grouping? _averaged;

    private void AverageOverThings()
    {
        if (_measures is not [var item])
        {
            return;
        }

        if (_perThings is [{ Sense.Thing: EntitySense { Dataset: var rows } }] && item is { Measure: AggregateMeasure { Function: not AggregateFunction.Sum }, Field: { } field } && GrammarContext.FieldOf(rows, field) is not null)
        {
            // "average weight per shipment": each shipment weighs once.
            _perThings.Clear();
            return;
        }

        if (_perThings is [{ Sense.Thing: EntitySense { Dataset: var own } }] && AddedUp(item) is { } added && GrammarContext.FieldOf(own, added) is not null && _aggregates is [{ Sense: AggregateSense { Function: AggregateFunction.Average } }])
        {
            // "how many litres go into a fill-up on average": each has its own.
            _measures[0] = _context.Of(AggregateFunction.Average, added);
            _perThings.Clear();
            _aggregates.Clear();
            return;
        }

        var average = _aggregates.Find(a => a.Sense is AggregateSense { Function: AggregateFunction.Average });
        var unit = _averageOver is { Sense.Grain: var grain } ? new TimeGrouping(grain) : average is null || _perThings is not [var per] ? null : per.Sense.Thing switch
        {
            EntitySense entity when _context.RootsOf(item).ToList() is { Count: > 0 } roots && roots.TrueForAll(r => r != entity.Dataset && _context.LeadsTo(r, entity.Dataset)) =>
                entity.Dataset.NameField is { } name ? (Grouping?)new FieldGrouping(_context.Catalog.NameOf(name)) : entity.Dataset.PrimaryKey is [var key] && entity.Dataset.FindField(key) is { } id ? new FieldGrouping(_context.Catalog.NameOf(id)) : null,
            GrainSense { Grain: var each } => new TimeGrouping(each),
            _ => null,
        };
        var adds = item.Metric is { } metric ? metric.Additive || GrammarContext.IsCount(metric) : item.Measure is CountMeasure or AggregateMeasure { Function: AggregateFunction.Sum };
        if (unit is null || !adds || _groups.Contains(unit) || _groups.Exists(g => g is TimeGrouping) || _ranking is not null || _operations.Count + _compared.Count + _limits.Count > 0)
        {
            return;
        }

        _averaged = unit;
        _perThings.Clear();
        _averageOver = null;
        if (average is not null)
        {
            _aggregates.Remove(average);
        }

        _cost += 0.3;
    }

    /// <summary>The field that a number adds up, and nothing else; null for any other number.</summary>
    private Semantics.Catalogs.Field? AddedUp(MeasureItem item) => item switch
    {
        { Measure: AggregateMeasure { Function: AggregateFunction.Sum }, Field: { } field } => field,
        { Metric: { } metric } when _context.RootsOf(item).ToList() is [var root] => root.Fields.FirstOrDefault(f => f.Type.IsNumeric && _context.SameAs(_context.Of(AggregateFunction.Sum, f).Measure) == metric),
        _ => null,
    };

    /// <summary>The average over the numbers of each, by what the question breaks down by besides.</summary>
    private SemanticQuery OverThings(SemanticQuery draft)
    {
        if (_averaged is not { } unit)
        {
            return draft;
        }

        var inner = draft with { GroupBy = new[] { unit }.Concat(draft.GroupBy).ToSeq(), OrderBy = [], Top = null };
        var names = OutputNames.Of(inner, _context.Catalog);
        if (unit is FieldGrouping)
        {
            inner = OnlyMembersOf(inner);
        }

        return new SemanticQuery
        {
            Measures = [new ColumnMeasure(AggregateFunction.Average, names.Measures[0])],
            GroupBy = names.Groups.Skip(1).Select(g => (Grouping)new ColumnGrouping(g)).ToSeq(),
            Over = inner,
        };
    }

    private SemanticQuery OnlyMembersOf(SemanticQuery query) => OnlyMembers(query with { Top = new Top(1) }) with { Top = query.Top };
}
