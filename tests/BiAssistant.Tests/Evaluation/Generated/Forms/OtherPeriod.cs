using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using BiAssistant.Tests.Evaluation.RowByRow;
using Measure = BiAssistant.Tests.Evaluation.Generated.Asking.Measure;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>
/// The period that a whole answer is compared with: the one before, the same one a year earlier, or one that is said. Each number stands beside what it was then and how much
/// it has changed; broken down by time, each period beside the one that lies as far back.
/// </summary>
internal sealed record OtherPeriod(string With, Period? Named) : Part
{
    private const string Before = "previous_period";
    private const string YearBefore = "same_period_last_year";

    private static readonly Grain[] CoarsestFirst = [Grain.Year, Grain.FiscalYear, Grain.Quarter, Grain.FiscalQuarter, Grain.Month, Grain.FiscalMonth];

    /// <summary>The forms of this family.</summary>
    public static readonly IReadOnlyList<string> Family = ["against the period before", "against the year before", "against another period"];

    public override string Form => With switch
    {
        Before => Family[0],
        YearBefore => Family[1],
        _ => Family[2],
    };

    public override IEnumerable<Part> Parts => Named is null ? [] : [Named];

    public JsonObject Json => Named is null ? new() { ["with"] = With } : new() { ["period"] = Named.Json };

    /// <summary>The question beside another period, now and then, where its numbers are numbers (a change of times is none), ask for no period of their own, and by time for no other groups.</summary>
    public static Question Beside(Drawing drawing, Question question)
    {
        var chance = drawing.Chance;
        if (!drawing.Takes(25, typeof(OtherPeriod)) || !drawing.Roots.All(root => drawing.World.Thing(root).Clock is not null) || drawing.Any(AllForms.Periods) is not { } period
            || period is FixedPeriod { From: null } or FixedPeriod { To: null }
            || question.Computed.Any(measure => !measure.IsNumber) || question.Computed.SelectMany(measure => measure.Forms).Any(form => form == "in a period of its own" || (Across.Family.Contains(form) && question.By.Any(grouping => grouping is TimeGroup))))
        {
            return question;
        }

        return question with { Period = period, Compare = chance.Of(0, 1, 2) switch { 0 => new OtherPeriod(Before, null), 1 => new OtherPeriod(YearBefore, null), _ => new OtherPeriod("", Drawn(chance, drawing.World, period)) } };
    }

    /// <summary>What a number is shown as: itself, what it was, and its change.</summary>
    public IReadOnlyList<Measure> Of(World world, Question question, Measure measure)
    {
        var period = question.Period ?? throw new DeclinedException("compare_without_period", "none");
        var (asked, other) = (period.In(world), In(world, period));
        var (now, before, change) = (measure with { As = null }, $"{measure.As}_before", $"{measure.As}_change");
        if (!question.By.Any(grouping => grouping is TimeGroup))
        {
            return [measure, new AtSpan(now, other) { As = before }, new Calculated('-', now, new AtSpan(now, other)) { As = change }];
        }

        var back = Back(asked, other);
        return [measure, new Shifted(now, back) { As = before }, new Changed(now, back, InPercent: false) { As = change }];
    }

    private Span In(World world, Period period)
    {
        var span = period.In(world);
        if (span is not { From: { } from, To: { } to })
        {
            throw new DeclinedException("compare_without_period", "open");
        }

        var other = With switch
        {
            Before => period is RelativePeriod { Kind: "current", Grain: var grain } && world.Calendar.PeriodOf(grain, from).To != to ? Running(world.Calendar, grain, from, to) : Whole(world.Calendar, from, to),
            YearBefore when world.Calendar.IsOne(Grain.Week, span) => new Span(from.AddDays(-364), to.AddDays(-364)),
            YearBefore when Count(world.Calendar, Grain.Month, from, to) is null && Count(world.Calendar, Grain.FiscalMonth, from, to) is not null =>
                new Span(world.Calendar.Earlier(Grain.FiscalMonth, from, 12).From, world.Calendar.Earlier(Grain.FiscalMonth, to, 12).From),
            YearBefore => new Span(from.AddMonths(-12), LastDay(to, -12)),
            _ => Named!.In(world),
        };
        return other == span ? throw new DeclinedException("compared_with_itself", "the same") : other;
    }

    /// <summary>As many whole periods before where it is whole ones, the longest that it is, else as many days.</summary>
    private static Span Whole(WorkCalendar calendar, DateTime from, DateTime to) =>
        CoarsestFirst.Select(grain => Count(calendar, grain, from, to) is { } count ? calendar.Earlier(grain, from, count).From : null).FirstOrDefault(found => found is not null) is { } start
            ? new Span(start, from)
            : new Span(from - (to - from), from);

    /// <summary>How many whole periods of a grain lie between; null where that is not all.</summary>
    private static int? Count(WorkCalendar calendar, Grain grain, DateTime from, DateTime to)
    {
        var (at, count) = (from, 0);
        for (; at < to && calendar.PeriodOf(grain, at).From == at; count++)
        {
            at = calendar.PeriodOf(grain, at).To!.Value;
        }

        return at == to ? count : null;
    }

    /// <summary>Of a running period the same days of the one before; of a running week, or of a fiscal period that is made of weeks, as many, while it has them.</summary>
    private static Span Running(WorkCalendar calendar, Grain grain, DateTime from, DateTime to)
    {
        var start = calendar.Earlier(grain, from, 1).From!.Value;
        return grain switch
        {
            _ when grain == Grain.Week || (calendar.Weeks is not null && grain >= Grain.FiscalMonth) => new Span(start, start + (to - from) < from ? start + (to - from) : from),
            Grain.Month or Grain.FiscalMonth => new Span(start, LastDay(to, -1)),
            Grain.Quarter or Grain.FiscalQuarter => new Span(start, LastDay(to, -3)),
            _ => new Span(start, LastDay(to, -12)),
        };
    }

    /// <summary>An end that is not included is moved as the day before it.</summary>
    private static DateTime LastDay(DateTime end, int months) => end.AddDays(-1).AddMonths(months).AddDays(1);

    private static Length Back(Span asked, Span other)
    {
        if (other.From is not { } since || since >= asked.From)
        {
            throw new DeclinedException("periods_not_matched", "not earlier");
        }

        var from = asked.From!.Value;
        var months = ((from.Year - since.Year) * 12) + from.Month - since.Month;
        return since.AddMonths(months) == from ? (months % 12 == 0 ? new Length(months / 12, Unit.Year) : new Length(months, Unit.Month)) : new Length((from - since).Days, Unit.Day);
    }

    /// <summary>One like it some time before, and another one now and then.</summary>
    private static FixedPeriod Drawn(Chance chance, World world, Period period)
    {
        var asked = period.In(world);
        var months = chance.Of(1, 3, 12);
        return chance.In100(70)
            ? new FixedPeriod(asked.From!.Value.AddMonths(-months), asked.To!.Value.AddMonths(-months))
            : new FixedPeriod(new DateTime(2023, chance.Between(1, 6), 1), new DateTime(2024, chance.Between(1, 6), 1));
    }

    /// <summary>A number of another time than the answer's.</summary>
    private sealed record AtSpan(Measure Inner, Span There) : TimeMoved(Inner)
    {
        public override string Form => "beside another period";

        protected override JsonObject Written() => throw new NotSupportedException("It is said by the comparison.");

        protected override Asking.Cell? At(Asking.Cell cell) => base.At(cell) is { } there ? there with { Own = (null, IsWindow: false) } : null;

        protected override Span? Map(Asking.Cell cell) => There;
    }
}
