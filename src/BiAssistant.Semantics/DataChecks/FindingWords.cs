using System.Globalization;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>The turns of phrase that findings share.</summary>
internal static class FindingWords
{
    /// <summary><c>orders.order_id</c>, or <c>lines (order_id, position)</c> for a key of several columns.</summary>
    public static string Name(Dataset dataset, Seq<string> columns) =>
        columns.Count == 1 ? $"{dataset.Name}.{columns[0]}" : $"{dataset.Name} ({string.Join(", ", columns)})";

    public static string Share(long wrong, long rows) => string.Create(CultureInfo.InvariantCulture, $"{wrong:#,##0} of {rows:#,##0} {(rows == 1 ? "row" : "rows")}");

    public static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Verb(long count, string one, string many) => count == 1 ? one : many;

    public static string Sample(DataFinding finding, Seq<string> names = default) => finding.Sample.IsEmpty
        ? ""
        : $" ({(names.IsEmpty ? "" : $"{string.Join(", ", names)}: ")}{string.Join("; ", finding.Sample)}{(finding.Sample.Count == CheckTrees.SampleSize ? " …" : "")})";

    public static string Range(RangeCheck check) => (check.Min, check.Max) switch
    {
        ({ } min, { } max) => $"between {Text(min)} and {Text(max)}",
        ({ } min, null) => $"at least {Text(min)}",
        (null, { } max) => $"at most {Text(max)}",
        _ => "anything",
    };

    public static string Text(SqlLiteral value) => value switch
    {
        SqlText text => text.Value,
        SqlNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        SqlBoolean flag => flag.Value ? "true" : "false",
        SqlDate day => Instant(day.Value.ToDateTime(TimeOnly.MinValue)),
        SqlTimestamp instant => Instant(instant.Value),
        _ => "nothing",
    };

    /// <summary>A midnight is its day.</summary>
    public static string Instant(DateTime instant) =>
        instant.ToString(instant.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Whole days from two days on, whole hours from two hours on, else minutes.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalDays):0} days"),
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours):0} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalMinutes):0} minutes"),
    };

    public static string SpanInKorean(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalDays):0}일"),
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours):0}시간"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalMinutes):0}분"),
    };
}
