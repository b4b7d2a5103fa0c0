using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// The condition that keeps a source's rows to a period. Rows that are kept by whole periods (a budget by month, a result by fiscal year) are only asked for whole
/// ones: half a month's budget is in no row.
/// </summary>
internal sealed class PeriodFilter(BindingSession session, SourceBuilder source, ConditionBinder conditions)
{
    /// <summary>The condition and the field that it is on; null, and an issue, where there is none.</summary>
    public (Field Field, SqlExpression Condition)? For(Field? clock, AbsolutePeriod period, string measure)
    {
        foreach (var grain in PeriodFields.GrainsOf(source.Root, clock))
        {
            if (PeriodFields.Exactly(grain, source.Root, clock) is { } own && (clock is null || ReferenceEquals(own, clock) || IsOf(grain, period, own))
                && PeriodNesting.IsWhole(period, grain, own.Dataset.Model.Calendar) && On(own, grain, period) is { } condition)
            {
                return (own, condition);
            }
        }

        if (clock is null)
        {
            session.Report(PeriodFields.GrainsOf(source.Root, clock) is [.., var finest] ? session.Issues.WholePeriodsOnly(measure, finest) : session.Issues.NoClock(measure));
            return null;
        }

        if (PeriodFields.CutBy(period, clock, session.Context.Now) is { } kept)
        {
            session.Report(session.Issues.WholePeriodsOnly(measure, kept));
            return null;
        }

        if (clock.Grain is null && PeriodFields.IsCoded(clock))
        {
            session.Report(session.Issues.NotADate(measure, Labels.Of(clock, session.Context.Language)));
            return null;
        }

        if (On(clock, clock.Grain, period) is { } within)
        {
            return (clock, within);
        }

        session.Report(session.Issues.NotADate(measure, Labels.Of(clock, session.Context.Language)));
        return null;
    }

    /// <summary>Whether a period is one or several periods of exactly this grain, and of no wider one.</summary>
    private static bool IsOf(TimeGrain grain, AbsolutePeriod period, Field own) =>
        period is { From: not null, To: not null } && PeriodNesting.WidthOf(period, own.Dataset.Model.Calendar) == PeriodNesting.Width(grain);

    private SqlExpression? On(Field field, TimeGrain? grain, AbsolutePeriod period)
    {
        if (source.Field(field) is not { } value)
        {
            return null;
        }

        return !PeriodFields.IsCoded(field) ? conditions.Within(value, period)
            : grain is { } coded ? PeriodFields.Within(field, coded, value, EndsOf(period, coded, field.Dataset.Model.Calendar))
            : null;
    }

    private static AbsolutePeriod EndsOf(AbsolutePeriod period, TimeGrain grain, BusinessCalendar calendar) =>
        period.To is { } to && Periods.Start(to, grain, calendar) != to ? period with { To = Periods.Next(to, grain, calendar) } : period;
}
