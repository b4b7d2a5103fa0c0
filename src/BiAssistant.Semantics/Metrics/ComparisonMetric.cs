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

        var known = new KnownFormula(now);
        return Compared((now, known), (new PeriodFormula(new Earlier(offset), now), new PeriodFormula(new Earlier(offset), known)), Show, scope.IsZeroWhenMissing(Metric) && Missing == MissingPart.Zero);
    }

    /// <summary>What is shown of a number and its earlier self, each beside what is empty in a time without any data.</summary>
    internal static Formula Compared((Formula Value, Formula Known) now, (Formula Value, Formula Known) before, ComparisonShow show, bool zeroWhenMissing)
    {
        if (show == ComparisonShow.Value)
        {
            return before.Value;
        }

        var change = Change(zeroWhenMissing);
        Seq<FormulaPart> parts = [new("now", now.Value), new("now_known", now.Known), new("before", before.Value), new("before_known", before.Known)];
        return show == ComparisonShow.Change
            ? new ExpressionFormula(change, parts)
            : new ExpressionFormula(new SqlBinary(SqlBinaryOperator.Divide, change, new SqlColumn(null, "before")), parts);
    }

    /// <summary>A sum that is missing is zero on either side, but nothing is known of a time before or after all data, where even a count would say zero.</summary>
    private static SqlBinary Change(bool zeroWhenMissing)
    {
        return new SqlBinary(SqlBinaryOperator.Subtract, Side("now"), Side("before"));

        SqlBinary Side(string name)
        {
            var value = new SqlColumn(null, name);
            return new SqlBinary(SqlBinaryOperator.Add, zeroWhenMissing ? Arithmetic.OrZero(value) : value, new SqlColumn(null, $"{name}_known"));
        }
    }
}
