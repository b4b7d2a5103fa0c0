using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Joins what rollup fields gather to the rows that they are fields of: each child is aggregated in a table of its own, one row a parent, so that no join
/// multiplies anything. Row access and the datasets' own filters hold inside; the question's period and filters stay outside.
/// </summary>
internal sealed class RollupBinder(BindingSession session, SourceBuilder source)
{
    private readonly Dictionary<(string Alias, Dataset Root, Seq<ToOneStep> Way), Gathering> _gathered = [];

    /// <summary>The field over an alias of its dataset; null, and an issue, where it does not bind.</summary>
    public SqlExpression? Bind(RollupExpression rolled, Field field, string alias, string element, int depth)
    {
        var bound = source.Over(
            rolled.Expression,
            column => column.Table == RollupExpression.Parts ? PartOf(rolled, column).Type : source.TypeOfColumn(column, field.Dataset),
            element,
            column => column.Table == RollupExpression.Parts ? Part(PartOf(rolled, column), field, alias, element) : source.ColumnOf(column, alias, field.Dataset, depth));
        return bound is not null && source.MayBeMissing(alias) && !IsNullWithoutRows(rolled) ? WhereThereIsARow(bound, alias, field.Dataset) : bound;
    }

    /// <summary>A count makes zero of nothing, and what stands around an aggregate may make anything of it.</summary>
    private static bool IsNullWithoutRows(RollupExpression rolled) => rolled.Expression is SqlColumn { Table: RollupExpression.Parts } only && PartOf(rolled, only).Call.Name != "COUNT";

    private static RollupPart PartOf(RollupExpression rolled, SqlColumn column) => rolled.Gathered.First(p => p.Name == column.Name);

    /// <summary>A missing row has gathered nothing; nothing is not zero.</summary>
    private SqlExpression WhereThereIsARow(SqlExpression value, string alias, Dataset dataset) => dataset.PrimaryKey.IsEmpty
        ? value
        : new SqlCase(null, [new SqlWhen(new SqlIsNull(source.Physical(alias, dataset, dataset.PrimaryKey[0]), Negated: true), value)], null);

    private SqlExpression? Part(RollupPart part, Field field, string alias, string element)
    {
        var ways = session.Graph.Ways(part.Root, field.Dataset, part.Via);
        if (ways.Count != 1)
        {
            session.Report(ways.IsEmpty ? session.Issues.NoWay(part.Root, field.Dataset) : session.Issues.TwoWays(part.Root, field.Dataset, ways, session.Graph));
            return null;
        }

        if (Rows(part.Root, ways[0], alias) is not { } rows)
        {
            return null;
        }

        var scaled = SourceRegistry.ScaledField(rows.Rows, part.Call);
        if (Call(part, rows.Rows, field.Dataset, ways[0], scaled is not null) is not { } call)
        {
            return null;
        }

        SqlExpression value = rows.Aggregate(NameOf(part), call);
        value = scaled?.Scale is { } scale ? new SqlBinary(SqlBinaryOperator.Multiply, value, new SqlNumber(scale)) : value;
        return part.Call.Name == "COUNT" ? new SqlFunction("COALESCE", [value, new SqlNumber(0)]) : value;
    }

    /// <summary>The rows of one child over one way, one for each parent; every rollup over them shares them.</summary>
    private Gathering? Rows(Dataset root, Seq<ToOneStep> way, string alias)
    {
        if (_gathered.TryGetValue((alias, root, way), out var known))
        {
            return known;
        }

        if (source.Gather(root, way, alias) is not { } gathering)
        {
            return null;
        }

        source.Join(gathering);
        _gathered[(alias, root, way)] = gathering;
        return gathering;
    }

    private static SqlAggregate? Call(RollupPart part, SourceBuilder rows, Dataset home, Seq<ToOneStep> way, bool asStored)
    {
        SqlExpression? Column(SqlColumn column) =>
            column.Table is null ? rows.Walk(rows.RootAlias, way) is { } own ? rows.Physical(own, home, column.Name) : null
            : column.Table == RollupPart.Own ? rows.Walk(rows.RootAlias, way) is { } at ? rows.Inline(at, home.FindField(column.Name)!, 0) : null
            : rows.Resolve(column);

        SqlType? TypeOf(SqlColumn column) =>
            column.Table is null ? SourceBuilder.TypeOf(home, column) : column.Table == RollupPart.Own ? home.FindField(column.Name)?.Type : rows.TypeOf(column);

        var call = part.Call;
        if (!asStored)
        {
            return (SqlAggregate?)rows.Over(call, TypeOf, home.Name, Column);
        }

        return rows.AsStored(call.Arguments[0]) is { } stored && rows.Over(call with { Arguments = [SqlNull.Instance, .. call.Arguments.Skip(1)] }, TypeOf, home.Name, Column) is SqlAggregate rest
            ? rest with { Arguments = [stored, .. rest.Arguments.Skip(1)] }
            : null;
    }

    private static string NameOf(RollupPart part) => $"{part.Call.Name.ToLowerInvariant()}_{(part.Call.Arguments is [SqlColumn column, ..] ? column.Name : part.Root.Name)}";
}
