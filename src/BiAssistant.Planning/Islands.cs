using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>Relations of a join tree that one warehouse can join by itself, reached over a step that the rows before it cannot take there.</summary>
/// <param name="Crossing">The step that leads here; gathered rows and nested results are an island of their own.</param>
/// <param name="Steps">Steps taken on from there.</param>
/// <param name="Links">Conditions of the crossing that compare the island with rows from elsewhere.</param>
/// <param name="Filters">Conditions of the crossing about the island alone.</param>
internal sealed record Island(JoinStep Crossing, Seq<JoinStep> Steps, Seq<SqlExpression> Links, Seq<SqlExpression> Filters)
{
    /// <summary>Its rows are a dataset's, joined to others of theirs.</summary>
    public bool IsDataset => Crossing is { Gathered: null, Nested: null };

    /// <summary>A row may meet several rows of the island: a breakdown over a bridge.</summary>
    public bool IsMany => Crossing.Gathered is { IsMany: true };

    public string Warehouse => Islands.WarehouseOf(Crossing.Dataset);

    public JoinTree Joins => new(Crossing.Alias, Crossing.Dataset, Crossing.Within.AddRange(Steps));
}

/// <summary>A join tree, cut where it leaves a warehouse.</summary>
internal sealed class Islands
{
    /// <summary>Where columns are that only the merge has, as <see cref="HomeOf"/> tells it.</summary>
    public const int Merge = -1;

    private readonly Dictionary<string, int> _homes;

    private Islands(JoinTree home, Seq<Island> away, Dictionary<string, int> homes)
    {
        Home = home;
        Away = away;
        _homes = homes;
    }

    /// <summary>What the root's warehouse joins by itself.</summary>
    public JoinTree Home { get; }

    /// <summary>Everything else, each after the rows that lead to it.</summary>
    public Seq<Island> Away { get; }

    public static string WarehouseOf(Dataset dataset) => dataset.Model.Warehouse ?? "";

    /// <param name="joins">What is cut.</param>
    /// <param name="merged">Relations that rows meet in the merge alone.</param>
    public static Islands Of(JoinTree joins, params IEnumerable<string> merged)
    {
        var parts = new List<(JoinStep? Crossing, string Warehouse, List<JoinStep> Steps)> { (null, WarehouseOf(joins.Root), []) };
        var homes = new Dictionary<string, int> { [joins.Alias] = 0 };
        foreach (var step in joins.Steps)
        {
            var aliases = step.Flat.Select(s => s.Alias).ToHashSet();
            var parent = homes[step.ParentAlias];
            var isWithin = parts[parent].Crossing is null or { Gathered: null, Nested: null }
                && IsWithin(step, parts[parent].Warehouse)
                && SqlAnalysis.Columns(step.On).All(c => c.Table is not { } table || aliases.Contains(table) || homes[table] == parent);
            if (isWithin)
            {
                parts[parent].Steps.Add(step);
            }
            else
            {
                parts.Add((step, WarehouseOf(step.Dataset), []));
            }

            foreach (var alias in aliases)
            {
                homes[alias] = isWithin ? parent : parts.Count - 1;
            }
        }

        foreach (var alias in merged)
        {
            homes[alias] = Merge;
        }

        return new Islands(
            joins with { Steps = parts[0].Steps.ToSeq() },
            parts.Skip(1).Select((part, i) => Cut(part.Crossing!, part.Steps.ToSeq(), c => c.Table is { } table && homes[table] == i + 1)).ToSeq(),
            homes);
    }

    /// <summary>Whether the warehouse of a fact has everything that a pass over it needs.</summary>
    public static bool IsWithin(FactPass pass) => Of(pass.Joins).Away.IsEmpty && pass.Selection switch
    {
        BoundUsual usual => IsWithin(usual.Joins, pass.Warehouse),
        BoundFollowed followed => IsWithin(followed.Joins, pass.Warehouse),
        _ => true,
    };

    /// <summary>Whether one warehouse can join all of it.</summary>
    public static bool IsWithin(JoinTree joins, string warehouse) => WarehouseOf(joins.Root) == warehouse && joins.Steps.All(s => IsWithin(s, warehouse));

    /// <summary>The one warehouse that a query needs; null where it needs several.</summary>
    public static string? WarehouseOf(BoundQuery query) =>
        query.AllSources.SelectMany(s => s.Reads).Select(r => r.Warehouse).Distinct().ToList() is [var only] ? only : null;

    /// <summary>Where the columns of an expression are: 0 in the root's warehouse, n on the n-th island, <see cref="Merge"/>; null where there are none or they are in several places.</summary>
    public int? HomeOf(SqlExpression expression)
    {
        var homes = SqlAnalysis.Columns(expression).Select(c => c.Table is { } table ? _homes.GetValueOrDefault(table) : 0).Distinct().Take(2).ToList();
        return homes is [var home] ? home : null;
    }

    /// <summary>Whether the root's warehouse can compute it; what needs no column can be computed anywhere.</summary>
    public bool IsHome(SqlExpression expression) => SqlAnalysis.Columns(expression).All(c => c.Table is not { } table || _homes.GetValueOrDefault(table) == 0);

    private static bool IsWithin(JoinStep step, string warehouse) => step.Flat.All(s =>
        s.Gathered is { } gathered ? IsWithin(gathered.Joins, warehouse)
        : s.Nested is { } nested ? WarehouseOf(nested.Query) == warehouse
        : WarehouseOf(s.Dataset) == warehouse);

    private static Island Cut(JoinStep crossing, Seq<JoinStep> steps, Func<SqlColumn, bool> isOwn)
    {
        var conditions = crossing.On == Predicates.Always ? [] : Conjuncts.Of(crossing.On);
        var own = conditions.Where(c => SqlAnalysis.Columns(c).All(isOwn)).ToSeq();
        return new Island(crossing, steps, conditions.Where(c => !own.Contains(c)).ToSeq(), own);
    }
}
