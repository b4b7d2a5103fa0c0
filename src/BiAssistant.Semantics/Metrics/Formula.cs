using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>The small closed algebra that every metric type expands into; the planner knows these cases and no metric type.</summary>
public abstract record Formula
{
    private protected Formula()
    {
    }
}

/// <summary>
/// One aggregate call over the rows of one dataset, before binding: its columns are logical fields (<c>dataset.field</c>, or <c>relationship.field</c>)
/// reached from the root over to-one steps.
/// </summary>
/// <param name="Root">The dataset whose rows are aggregated.</param>
/// <param name="Call">The call, its own FILTER already moved into <paramref name="Filters"/>.</param>
/// <param name="Filters">Conditions over logical fields that a row must all meet.</param>
/// <param name="Time">The clock that periods apply to; null when the metric has none.</param>
public sealed record AggregateFormula(Dataset Root, SqlAggregate Call, Seq<SqlExpression> Filters, Field? Time) : Formula
{
    /// <summary>A missing sum or count is zero where it is added or subtracted, unless the metric says <c>missing: unknown</c>.</summary>
    public bool ZeroWhenMissing { get; init; }
}

/// <summary>One aggregate call after binding: computed from the query's source of that index (see <c>BoundQuery.Sources</c>), columns qualified by its aliases.</summary>
public sealed record SourceAggregate(int Source, SqlAggregate Call) : Formula;

/// <summary>Arithmetic over other formulas: a scalar expression whose columns (without a table) name the parts.</summary>
public sealed record ExpressionFormula(SqlExpression Expression, Seq<FormulaPart> Parts) : Formula;

/// <summary>A named operand of an <see cref="ExpressionFormula"/>.</summary>
public sealed record FormulaPart(string Name, Formula Formula);
