using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>How many of those that met with one event met with another within a window.</summary>
public sealed class ConversionMetric : Metric
{
    [SetsRequiredMembers]
    internal ConversionMetric(KeyReader keys)
        : base(keys)
    {
        Entity = keys.RequiredText("entity") ?? "";
        Base = keys.RequiredText("base") ?? "";
        Conversion = keys.RequiredText("conversion") ?? "";
        Within = Durations.Interval(keys, "within");
        IncludeOpen = keys.Flag("include_open");
        IsRatio();
    }

    public override string TypeName => "conversion";

    /// <summary>The field by which one thing is told from another.</summary>
    public string Entity { get; }

    /// <summary>Time field of the first event.</summary>
    public string Base { get; }

    /// <summary>Time field of the event that follows.</summary>
    public string Conversion { get; }

    /// <summary>How long it may take; null means any time.</summary>
    public SqlInterval? Within { get; }

    /// <summary>Cohorts whose window has not passed count too.</summary>
    public bool IncludeOpen { get; }

    public override Seq<string> PartNames => [];

    public override string Definition => $"{Base} → {Conversion} by {Entity}";

    internal override Formula? Expand(MetricScope scope)
    {
        if (scope.Keys.Scalar("entity") is not { } entityName || scope.Field(entityName) is not { } entity
            || scope.Keys.Scalar("base") is not { } baseName || scope.Clock(baseName) is not { } first
            || scope.Keys.Scalar("conversion") is not { } laterName || scope.Clock(laterName) is not { } later)
        {
            return null;
        }

        if (!scope.MustReach(entity, first.Start, "entity", entityName) || !scope.MustReach(entity, later.Start, "entity", entityName))
        {
            return null;
        }

        scope.Counts(first.Start);
        scope.Counts(later.Start);
        var column = scope.Names.Names.Column(entity);
        var filters = new[] { scope.Filter(first.Start), Closed(scope.Names.Names.Column(first)) }.OfType<SqlExpression>().ToSeq();
        var entered = new AggregateFormula(first.Start, new SqlAggregate("COUNT", [column]) { Distinct = true }, filters, first.Field);
        var converted = entered with { Selection = new FollowedRows(column, first.Field, later.Start, later.Field, Within) };
        return new ExpressionFormula(
            new SqlBinary(SqlBinaryOperator.Divide, new SqlColumn(null, "converted"), new SqlColumn(null, "entered")),
            [new FormulaPart("converted", converted), new FormulaPart("entered", entered)]);
    }

    /// <summary>
    /// Only those whose time to follow has passed; null when all count. A number of days is taken from today rather than added to each date, so that an index on the date is of use;
    /// a month from a date is not always that date a month on.
    /// </summary>
    private SqlBinary? Closed(SqlColumn first)
    {
        var now = new SqlNow(DayOnly: true);
        return IncludeOpen ? null : Within switch
        {
            null => null,
            { Unit: SqlTimeUnit.Day or SqlTimeUnit.Week, Amount: var amount, Unit: var unit } =>
                new SqlBinary(SqlBinaryOperator.Less, first, new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(1 - (amount * (unit == SqlTimeUnit.Week ? 7 : 1))), now)),
            var within => new SqlBinary(SqlBinaryOperator.Less, new SqlDateAdd(within.Unit, new SqlNumber(within.Amount), first), new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(1), now)),
        };
    }
}
