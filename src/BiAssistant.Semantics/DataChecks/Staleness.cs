using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>How old data is against what its dataset allows. A date stands for its whole day: data of the 30th is fresh until the 31st begins.</summary>
internal static class Staleness
{
    /// <summary>The age, the limit that it passes, and how grave that is; no severity when it is fresh enough.</summary>
    public static (TimeSpan Age, TimeSpan Limit, IssueSeverity? Severity) Of(Dataset dataset, DateTime newest, DateTime now)
    {
        var age = now - End(dataset, newest);
        return dataset.Freshness switch
        {
            { ErrorAfter: { } limit } when age > limit => (age, limit, IssueSeverity.Error),
            { WarnAfter: { } limit } when age > limit => (age, limit, IssueSeverity.Warning),
            _ => (age, TimeSpan.Zero, null),
        };
    }

    /// <summary>The first instant that the data says nothing of.</summary>
    public static DateTime End(Dataset dataset, DateTime newest) =>
        dataset.Freshness?.Field is { Type.Kind: SqlTypeKind.Date } ? newest.Date.AddDays(1) : newest;
}
