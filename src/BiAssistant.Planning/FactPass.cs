using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>An aggregate call as a column of a pass.</summary>
public sealed record PassColumn(string Name, SqlAggregate Call);

/// <summary>
/// One pass over the rows of one fact: sources that differ only in their filters share it, what they all demand filters the rows, what one alone demands
/// filters its aggregates.
/// </summary>
/// <param name="Name">A name for its rows, unique in the plan.</param>
/// <param name="GroupedBy">Output names of the groups.</param>
/// <param name="Members">Indexes of the bound query's sources.</param>
internal sealed record FactPass(string Name, string Warehouse, JoinTree Joins, Seq<string> GroupedBy, Seq<SqlExpression> Groups, Seq<SqlExpression> Filters, Seq<int> Members, Seq<PassColumn> Columns)
{
    /// <summary>The intervals that rows are counted in; null where the groups say it all.</summary>
    public BoundIntervals? Intervals { get; init; }

    /// <summary>Which of the rows count; null means all.</summary>
    public BoundSelection? Selection { get; init; }

    /// <summary>Those of the groups whose texts are told apart to the last character.</summary>
    public Seq<SqlExpression> Exact { get; init; }

    /// <summary>Its rows are listed one by one.</summary>
    public bool EachRow { get; init; }

    /// <summary>The passes that a query's sources need, in order of first use.</summary>
    public static Seq<FactPass> Combine(BoundQuery query)
    {
        var names = new HashSet<string>();
        var columns = new HashSet<string>();
        var used = query.Computed.SelectMany(m => Leaves(m.Formula, m.Name)).Select(l => l.Aggregate.Source).ToHashSet();
        return query.Sources
            .Select((source, index) => (Source: source, Index: index))
            .Where(s => query.Query.Listing is not null || used.Contains(s.Index))
            .GroupBy(s => (s.Source.Warehouse, s.Source.Joins, s.Source.GroupedBy, s.Source.Groups, s.Source.Intervals, s.Source.Selection))
            .Select(same => Combined(query, UniqueName.Of(same.Key.Joins.Root.Name, names.Add), same.Select(s => s.Index).ToSeq(), columns))
            .ToSeq();
    }

    /// <summary>The column that holds an aggregate of a bound query; null when it belongs to another pass.</summary>
    public PassColumn? ColumnOf(SourceAggregate aggregate, BoundQuery query) =>
        Members.Contains(aggregate.Source) && Filtered(aggregate, query, Filters) is var call ? Columns.First(c => c.Call == call) : null;

    /// <summary>The rows of this pass, grouped and aggregated.</summary>
    public AggregateNode Aggregate(JoinTree joins, Seq<SqlExpression> filters, Seq<PlanColumn> groups, Seq<PlanColumn> aggregates) =>
        new(joins, filters, groups, aggregates) { Intervals = Intervals, Selection = Selection, EachRow = EachRow, Exact = Exact };

    private static FactPass Combined(BoundQuery query, string name, Seq<int> members, HashSet<string> names)
    {
        var rows = SharedRows.Of(members.Select(m => Predicates.Each(query.Sources[m].Filters)).ToSeq());
        var columns = new List<PassColumn>();
        foreach (var (measure, aggregate, path) in query.Computed.SelectMany(m => Leaves(m.Formula, m.Name).Select(l => (m, l.Aggregate, l.Path))))
        {
            if (members.Contains(aggregate.Source) && Filtered(aggregate, query, rows) is var call && columns.All(c => c.Call != call))
            {
                columns.Add(new PassColumn(UniqueName.Of(FreeName(path, measure.Name, query), names.Add), call));
            }
        }

        var first = query.Sources[members[0]];
        return new FactPass(name, first.Warehouse, first.Joins, first.GroupedBy, first.Groups, rows, members, columns.ToSeq())
        {
            Intervals = first.Intervals,
            Selection = first.Selection,
            EachRow = query.Query.Listing is not null,
        };
    }

    private static string FreeName(string path, string measure, BoundQuery query) =>
        ShortName.Of(path, path == measure || query.Groups.All(g => g.Name != path) ? "" : "_value");

    /// <summary>What a source demands beyond the rows of the pass goes into its aggregates, unless the rows already meet it.</summary>
    private static SqlAggregate Filtered(SourceAggregate aggregate, BoundQuery query, Seq<SqlExpression> rows)
    {
        var own = Predicates.Each(query.Sources[aggregate.Source].Filters).Except(rows).ToSeq();
        return own.IsEmpty ? aggregate.Call : aggregate.Call with { Filter = Predicates.All(own) };
    }

    internal static IEnumerable<(SourceAggregate Aggregate, string Path)> Leaves(Formula formula, string path) => formula switch
    {
        SourceAggregate aggregate => [(aggregate, path)],
        CalendarNumber or InnerAggregate or NestedNumber => [],
        AcrossGroups across => Leaves(across.Of, path),
        ExpressionFormula expression => expression.Parts.SelectMany(p => Leaves(p.Formula, $"{path}_{p.Name}")),
        _ => throw new System.Diagnostics.UnreachableException(formula.GetType().Name),
    };
}
