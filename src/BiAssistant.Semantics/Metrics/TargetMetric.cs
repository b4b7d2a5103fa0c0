using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>How a number stands to its target.</summary>
public enum TargetShow
{
    Attainment,
    Variance,
    Pace,
}

/// <summary>A metric against its target.</summary>
public sealed class TargetMetric : Metric
{
    [SetsRequiredMembers]
    internal TargetMetric(KeyReader keys)
        : base(keys)
    {
        Metric = keys.RequiredText("metric") ?? "";
        Show = keys.Choice("show", [("attainment", TargetShow.Attainment), ("variance", TargetShow.Variance), ("pace", TargetShow.Pace)], TargetShow.Attainment);
        keys.RequiredText("target");
        if (Show == TargetShow.Attainment)
        {
            IsPercent();
        }

        if (Show != TargetShow.Variance)
        {
            IsRatio();
        }
    }

    public override string TypeName => "target";

    public string Metric { get; }

    public TargetShow Show { get; }

    public override Seq<string> PartNames => [Metric, Target ?? ""];

    internal override string? ViewOf => Show == TargetShow.Variance ? Metric : null;

    public override string Definition => $"{Show} of {Metric} against {Target}";

    internal override Formula? Expand(MetricScope scope)
    {
        if (Target is not { } target || scope.Part(Metric) is not { } value)
        {
            return null;
        }

        var number = decimal.TryParse(target, NumberStyles.Float, CultureInfo.InvariantCulture, out var fixedGoal) ? new SqlNumber(fixedGoal) : null;
        var goal = number is null ? scope.Part(target) : null;
        if (number is null && goal is null)
        {
            return null;
        }

        SqlExpression shown = Show == TargetShow.Variance ? new SqlBinary(SqlBinaryOperator.Subtract, Value(scope), Goal(scope, number))
            : Show == TargetShow.Pace ? AgainstDue(number)
            : new SqlBinary(SqlBinaryOperator.Divide, new SqlColumn(null, "value"), Goal(null, number));
        return new ExpressionFormula(shown, Parts(value, goal));
    }

    private Seq<FormulaPart> Parts(Formula value, Formula? goal)
    {
        Seq<FormulaPart> parts = [new("value", value)];
        if (goal is not null)
        {
            parts = parts.Add(new FormulaPart("goal", Show == TargetShow.Pace ? new PeriodFormula(new Whole(), goal) : goal));
        }

        return Show == TargetShow.Pace
            ? parts.Add(new FormulaPart("passed", new ElapsedFormula(value, Whole: false))).Add(new FormulaPart("whole", new ElapsedFormula(value, Whole: true)))
            : parts;
    }

    private SqlExpression Value(MetricScope scope) => OrZero(new SqlColumn(null, "value"), scope, Metric);

    private SqlExpression Goal(MetricScope? scope, SqlNumber? number) =>
        (SqlExpression?)number ?? (scope is null ? new SqlColumn(null, "goal") : OrZero(new SqlColumn(null, "goal"), scope, Target ?? ""));

    /// <summary>The value against what of the whole period's target should be reached by now.</summary>
    private SqlBinary AgainstDue(SqlNumber? number) => new(
        SqlBinaryOperator.Divide,
        new SqlBinary(SqlBinaryOperator.Multiply, new SqlColumn(null, "value"), new SqlColumn(null, "whole")),
        new SqlBinary(SqlBinaryOperator.Multiply, Goal(null, number), new SqlColumn(null, "passed")));

    private SqlExpression OrZero(SqlExpression part, MetricScope scope, string metric) =>
        Missing == MissingPart.Zero && scope.IsZeroWhenMissing(metric) ? Arithmetic.OrZero(part) : part;
}
