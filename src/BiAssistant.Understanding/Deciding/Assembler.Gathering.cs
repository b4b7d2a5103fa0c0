using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>Running, rolling and to-date numbers beside the periods of the answer.</content>
internal sealed partial class Assembler
{
    private SemanticQuery Gathered(SemanticQuery draft)
    {
        // "누적 … 쌓아서": gathering said twice.
        var said = _operations.DistinctBy(o => o.Sense is RunningSense ? new RunningSense() : o.Sense).ToList();
        _operations.Clear();
        if (_measures is [{ Metric: CumulativeMetric { Running: true } gathered }] && _context.Catalog.FindMetric(gathered.Metric) is { } plain && said.Count == 0 && draft.Period is not null
            && Periods.Resolve(draft.Period, _now, QueryCalendar.Of(draft, _context.Catalog)).From is not null)
        {
            // The metric gathers since ever; "in 2024" may as well mean: since the start of it.
            _meanings = Math.Max(_meanings, 2);
            if (_meaning == 1)
            {
                return Running(Named(draft, plain), _sentence.Phrases[0]);
            }
        }

        foreach (var phrase in said)
        {
            draft = phrase.Sense switch
            {
                RunningSense => Running(draft, phrase),
                ToDateOfSense toDate when _groups.OfType<TimeGrouping>().Any() && _measures.Count > 0 => Each(draft, m => new ToDateMeasure(m, toDate.Grain)),
                RollingSense { Window: { } window } rolling => Rolling(draft, window, rolling.Take ?? TakeOf(), phrase),
                _ => Unused(draft, phrase),
            };
        }

        return draft;
    }

    /// <summary>
    /// From the beginning of what is asked about: of the year where that begins with it, else of the period, else of the data. Without a breakdown by time the total is
    /// what has been gathered.
    /// </summary>
    private SemanticQuery Running(SemanticQuery draft, Phrase phrase)
    {
        if (_measures.Count == 0)
        {
            return Unused(draft, phrase);
        }

        if (!_groups.OfType<TimeGrouping>().Any())
        {
            _cost += 0.3;
            return NamedToDate(draft) is { } named ? Named(draft, named)
                : _measures.TrueForAll(m => m.Metric?.Additive ?? m.Measure is CountMeasure or AggregateMeasure { Function: AggregateFunction.Sum }) || AllGatheredToDate() ? draft : Unused(draft, phrase);
        }

        if (draft.Period is null)
        {
            return Each(draft, m => new RunningMeasure(m));
        }

        var calendar = QueryCalendar.Of(draft, _context.Catalog);
        if (Periods.Resolve(draft.Period, _now, calendar) is not { From: { } from } span)
        {
            return Unused(draft, phrase);
        }

        // "month by month from January" gathers nothing in a January alone.
        _cost += _groups.OfType<TimeGrouping>().Any(g => Periods.Of(from, g.Grain, calendar) is { } one && one.To >= span.To) ? 1.5 : 0;

        foreach (var grain in new[] { TimeGrain.Year, TimeGrain.FiscalYear })
        {
            if (Periods.Of(from, grain, calendar) is { } whole && whole.From == from && span.To <= whole.To)
            {
                return Each(draft, m => new ToDateMeasure(m, grain));
            }
        }

        var clocks = _measures.ConvertAll(ClockOf);
        return clocks.Distinct().ToList() is [{ } clock]
            ? Each(draft, m => new RunningMeasure(m with { Filter = m.Filter is { } own ? new AllOf([own, new FieldPeriod(clock, span)]) : new FieldPeriod(clock, span) }))
            : Unused(draft, phrase);
    }

    /// <summary>The metric of the catalog that gathers just this number since the start of just this period, where there is one.</summary>
    private Metric? NamedToDate(SemanticQuery draft) =>
        _measures is [{ Metric: { } metric }] && draft.Period is not null && QueryCalendar.Of(draft, _context.Catalog) is var calendar && Periods.Resolve(draft.Period, _now, calendar) is { From: { } from, To: { } to }
        && _context.Catalog.Metrics.Where(m => m is CumulativeMetric { ToDate: { } grain } gathered && gathered.Metric == metric.Name && m.Access.IsEmpty && m.ReplacedBy is null && m.Status is not MetricStatus.Draft
            && Periods.Of(to.AddDays(-1), grain, calendar) is { } whole && whole.From == from).ToList() is [var named]
            ? named
            : null;

    private SemanticQuery Named(SemanticQuery draft, Metric named)
    {
        // Limits and rankings speak of what the number has become.
        Become(0, _context.Of(named).Measure);
        _measures[0] = _context.Of(named);
        return draft with { Measures = [_measures[0].Measure] };
    }

    private string? ClockOf(MeasureItem item) =>
        (item.Metric is { } metric ? GrammarContext.ClocksOf(metric).ToList() : item.Rows?.DefaultTime is { } time ? [time] : []) is [var clock] ? _context.Catalog.NameOf(clock) : null;

    private SemanticQuery Rolling(SemanticQuery draft, Span window, WindowTake take, Phrase phrase)
    {
        if (_measures.Count == 0)
        {
            return Unused(draft, phrase);
        }

        if (!_groups.OfType<TimeGrouping>().Any())
        {
            if (draft.Period is null && take == WindowTake.Total)
            {
                return draft with { Period = new RelativePeriod(RelativePeriodKind.Last, window.Count, window.Grain) };
            }

            if (take == WindowTake.Total && Periods.Resolve(draft.Period!, _now, QueryCalendar.Of(draft, _context.Catalog)) is { To: { } to } day && (day.From is null || day.From == to.AddDays(-1)))
            {
                // "as of 31 March": the window that ends with that day.
                return draft with { Period = new AbsolutePeriod(Periods.Shift(to, window.Grain, -window.Count, QueryCalendar.Of(draft, _context.Catalog)), to) };
            }

            AddGroup(new TimeGrouping(window.Grain));
            draft = draft with { GroupBy = _groups.ToSeq() };
        }

        return Each(draft, m => new RollingMeasure(m, window, take));
    }

    /// <summary>"rolling 3 months, average revenue": the average stands elsewhere.</summary>
    private WindowTake TakeOf() => _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is AggregateSense { Function: AggregateFunction.Average }) ? WindowTake.Average : WindowTake.Total;

    private SemanticQuery Each(SemanticQuery draft, Func<Measure, Measure> made)
    {
        for (var i = 0; i < _measures.Count; i++)
        {
            Become(i, made(_measures[i].Measure));
        }

        return draft with { Measures = _measures.Select(m => m.Measure).ToSeq() };
    }

    private SemanticQuery Unused(SemanticQuery draft, Phrase phrase)
    {
        Fail(ProblemKind.UnusedWords, phrase);
        return draft;
    }
}
