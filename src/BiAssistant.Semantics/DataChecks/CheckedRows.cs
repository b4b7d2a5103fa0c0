using System.Diagnostics;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>
/// The rows of a dataset as the product itself sees them: its own filter in place, nobody's row rules. Columns and fields asked for come as expressions
/// over them; what stands in the way is kept as a sentence.
/// </summary>
internal sealed class CheckedRows
{
    private readonly BindingSession _session;
    private readonly SourceBuilder _source;
    private readonly Seq<SqlExpression> _filters;

    public CheckedRows(Dataset dataset, Catalog catalog, JoinGraph graph, DateTime now)
    {
        Dataset = dataset;
        _session = new BindingSession(catalog, graph, new BindingContext(Asker.Product, now), new Binder(catalog));
        _source = new SourceBuilder(_session, dataset);
        _filters = _source.RootFilters() ?? [];
    }

    public Dataset Dataset { get; }

    /// <summary>Why the rows cannot be asked; null when they can.</summary>
    public string? Problem => _session.Reported.FirstOrDefault()?.Message
        ?? (_source.Tree.Steps.Any(s => s.Flat.Any(f => f.Gathered is not null)) ? "it gathers rows of other datasets" : null)
        ?? (_source.Reads.Any(r => r.Warehouse != (Dataset.Model.Warehouse ?? "")) ? "it reaches into another warehouse" : null);

    public Seq<AllowedTable> Reads => _source.Reads.Select(r => r.Table).ToSeq();

    public Seq<SqlExpression> Columns(Seq<string> columns) => columns.Select(c => _source.Column(Dataset, c)).OfType<SqlExpression>().ToSeq();

    public SqlExpression Field(Field field) => Valued(_source.Field(field) ?? SqlNull.Instance);

    public SqlExpression Logical(SqlExpression expression) => Valued(_source.Logical(expression, Dataset) ?? SqlNull.Instance);

    /// <summary>A query over the rows, each joined to the known keys that it finds; ask for every column before.</summary>
    public SqlSelect Select(Seq<SqlSelectItem> items, Seq<KnownKeys> known = default) =>
        new(items, known.Aggregate(From(), (left, keys) => new SqlJoin(SqlJoinKind.Left, left, keys.Relation, keys.On)))
        {
            Where = _filters.IsEmpty ? null : Valued(Predicates.All(_filters)),
        };

    private SqlRelation From() => _source.Tree.Steps.Aggregate(Relation(Dataset, _source.RootAlias), Joined);

    private static SqlRelation Joined(SqlRelation left, JoinStep step) => new SqlJoin(
        step.KeepUnmatched ? SqlJoinKind.Left : SqlJoinKind.Inner,
        left,
        step.Within.Aggregate(Relation(step.Dataset, step.Alias), Joined),
        Valued(step.On));

    private static SqlRelation Relation(Dataset dataset, string alias) => dataset.Source switch
    {
        SqlTable table => table with { Alias = table.Name[^1] == alias ? null : alias },
        SqlDerivedTable derived => derived with { Alias = alias },
        var other => throw new UnreachableException(other.GetType().Name),
    };

    /// <summary>The clock's values as they are: a check has nothing from outside that would have to travel beside its text.</summary>
    private static SqlExpression Valued(SqlExpression expression) => expression.Rewrite(e => e is SqlParameter { Value: { } value } ? value : null);
}

/// <summary>The keys of another dataset, each once, and what finds one of them.</summary>
internal sealed record KnownKeys(SqlDerivedTable Relation, SqlExpression On)
{
    public SqlExpression Missing => new SqlIsNull(new SqlColumn(Relation.Alias, CheckTrees.KeyName(0)));
}
