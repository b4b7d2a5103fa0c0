using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Gathering: rows of a dataset that point here, made into one for each row that they point to.</summary>
internal sealed partial class SourceBuilder
{
    /// <summary>With what is put behind it, a name stays within what every engine keeps.</summary>
    private const int LongestName = 50;

    /// <summary>Joins the results of a nested query by their keys; gives their alias. Equal ones are joined once.</summary>
    /// <param name="nested">The results.</param>
    /// <param name="values">What each key is compared with.</param>
    /// <param name="nullsMeet">An empty value belongs to the results of the empty key.</param>
    public string Join(NestedRows nested, Seq<SqlExpression> values, bool nullsMeet)
    {
        foreach (var known in _steps.Where(s => s.Nested == nested))
        {
            if (known.On == On(known.Alias))
            {
                return known.Alias;
            }
        }

        var alias = Free(nested.Query.Measures is [{ Name: { Length: <= LongestName } name }, ..] ? $"{name}_found" : "found");
        _reads.Add(nested.Query.AllSources.SelectMany(s => s.Reads));
        _steps.Add(new JoinStep(alias, RootAlias, null, Root, KeepUnmatched: true, On(alias)) { Nested = nested });
        return alias;

        SqlExpression On(string at) => values.IsEmpty ? Predicates.Always : Predicates.All(nested.Keys.Zip(values, (key, value) => nullsMeet && (value is not SqlColumn { Table: { } table } || table != RootAlias || !Root.PrimaryKey.Contains(((SqlColumn)value).Name))
            ? (SqlExpression)new SqlIsDistinct(value, new SqlColumn(at, key), Negated: true)
            : new SqlBinary(SqlBinaryOperator.Equal, value, new SqlColumn(at, key))).ToSeq());
    }

    /// <summary>What is computed where a dataset is reached from the root; null, and an issue, where there is no one way.</summary>
    public SqlExpression? Reached(Dataset dataset, Func<string, SqlExpression?> compute) => At(RootAlias, Root, dataset, null, compute, isCondition: true);

    /// <summary>The rows of a dataset over a way that leads to rows joined as <paramref name="alias"/>, one for each of them; they count once they are joined. Null, and an issue, where they cannot be gathered.</summary>
    public Gathering? Gather(Dataset root, Seq<ToOneStep> way, string alias)
    {
        var last = way[^1];
        var bridge = last.Relationship.Bridge;
        var (walked, keys) = bridge is null
            ? (way.Take(way.Count - 1).ToSeq(), last.Columns)
            : (way, (last.Reversed ? bridge.Back : bridge.Forth)[^1].Columns.Select(c => (c.End, c.End)).ToSeq());
        if (keys.IsEmpty)
        {
            _session.Report(_session.Issues.NoWay(root, last.End));
            return null;
        }

        if (Nested(root) is not { } rows || rows.RootFilters() is not { } filters || rows.Walk(rows.RootAlias, walked) is not { } at)
        {
            return null;
        }

        var gathering = new Gathering(rows, Free($"{root.Name}_of_{alias}"), alias, last.Relationship);
        gathering.Keep(filters);
        foreach (var (child, parent) in keys)
        {
            gathering.Match(Physical(alias, last.End, parent), child, rows.Physical(at, bridge is null ? last.Start : last.End, child));
        }

        _session.Touch(last.Relationship.Name);
        return gathering;
    }
}
