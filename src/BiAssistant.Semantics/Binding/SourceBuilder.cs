using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Grows the join tree of one source: each logical field asked for becomes an expression over the aliases of relations joined so far, and joins what it needs.
/// Gives null, and an issue, where there is no way or more than one.
/// </summary>
internal sealed class SourceBuilder
{
    private const int DeepestField = 16;

    private readonly BindingSession _session;
    private readonly List<JoinStep> _steps = [];
    private readonly Dictionary<(string Parent, ToOneStep Edge), string> _aliases = [];
    private readonly HashSet<string> _taken;
    private readonly SourceReads _reads = new();

    /// <param name="session">What this binding gathers.</param>
    /// <param name="root">The dataset whose rows are aggregated.</param>
    /// <param name="taken">Aliases of the query around this one, which it can see.</param>
    public SourceBuilder(BindingSession session, Dataset root, IEnumerable<string>? taken = null)
    {
        _session = session;
        _taken = [.. taken ?? []];
        Root = root;
        RootAlias = Free(root.Name);
        _reads.Add(root);
        session.Touch(root.Id);
    }

    public Dataset Root { get; }

    public string RootAlias { get; }

    /// <summary>Every alias in use.</summary>
    public IReadOnlyCollection<string> Taken => _taken;

    public JoinTree Tree => new(RootAlias, Root, _steps.ToSeq());

    public Seq<BoundRead> Reads => _reads.ToSeq();

    /// <summary>An alias that nothing else has, taken now.</summary>
    public string Free(string name) => Enumerable.Range(1, int.MaxValue - 1).Select(n => n == 1 ? name : $"{name}_{n}").First(_taken.Add);

    /// <summary>The root's own filter and the rows that the asker may see of it.</summary>
    public Seq<SqlExpression>? RootFilters() => OwnFilters(RootAlias, Root);

    /// <summary>A field, reached from the root.</summary>
    public SqlExpression? Field(Field field, string? via = null) =>
        Reach(RootAlias, Root, field.Dataset, via) is { } alias ? Inline(alias, field, 0) : null;

    /// <summary>The one field that an expression is, with nothing around it; null when it is more than that.</summary>
    public Field? FieldOf(SqlExpression expression) => expression is SqlColumn column ? Target(column, Root).Field : null;

    /// <summary>A scaled field as it is stored, so that a sum is taken in stored units and scaled once.</summary>
    public SqlExpression? AsStored(SqlExpression column) =>
        column is SqlColumn logical && Target(logical, Root) is { Field: { } field } target && Reach(RootAlias, Root, field.Dataset, target.Via) is { } alias
            ? Stored(alias, field, 0)
            : null;

    /// <summary>A column of a dataset, reached from the root.</summary>
    public SqlExpression? Column(Dataset dataset, string column, string? via = null) =>
        Reach(RootAlias, Root, dataset, via) is { } alias ? Physical(alias, dataset, column) : null;

    /// <summary>An expression over logical fields; unprefixed ones belong to <paramref name="home"/>.</summary>
    public SqlExpression? Logical(SqlExpression expression, Dataset home) =>
        Reach(RootAlias, Root, home, null) is { } alias ? Logical(expression, alias, home) : null;

    private SqlExpression? Logical(SqlExpression expression, string alias, Dataset home) =>
        Portable(expression, column => Target(column, home).Field?.Type, home.Name) is { } portable
            ? Replace(portable, column => Resolve(column, alias, home, 0))
            : null;

    private SqlExpression? Portable(SqlExpression expression, Func<SqlColumn, SqlType?> typeOf, string element)
    {
        var portable = DateArithmetic.Portable(expression, column => typeOf(column) ?? SqlType.Unknown);
        if (portable is null)
        {
            _session.Report(_session.Issues.NotYet(element, "two instants are subtracted without saying in which unit; DATE_DIFF says it."));
        }

        return portable;
    }

    /// <summary>The type of a physical column as the field that is just that column declares it.</summary>
    private static SqlType? TypeOf(Dataset dataset, SqlColumn column) => dataset.Fields.FirstOrDefault(f => f.Expression == column)?.Type;

    private SqlExpression? Resolve(SqlColumn column, string alias, Dataset at, int depth)
    {
        var (field, via) = Target(column, at);
        if (field is null)
        {
            _session.Report(_session.Issues.Unknown("field", column.Table is null ? $"{at.Name}.{column.Name}" : $"{column.Table}.{column.Name}"));
            return null;
        }

        return Reach(alias, at, field.Dataset, via) is { } reached ? Inline(reached, field, depth) : null;
    }

    /// <summary>What a logical name means at a dataset: its own field, another dataset's, or one at the end of a named relationship.</summary>
    private (Field? Field, string? Via) Target(SqlColumn column, Dataset at)
    {
        if (column.Table is not { } table)
        {
            return (at.FindField(column.Name), null);
        }

        return _session.Catalog.FindDataset(table) is { } dataset
            ? (dataset.FindField(column.Name), null)
            : (_session.Graph.TargetOf(table)?.FindField(column.Name), table);
    }

    private SqlExpression? Inline(string alias, Field field, int depth) =>
        (Stored(alias, field, depth), field.Scale) switch
        {
            (null, _) => null,
            ({ } stored, { } scale) => new SqlBinary(SqlBinaryOperator.Multiply, stored, new SqlNumber(scale)),
            ({ } stored, null) => stored,
        };

    private SqlExpression? Stored(string alias, Field field, int depth)
    {
        if (!AccessRules.MaySee(_session.Context.As, field))
        {
            _session.Report(_session.Issues.NotAllowed(Labels.Of(field, _session.Context.Language)));
            return null;
        }

        if (field.Unsupported is not null || depth > DeepestField)
        {
            _session.Report(_session.Issues.NotYet(Labels.Of(field, _session.Context.Language), field.Unsupported ?? "it is computed from itself"));
            return null;
        }

        _session.Touch(field.Id);
        var portable = Portable(field.Expression, c => c.Table is null ? TypeOf(field.Dataset, c) : Target(c, field.Dataset).Field?.Type, Labels.Of(field, _session.Context.Language));
        return portable is null ? null : Replace(portable, column => column.Table is null
            ? Physical(alias, field.Dataset, column.Name)
            : Resolve(column, alias, field.Dataset, depth + 1));
    }

    private SqlColumn Physical(string alias, Dataset dataset, string column)
    {
        _reads.Add(dataset, column);
        return new SqlColumn(alias, column);
    }

    private string? Reach(string alias, Dataset from, Dataset to, string? via)
    {
        var ways = _session.Graph.Ways(from, to, via);
        if (ways.Count != 1)
        {
            _session.Report(ways.IsEmpty ? _session.Issues.NoWay(from, to) : _session.Issues.TwoWays(from, to, ways));
            return null;
        }

        foreach (var edge in ways[0])
        {
            if (Join(alias, edge) is not { } joined)
            {
                return null;
            }

            alias = joined;
        }

        return alias;
    }

    private string? Join(string parent, ToOneStep edge)
    {
        if (_aliases.TryGetValue((parent, edge), out var known))
        {
            return known;
        }

        var alias = FreeAlias(edge);
        if (OwnFilters(alias, edge.End) is not { } own)
        {
            return null;
        }

        var (fromColumns, toColumns) = edge.Reversed
            ? (edge.Relationship.ToColumns, edge.Relationship.FromColumns)
            : (edge.Relationship.FromColumns, edge.Relationship.ToColumns);
        var keys = fromColumns.Zip(toColumns, (from, to) => (SqlExpression)new SqlBinary(
            SqlBinaryOperator.Equal,
            Physical(parent, edge.Start, from),
            Physical(alias, edge.End, to)));
        var parentMissing = _steps.FirstOrDefault(s => s.Alias == parent)?.KeepUnmatched ?? false;
        _steps.Add(new JoinStep(alias, parent, edge.Relationship, edge.End, edge.MayBeMissing || parentMissing, Predicates.All([.. keys, .. own])));
        _aliases[(parent, edge)] = alias;
        _session.Touch(edge.Relationship.Name);
        _session.Touch(edge.End.Id);
        return alias;
    }

    private string FreeAlias(ToOneStep edge)
    {
        var names = new[] { edge.End.Name, edge.Relationship.Name }.Concat(Enumerable.Range(2, 100).Select(n => $"{edge.End.Name}_{n}"));
        return names.First(_taken.Add);
    }

    private Seq<SqlExpression>? OwnFilters(string alias, Dataset dataset)
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

        if (rows is null)
        {
            return filters;
        }

        return Logical(rows, alias, dataset) is { } visible ? filters.Add(visible) : null;
    }

    /// <summary>Columns replaced, and the product's clock put in place of CURRENT_DATE and CURRENT_TIMESTAMP.</summary>
    private SqlExpression? Replace(SqlExpression expression, Func<SqlColumn, SqlExpression?> replace)
    {
        var failed = false;
        var replaced = expression.Rewrite(e =>
        {
            if (e is SqlNow now)
            {
                return _session.Clock(now);
            }

            if (e is not SqlColumn column)
            {
                return null;
            }

            var found = replace(column);
            failed |= found is null;
            return found;
        });
        return failed ? null : replaced;
    }
}
