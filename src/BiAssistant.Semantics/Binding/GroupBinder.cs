using System.Diagnostics;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>The groupings of a query: their output columns once, and an expression for each column in every source.</summary>
internal sealed class GroupBinder(BindingSession session, Seq<Grouping> groupings, Seq<string> names)
{
    /// <summary>Output columns, a key after the name it belongs to; null, and an issue, where a field is unknown.</summary>
    public Seq<BoundGroup>? Columns()
    {
        var columns = new List<BoundGroup>();
        foreach (var (grouping, name) in groupings.Zip(names))
        {
            switch (grouping)
            {
                case TimeGrouping time:
                    columns.Add(TimeColumn(time, name));
                    break;
                case FieldGrouping { Field: var fieldName } when session.Catalog.FindField(fieldName) is { } field:
                    columns.Add(new BoundGroup(name, LabelOf(field), field.Type, GroupRole.Value, field, field.Grain));
                    columns.AddRange(KeyColumns(field).Select(key => new BoundGroup(FreeName(key), field.Dataset.Entity?.Singular ?? field.Label, SqlType.Unknown, GroupRole.Key, field, null)
                    {
                        Masked = !AccessRules.MaySee(session.Context.As, field.Dataset, key),
                    }));
                    break;
                case FieldGrouping unknown:
                    session.Report(session.Issues.Unknown("field", unknown.Field));
                    return null;
                default:
                    throw new UnreachableException(grouping.GetType().Name);
            }
        }

        return columns.ToSeq();

        string FreeName(string key) => columns.Any(c => c.Name == key) || names.Contains(key) ? $"{key}_key" : key;
    }

    /// <summary>One expression a column of <see cref="Columns"/>; <paramref name="clock"/> answers time groupings without a field of their own.</summary>
    /// <param name="periods">Alias of the relation of periods that answers them instead; null where there is none.</param>
    public Seq<SqlExpression>? In(SourceBuilder source, Field? clock, string measure, string? periods)
    {
        var expressions = new List<SqlExpression?>();
        foreach (var grouping in groupings)
        {
            switch (grouping)
            {
                case TimeGrouping { Field: null } when periods is not null:
                    expressions.Add(new SqlColumn(periods, BoundIntervals.Period));
                    break;
                case TimeGrouping time:
                    expressions.Add(Start(source, time, clock, measure));
                    break;
                case FieldGrouping { Field: var name, Via: var via } when session.Catalog.FindField(name) is { } field:
                    expressions.Add(source.Field(field, via));
                    expressions.AddRange(KeyColumns(field).Select(key => source.Column(field.Dataset, key, via)));
                    break;
                default:
                    throw new UnreachableException(grouping.GetType().Name);
            }
        }

        return expressions.Contains(null) ? null : expressions.OfType<SqlExpression>().ToSeq();
    }

    /// <summary>Of the expressions of <see cref="In"/>, the periods of a clock.</summary>
    public Seq<SqlExpression> PeriodsOf(Seq<SqlExpression> grouped, Field clock)
    {
        var own = groupings.SelectMany(g => Enumerable.Repeat(
            g is TimeGrouping { Field: var field } && (field is null || ReferenceEquals(session.Catalog.FindField(field), clock)),
            1 + (g is FieldGrouping { Field: var name } && session.Catalog.FindField(name) is { } shown ? KeyColumns(shown).Count : 0)));
        return grouped.Zip(own).Where(g => g.Second).Select(g => g.First).ToSeq();
    }

    private SqlExpression? Start(SourceBuilder source, TimeGrouping time, Field? clock, string measure)
    {
        var field = time.Field is { } named ? session.Catalog.FindField(named) : ClockFor(time.Grain, clock);
        if (field is null)
        {
            session.Report(time.Field is { } unknown ? session.Issues.Unknown("field", unknown) : session.Issues.NoClock(measure));
            return null;
        }

        if (source.Field(field) is not { } instant)
        {
            return null;
        }

        return field.Grain == time.Grain ? instant : TimeExpressions.StartOf(time.Grain, instant, field.Type, field.Dataset.Model.Calendar);
    }

    /// <summary>A dataset may name another field for periods of exactly this grain.</summary>
    private static Field? ClockFor(TimeGrain grain, Field? clock) =>
        clock is not null && ReferenceEquals(clock, clock.Dataset.DefaultTime) && clock.Dataset.TimeByGrain.TryGetValue(grain, out var own) ? own : clock;

    /// <summary>Names repeat, so grouping by what a row is called groups by its key as well.</summary>
    private static Seq<string> KeyColumns(Field field) =>
        ReferenceEquals(field.Dataset.NameField, field)
            ? field.Dataset.PrimaryKey.Where(key => field.Expression != new SqlColumn(null, key)).ToSeq()
            : [];

    private static LocalText LabelOf(Field field) =>
        ReferenceEquals(field.Dataset.NameField, field) && field.Dataset.Entity is { } entity ? entity.Singular : field.Label;

    private BoundGroup TimeColumn(TimeGrouping time, string name)
    {
        var field = time.Field is { } named ? session.Catalog.FindField(named) : null;
        return new BoundGroup(name, LocalText.Empty, time.Grain == TimeGrain.Hour ? SqlType.Timestamp : SqlType.Date, GroupRole.Time, field, time.Grain);
    }
}
