using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>What is left of a source's breakdowns and conditions once its bridges are joined; null, and issues, where they cannot be.</summary>
internal sealed record SettledSource(Seq<SqlExpression> Groups, Seq<SqlExpression> Filters);

/// <summary>
/// Joins what a question asks of the other side of bridges, never multiplying what is added up: a breakdown counts a row once for each distinct value that it
/// meets, a condition keeps the rows that meet at least one row for which it holds.
/// </summary>
internal sealed class BridgeBinder(BindingSession session, SourceBuilder source)
{
    private readonly List<LinkedRows> _linked = [];
    private readonly List<SqlExpression> _weights = [];

    /// <summary>A field of a dataset that the question names: found on a to-one way, or over a bridge. Null, and an issue, where ways differ in meaning.</summary>
    public SqlExpression? Asked(Dataset dataset, string? via, Func<SqlExpression?> direct, Func<LinkedRows, Seq<ToOneStep>, SqlExpression> linked)
    {
        var ways = Ways(dataset, via);
        if (ways.Linked.IsEmpty)
        {
            return direct();
        }

        if (ways.Direct.Count + ways.Linked.Count > 1)
        {
            session.Report(session.Issues.TwoWays(source.Root, dataset, ways.Direct.AddRange(ways.Linked.Select(w => w.Steps)), session.Graph));
            return null;
        }

        return Rows(ways.Linked[0]) is { } rows ? linked(rows, ways.Linked[0].After) : null;
    }

    /// <summary>The links of a bridge that leads to one row: joined to the rows of an alias, and the columns of theirs that name that row.</summary>
    public (string Alias, Seq<(SqlColumn Link, string End)> Columns)? Links(string parent, ToOneStep edge)
    {
        var way = new BridgeWay([], edge.Relationship, edge.Reversed, []);
        return (edge.Reversed ? parent : source.Walk(parent, edge.Relationship.Bridge!.Before)) is { } near
            ? new LinkedRows(session, source, way, near, source.Free(way.Links.Name)).Ends()
            : null;
    }

    /// <summary>Whether an expression reads what bridges lead to.</summary>
    public bool IsLinked(SqlExpression asked) => _linked.Exists(l => Reads(asked, l));

    /// <summary>Breakdowns and conditions over joined bridges.</summary>
    public SettledSource? Settle(Seq<SqlExpression> groups, Seq<SqlExpression> filters, bool joined)
    {
        if (_linked.Count == 0)
        {
            return new SettledSource(groups, filters);
        }

        var conditions = new LinkedConditions(session, source, _linked, [.. _linked.Where(l => groups.Any(g => Reads(g, l)))], joined);
        if (conditions.Settle(filters) is not { } kept)
        {
            return null;
        }

        var (settled, filtered) = (groups.ToArray(), kept);
        foreach (var linked in _linked)
        {
            var places = Enumerable.Range(0, settled.Length).Where(i => Reads(groups[i], linked)).ToList();
            if (places.Count == 0)
            {
                continue;
            }

            if (linked.BreakDown(places.Select(i => groups[i]).ToSeq(), conditions.Of(linked), joined) is not { } breakdown)
            {
                return null;
            }

            foreach (var (place, column) in places.Zip(breakdown.Columns))
            {
                settled[place] = column;
            }

            filtered = breakdown.Kept is { } condition ? filtered.Add(condition) : filtered;
            Weigh(linked, breakdown.Weight);
        }

        foreach (var whole in _linked.Where(l => l.Way.Bridge.SplitAllocation && !l.IsBrokenDown))
        {
            session.Note(session.Issues.CountedInWhole(whole.Way.Near, whole.Way.Far));
        }

        return new SettledSource(settled.ToSeq(), filtered);
    }

    /// <summary>The call with each row weighed by the part of it that falls to its group; null, and an issue, where the parts of an aggregate do not add up, or its values are <paramref name="compared"/> as they are.</summary>
    public SqlAggregate? Weighed(SqlAggregate call, string measure, bool compared)
    {
        if (_weights.Count == 0)
        {
            return call;
        }

        if (compared || call.Distinct || call.Name is not ("SUM" or "COUNT"))
        {
            session.Report(session.Issues.NotShared(measure, Labels.Of(_linked.First(l => l.IsBrokenDown && l.Way.Bridge.SplitAllocation).Way.Far, session.Context.Language)));
            return null;
        }

        var part = _weights.Aggregate((left, right) => new SqlBinary(SqlBinaryOperator.Multiply, left, right));
        return call.Name == "COUNT"
            ? call with { Name = "SUM", Arguments = [call.Arguments[0] is SqlStar ? part : new SqlCase(null, [new SqlWhen(new SqlIsNull(call.Arguments[0], Negated: true), part)], null)] }
            : call with { Arguments = [_weights.Aggregate(call.Arguments[0], Times)] };
    }

    /// <summary>Multiplied before it is divided, so that as few digits as possible are lost.</summary>
    private static SqlExpression Times(SqlExpression value, SqlExpression weight) =>
        weight is SqlBinary { Operator: SqlBinaryOperator.Divide } part
            ? new SqlBinary(SqlBinaryOperator.Divide, new SqlBinary(SqlBinaryOperator.Multiply, value, part.Left), part.Right)
            : new SqlBinary(SqlBinaryOperator.Multiply, value, weight);

    private void Weigh(LinkedRows linked, SqlExpression? weight)
    {
        if (weight is not null)
        {
            _weights.Add(weight);
        }
        else
        {
            session.Note(session.Issues.CountedInEach(linked.Way.Near, linked.Way.Far));
        }
    }

    private static bool Reads(SqlExpression expression, LinkedRows linked) => SqlAnalysis.Columns(expression).Any(c => c.Table == linked.Alias);

    private LinkedRows? Rows(BridgeWay asked)
    {
        var way = asked with { After = [] };
        if (_linked.Find(l => l.Way == way) is { } known)
        {
            return known;
        }

        if (source.Walk(source.RootAlias, way.Before) is not { } parent)
        {
            return null;
        }

        var rows = new LinkedRows(session, source, way, parent, source.Free(way.Far.Name));
        _linked.Add(rows);
        return rows;
    }

    /// <summary>
    /// To-one ways and ways over a bridge. A bridge straight to what is asked for means something else than a to-one way to it; a bridge with steps behind it is
    /// looked at only where no to-one way leads there.
    /// </summary>
    private (Seq<Seq<ToOneStep>> Direct, Seq<BridgeWay> Linked) Ways(Dataset dataset, string? via)
    {
        var direct = session.Graph.Ways(source.Root, dataset, via);
        if (session.Graph.Bridges.IsEmpty || (via is null && direct.Any(w => w.IsEmpty)))
        {
            return (direct, []);
        }

        var linked = BridgeWay.Between(session.Graph, source.Root, dataset, via).Where(w => direct.IsEmpty || w.After.IsEmpty).ToSeq();
        var preferred = linked.Where(w => w.Steps.Any(s => s.Relationship.Preferred)).ToSeq();
        var preferredDirect = direct.Where(w => w.Any(s => s.Relationship.Preferred)).ToSeq();
        return linked.IsEmpty || preferred.Count + preferredDirect.Count == 0 ? (direct, linked) : (preferredDirect, preferred);
    }
}
