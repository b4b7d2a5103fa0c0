using System.Collections.Immutable;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing.Rewriting;

/// <summary>
/// Rewrites the expressions of a query by what is known of the columns that they read: in <c>SELECT q.n FROM (SELECT SUM(x) AS n …) AS q</c> the column is known to be a sum, because a step
/// or a query in FROM stands in the text. Of columns of tables, and wherever a name could mean two things, nothing is known.
/// </summary>
internal abstract class KnownColumns<TKnown>
    where TKnown : class
{
    private readonly Dictionary<SqlQuery, TKnown> _scalars = new(ReferenceEqualityComparer.Instance);

    public SqlQuery Rewrite(SqlQuery query) => Query(query, Scope.Empty).Query;

    /// <summary>What is known of an expression's value; of its columns, and of queries for one value in it, <paramref name="known"/> tells.</summary>
    protected abstract TKnown Of(SqlExpression expression, Func<SqlExpression, TKnown?> known);

    /// <summary>What is known of a column that has values of both.</summary>
    protected abstract TKnown Either(TKnown left, TKnown right);

    /// <summary>The expression as it should be, its parts being so already.</summary>
    protected abstract SqlExpression Rewritten(SqlExpression expression, Func<SqlExpression, TKnown?> known);

    /// <summary>A select as it should be, its parts being so already.</summary>
    protected virtual SqlSelect Rewritten(SqlSelect select, Func<SqlExpression, TKnown?> known) => select;

    /// <summary>A set operation as it should be, with what is known of both sides' columns.</summary>
    protected virtual SqlSetOperation Rewritten(SqlSetOperation set, IReadOnlyList<KnownColumn> left, IReadOnlyList<KnownColumn> right) => set;

    /// <summary>The type of an expression as far as it can be seen.</summary>
    protected static SqlType TypeOf(SqlExpression expression, Func<SqlExpression, SqlType?> known)
    {
        return SqlTypes.Infer((SqlExpression)Outside(expression), column => known(column) ?? SqlType.Unknown);

        SqlNode Outside(SqlNode node) => node switch
        {
            SqlScalarQuery scalar => new SqlCast(SqlNull.Instance, known(scalar) ?? SqlType.Unknown),
            SqlQuery => node,
            _ => SqlTree.MapChildren(node, Outside),
        };
    }

    /// <summary>A column that a query or a step gives.</summary>
    protected sealed record KnownColumn(string Name, TKnown Known);

    private (SqlQuery Query, IReadOnlyList<KnownColumn>? Columns) Query(SqlQuery query, Scope outer)
    {
        var (scope, steps) = (outer, new List<SqlCommonTable>());
        foreach (var step in query.With)
        {
            var (inner, given) = Query(step.Query, scope);
            steps.Add(step with { Query = inner });
            scope = scope with { Steps = scope.Steps.SetItem(step.Name, given) };
        }

        var (body, columns) = query is SqlSelect select ? Select(select with { With = [] }, scope) : SetOperation((SqlSetOperation)query, scope);
        return (body with { With = steps.ToSeq() }, columns);
    }

    private (SqlQuery Query, IReadOnlyList<KnownColumn>? Columns) SetOperation(SqlSetOperation set, Scope scope)
    {
        var (left, first) = Query(set.Left, scope);
        var (right, second) = Query(set.Right, scope);
        var rewritten = set with { Left = left, Right = right, OrderBy = set.OrderBy.Select(order => (SqlOrder)Node(order, scope.Within([]))).ToSeq() };
        return first is null || second is null || first.Count != second.Count
            ? (rewritten, null)
            : (Rewritten(rewritten, first, second), [.. first.Zip(second, (one, other) => new KnownColumn(one.Name, Either(one.Known, other.Known)))]);
    }

    private (SqlQuery Query, IReadOnlyList<KnownColumn>? Columns) Select(SqlSelect select, Scope outer)
    {
        var relations = new List<Relation>();
        var from = select.From is null ? null : From(select.From, outer, relations);
        var scope = outer.Within(relations);
        var rewritten = (SqlSelect)SqlTree.MapChildren(select with { From = null }, child => Node(child, scope)) with { From = from is null ? null : Conditions(from, scope) };
        return (Rewritten(rewritten, leaf => Known(leaf, scope)), Columns(rewritten, scope));
    }

    private List<KnownColumn>? Columns(SqlSelect select, Scope scope)
    {
        var columns = new List<KnownColumn>();
        foreach (var item in select.Items)
        {
            if (item.Expression is not SqlStar star)
            {
                columns.Add(new KnownColumn(item.Alias ?? (item.Expression as SqlColumn)?.Name ?? "", Of(item.Expression, leaf => Known(leaf, scope))));
            }
            else if (Shares(select.From) || scope.Star(star.Table) is not { } all)
            {
                return null;
            }
            else
            {
                columns.AddRange(all);
            }
        }

        return columns;
    }

    /// <summary>Where columns are shared, * does not stand for those of each relation in turn.</summary>
    private static bool Shares(SqlRelation? relation) => relation is SqlJoin join && (!join.Using.IsEmpty || Shares(join.Left) || Shares(join.Right));

    private SqlRelation From(SqlRelation relation, Scope outer, List<Relation> relations) => relation switch
    {
        SqlDerivedTable derived => Derived(derived, outer, relations),
        SqlJoin join => join with { Left = From(join.Left, outer, relations), Right = From(join.Right, outer, relations) },
        _ => Table((SqlTable)relation, outer, relations),
    };

    private SqlDerivedTable Derived(SqlDerivedTable derived, Scope outer, List<Relation> relations)
    {
        var (query, columns) = Query(derived.Query, outer);
        relations.Add(new Relation(derived.Alias, columns));
        return derived with { Query = query };
    }

    private static SqlTable Table(SqlTable table, Scope outer, List<Relation> relations)
    {
        relations.Add(new Relation(table.Alias ?? table.Name[^1], table.Name is [var step] ? outer.Steps.GetValueOrDefault(step) : null));
        return table;
    }

    private SqlRelation Conditions(SqlRelation relation, Scope scope) => relation is not SqlJoin join
        ? relation
        : join with { Left = Conditions(join.Left, scope), Right = Conditions(join.Right, scope), On = join.On is null ? null : (SqlExpression)Node(join.On, scope) };

    private SqlNode Node(SqlNode node, Scope scope)
    {
        switch (node)
        {
            case SqlQuery query:
                var (inner, columns) = Query(query, scope);
                if (columns is [var only])
                {
                    _scalars[inner] = only.Known;
                }

                return inner;
            case SqlExpression expression:
                return Rewritten((SqlExpression)SqlTree.MapChildren(expression, child => Node(child, scope)), leaf => Known(leaf, scope));
            default:
                return SqlTree.MapChildren(node, child => Node(child, scope));
        }
    }

    private TKnown? Known(SqlExpression leaf, Scope scope) => leaf switch
    {
        SqlColumn column => scope.Find(column),
        SqlScalarQuery scalar => _scalars.GetValueOrDefault(scalar.Query),
        _ => null,
    };

    /// <summary>What stands in FROM under a name; its columns are null where they are not known.</summary>
    private sealed record Relation(string Alias, IReadOnlyList<KnownColumn>? Columns);

    /// <summary>The relations that an expression sees, and the steps that a FROM sees.</summary>
    private sealed record Scope(IReadOnlyList<Relation> Relations, ImmutableDictionary<string, IReadOnlyList<KnownColumn>?> Steps, Scope? Outer)
    {
        public static readonly Scope Empty = new([], ImmutableDictionary.Create<string, IReadOnlyList<KnownColumn>?>(StringComparer.Ordinal), null);

        public Scope Within(IReadOnlyList<Relation> relations) => new(relations, Steps, this);

        public IReadOnlyList<KnownColumn>? Star(string? table)
        {
            var meant = Relations.Where(relation => table is null || relation.Alias == table).ToList();
            return meant.Exists(relation => relation.Columns is null) ? null : [.. meant.SelectMany(relation => relation.Columns!)];
        }

        public TKnown? Find(SqlColumn column)
        {
            var meant = Relations.Where(relation => column.Table is null || relation.Alias == column.Table).ToList();
            var found = meant.SelectMany(relation => relation.Columns ?? []).Where(known => known.Name == column.Name).ToList();
            return meant.Exists(relation => relation.Columns is null) || found.Count > 1 ? null
                : found is [var only] ? only.Known
                : column.Table is null || meant.Count == 0 ? Outer?.Find(column)
                : null;
        }
    }
}
