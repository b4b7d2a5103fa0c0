using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Joining: the ways that are walked, and what every row at their ends must meet.</summary>
internal sealed partial class SourceBuilder
{
    /// <summary>
    /// What is computed at the end of the one way; where exactly one of several ways applies to a row, what is computed at the end of that one. Null, and an
    /// issue, where there is no way, or ways that differ in meaning.
    /// </summary>
    private SqlExpression? At(string alias, Dataset from, Dataset to, string? via, Func<string, SqlExpression?> compute, bool isCondition = false)
    {
        var ways = _session.Graph.Ways(from, to, via);
        if (ways.Count == 1)
        {
            return Walk(alias, ways[0]) is { } end ? compute(end) : null;
        }

        if (!ways.IsEmpty && JoinGraph.PartExclusively(ways) is { } shared)
        {
            var choices = ways.Select(way => Choice(alias, way, shared, compute)).ToList();
            return choices.Contains(null) ? null : Exclusive.Of(choices.OfType<ExclusiveChoice>().ToSeq(), isCondition);
        }

        _session.Report(ways.IsEmpty ? _session.Issues.NoWay(from, to) : _session.Issues.TwoWays(from, to, ways, _session.Graph));
        return null;
    }

    private ExclusiveChoice? Choice(string alias, Seq<ToOneStep> way, int shared, Func<string, SqlExpression?> compute)
    {
        if (Walk(alias, way.Take(shared + 1).ToSeq()) is not { } parted || Walk(parted, way.Skip(shared + 1).ToSeq()) is not { } end || compute(end) is not { } value)
        {
            return null;
        }

        return new ExclusiveChoice(Physical(parted, way[shared].End, way[shared].EndColumns[0]), value);
    }

    /// <summary>Joins the steps of a way; the alias at its end.</summary>
    public string? Walk(string alias, Seq<ToOneStep> way) => way.Aggregate((string?)alias, (at, step) => at is null ? null : Join(at, step));

    private string? Join(string parent, ToOneStep edge)
    {
        if (edge.IsUp && edge.Start.SharesRows)
        {
            return parent;
        }

        if (_aliases.TryGetValue((parent, edge), out var known))
        {
            return known;
        }

        var alias = new[] { edge.End.Name, edge.Relationship.Name }.FirstOrDefault(_taken.Add) ?? Free(edge.End.Name);
        var before = _steps.Count;
        if (OwnFilters(alias, edge.End, isKnownAbove: edge.IsDown) is not { } own)
        {
            return null;
        }

        var within = _steps.Skip(before).ToSeq();
        _steps.RemoveRange(before, _steps.Count - before);
        if (within.FirstOrDefault(s => s.Dataset.Model.Warehouse != edge.End.Model.Warehouse) is { } far)
        {
            _session.Report(_session.Issues.NotYet(Labels.Of(edge.End, _session.Context.Language), $"what limits its rows lies in another warehouse, with {far.Dataset.Name}"));
            return null;
        }

        var start = parent;
        var pairs = edge.Columns.Select(pair => (Start: Physical(parent, edge.Start, pair.Start), pair.End)).ToSeq();
        if (edge.Relationship.Bridge is not null)
        {
            if (_bridges.Links(parent, edge) is not { } links)
            {
                return null;
            }

            (start, pairs) = links;
        }

        var keys = pairs.Select(pair => (SqlExpression)new SqlBinary(SqlBinaryOperator.Equal, pair.Start, Physical(alias, edge.End, pair.End))).ToSeq();
        Add(new JoinStep(alias, start, edge.Relationship, edge.End, edge.MayBeMissing || MayBeMissing(parent), Predicates.All(keys)), within, own);
        _aliases[(parent, edge)] = alias;
        _session.Touch(edge.Relationship.Name);
        _session.Touch(edge.End.Id);
        return alias;
    }

    /// <summary>A step with what its own filters join. Where nothing is kept without a partner, those joins simply follow it.</summary>
    private void Add(JoinStep step, Seq<JoinStep> within, Seq<SqlExpression> own)
    {
        if (within.IsEmpty || step.KeepUnmatched || within.Any(s => s.KeepUnmatched))
        {
            _steps.Add(step with { On = Predicates.All([step.On, .. own]), Within = within });
            return;
        }

        _steps.Add(step);
        _steps.AddRange(within.Take(within.Count - 1));
        _steps.Add(within[^1] with { On = Predicates.All([within[^1].On, .. own]) });
    }

    /// <summary>What every row of a dataset meets, that which it is a kind of included unless those rows were joined before.</summary>
    private Seq<SqlExpression>? OwnFilters(string alias, Dataset dataset, bool isKnownAbove = false)
    {
        if (!AccessRules.MaySee(_session.Context.As, dataset) || !AccessRules.TryRowFilter(_session.Context.As, dataset, out var rows))
        {
            _session.Report(_session.Issues.NotAllowed(Labels.Of(dataset, _session.Context.Language)));
            return null;
        }

        if (dataset.Unsupported is { } reason)
        {
            _session.Report(_session.Issues.NotYet(Labels.Of(dataset, _session.Context.Language), reason));
            return null;
        }

        Seq<SqlExpression> filters = [];
        if (dataset.Filter is { } filter)
        {
            if (Portable(filter, c => TypeOf(dataset, c), dataset.Name) is not { } portable || Replace(portable, c => Physical(alias, dataset, c.Name)) is not { } own)
            {
                return null;
            }

            filters = filters.Add(own);
            _session.TouchDefaultFilter(dataset.Name);
        }

        if (rows is not null)
        {
            if (_session.Defined(withRights: true, () => Logical(rows, alias, dataset)) is not { } visible)
            {
                return null;
            }

            if (SqlFolding.Fold(rows) is not SqlBoolean { Value: true })
            {
                _session.Note(_session.Issues.PartlyHidden(Labels.Of(dataset, _session.Context.Language)));
            }

            filters = filters.Add(visible);
        }

        return isKnownAbove || dataset.ToSupertype is not { } up ? filters : Above(alias, up) is { } inherited ? filters.AddRange(inherited) : null;
    }

    /// <summary>What limits the rows of a supertype limits those of its kinds: conditions on the same row, or the supertype's row joined, which its conditions come with.</summary>
    private Seq<SqlExpression>? Above(string alias, ToOneStep up)
    {
        var limited = up.End.Lineage.Any(d => d.Filter is not null || !d.RowAccess.IsEmpty);
        return !limited ? []
            : up.Start.SharesRows ? OwnFilters(alias, up.End)
            : Join(alias, up) is null ? null : [];
    }
}
