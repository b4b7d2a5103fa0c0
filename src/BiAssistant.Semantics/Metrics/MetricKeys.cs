using System.Globalization;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Reads the keys of a metric that have a shape of their own.</summary>
internal static class MetricKeys
{
    private static readonly (string, MetricStatus)[] Statuses =
        [("certified", MetricStatus.Certified), ("draft", MetricStatus.Draft), ("deprecated", MetricStatus.Deprecated)];

    private static readonly (string, OutlierMethod)[] Methods =
        [("iqr", OutlierMethod.InterquartileRange), ("zscore", OutlierMethod.ZScore), ("percentile", OutlierMethod.Percentile)];

    public static MetricStatus Status(KeyReader keys) => keys.Choice("status", Statuses, MetricStatus.NotCertified);

    public static UsualRows? Outliers(KeyReader keys)
    {
        if (keys.Inner("outliers", "'outliers'") is not { } inner)
        {
            return null;
        }

        var method = inner.Choice("method", Methods, OutlierMethod.InterquartileRange);
        var limit = inner.Number("limit") ?? Usual(method);
        var cap = inner.Choice("action", [("exclude", false), ("cap", true)], false);
        inner.Done();
        if (method == OutlierMethod.Percentile && limit > 1)
        {
            limit /= 100;
        }

        if (limit <= 0 || (method == OutlierMethod.Percentile && limit is <= 0.5m or >= 1))
        {
            keys.Error("wrong_value", method == OutlierMethod.Percentile
                ? "'limit' of 'outliers' is the upper percentile, such as 0.99 or 99."
                : "'limit' of 'outliers' is a number above zero, such as 1.5.", inner.Map.Find("limit") ?? inner.Map);
        }

        return new UsualRows(method, limit, cap);
    }

    private static decimal Usual(OutlierMethod method) => method switch
    {
        OutlierMethod.InterquartileRange => 1.5m,
        OutlierMethod.ZScore => 3,
        _ => 0.99m,
    };

    public static Seq<MetricChange> Changes(KeyReader keys)
    {
        var changes = new List<MetricChange>();
        foreach (var inner in keys.Maps("changes", "a change"))
        {
            var version = inner.Number("version");
            DateOnly? date = null;
            if (inner.Scalar("date") is { } at)
            {
                if (DateOnly.TryParseExact(at.Text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    date = day;
                }
                else
                {
                    keys.Error("wrong_value", $"'date' of a change is a day such as 2024-03-01, not '{at.Text}'.", at);
                }
            }

            var change = new MetricChange((int)Math.Clamp(version ?? 1, 1, int.MaxValue), date, inner.Text("by"), inner.Words("why").In("en"));
            inner.Done();
            if (version is null or < 1 || version != Math.Truncate(version.Value))
            {
                keys.Error("wrong_value", "'version' of a change is a whole number, counted from 1.", inner.Map);
            }

            changes.Add(change);
        }

        return changes.OrderByDescending(c => c.Version).ToSeq();
    }
}
