using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>The rows of a query, those of the queries within it first: its passes by a way that is given, in a warehouse or out of several.</summary>
/// <param name="rowsOf">The rows of each pass, one a group.</param>
internal sealed class QueryRows(Func<BoundQuery, Seq<FactPass>, IEnumerable<Outcome<PlanNode>>> rowsOf)
{
    /// <param name="rowsOf">The rows of one pass, whatever the others are.</param>
    public QueryRows(Func<BoundQuery, FactPass, Outcome<PlanNode>> rowsOf)
        : this((query, passes) => passes.Select(p => rowsOf(query, p)))
    {
    }

    /// <summary>Groups and numbers of a query, conditions on numbers and the cut included; the order is left to whoever shows them.</summary>
    public Outcome<PlanNode> Of(BoundQuery query)
    {
        var rows = query.Inner is null ? OfSources(query) : OfInner(query);
        return rows.Value is { } computed ? Outcome<PlanNode>.Of(Finished(query, computed)) : rows;
    }

    /// <summary>Having, order and top over rows that hold the groups and measures of the query.</summary>
    private static PlanNode Finished(BoundQuery query, PlanNode rows)
    {
        var filtered = query.Having is { } condition ? new FilterNode(rows, condition) : rows;
        var kept = query.Hidden.IsEmpty ? filtered : new PickNode(filtered, query.Groups.Select(g => g.Name).Concat(query.Measures.Select(m => m.Name)).ToSeq());
        var asked = query.Query is { Listing: not null, OrderBy.IsEmpty: true } ? query.OrderBy.Count : Math.Max(1, query.Query.OrderBy.Count);
        var top = query.Top is { } cut ? cut with { Per = cut.Per.SelectMany(per => Told(query, per)).ToSeq() } : null;
        return query.OrderBy.IsEmpty ? kept : new OrderNode(kept, query.OrderBy, top, query.OrderBy.Take(asked).ToSeq());
    }

    /// <summary>A group column and the keys that tell apart what it calls by the same name.</summary>
    private static IEnumerable<string> Told(BoundQuery query, string group) =>
        query.Groups.SkipWhile(g => g.Name != group).Skip(1).TakeWhile(g => g is { Role: GroupRole.Key, Field: not null }).Select(g => g.Name).Prepend(group);

    /// <summary>Passes of each grain matched on its keys, the coarser ones beside the groups, and the measures computed from them.</summary>
    private Outcome<PlanNode> OfSources(BoundQuery query)
    {
        var passes = FactPass.Combine(query);
        var rows = rowsOf(query, passes).ToList();
        if (rows.Find(r => r.Value is null) is { } failed)
        {
            return failed;
        }

        var grains = passes.Zip(rows).GroupBy(p => p.First.GroupedBy, p => p.Second.Value!).Select(g => new Grain(g.Key, Together(g.ToSeq(), g.Key, PeriodsOf(query, g.Key))));
        var names = passes.SelectMany(p => p.Columns).Select(c => c.Name);
        return Measured(query, grains, names, leaf => leaf is SourceAggregate aggregate ? Planner.Read(aggregate, query, passes, passes.Count > 1) : null);
    }

    /// <summary>The rows of the inner query, grouped again.</summary>
    private Outcome<PlanNode> OfInner(BoundQuery query)
    {
        var inner = Of(query.Inner!);
        if (inner.Value is not { } rows)
        {
            return inner;
        }

        var calls = query.Computed.SelectMany(m => InnerLeaves(m.Formula)).Distinct().ToList();
        var names = calls.Select((_, i) => $"result_{i + 1}").ToList();
        var grains = calls.Select(c => c.GroupedBy).Append(query.Groups.Select(g => g.Name).ToSeq()).Distinct().Select(keys => new Grain(
            keys,
            new RegroupNode(
                rows,
                query.Groups.Zip(query.InnerGroups).Where(g => keys.Contains(g.First.Name)).Select(g => new PlanColumn(g.First.Name, g.Second)).ToSeq(),
                calls.Zip(names).Where(c => c.First.GroupedBy == keys).Select(c => new PlanColumn(c.Second, c.First.Call)).ToSeq())));
        return Measured(query, grains, names, leaf => leaf is InnerAggregate aggregate ? new SqlColumn(null, names[calls.IndexOf(aggregate)]) : null);
    }

    private Outcome<PlanNode> Measured(BoundQuery query, IEnumerable<Grain> grains, IEnumerable<string> names, Func<Formula, SqlExpression?> read)
    {
        var keys = query.Groups.Select(g => g.Name).ToSeq();
        var finest = grains.OrderByDescending(g => g.Keys.Count).ToList();
        var groups = finest.Count > 0 ? finest[0].Rows : new OneRowNode();
        var matched = finest.Skip(1).Aggregate(groups, (finer, coarser) => new BesideNode(finer, coarser.Rows, coarser.Keys));
        var numbers = query.Nested.Select((_, i) => $"number_{i + 1}").ToList();
        foreach (var (nested, name) in query.Nested.Zip(numbers))
        {
            var number = Of(nested);
            if (number.Value is not { } rows)
            {
                return number;
            }

            matched = new BesideNode(matched, new ComputeNode(rows, [], [new PlanColumn(name, new SqlColumn(null, nested.Measures[0].Name))]), []);
        }

        var taken = keys.Concat(names).Concat(numbers).Concat(query.Computed.Select(m => m.Name));
        return Outcome<PlanNode>.Of(MeasureColumns.Over(
            matched,
            keys,
            query.Computed.Select(m => (m.Name, m.Formula)),
            leaf => leaf is NestedNumber number ? new SqlColumn(null, numbers[number.Query]) : read(leaf) ?? throw new System.Diagnostics.UnreachableException(leaf.GetType().Name),
            taken,
            mayBeEmpty: PeriodsOf(query, keys) is not null));
    }

    private static PlanNode Together(Seq<PlanNode> rows, Seq<string> keys, PeriodRows? periods) => rows.Count == 1 && periods is null ? rows[0] : new MatchNode(rows, keys) { Periods = periods };

    /// <summary>The periods that the groups have to have; none where the rows' own are all that is looked at.</summary>
    private static PeriodRows? PeriodsOf(BoundQuery query, Seq<string> keys) =>
        query.Periods is { InRows: true, Periods.IsEmpty: false } periods && keys.Count == query.Groups.Count
            ? new PeriodRows(periods.Column, query.Groups.First(g => g.Name == periods.Column).Grain ?? throw new System.Diagnostics.UnreachableException(), periods.Periods.Select(p => p.Start).ToSeq())
            : null;

    private static IEnumerable<InnerAggregate> InnerLeaves(Formula formula) => formula switch
    {
        InnerAggregate inner => [inner],
        AcrossGroups across => InnerLeaves(across.Of),
        ExpressionFormula expression => expression.Parts.SelectMany(p => InnerLeaves(p.Formula)),
        _ => [],
    };

    /// <summary>Rows told apart by some of the answer's groups.</summary>
    private sealed record Grain(Seq<string> Keys, PlanNode Rows);
}
