using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>What of a pass has to wait for rows of other warehouses: the periods that rows count in, and which of them count at all. The rest is decided where the fact lives.</summary>
/// <param name="Intervals">Null where there are none, or the fact's warehouse can join them.</param>
/// <param name="Selection">Null where all rows count, or the fact's warehouse can tell which.</param>
/// <param name="Filters">Conditions that hold before it is decided which rows count.</param>
/// <param name="Afterwards">Conditions that choose among the rows that count.</param>
internal sealed record MergedSelection(BoundIntervals? Intervals, BoundSelection? Selection, Seq<SqlExpression> Filters, Seq<SqlExpression> Afterwards)
{
    /// <summary>Relations that rows meet in the merge alone.</summary>
    public IEnumerable<string> Aliases => AliasesOf(Intervals).Concat(AliasesOf(Selection));

    public static MergedSelection Of(FactPass pass)
    {
        var intervals = pass.Intervals is { } asked && !Islands.Of(pass.Joins).IsHome(asked.On) ? asked : null;
        var islands = Islands.Of(pass.Joins, AliasesOf(intervals));
        return pass.Selection is not { } selection || IsHome(selection, pass, islands) ? new(intervals, null, pass.Filters, [])
            : selection is BoundSnapshot snapshot ? new(intervals, selection, snapshot.Rows, pass.Filters)
            : new(intervals, selection, pass.Filters, []);
    }

    /// <summary>Which rows count is decided where they live, if everything that it looks at is there. Rows that an island leaves out are no snapshots.</summary>
    private static bool IsHome(BoundSelection selection, FactPass pass, Islands islands) => selection switch
    {
        BoundSnapshot snapshot => snapshot.Per.Add(snapshot.Over).AddRange(snapshot.Rows).All(islands.IsHome) && islands.Away.All(i => i.Crossing.KeepUnmatched || i.Filters.IsEmpty),
        BoundUsual usual => Islands.IsWithin(usual.Joins, pass.Warehouse),
        BoundFollowed followed => Islands.IsWithin(followed.Joins, pass.Warehouse) && followed.Filters.All(islands.IsHome),
        _ => true,
    };

    private static IEnumerable<string> AliasesOf(BoundIntervals? intervals) => intervals is null ? [] : [intervals.Alias];

    private static IEnumerable<string> AliasesOf(BoundSelection? selection) => selection switch
    {
        BoundSnapshot => [BoundSnapshot.Alias],
        BoundUsual => [BoundUsual.Alias],
        BoundFollowed followed => followed.Joins.Steps.SelectMany(s => s.Flat).Select(s => s.Alias).Prepend(followed.Joins.Alias),
        _ => [],
    };
}
