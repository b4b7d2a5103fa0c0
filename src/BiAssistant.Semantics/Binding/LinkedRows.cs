using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>A breakdown over a bridge that is joined.</summary>
/// <param name="Columns">What was asked, as it is known outside, in the same order.</param>
/// <param name="Weight">The part of a row that counts in each group; null where it counts in whole.</param>
/// <param name="Kept">What is left to ask of rows; null where the join leaves them out.</param>
internal sealed record Breakdown(Seq<SqlExpression> Columns, SqlExpression? Weight, SqlExpression? Kept);

/// <summary>
/// The rows on the other side of a bridge, as the rows of an alias meet them. A field of theirs first becomes a column of <see cref="Alias"/> that stands for it;
/// once all that is asked is known, each use gathers the links anew: for a breakdown, the distinct values that a row meets; for a condition, the rows that meet one.
/// </summary>
internal sealed class LinkedRows(BindingSession session, SourceBuilder source, BridgeWay way, string parent, string alias)
{
    private readonly List<(string Name, Field? Field, (Dataset Dataset, string Column)? Physical, Seq<ToOneStep> After)> _asked = [];

    /// <summary>The name of the breakdown's relation, and of the columns that stand for what was asked.</summary>
    public string Alias => alias;

    public BridgeWay Way => way;

    /// <summary>A breakdown by values of the other side has been joined.</summary>
    public bool IsBrokenDown { get; private set; }

    public SqlColumn Field(Field field, Seq<ToOneStep> after) => Standing(field.Name, field, null, after);

    public SqlColumn Column(Dataset dataset, string column, Seq<ToOneStep> after) => Standing(column, null, (dataset, column), after);

    /// <summary>The distinct values of these expressions among the rows that each row meets and that meet the conditions. With conditions, rows that meet nothing are left out.</summary>
    /// <param name="expressions">Over standing columns.</param>
    /// <param name="conditions">Over standing columns too.</param>
    /// <param name="joined">Whether the join may leave rows out; else a condition does.</param>
    public Breakdown? BreakDown(Seq<SqlExpression> expressions, Seq<SqlExpression> conditions, bool joined)
    {
        var only = way.Bridge.Required || (joined && !conditions.IsEmpty);
        if (Gathered(alias, conditions, only, out var far) is not { } rows || far is null)
        {
            return null;
        }

        var columns = expressions.Select(e => Inside(e, rows.Rows, far) is { } inner ? rows.Key(SqlAnalysis.Columns(e)[0].Name, inner) : null).ToList();
        rows.IsMany = true;
        rows.IsShared = way.Bridge.SplitAllocation;
        var weight = rows.IsShared ? Weight(rows, far) : null;
        if (columns.Contains(null) || (rows.IsShared && weight is null))
        {
            return null;
        }

        source.Join(rows);
        IsBrokenDown = true;
        return new Breakdown(columns.OfType<SqlExpression>().ToSeq(), weight, conditions.IsEmpty || only ? null : new SqlIsNull(rows.FirstKey, Negated: true));
    }

    /// <summary>Whether a row meets one that the condition holds for; with <paramref name="only"/>, rows without one are left out by the join already.</summary>
    public SqlExpression? Meets(SqlExpression condition, bool only)
    {
        var name = source.Free($"{way.Near.Name}_with_{way.Far.Name}");
        if (Gathered(name, [condition], only, out _) is not { } rows)
        {
            return null;
        }

        source.Join(rows);
        return new SqlIsNull(rows.FirstKey, Negated: true);
    }

    /// <summary>Which row each row meets, where it is declared to meet one: the relation that says so, and what its columns are compared with.</summary>
    public (string Alias, Seq<(SqlColumn Link, string End)> Columns)? Ends()
    {
        if (Gathered(alias, [], way.Bridge.Required, out var far) is not { } rows || far is null)
        {
            return null;
        }

        var columns = way.ToFar[^1].Columns.Select(c => (rows.Key(c.Start, rows.Rows.Physical(far, way.Far, c.End)), c.End)).ToSeq();
        source.Join(rows);
        return (alias, columns);
    }

    private SqlColumn Standing(string name, Field? field, (Dataset, string)? physical, Seq<ToOneStep> after)
    {
        var index = _asked.FindIndex(a => a.Field == field && a.Physical == physical && a.After == after);
        if (index < 0)
        {
            index = _asked.Count;
            var free = _asked.Exists(a => a.Name == name) ? $"{name}_{index + 1}" : name;
            _asked.Add((free, field, physical, after));
        }

        return new SqlColumn(alias, _asked[index].Name);
    }

    /// <summary>Links whose other side meets the conditions, matched with the rows of this side; the alias of the other side in them.</summary>
    private Gathering? Gathered(string name, Seq<SqlExpression> conditions, bool only, out string? far)
    {
        far = null;
        if (source.Nested(way.Links) is not { } links
            || links.RootFilters() is not { } filters
            || links.Walk(links.RootAlias, way.ToNear.Take(way.ToNear.Count - 1).ToSeq()) is not { } near
            || links.Walk(links.RootAlias, way.ToFar) is not { } end)
        {
            return null;
        }

        far = end;
        var rows = new Gathering(links, name, parent, way.Bridge) { KeepUnmatched = !only };
        var last = way.ToNear[^1];
        foreach (var (link, column) in last.Columns)
        {
            rows.Match(source.Physical(parent, last.End, column), link, links.Physical(near, last.Start, link));
        }

        rows.Keep(filters);
        if (links.MayBeMissing(end))
        {
            rows.Keep([new SqlIsNull(links.Physical(end, way.Far, way.ToFar[^1].Columns[0].End), Negated: true)]);
        }

        foreach (var condition in conditions)
        {
            if (Inside(condition, links, end) is not { } inner)
            {
                return null;
            }

            rows.Keep([inner]);
        }

        session.Touch(way.Bridge.Name);
        return rows;
    }

    /// <summary>The part of a row that falls to the links of one group: of all the things that it meets, how many are in the group.</summary>
    private SqlBinary? Weight(Gathering rows, string far)
    {
        var keys = way.ToFar[^1].Columns;
        if (keys.Count > 1)
        {
            session.Report(session.Issues.NotYet(Labels.Of(way.Far, session.Context.Language), "totals are split among rows whose key has several columns."));
            return null;
        }

        if (Gathered(source.Free($"{alias}_in_all"), [], only: false, out var end) is not { } all || end is null)
        {
            return null;
        }

        SqlColumn Counted(Gathering links, string at) =>
            links.Aggregate("links", new SqlAggregate("COUNT", [links.Rows.Physical(at, way.Far, keys[0].End)]) { Distinct = true });

        var (part, whole) = (Counted(rows, far), Counted(all, end));
        source.Join(all);
        return new SqlBinary(SqlBinaryOperator.Divide, Or1(part), Or1(whole));
    }

    /// <summary>A row that meets nothing counts in whole, in the group without a value.</summary>
    private static SqlFunction Or1(SqlColumn count) => new("COALESCE", [count, new SqlNumber(1)]);

    /// <summary>An expression over the standing columns, over the relations of the links.</summary>
    private SqlExpression? Inside(SqlExpression expression, SourceBuilder links, string far)
    {
        var failed = false;
        var inside = expression.Rewrite(e =>
        {
            if (e is not SqlColumn column || column.Table != alias)
            {
                return null;
            }

            var asked = _asked.Find(a => a.Name == column.Name);
            var end = links.Walk(far, asked.After);
            var bound = end is null ? null : asked.Physical is { } physical ? links.Physical(end, physical.Dataset, physical.Column) : links.Inline(end, asked.Field!, 0);
            failed |= bound is null;
            return bound;
        });
        return failed ? null : inside;
    }
}
