using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>What of the two numbers is shown.</summary>
public enum ComparisonShow
{
    Value,
    Change,
    PercentChange,
}

/// <summary>A metric beside itself some periods earlier.</summary>
public sealed class ComparisonMetric : Metric
{
    [SetsRequiredMembers]
    internal ComparisonMetric(KeyReader keys)
        : base(keys)
    {
        Metric = keys.RequiredText("metric") ?? "";
        Offset = Durations.Interval(keys, "offset");
        Show = keys.Choice("show", [("value", ComparisonShow.Value), ("change", ComparisonShow.Change), ("percent_change", ComparisonShow.PercentChange)], ComparisonShow.Value);
        if (Show == ComparisonShow.PercentChange)
        {
            IsPercent();
            IsRatio();
        }

        if (!keys.Has("offset"))
        {
            keys.Missing("offset");
        }
    }

    public override string TypeName => "comparison";

    public string Metric { get; }

    /// <summary>How much earlier; null only in a catalog with errors.</summary>
    public SqlInterval? Offset { get; }

    public ComparisonShow Show { get; }

    public override Seq<string> PartNames => [Metric];

    internal override string ViewOf => Metric;

    public override string Definition => $"{Show} of {Metric} against {Offset?.Amount} {Offset?.Unit} earlier";

    internal override Formula? Expand(MetricScope scope)
    {
        if (Offset is not { } offset || scope.Part(Metric) is not { } now)
        {
            return null;
        }

        var before = new PeriodFormula(new Earlier(offset), now);
        var known = new PeriodFormula(new Earlier(offset), new KnownFormula(now));
        return Compared(now, before, known, Show, scope.IsZeroWhenMissing(Metric) && Missing == MissingPart.Zero);
    }

    /// <summary>What is shown of a number and its earlier self; <paramref name="known"/> is empty in a time before all data.</summary>
    internal static Formula Compared(Formula now, Formula before, Formula known, ComparisonShow show, bool zeroWhenMissing)
    {
        if (show == ComparisonShow.Value)
        {
            return before;
        }

        var change = Change(zeroWhenMissing);
        Seq<FormulaPart> parts = [new("now", now), new("before", before), new("known", known)];
        return show == ComparisonShow.Change
            ? new ExpressionFormula(change, parts)
            : new ExpressionFormula(new SqlBinary(SqlBinaryOperator.Divide, change, new SqlColumn(null, "before")), parts);
    }

    /// <summary>A sum that is missing is zero on either side, but nothing is known of a time before all data, where even a count would say zero.</summary>
    private static SqlBinary Change(bool zeroWhenMissing)
    {
        SqlExpression now = new SqlColumn(null, "now");
        SqlExpression before = new SqlColumn(null, "before");
        return new SqlBinary(
            SqlBinaryOperator.Subtract,
            zeroWhenMissing ? Arithmetic.OrZero(now) : now,
            new SqlBinary(SqlBinaryOperator.Add, zeroWhenMissing ? Arithmetic.OrZero(before) : before, new SqlColumn(null, "known")));
    }
}
