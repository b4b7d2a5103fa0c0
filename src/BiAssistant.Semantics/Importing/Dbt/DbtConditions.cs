using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>A filter in a catalog's words.</summary>
/// <param name="Text">Null where there is none, or where it cannot be said.</param>
/// <param name="Problem">Why it cannot be said, as the end of a sentence.</param>
internal sealed record DbtCondition(string? Text, string? Problem)
{
    public static readonly DbtCondition None = new(null, null);
}

/// <summary>Puts the fields of a catalog where a filter calls for dimensions and entities.</summary>
internal sealed class DbtConditions(DbtReach reach, DbtSql sql)
{
    private const string Hole = "dbt_hole_";

    private static readonly string[] DateFormats = ["yyyy-MM-dd"];

    private static readonly string[] InstantFormats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>Columns that were found to be times.</summary>
    private readonly HashSet<SqlColumn> _times = [];

    /// <summary>All of the filters, over the rows of one dataset.</summary>
    /// <param name="clock">The time that <c>metric_time</c> means there; null where there is none.</param>
    public DbtCondition Of(Seq<DbtFilter> filters, DbtDataset root, string? clock)
    {
        SqlExpression? all = null;
        foreach (var filter in filters)
        {
            var read = Of(filter, root, clock);
            if (read.Tree is not { } tree)
            {
                return new DbtCondition(null, read.Problem);
            }

            all = all is null ? tree : new SqlBinary(SqlBinaryOperator.And, all, tree);
        }

        return all is null ? DbtCondition.None
            : DbtSql.Text(all) is { } text ? new DbtCondition(text, null)
            : new DbtCondition(null, "its filter has no counterpart in portable SQL");
    }

    private DbtExpression Of(DbtFilter filter, DbtDataset root, string? clock)
    {
        var holes = new List<SqlExpression>();
        string? problem = null;
        var text = DbtTemplates.Call().Replace(filter.Template, call =>
        {
            var (tree, why) = Reference(call.Groups[1].Value.Trim(), root, clock);
            problem ??= why;
            holes.Add(tree ?? SqlNull.Instance);
            return $" {Hole}{holes.Count - 1} ";
        });
        if (problem is not null)
        {
            return new DbtExpression(null, problem);
        }

        var read = sql.Read(text, filter.At);
        if (read.Tree is not { } condition)
        {
            return new DbtExpression(null, $"the filter '{filter.Template.ReplaceLineEndings(" ")}' cannot be said here: {read.Problem}");
        }

        if (SqlAnalysis.Kind(condition) != SqlExpressionKind.Scalar || SqlAnalysis.HasSubquery(condition))
        {
            return new DbtExpression(null, "its filter looks at more than single rows");
        }

        if (SqlAnalysis.Columns(condition).FirstOrDefault(column => HoleOf(column) is null) is { } bare)
        {
            return new DbtExpression(null, $"its filter names the column {bare.Name} itself, and not a dimension");
        }

        var times = holes.Where(hole => hole is SqlDateTrunc || (hole is SqlColumn column && _times.Contains(column))).ToHashSet();
        var filled = condition.Rewrite(node => node is SqlColumn column && HoleOf(column) is { } hole ? holes[hole] : null);
        return new DbtExpression(filled.Rewrite(node => Dated(node, times)), null);
    }

    private static int? HoleOf(SqlColumn column) =>
        column is { Table: null } && column.Name.StartsWith(Hole, StringComparison.OrdinalIgnoreCase) && int.TryParse(column.Name.AsSpan(Hole.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var hole) ? hole : null;

    private DbtExpression Reference(string text, DbtDataset root, string? clock)
    {
        switch (JinjaCallReader.Read(text))
        {
            case { Name: "Dimension" or "TimeDimension" } call when call.Text(0, "name") is { } name:
                return Dimension(call, name, root, clock);
            case { Name: "Entity", Then: null } call when call.Text(0, "name") is { } name:
                return reach.Entity(root, [.. Path(call), .. name.Split("__")[..^1]], name.Split("__")[^1]) is { } key
                    ? new DbtExpression(key.Column, null)
                    : new DbtExpression(null, $"its filter is about the entity '{name}', which is not reached from {root.Name}");
            case { Name: "Metric" } call:
                return new DbtExpression(null, $"its filter compares the metric '{call.Text(0, "metric")}' of each row's own group, and a catalog's filter is about single rows");
            default:
                return new DbtExpression(null, $"its filter calls for '{text}', which only dbt can compute");
        }
    }

    private DbtExpression Dimension(JinjaCall call, string name, DbtDataset root, string? clock)
    {
        var parts = name.Split("__");
        var grainWord = call.Name == "TimeDimension" ? call.Text(1, "time_granularity_name") : null;
        for (var then = call.Then; then is not null; then = then.Then)
        {
            switch (then.Name)
            {
                case "grain" when then.Text(0, "time_granularity") is { } word:
                    grainWord = word;
                    break;
                case "date_part" when then.Text(0, "date_part_name") is { } word && Part(word) is { } part && then.Then is null:
                    return Found(call, parts, root, clock) is { } dated ? new DbtExpression(new SqlExtract(part, dated.Column), null) : Unknown(name, root);
                default:
                    return new DbtExpression(null, $"its filter calls for '{then.Name}' of '{name}'");
            }
        }

        var found = Found(call, parts, root, clock);
        if (found is null && parts.Length > 1 && DbtSpans.Grain(parts[^1]) is not null)
        {
            found = Found(call, parts[..^1], root, clock);
            grainWord ??= parts[^1];
        }

        if (found is null)
        {
            return Unknown(name, root);
        }

        if (found.Field.Dimension is not { IsTime: true } time)
        {
            return new DbtExpression(found.Column, null);
        }

        _times.Add(found.Column);
        if (grainWord is null)
        {
            return new DbtExpression(found.Column, null);
        }

        return DbtSpans.Grain(grainWord) is not { } grain ? new DbtExpression(null, $"its filter asks for the grain '{grainWord}'")
            : new DbtExpression(IsAlready(grain, found.Field) ? found.Column : new SqlDateTrunc(grain, found.Column), null);
    }

    /// <summary>Whether truncation would change nothing: a date is a day.</summary>
    private static bool IsAlready(SqlTimeUnit grain, DbtField field) => grain == SqlTimeUnit.Day && field.Datatype == "Date";

    private DbtPlacedField? Found(JinjaCall call, string[] parts, DbtDataset root, string? clock) =>
        parts is ["metric_time"] ? clock is null ? null : reach.Dimension(root, [], clock)
        : reach.Dimension(root, [.. Path(call), .. parts[..^1]], parts[^1]);

    private static Seq<string> Path(JinjaCall call) => call.Argument(call.Name == "TimeDimension" ? 2 : 1, "entity_path") ?? [];

    private static DbtExpression Unknown(string name, DbtDataset root) => new(null, $"its filter is about '{name}', which is not reached from {root.Name}, or in more than one way");

    private static SqlDatePart? Part(string word) => word.ToLowerInvariant() switch
    {
        "year" => SqlDatePart.Year,
        "quarter" => SqlDatePart.Quarter,
        "month" => SqlDatePart.Month,
        "day" => SqlDatePart.Day,
        "dow" => SqlDatePart.DayOfWeek,
        "doy" => SqlDatePart.DayOfYear,
        _ => null,
    };

    /// <summary>A text beside a time is the date that it says.</summary>
    private static SqlExpression? Dated(SqlExpression node, HashSet<SqlExpression> times) => node switch
    {
        SqlBinary binary when times.Contains(binary.Left) => binary with { Right = Date(binary.Right) },
        SqlBinary binary when times.Contains(binary.Right) => binary with { Left = Date(binary.Left) },
        SqlBetween between when times.Contains(between.Operand) => between with { Low = Date(between.Low), High = Date(between.High) },
        SqlInList list when times.Contains(list.Operand) => list with { Items = list.Items.Select(Date).ToSeq() },
        _ => null,
    };

    private static SqlExpression Date(SqlExpression value) =>
        value is not SqlText { Value: var text } ? value
        : DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new SqlDate(day)
        : DateTime.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? new SqlTimestamp(instant)
        : value;
}
