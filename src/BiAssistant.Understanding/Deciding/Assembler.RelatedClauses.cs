using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>A clause about rows of another kind: whom it is about, what it says of its rows, when, and what goes with it.</content>
internal sealed partial class Assembler
{
    /// <summary>One clause on its way: whose rows, which of them, when.</summary>
    private sealed class Clause(Dataset of, bool negated, Dataset things)
    {
        public Dataset Of { get; } = of;

        public bool Negated { get; } = negated;

        public Dataset Things { get; } = things;

        public List<Condition> Where { get; } = [];

        public List<Phrase> Said { get; } = [];

        public Period? Period { get; set; }

        /// <summary>It tells the whole that a share is of, and no part.</summary>
        public bool IsWhole { get; init; }
    }

    /// <summary>"what share of the buyers who ordered in 2024 used a coupon": what is said of them first tells the whole, and what is said of the same rows then tells the part.</summary>
    private void TellWhole(List<Clause> clauses, Clause? only, List<(DatedSense Sense, Phrase Phrase)> dated)
    {
        if (ShareSaid() is null || only is not { Negated: false } || only.Said.DistinctBy(s => s.Start).Count() < 2)
        {
            return;
        }

        var whole = new Clause(only.Of, false, only.Things) { IsWhole = true };
        var first = only.Said.MinBy(s => s.Start)!;
        if (dated.Find(d => d.Phrase == first) is { Sense: { } told } && Narrow(whole, told))
        {
            whole.Said.Add(first);
            only.Said.Remove(first);
            clauses.Insert(0, whole);
        }
        else
        {
            Fail(ProblemKind.UnusedWords, only.Said.MaxBy(s => s.Start)!);
        }
    }

    /// <summary>
    /// "members who joined in May", where the catalog says itself how members are counted by the day that they join: who is one then is who that metric counts. Null where
    /// no metric says so.
    /// </summary>
    private FieldInQuery? Membership(Clause clause)
    {
        if (clause.Things.NameField is not { } name)
        {
            return null;
        }

        var dates = clause.Where.OfType<FieldPeriod>().Where(w => w.Via is null).ToList();
        var clock = clause.Period is not null && dates.Count == 0 ? clause.Of.DefaultTime : clause.Period is null && dates is [var date] ? _context.Catalog.FindField(date.Field) : null;
        var metric = clock is null ? null : _context.Catalog.Metrics.FirstOrDefault(m => m.ReplacedBy is null && m.Access.IsEmpty
            && m.Formula is AggregateFormula { Call: { Name: "COUNT", Distinct: true }, Filters.IsEmpty: false } formula && formula.Root == clause.Of && formula.Time == clock && NamesOnly(m, clause.Things));
        if (metric is null)
        {
            return null;
        }

        var rest = clause.Where.Where(w => w is not FieldPeriod).Distinct().ToSeq();
        var self = _context.Catalog.NameOf(name);
        var query = new SemanticQuery
        {
            Measures = [new MetricMeasure(metric.Name)],
            GroupBy = [new FieldGrouping(self)],
            Where = rest.Count switch { 0 => null, 1 => rest[0], _ => new AllOf(rest) },
            Period = clause.Period ?? dates[0].Period,
        };
        return new FieldInQuery(self, query, null, clause.Negated);
    }

    /// <summary>"접수된 예약", "orders that were booked": what was done to the things themselves, and not by them.</summary>
    private bool IsPassive(Phrase said)
    {
        if (said.Leaves().FirstOrDefault(l => l.Sense is VerbSense) is not { } verb)
        {
            return false;
        }

        return IsKorean ? _atoms[verb.End - 1].Raw is "된" or "되" or "됐" : verb.Start > 0 && _atoms[verb.Start - 1].Key is "was" or "were" or "is" or "are" or "been" or "be" or "being";
    }

    /// <summary>Whom a clause is about: the things named right before it (in a language that puts them there; else right behind it), else the rows in question.</summary>
    private Dataset? ThingsOf(Dataset of, Phrase clause, Dataset rows)
    {
        var beside = IsKorean
            ? _sentence.Phrases.FirstOrDefault(p => p.Start >= clause.End && p.Sense is EntitySense { Via: null } or MeasuresSense)
            : _sentence.Phrases.LastOrDefault(p => p.End <= clause.Start && p.Sense is EntitySense { Via: null } or MeasuresSense);
        return beside?.Sense is EntitySense entity && entity.Dataset != of && (entity.Dataset == rows || _context.Reaches(rows, entity.Dataset)) && (_context.LeadsTo(of, entity.Dataset) || _context.Reaches(entity.Dataset, of)) ? entity.Dataset : rows;
    }

    /// <summary>What the clause itself says of its rows. A date that they go by is their period.</summary>
    private bool Narrow(Clause clause, Sense sense)
    {
        switch (sense)
        {
            case ValueSense value:
                clause.Where.Add(value.ToCondition(_context.Catalog));
                return true;
            case VerbSense verb:
                if (verb.Field != clause.Of.DefaultTime)
                {
                    clause.Where.Add(new FieldEmpty(_context.Catalog.NameOf(verb.Field), Negated: true));
                }

                return true;
            case ConditionSense { Condition: FieldEmpty { Negated: true, Via: null } told } when _context.Catalog.FindField(told.Field) is { } clock && clock == clause.Of.DefaultTime:
                return true;
            case ConditionSense condition:
                clause.Where.Add(condition.Condition);
                return true;
            case DatedSense dated when ResolverOf(clause.Of).Resolve(dated.Period) is { } period:
                if (dated.Field == clause.Of.DefaultTime)
                {
                    clause.Period = period;
                }
                else
                {
                    clause.Where.Add(new FieldPeriod(_context.Catalog.NameOf(dated.Field), period));
                }

                return true;
            default:
                return false;
        }
    }

    private PeriodResolver ResolverOf(Dataset rows) => new(_now, QueryCalendar.Of(new SemanticQuery { Measures = [new CountMeasure(_context.Catalog.NameOf(rows))] }, _context.Catalog));

    /// <summary>Of several clauses the one that a condition stands in: its own rows', else the only one that leads there.</summary>
    private Clause? Nearest(List<Clause> clauses, Phrase said, Dataset of, Clause? only)
    {
        var lacking = clauses.Where(c => c.Negated && c.Of == of && c.Said.Exists(s => IsKorean ? After(said) == s : Before(said) == s)).ToList();
        return lacking is [var beside] ? beside
            : only is not null && (only.Of == of || _context.Reaches(only.Of, of)) ? only
            : clauses.Where(c => c.Of == of || _context.Reaches(c.Of, of)).ToList() is [var single] ? single
            : null;
    }

    /// <summary>"customers without an order in 2024": a period behind a clause (before it, in a language that puts clauses first) is the clause's.</summary>
    private void GivePeriods(List<Clause> clauses, Dataset rows, int rowsAt)
    {
        foreach (var phrase in _periods.ToList())
        {
            var before = clauses.SelectMany(c => c.Said.Select(s => (Clause: c, Said: s))).Where(s => IsKorean ? s.Said.Start >= phrase.End : s.Said.End <= phrase.Start).ToList();
            var clause = before.Count > 0 ? (IsKorean ? before.MinBy(s => s.Said.Start) : before.MaxBy(s => s.Said.End)).Clause
                : clauses is [var only] && (rows.DefaultTime is null || (!IsKorean && phrase.Start < rowsAt && ((!only.Negated && only.Said.Exists(s => s.Leaves().Any(l => l.Sense is VerbSense))) || (IsLasting(rows) && only.Of.DefaultTime is not null)))) ? only
                : null;
            if (clause is null)
            {
                continue;
            }

            if (ResolverOf(clause.Of).Resolve(phrase.Sense) is { } again && (clause.Period == again || clause.Where.Exists(w => w is FieldPeriod { Via: null } told && told.Period == again)))
            {
                _periods.Remove(phrase);
                continue;
            }

            if (clause.Period is not null || clause.Where.Exists(w => w is FieldPeriod) || ResolverOf(clause.Of).Resolve(phrase.Sense) is not { } period)
            {
                Fail(ProblemKind.SeveralPeriods, phrase);
                continue;
            }

            _periods.Remove(phrase);
            SetPeriod(clause, period);
        }
    }

    /// <summary>A clause's rows are those of a period: by the date that its verb tells, else by the usual one.</summary>
    private void SetPeriod(Clause clause, Period period)
    {
        var told = clause.Where.OfType<FieldEmpty>().Where(e => e.Negated && e.Via is null && _context.Catalog.FindField(e.Field) is { Type.IsTemporal: true } field && field.Dataset == clause.Of).ToList();
        if (told is [var date])
        {
            clause.Where.Remove(date);
            clause.Where.Add(new FieldPeriod(date.Field, period));
        }
        else
        {
            clause.Period = period;
        }
    }

    /// <summary>"In 2024, how many clients had a hearing": what has a name of its own is no event of the year, and what it had is.</summary>
    private static bool IsLasting(Dataset rows) => rows.NameField is { } name && !(rows.PrimaryKey is [var key] && key == name.Name);

    /// <summary>"booked both express and economy": a clause for each value.</summary>
    private void AddBoth(List<Clause> clauses, Clause? only)
    {
        foreach (var (both, said) in _both.ToList())
        {
            if (only is not { Negated: false } || (only.Of != both.Values.Field.Dataset && !_context.Reaches(only.Of, both.Values.Field.Dataset)))
            {
                continue;
            }

            _both.Remove((both, said));
            clauses.Remove(only);
            foreach (var value in both.Values.Values)
            {
                var one = new Clause(only.Of, false, only.Things) { Period = only.Period };
                one.Where.AddRange(only.Where);
                one.Where.Add((both.Values with { Values = [value] }).ToCondition(_context.Catalog));
                one.Said.Add(said);
                clauses.Add(one);
            }
        }
    }

    /// <summary>"ordered in both 2023 and 2024": a clause for each period.</summary>
    private void AddBothPeriods(List<Clause> clauses)
    {
        if (_bothPeriods is not { Sense: BothPeriodsSense both } said || clauses is not [{ Negated: false, Period: null } only] || only.Of.DefaultTime is null || only.Where.Exists(w => w is FieldPeriod))
        {
            return;
        }

        _bothPeriods = null;
        clauses.Remove(only);
        foreach (var period in ResolverOf(only.Of).Each(both.Periods))
        {
            var one = new Clause(only.Of, false, only.Things);
            one.Where.AddRange(only.Where);
            one.Said.AddRange(only.Said.Append(said));
            SetPeriod(one, period);
            clauses.Add(one);
        }
    }

    /// <summary>"but not in April": what was said of one period is not so in another.</summary>
    private void AddOpposites(List<Clause> clauses, Clause? only)
    {
        foreach (var phrase in _notPeriods.ToList())
        {
            var dated = only?.Where.OfType<FieldPeriod>().FirstOrDefault();
            if (only is not { Negated: false } || (only.Period is null && dated is null) || ResolverOf(only.Of).Resolve(Completed(((NotPeriodSense)phrase.Sense).Period)) is not { } other)
            {
                continue;
            }

            _notPeriods.Remove(phrase);
            var opposite = new Clause(only.Of, true, only.Things) { Period = only.Period is null ? null : other };
            opposite.Where.AddRange(only.Where.Where(w => w != dated));
            opposite.Said.Add(phrase);
            if (dated is not null)
            {
                opposite.Where.Add(dated with { Period = other });
            }

            clauses.Add(opposite);
        }
    }

    /// <summary>"in March 2024 but not in April": the year is that of the other period.</summary>
    private Sense Completed(Sense period) =>
        period is DateSense { HasYear: false } date && _sentence.Phrases.SelectMany(p => p.Leaves()).Select(l => l.Sense).OfType<DateSense>().FirstOrDefault(d => d.HasYear) is { } known
            ? date with { Year = known.Year, YearsAgo = known.YearsAgo }
            : period;
}
