using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>
/// Snapshots: rows numbered by their moment within each period, then those of one moment kept; or all of them beside the number of moments. What was asked for chooses among them
/// afterwards.
/// </summary>
internal static class SnapshotLowering
{
    private const string Moment = "moment";

    public static SelectDraft Lower(SelectDraft draft, BoundSnapshot snapshot, Steps steps)
    {
        var names = Names(draft);
        var average = snapshot.Take == SnapshotTake.Average;
        var place = new SqlWindow(
            new SqlFunction(average ? "DENSE_RANK" : "RANK", []),
            snapshot.Per,
            [new SqlOrder(snapshot.Over, Descending: snapshot.Take == SnapshotTake.Last)]);
        var columns = names.Select(n => new SqlSelectItem(n.Key, n.Key.Name == n.Value ? null : n.Value)).ToSeq();
        var parts = average ? snapshot.Per.Select((p, i) => new SqlSelectItem(p, $"part_{i + 1}")).ToSeq() : [];
        var numbered = new SqlSelect([.. columns, .. parts, new SqlSelectItem(place, Moment)], draft.From)
        {
            Where = snapshot.Rows.IsEmpty ? null : Predicates.All(snapshot.Rows),
        };
        var name = steps.Share(BoundSnapshot.Alias, numbered, average ? "rows numbered by their moment" : "rows numbered from the moment that counts");
        var kept = new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn(BoundSnapshot.Alias, Moment), new SqlNumber(1));
        var from = average ? Counted(name, [.. names.Values], parts, steps) : Table(name);
        var where = draft.Where is { } filter ? Over(filter, names) : null;
        return draft with
        {
            From = from,
            Columns = draft.Columns.Select(c => c with { Expression = Over(c.Expression, names) }).ToSeq(),
            Where = average ? where : where is null ? kept : new SqlBinary(SqlBinaryOperator.And, kept, where),
            GroupBy = draft.GroupBy.Select(g => Over(g, names)).ToSeq(),
        };
    }

    private static SqlTable Table(string name) => new([name], name == BoundSnapshot.Alias ? null : BoundSnapshot.Alias);

    private static SqlTable Counted(string numbered, IReadOnlyList<string> columns, Seq<SqlSelectItem> parts, Steps steps)
    {
        var most = new SqlWindow(new SqlAggregate("MAX", [new SqlColumn(null, Moment)]), parts.Select(p => (SqlExpression)new SqlColumn(null, p.Alias!)).ToSeq(), []);
        var items = columns.Select(c => new SqlSelectItem(new SqlColumn(null, c))).ToSeq();
        return Table(steps.Share(
            BoundSnapshot.Alias,
            new SqlSelect(items.Add(new SqlSelectItem(most, BoundSnapshot.Moments.Name)), new SqlTable([numbered])),
            "how many moments each period has"));
    }

    /// <summary>A name for each column that is used after the moments are found.</summary>
    private static Dictionary<SqlColumn, string> Names(SelectDraft draft)
    {
        var names = new Dictionary<SqlColumn, string>();
        var used = draft.Columns.Select(c => c.Expression).Concat(draft.GroupBy).Concat(draft.Where is { } where ? [where] : []).SelectMany(e => SqlAnalysis.Columns(e));
        foreach (var column in used.Where(c => c.Table is not null && c != BoundSnapshot.Moments).Distinct())
        {
            names[column] = Free(column.Name, names) ?? Free(ShortName.Of($"{column.Table}_{column.Name}"), names) ?? $"column_{names.Count + 1}";
        }

        return names;
    }

    private static string? Free(string name, Dictionary<SqlColumn, string> taken) => taken.ContainsValue(name) || name == Moment || name == BoundSnapshot.Moments.Name || name.StartsWith("part_", StringComparison.Ordinal) ? null : name;

    private static SqlExpression Over(SqlExpression expression, Dictionary<SqlColumn, string> names) =>
        expression.Rewrite(e => e is SqlColumn column && names.TryGetValue(column, out var name) ? new SqlColumn(BoundSnapshot.Alias, name) : null);
}
