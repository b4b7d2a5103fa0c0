using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Grows the join tree of one source: each logical field asked for becomes an expression over the aliases of relations joined so far, and joins what it needs.
/// Gives null, and an issue, where there is no way or more than one.
/// </summary>
internal sealed partial class SourceBuilder
{
    private const int DeepestField = 16;

    private readonly BindingSession _session;
    private readonly List<JoinStep> _steps = [];
    private readonly Dictionary<(string Parent, ToOneStep Edge), string> _aliases = [];
    private readonly HashSet<string> _taken;
    private readonly List<Gathering> _gathered = [];
    private readonly RollupBinder _rollups;
    private readonly BridgeBinder _bridges;
    private readonly SourceReads _reads;
    private readonly int _depth;

    /// <param name="session">What this binding gathers.</param>
    /// <param name="root">The dataset whose rows are aggregated.</param>
    /// <param name="taken">Aliases of the query around this one, which it can see.</param>
    public SourceBuilder(BindingSession session, Dataset root, IEnumerable<string>? taken = null)
        : this(session, root, taken ?? [], new SourceReads(), 0)
    {
    }

    private SourceBuilder(BindingSession session, Dataset root, IEnumerable<string> taken, SourceReads reads, int depth)
    {
        _session = session;
        _taken = [.. taken];
        _rollups = new RollupBinder(session, this);
        _bridges = new BridgeBinder(session, this);
        _reads = reads;
        _depth = depth;
        Root = root;
        RootAlias = Free(root.Name);
        _reads.Add(root);
        session.Touch(root.Id);
    }

    public Dataset Root { get; }

    public string RootAlias { get; }

    /// <summary>Every alias in use.</summary>
    public IReadOnlyCollection<string> Taken => _taken;

    public JoinTree Tree => new(RootAlias, Root, _steps.Select(Grown).ToSeq());

    public Seq<BoundRead> Reads => _reads.ToSeq();

    /// <summary>An alias that nothing else has, taken now.</summary>
    public string Free(string name) => UniqueName.Of(name, _taken.Add);

    /// <summary>A source of rows that this one joins after they are gathered; null, and an issue, where sources stand in each other without end.</summary>
    public SourceBuilder? Nested(Dataset root)
    {
        if (_depth < DeepestField)
        {
            return new SourceBuilder(_session, root, [], _reads, _depth + 1);
        }

        _session.Report(_session.Issues.NotYet(Labels.Of(root, _session.Context.Language), "what its rows gather leads back to them."));
        return null;
    }

    /// <summary>Joins gathered rows, which grow until the tree is taken.</summary>
    public void Join(Gathering gathering)
    {
        _gathered.Add(gathering);
        _steps.Add(gathering.ToStep());
    }

    /// <summary>A step with gathered rows as they have grown.</summary>
    private JoinStep Grown(JoinStep step) =>
        _gathered.Find(g => g.Alias == step.Alias)?.ToStep() ?? (step.Within.IsEmpty ? step : step with { Within = step.Within.Select(Grown).ToSeq() });

    /// <summary>The root's own filter and the rows that the asker may see of it.</summary>
    public Seq<SqlExpression>? RootFilters() => OwnFilters(RootAlias, Root);

    /// <summary>A field, reached from the root.</summary>
    public SqlExpression? Field(Field field, string? via = null) => At(RootAlias, Root, field.Dataset, via, alias => Inline(alias, field, 0));

    /// <summary>A field that the question breaks down by or asks a condition of: reached from the root, over a bridge too. Over a bridge it counts once <see cref="Settle"/> has joined it.</summary>
    public SqlExpression? Asked(Field field, string? via = null) =>
        _bridges.Asked(field.Dataset, via, () => Field(field, via), (rows, after) => rows.Field(field, after));

    /// <summary>Whether an asked field lies on the other side of a bridge.</summary>
    public bool IsLinked(SqlExpression asked) => _bridges.IsLinked(asked);

    /// <summary>A column that goes with such a field.</summary>
    public SqlExpression? Asked(Dataset dataset, string column, string? via = null) =>
        _bridges.Asked(dataset, via, () => Column(dataset, column, via), (rows, after) => rows.Column(dataset, column, after));

    /// <summary>The breakdowns and conditions that were asked for, with every bridge joined that they need.</summary>
    /// <param name="groups">What the question is broken down by.</param>
    /// <param name="filters">What it asks of the rows.</param>
    /// <param name="joined">Whether rows that do not count may be dropped before which of the others count is decided.</param>
    public SettledSource? Settle(Seq<SqlExpression> groups, Seq<SqlExpression> filters, bool joined) => _bridges.Settle(groups, filters, joined);

    /// <summary>A call as it counts beside the bridges that are joined; null, and an issue, where what they split cannot be added up again.</summary>
    public SqlAggregate? Weighed(SqlAggregate call, string measure, bool compared) => _bridges.Weighed(call, measure, compared);

    /// <summary>The one field that an expression is, with nothing around it; null when it is more than that.</summary>
    public Field? FieldOf(SqlExpression expression) => expression is SqlColumn column ? Target(column, Root).Field : null;

    /// <summary>A scaled field as it is stored, so that a sum is taken in stored units and scaled once.</summary>
    public SqlExpression? AsStored(SqlExpression column) =>
        column is SqlColumn logical && Target(logical, Root) is { Field: { } field } target
            ? At(RootAlias, Root, field.Dataset, target.Via, alias => Stored(alias, field, 0))
            : null;

    /// <summary>A column of a dataset, reached from the root.</summary>
    public SqlExpression? Column(Dataset dataset, string column, string? via = null) => At(RootAlias, Root, dataset, via, alias => Physical(alias, dataset, column));

    /// <summary>An expression over logical fields; unprefixed ones belong to <paramref name="home"/>.</summary>
    public SqlExpression? Logical(SqlExpression expression, Dataset home) => At(RootAlias, Root, home, null, alias => Logical(expression, alias, home), isCondition: true);

    private SqlExpression? Logical(SqlExpression expression, string alias, Dataset home) =>
        Over(expression, column => TypeOf(column, home), home.Name, column => Resolve(column, alias, home, 0));

    /// <summary>An expression with each of its columns replaced, and what only some engines know of dates said portably.</summary>
    public SqlExpression? Over(SqlExpression expression, Func<SqlColumn, SqlType?> typeOf, string element, Func<SqlColumn, SqlExpression?> replace) =>
        Portable(expression, typeOf, element) is { } portable ? Replace(portable, replace) : null;

    /// <summary>A logical field of the root, or of a dataset that it reaches, under the name by which the product knows it.</summary>
    public SqlExpression? Resolve(SqlColumn column) => Resolve(column, RootAlias, Root, 0);

    public SqlType? TypeOf(SqlColumn column) => TypeOf(column, Root);

    private SqlType? TypeOf(SqlColumn column, Dataset at) => Target(column, at).Field?.Type;

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
    public static SqlType? TypeOf(Dataset dataset, SqlColumn column) => dataset.Fields.FirstOrDefault(f => f.Expression == column)?.Type;

    private SqlExpression? Resolve(SqlColumn column, string alias, Dataset at, int depth)
    {
        var (field, via) = Target(column, at);
        if (field is null)
        {
            _session.Report(_session.Issues.Unknown("field", column.Table is null ? $"{at.Name}.{column.Name}" : $"{column.Table}.{column.Name}"));
            return null;
        }

        return At(alias, at, field.Dataset, via, reached => Inline(reached, field, depth));
    }

    /// <summary>What a logical name means at a dataset: its own field, another dataset's, or one at the end of a named relationship.</summary>
    private (Field? Field, string? Via) Target(SqlColumn column, Dataset at)
    {
        if (column.Table is not { } table)
        {
            return (at.FindField(column.Name), null);
        }

        return _session.Catalog.FindDataset(table)?.FindField(column.Name) is { } field
            ? (field, null)
            : (_session.Graph.TargetOf(table)?.FindField(column.Name), table);
    }

    /// <summary>A field of rows already joined.</summary>
    public SqlExpression? Inline(string alias, Field field, int depth) =>
        (Stored(alias, field, depth), field.Scale) switch
        {
            (null, _) => null,
            ({ } stored, { } scale) => new SqlBinary(SqlBinaryOperator.Multiply, stored, new SqlNumber(scale)),
            ({ } stored, null) => stored,
        };

    private SqlExpression? Stored(string alias, Field field, int depth)
    {
        if (!_session.ByDefinition && !AccessRules.MaySee(_session.Context.As, field))
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
        if (field.InheritedFrom is { } origin)
        {
            return field.Dataset.ToSupertype is { } up && Join(alias, up) is { } above ? Stored(above, origin, depth) : null;
        }

        var element = Labels.Of(field, _session.Context.Language);
        return field.Rolled is { } rolled
            ? _rollups.Bind(rolled, field, alias, element, depth)
            : Over(field.Expression, c => TypeOfColumn(c, field.Dataset), element, c => ColumnOf(c, alias, field.Dataset, depth)) is { } value ? Zones.Local(Filled(value, field), field.Type, field.Dataset.Model)
            : null;
    }

    /// <summary>What counts as empty is empty wherever the field is used: it makes no group of its own and no average lower.</summary>
    private static SqlExpression Filled(SqlExpression value, Field field) =>
        field.NullValues.Aggregate(value, (filled, nothing) => new SqlFunction("NULLIF", [filled, nothing]));

    /// <summary>A column in a field's expression: physical, or a logical field with a prefix.</summary>
    public SqlExpression? ColumnOf(SqlColumn column, string alias, Dataset dataset, int depth) =>
        column.Table is null ? Zones.Local(Physical(alias, dataset, column.Name), TypeOf(dataset, column) ?? SqlType.Unknown, dataset.Model) : Resolve(column, alias, dataset, depth + 1);

    public SqlType? TypeOfColumn(SqlColumn column, Dataset dataset) => column.Table is null ? TypeOf(dataset, column) : TypeOf(column, dataset);

    /// <summary>Whether rows that were joined may be missing.</summary>
    public bool MayBeMissing(string alias) =>
        _steps.Find(s => s.Flat.Any(f => f.Alias == alias)) is { } step && (step.KeepUnmatched || step.Flat.First(f => f.Alias == alias).KeepUnmatched);

    public SqlColumn Physical(string alias, Dataset dataset, string column)
    {
        _reads.Add(dataset, column);
        return new SqlColumn(alias, column);
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
