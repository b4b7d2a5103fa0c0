using System.Diagnostics;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>The groupings of a query: their output columns once, and an expression for each column in every source.</summary>
/// <param name="datesYears">Years that are kept as numbers become the dates on which they start, because they stand beside dates.</param>
/// <param name="inner">The columns of an inner query, where its rows are what is grouped.</param>
/// <param name="columns">Names of each grouping's columns where they are known already; null where they are to be made.</param>
internal sealed class GroupBinder(BindingSession session, Seq<Grouping> groupings, Seq<string> names, bool datesYears = false, InnerColumns? inner = null, Seq<Seq<string>>? columns = null)
{
    private readonly Seq<Seq<string>> _columns = columns ?? ColumnNames(session, groupings, names, inner);

    /// <summary>The types that columns turned out to have, shared with the binders of fewer groupings.</summary>
    private Dictionary<string, SqlType> Types { get; init; } = [];

    /// <summary>Whether two sources write the same periods in different ways.</summary>
    public bool PeriodsDiffer { get; private set; }

    /// <summary>Names of the output columns, in order.</summary>
    public Seq<string> Names => _columns.SelectMany(c => c).ToSeq();

    /// <summary>Names of the output columns of some of its groupings.</summary>
    public Seq<string> NamesOf(Seq<Grouping> some) => groupings.Zip(_columns).Where(g => some.Contains(g.First)).SelectMany(g => g.Second).ToSeq();

    /// <summary>Fewer groupings of the same answer, their columns under the same names.</summary>
    public GroupBinder Within(Seq<Grouping> kept)
    {
        var places = groupings.Select((grouping, place) => (grouping, place)).Where(g => kept.Contains(g.grouping)).Select(g => g.place).ToList();
        return new GroupBinder(session, places.Select(p => groupings[p]).ToSeq(), places.Select(p => names[p]).ToSeq(), datesYears, inner, places.Select(p => _columns[p]).ToSeq()) { Types = Types };
    }

    /// <summary>Output columns, a key after the name it belongs to; null, and an issue, where a field is unknown.</summary>
    public Seq<BoundGroup>? Columns()
    {
        var columns = new List<BoundGroup>();
        foreach (var (grouping, named) in groupings.Zip(_columns))
        {
            switch (grouping)
            {
                case TimeGrouping time:
                    columns.Add(TimeColumn(time, named[0]));
                    break;
                case FieldGrouping { Field: var fieldName } when session.Catalog.FindField(fieldName) is { } field:
                    columns.Add(new BoundGroup(named[0], LabelOf(field), field.Type, GroupRole.Value, field, field.Grain));
                    columns.AddRange(KeyColumns(field).Zip(named.Skip(1), (key, name) => new BoundGroup(name, field.Dataset.Entity?.Singular ?? field.Label, SqlType.Unknown, GroupRole.Key, field, null)
                    {
                        Masked = !AccessRules.MaySee(session.Context.As, field.Dataset, key),
                    }));
                    break;
                case BucketGrouping { Field: var fieldName, Buckets: var buckets } when session.Catalog.FindField(fieldName) is { } field:
                    columns.Add(new BoundGroup(named[0], LabelOf(field), NumberRanges.TypeOf(field.Type, buckets), GroupRole.Value, null, null) { Ranges = BoundRanges.Of(buckets, field.Type) });
                    break;
                case BucketGrouping { Field: var unknownField }:
                    session.Report(session.Issues.Unknown("field", unknownField));
                    return null;
                case QueryGrouping nested:
                    if (session.Nested(nested.Query) is not { } query)
                    {
                        return null;
                    }

                    var number = query.Measures.First(m => nested.Column is null || m.Name == nested.Column);
                    columns.Add(new BoundGroup(named[0], number.Label, NumberRanges.TypeOf(number.Type, nested.Buckets), GroupRole.Value, null, null) { Ranges = BoundRanges.Of(nested.Buckets, number.Type) });
                    break;
                case ColumnGrouping { Column: var column, Buckets: var ranges }:
                    if (OfInner(column, named, ranges) is not { } known)
                    {
                        session.Report(session.Issues.Unknown("column", column));
                        return null;
                    }

                    columns.AddRange(known);
                    break;
                case FieldGrouping unknown:
                    session.Report(session.Issues.Unknown("field", unknown.Field));
                    return null;
                default:
                    throw new UnreachableException(grouping.GetType().Name);
            }
        }

        return columns.ToSeq();
    }

    /// <summary>A column of the inner query, and the keys of what it calls by name, under the names of this answer; null for what is no column.</summary>
    private IEnumerable<BoundGroup>? OfInner(string column, Seq<string> named, Buckets? ranges) =>
        inner?.Group(column) is { } group ? inner.KeysOf(column).Prepend(group).Zip(named, (g, name) => g with { Name = name })
        : inner?.Measure(column) is { } number ? [new BoundGroup(named[0], number.Label, NumberRanges.TypeOf(number.Type, ranges), GroupRole.Value, null, null) { Ranges = BoundRanges.Of(ranges, number.Type) }]
        : null;

    /// <summary>Each grouping's own name, and those of the keys that belong to it.</summary>
    private static Seq<Seq<string>> ColumnNames(BindingSession session, Seq<Grouping> groupings, Seq<string> names, InnerColumns? inner)
    {
        var taken = new HashSet<string>();
        return groupings.Zip(names, (grouping, name) =>
        {
            taken.Add(name);
            var keys = grouping is FieldGrouping { Field: var field } && session.Catalog.FindField(field) is { } known ? KeyColumns(known)
                : grouping is ColumnGrouping { Column: var column, Buckets: null } && inner is not null ? inner.KeysOf(column).Select(k => k.Name).ToSeq()
                : [];
            return (Seq<string>)[name, .. keys.Select(key => names.Contains(key) || !taken.Add(key) ? $"{key}_key" : key)];
        }).ToSeq();
    }

    /// <summary>One expression a column of <see cref="Columns"/> over the rows of an inner query; none where there is no such query.</summary>
    public Seq<SqlExpression> OverInner() => inner is null ? [] : groupings.OfType<ColumnGrouping>()
        .SelectMany(g => g.Buckets is null
            ? inner.KeysOf(g.Column).Select(k => k.Name).Prepend(g.Column).Select(name => (SqlExpression)new SqlColumn(null, name))
            : [NumberRanges.Of(new SqlColumn(null, g.Column), g.Buckets)])
        .ToSeq();

    /// <summary>One expression a column of <see cref="Columns"/>; <paramref name="clock"/> answers time groupings without a field of their own.</summary>
    /// <param name="periods">Alias of the relation of periods that answers them instead; null where there is none.</param>
    public Seq<SqlExpression>? In(SourceBuilder source, Field? clock, string measure, string? periods)
    {
        var expressions = new List<SqlExpression?>();
        foreach (var (grouping, name) in groupings.Zip(names))
        {
            switch (grouping)
            {
                case TimeGrouping time when NotComputed(time, source.Root, clock) is { } refusal:
                    session.Report(refusal);
                    return null;
                case TimeGrouping { Field: null } time when periods is not null:
                    Settle(name, TypeOf(time), time.Grain);
                    expressions.Add(new SqlColumn(periods, BoundIntervals.Period));
                    break;
                case TimeGrouping time:
                    expressions.Add(Start(source, time, name, clock, measure));
                    break;
                case BucketGrouping bucket when session.Catalog.FindField(bucket.Field) is { } field:
                    expressions.Add(source.Asked(field, bucket.Via) is { } ranged ? NumberRanges.Of(ranged, bucket.Buckets) : null);
                    break;
                case QueryGrouping nested:
                    expressions.Add(new NestedBinder(session, source).Number(nested) is { } number ? NumberRanges.Of(number, nested.Buckets) : null);
                    break;
                case FieldGrouping { Field: var asked, Via: var via } when session.Catalog.FindField(asked) is { } field:
                    expressions.Add(source.Asked(field, via));
                    expressions.AddRange(KeyColumns(field).Select(key => source.Asked(field.Dataset, key, via)));
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

    /// <summary>The columns with the types that their periods turned out to have: a field that is a period keeps its numbers or texts.</summary>
    public Seq<BoundGroup> Typed(Seq<BoundGroup> columns) =>
        columns.Select(c => c.Role == GroupRole.Time && Types.TryGetValue(c.Name, out var type) ? c with { Type = type } : c).ToSeq();

    private SqlExpression? Start(SourceBuilder source, TimeGrouping time, string name, Field? clock, string measure)
    {
        var field = FieldFor(time, source.Root, clock);
        if (field is null)
        {
            session.Report(time.Field is { } unknown ? session.Issues.Unknown("field", unknown) : NoClock(time.Grain, source.Root, measure));
            return null;
        }

        if (field.Grain is { } kept && !PeriodNesting.Nests(kept, time.Grain, field.Dataset.Model.Calendar))
        {
            session.Report(session.Issues.WholePeriodsOnly(measure, kept));
            return null;
        }

        var coded = PeriodFields.IsCoded(field);
        if (coded && field.Grain != time.Grain && !ReferenceEquals(field, PeriodFields.Exactly(time.Grain, source.Root, clock)))
        {
            session.Report(session.Issues.NotADate(measure, Labels.Of(field, session.Context.Language)));
            return null;
        }

        if ((time.Field is null ? source.Field(field) : source.Asked(field)) is not { } instant)
        {
            return null;
        }

        var dated = coded && datesYears ? PeriodFields.StartOf(field, time.Grain, instant) : null;
        Settle(name, coded && dated is null ? field.Type : TypeOf(time), time.Grain);
        return dated ?? (coded || field.Grain == time.Grain ? instant : TimeExpressions.StartOf(time.Grain, instant, field.Type, field.Dataset.Model.Calendar));
    }

    /// <summary>A column's values are of one kind in every source.</summary>
    private void Settle(string name, SqlType type, TimeGrain grain)
    {
        if (!Types.TryAdd(name, type) && Types[name].Kind != type.Kind && !(Types[name].IsNumeric && type.IsNumeric))
        {
            PeriodsDiffer = true;
            session.Report(session.Issues.PeriodsDiffer(grain));
        }
    }

    private Field? FieldFor(TimeGrouping time, Dataset root, Field? clock) =>
        time.Field is { } named ? session.Catalog.FindField(named) : PeriodFields.For(time.Grain, root, clock);

    private Issue NoClock(TimeGrain grain, Dataset root, string measure) =>
        PeriodFields.GrainsOf(root, null) is [.., var kept] && kept != grain ? session.Issues.WholePeriodsOnly(measure, kept) : session.Issues.NoClock(measure);

    /// <summary>Why a calendar has no arithmetic for a grain; null where it has, or where a field holds the periods themselves.</summary>
    private Issue? NotComputed(TimeGrouping time, Dataset root, Field? clock) =>
        FieldFor(time, root, clock) is { } field
        && field.Grain != time.Grain && field.Dataset.Model.Calendar is var calendar && !calendar.Computes(time.Grain)
            ? session.Issues.CalendarNotRead(calendar.Dataset ?? "")
            : null;

    /// <summary>Names repeat, so grouping by what a row is called groups by its key as well.</summary>
    internal static Seq<string> KeyColumns(Field field) =>
        ReferenceEquals(field.Dataset.NameField, field)
            ? field.Dataset.PrimaryKey.Where(key => field.Expression != new SqlColumn(null, key)).ToSeq()
            : [];

    private static LocalText LabelOf(Field field) =>
        ReferenceEquals(field.Dataset.NameField, field) && field.Dataset.Entity is { } entity ? entity.Singular : field.Label;

    private BoundGroup TimeColumn(TimeGrouping time, string name)
    {
        var field = time.Field is { } named ? session.Catalog.FindField(named) : null;
        return new BoundGroup(name, LocalText.Empty, TypeOf(time), GroupRole.Time, field, time.Grain);
    }

    private static SqlType TypeOf(TimeGrouping time) => time.Grain == TimeGrain.Hour ? SqlType.Timestamp : SqlType.Date;
}
