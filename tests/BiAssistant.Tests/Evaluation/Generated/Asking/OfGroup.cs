using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>What an answer says of the group that a row belongs to.</summary>
internal static class OfGroup
{
    /// <summary>A sum or count is zero for a group that has no rows.</summary>
    public static object? Number(Asked asked, Row row, IReadOnlyList<Grouping> groups, Measure measure, Answer answer) =>
        Row(asked, row, groups, answer)?[^1] ?? (measure.IsZeroWhenMissing ? 0m : null);

    /// <summary>The row of a row's group; null where the answer has none.</summary>
    public static IReadOnlyList<object?>? Row(Asked asked, Row row, IReadOnlyList<Grouping> groups, Answer answer)
    {
        var key = groups.SelectMany(grouping => grouping.Of(asked, row)).ToList();
        return answer.Rows.FirstOrDefault(other => other.Take(key.Count).SequenceEqual(key));
    }
}
