using System.Globalization;
using BiAssistant.Answers.Narratives;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Composition;

/// <summary>Makes the table of an answer out of the rows of its query: the one place where units, percentages and hidden keys are decided.</summary>
public static class TableComposer
{
    public static AnswerTable Compose(BoundQuery query, ResultTable result, string language)
    {
        var calendar = query.AllSources.Select(s => s.Joins.Root.Model.Calendar).FirstOrDefault() ?? BusinessCalendar.Default;
        var columns = new List<(TableColumn Column, int Position, SqlType Type, bool Percent, BoundRanges? Ranges)>();
        for (var i = 0; i < query.Groups.Count; i++)
        {
            var group = query.Groups[i];
            if (group.Role == GroupRole.Key && (group.Masked || !LabelsRepeat(result, i)))
            {
                continue;
            }

            var percent = group.Field?.Format == ValueFormat.Percent;
            columns.Add((Group(group, percent, calendar, language), i, group.Ranges is null ? TypeOf(group.Type, result.Columns[i].Type) : SqlType.Text, percent, group.Ranges));
        }

        for (var i = 0; i < query.Measures.Count; i++)
        {
            var (measure, position) = (query.Measures[i], query.Groups.Count + i);
            var percent = measure.Format == ValueFormat.Percent;
            var type = TypeOf(measure.Type, result.Columns[position].Type);
            var shown = new AnswerColumn(measure.Name, Labels.Heading(measure.Label, measure.Name, language), "number", UnitOf(measure.Unit, percent, language), ColumnRole.Measure)
            {
                Format = new NumberFormat(measure.Format, measure.FormatPattern),
            };
            columns.Add((new TableColumn(shown, null, calendar, measure.Additive), position, type, percent, null));
        }

        var rows = result.Rows
            .Select(row => columns.Select(c => c.Ranges is { } ranges ? RangeLabels.Of(ranges, row[c.Position], language) : EdgeCells.Convert(row[c.Position], c.Type, c.Column.Grain, c.Percent)).ToSeq())
            .ToSeq();
        var typed = columns.Select((c, i) => Typed(c.Column, c.Type, c.Percent, rows.Select(row => row[i]).Where(cell => cell is not null)!)).ToSeq();
        return new AnswerTable(typed, rows, result.Truncated);
    }

    /// <summary>A cell as text, for matching with the values that the catalog lists.</summary>
    public static string CellText(object cell) => cell switch
    {
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static TableColumn Group(BoundGroup group, bool percent, BusinessCalendar calendar, string language)
    {
        var role = group.Role switch
        {
            GroupRole.Time => ColumnRole.Time,
            GroupRole.Key => ColumnRole.Key,
            _ => ColumnRole.Group,
        };
        var own = group.Field?.Dataset.Model.Calendar ?? calendar;
        var unit = group.Field is null || group.Role != GroupRole.Value ? null : UnitOf(group.Field.Unit, percent, language);
        var shown = new AnswerColumn(group.Name, group.Grain is { } period && group.Field is null ? Labels.Heading(LocalText.Empty, TimeGrains.Word(period, language), language) : Labels.Heading(group.Label, group.Name, language), "text", unit, role, group.Grain is { } grain ? TimeGrains.NameOf(grain) : null)
        {
            Labels = (group.Field?.Values ?? [])
                .Where(v => !v.Label.IsEmpty)
                .Select(v => new ValueLabel(LiteralText(v.Value), v.Label.In(language) ?? ""))
                .ToSeq(),
            NullLabel = group.Field?.NullLabel.In(language),
            Format = group.Field is { } field ? new NumberFormat(field.Format, field.FormatPattern) : NumberFormat.None,
        };
        return new TableColumn(shown, group.Grain, own, Additive: false);
    }

    /// <summary>The column with the type that its cells really have, and the labels of the values that stand in it.</summary>
    private static TableColumn Typed(TableColumn column, SqlType type, bool percent, IEnumerable<object> cells)
    {
        var present = column.Shown.Labels.IsEmpty ? [] : cells.Select(CellText).ToHashSet();
        var shown = column.Shown with
        {
            Type = TypeName(column, type, percent, cells),
            Labels = column.Shown.Labels.Where(l => present.Contains(l.Value)).ToSeq(),
        };
        return column with { Shown = shown };
    }

    private static string TypeName(TableColumn column, SqlType type, bool percent, IEnumerable<object> cells) => cells.FirstOrDefault() switch
    {
        bool => "boolean",
        DateOnly => "date",
        DateTime => "timestamp",
        TimeOnly => "time",
        string => "text",
        long or decimal or double when !percent && cells.All(IsWhole) && type.Kind is SqlTypeKind.Integer or SqlTypeKind.BigInteger or SqlTypeKind.Unknown => "integer",
        long or decimal or double => "number",
        _ => Declared(column, type, percent),
    };

    private static string Declared(TableColumn column, SqlType type, bool percent) => type.Kind switch
    {
        _ when percent => "number",
        _ when column.Grain is > TimeGrain.Hour => "date",
        SqlTypeKind.Boolean => "boolean",
        SqlTypeKind.Integer or SqlTypeKind.BigInteger => "integer",
        SqlTypeKind.Decimal or SqlTypeKind.Double => "number",
        SqlTypeKind.Date => "date",
        SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz => "timestamp",
        SqlTypeKind.Time => "time",
        _ => column.IsMeasure ? "number" : "text",
    };

    private static bool IsWhole(object cell) => cell is long || (cell is decimal exact && exact == decimal.Truncate(exact));

    private static SqlType TypeOf(SqlType bound, SqlType returned) => bound.Kind == SqlTypeKind.Unknown ? returned : bound;

    /// <summary>A unit of "%" without the format says that the numbers are percentages as they stand.</summary>
    private static string? UnitOf(LocalText unit, bool percent, string language) => percent ? "percent" : unit.In(language) switch
    {
        "fraction" => "ratio",
        "%" => "percent",
        "" => null,
        var other => other,
    };

    private static string LiteralText(SqlLiteral value) => value switch
    {
        SqlText text => text.Value,
        SqlNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        SqlBoolean flag => flag.Value ? "true" : "false",
        SqlDate day => CellText(day.Value),
        _ => "",
    };

    /// <summary>Whether two rows with different keys bear the same label, the column before the key.</summary>
    private static bool LabelsRepeat(ResultTable result, int key)
    {
        if (key == 0)
        {
            return true;
        }

        var keys = new Dictionary<(bool IsNull, object Label), object?>();
        foreach (var row in result.Rows)
        {
            var label = (row[key - 1] is null, row[key - 1] ?? "");
            if (!keys.TryAdd(label, row[key]) && !Equals(keys[label], row[key]))
            {
                return true;
            }
        }

        return false;
    }
}
