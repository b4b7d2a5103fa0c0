using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>
/// Portable queries over the workshop at random from a seed, each with one meaning: types fit, what is compared or ordered by is exact, and an order that matters is total. Unlike
/// <see cref="RandomTrees"/>, whose trees need not make sense, these are run.
/// </summary>
internal sealed partial class QueryGenerator(int seed)
{
    private static readonly ValueKind[] Kinds = Enum.GetValues<ValueKind>();

    private static readonly ValueKind[] ExactKinds = [.. Kinds.Where(kind => kind != ValueKind.Inexact)];

    private readonly Random _random = new(seed);
    private readonly List<Table> _steps = [];
    private int _names;
    private int _parameters;

    public GeneratedQuery Query() => Query(Some(1, 4, () => Pick(Kinds)), depth: 2, isWhole: true);

    /// <summary>A query with columns of these kinds; alone it may be ordered by any of its columns, and cut only where the order is total.</summary>
    private GeneratedQuery Query(IReadOnlyList<ValueKind> kinds, int depth, bool isWhole)
    {
        var common = isWhole && Chance(5) ? Some(1, 2, () => Step(depth - 1)) : [];
        var body = depth > 0 && Chance(6) ? SetOperation(kinds, depth) : Select(kinds, depth);
        var ordered = body with { Query = body.Query with { With = [.. common] } };
        return Chance(3) ? ordered : Ordered(ordered);
    }

    private SqlCommonTable Step(int depth)
    {
        var name = Name("step");
        var made = Query(Some(2, 4, () => Pick(ExactKinds)), depth, isWhole: false);
        _steps.Add(made.AsTable(name));
        return new SqlCommonTable(name, made.Query, Chance(2) ? "What the rest reads" : null);
    }

    private GeneratedQuery Ordered(GeneratedQuery query)
    {
        var exact = query.Columns.Where(column => column.Kind != ValueKind.Inexact).Select(column => Order(new SqlColumn(null, column.Name))).ToSeq();
        var isTotal = exact.Count == query.Columns.Count;
        return new GeneratedQuery(
            query.Query with
            {
                OrderBy = isTotal ? Shuffled(exact) : exact,
                Limit = isTotal && Chance(3) ? _random.Next(1, 9) : null,
                Offset = isTotal && Chance(8) ? _random.Next(2) : null,
            },
            query.Columns)
        {
            IsOrdered = isTotal,
        };
    }

    private GeneratedQuery SetOperation(IReadOnlyList<ValueKind> kinds, int depth)
    {
        var comparable = kinds.Select(kind => kind == ValueKind.Inexact ? ValueKind.Exact : kind).ToList();
        var left = Query(comparable, depth - 1, isWhole: false);
        var right = Query(comparable, depth - 1, isWhole: false);
        var kind = Pick(SqlSetOperator.Union, SqlSetOperator.Union, SqlSetOperator.Union, SqlSetOperator.Except, SqlSetOperator.Except, SqlSetOperator.Intersect);
        return new GeneratedQuery(new SqlSetOperation(kind, Chance(3), left.Query, right.Query), left.Columns);
    }

    private GeneratedQuery Select(IReadOnlyList<ValueKind> kinds, int depth)
    {
        if (Chance(20))
        {
            return Items(kinds, new SqlSelect([], null), Scope.Nothing, depth);
        }

        var (relation, rows) = Relation(depth);
        var select = new SqlSelect([], relation) { Where = Chance(2) ? Lenient(rows with { Subqueries = true }, depth) : null };
        return Chance(3) ? Groups(kinds, select, rows, depth) : Items(kinds, select, rows with { Windows = true, Subqueries = true }, depth);
    }

    /// <summary>Grouped by one or two keys, or all rows in one.</summary>
    private GeneratedQuery Groups(IReadOnlyList<ValueKind> kinds, SqlSelect select, Scope rows, int depth)
    {
        var keys = Chance(5) ? [] : Some(1, 2, () => Key(rows.Plain)).DistinctBy(key => key.Expression).ToList();
        var groups = new Scope(keys, [.. keys.Select(key => key.Expression)], IsUnique: true) { Grouped = rows.Plain };
        return Items(
            kinds,
            select with { GroupBy = [.. groups.Key], Having = Chance(4) ? Lenient(groups, 1) : null },
            groups with { Windows = keys.Count > 0 && Chance(2), Subqueries = Chance(4) },
            depth);
    }

    /// <summary>A column, or what is computed from one: a constant would be read as a column's position.</summary>
    private Given Key(Scope rows)
    {
        var kind = KindOf(rows);
        return new Given(FromColumns(kind, rows, kind == ValueKind.Truth ? 0 : 1), kind);
    }

    private GeneratedQuery Items(IReadOnlyList<ValueKind> kinds, SqlSelect select, Scope scope, int depth)
    {
        var columns = kinds.Select(kind => new TableColumn(Name("c"), kind)).ToList();
        var items = columns.Select(column => new SqlSelectItem(Value(column.Kind, scope, depth), column.Name));
        return new GeneratedQuery(select with { Items = [.. items], Distinct = !kinds.Contains(ValueKind.Inexact) && Chance(5) }, columns);
    }

    /// <summary>A kind that the scope has a value of.</summary>
    private ValueKind KindOf(Scope scope) => scope.Givens.Count == 0 ? Pick(ExactKinds) : scope.Givens[_random.Next(scope.Givens.Count)].Kind;

    private SqlOrder Order(SqlExpression term) => new(term, Chance(2), Pick(Enum.GetValues<SqlNullOrder>()));

    private string Name(string prefix) => $"{prefix}{++_names}";

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(params ReadOnlySpan<T> from) => from[_random.Next(from.Length)];

    private SqlExpression OneOf(params ReadOnlySpan<Func<SqlExpression>> ways) => Pick(ways)();

    private List<T> Some<T>(int least, int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make())];

    private Seq<T> Shuffled<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        _random.Shuffle(shuffled);
        return shuffled.ToSeq();
    }
}

/// <summary>A query, what its columns hold, and whether its order leaves nothing to chance.</summary>
internal sealed record GeneratedQuery(SqlQuery Query, IReadOnlyList<TableColumn> Columns)
{
    public bool IsOrdered { get; init; }

    /// <summary>The query as a table; no two of its rows are the same where it says so.</summary>
    public Table AsTable(string name) =>
        new(name, Query is SqlSelect { Distinct: true } or SqlSetOperation { All: false, } ? [.. Columns.Select(column => column.Name)] : [], Columns);
}
