using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>An expression that may stand in a scope as it is: a column of its rows, or a key of its groups.</summary>
internal sealed record Given(SqlExpression Expression, ValueKind Kind);

/// <summary>
/// What expressions may be made of. Rows with the same values of <see cref="Key"/> have the same values altogether; whether there are such rows says <see cref="IsUnique"/>. The key is
/// empty where there is one row.
/// </summary>
internal sealed record Scope(IReadOnlyList<Given> Givens, IReadOnlyList<SqlExpression> Key, bool IsUnique)
{
    public static readonly Scope Nothing = new([], [], true);

    /// <summary>The rows that the groups of this scope are made of; null where its own rows are no groups.</summary>
    public Scope? Grouped { get; init; }

    public bool Windows { get; init; }

    public bool Subqueries { get; init; }

    public IReadOnlyList<SqlExpression> Of(ValueKind kind) => [.. Givens.Where(given => given.Kind == kind).Select(given => given.Expression)];

    /// <summary>Columns that a subquery may speak of: those that say whose they are, so that no column of the subquery's own takes their place.</summary>
    public IReadOnlyList<SqlColumn> Correlatable(ValueKind kind) => Grouped is null ? [.. Of(kind).OfType<SqlColumn>().Where(column => column.Table is not null)] : [];

    public Scope Plain => this with { Windows = false, Subqueries = false };
}
