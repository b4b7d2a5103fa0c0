using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>
/// The small closed algebra that every metric type expands into; the planner knows these cases and no metric type. A formula has a value for any group and
/// any interval, so that every operator takes any formula and gives one.
/// </summary>
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

    /// <summary>Which of the rows count, beyond filters and clock; null means all.</summary>
    public RowSelection? Selection { get; init; }
}

/// <summary>A formula over another interval than the one that is asked for.</summary>
public sealed record PeriodFormula(PeriodOperator Operator, Formula Of) : Formula;

/// <summary>
/// One side of the share of the interval's whole period that has passed, reduced to whole numbers: on 10 February 10 of 29. Two numbers and not their quotient, whose
/// many digits would overflow what they are multiplied with.
/// </summary>
/// <param name="Of">What tells the calendar.</param>
/// <param name="Whole">The whole period; else what has passed of it.</param>
public sealed record ElapsedFormula(Formula Of, bool Whole) : Formula;

/// <summary>Zero where there can be data of a formula in the interval, empty where the interval lies before or after all of it: added to a number, it keeps "no data" from reading as nothing.</summary>
public sealed record KnownFormula(Formula Of) : Formula;

/// <summary>Arithmetic over other formulas: a scalar expression whose columns (without a table) name the parts.</summary>
public sealed record ExpressionFormula(SqlExpression Expression, Seq<FormulaPart> Parts) : Formula;

/// <summary>A named operand of an <see cref="ExpressionFormula"/>.</summary>
public sealed record FormulaPart(string Name, Formula Formula);

/// <summary>One aggregate call after binding: computed from the query's source of that index (see <c>BoundQuery.Sources</c>), columns qualified by its aliases.</summary>
public sealed record SourceAggregate(int Source, SqlAggregate Call) : Formula;

/// <summary>After binding: a number that the calendar gives, by the period that a row is of.</summary>
/// <param name="Group">The output column that holds the period's start; null when the answer has no periods.</param>
/// <param name="Exceptions">Starts of periods and their numbers; null is empty.</param>
/// <param name="Otherwise">The number of every other period.</param>
public sealed record CalendarNumber(string? Group, Seq<PeriodNumber> Exceptions, decimal? Otherwise) : Formula;

/// <summary>A period by its start and what holds for it.</summary>
public sealed record PeriodNumber(SqlLiteral Start, decimal? Value);
