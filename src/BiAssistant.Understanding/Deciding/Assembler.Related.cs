using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.Korean;

namespace BiAssistant.Understanding.Deciding;

/// <content>"customers who booked express in May", "companies without a contract": things told apart by rows of another kind that lead to them.</content>
internal sealed partial class Assembler
{
    /// <summary>Conditions on what is counted, where rows of another kind tell it; and on the things that any number is about, where they lack such rows.</summary>
    private void RelateCounted()
    {
        if (_measures.Count == 0)
        {
            return;
        }

        TellByRowsBefore();
        if (_measures is [var distinct] && ThingsCountedBy(distinct) is { } named && (_related.Count > 0 || _filters.Exists(f => f.Of == named && f.Condition is FieldEmpty) || _dated.Exists(d => d.Sense.Field.Dataset == named) || _groups.OfType<FieldGrouping>().Any(g => _context.Catalog.FindField(g.Field) is { Rollup: true } ever && ever.Dataset == named)))
        {
            // "how many guests have never booked", "guests registered in May", "guests by number of stays ever": those counted as guests of a period have come, all of them are asked for.
            _measures[0] = _context.CountOf(named);
            _cost += 0.3;
        }

        var roots = _measures.SelectMany(_context.RootsOf).Distinct().ToList();
        if (_measures is [var one] && RowsCountedBy(one) is { } counted)
        {
            NameTexts(counted);
            Relate(counted, counted, _sentence.Phrases.Where(p => p.Sense is MeasuresSense || (p.Sense is EntitySense entity && entity.Dataset == counted)).Select(p => p.Start).DefaultIfEmpty(-1).First());
        }
        else if (_related.Count > 0 && roots is [var root] && _measures.TrueForAll(m => m.Metric?.Formula is not AggregateFormula { Call.Distinct: true }))
        {
            Relate(root, root, -1);
        }
    }

    /// <summary>
    /// Takes every condition that the rows in question do not lead to, and that leads to them, for a condition on rows of that other kind: "customers who booked express". A
    /// verb, "with" or "without" has to say so; a value alone does not.
    /// </summary>
    private void Relate(Dataset rows, Dataset counted, int rowsAt)
    {
        var clauses = new List<Clause>();
        foreach (var lacked in _filters.Where(f => f is { Value: { Negated: true, Via: null }, Said: { } said, Of: { } of } && IsFar(of) && said.Leaves().Any(l => l.Sense is NegationSense { Lacks: true })).ToList())
        {
            // "주차장이 없는 지점": no place of theirs is one.
            _filters.Remove(lacked);
            _cost += 1;
            _related.Add((new RelatedSense(lacked.Of!, lacked.Value! with { Negated = false }, Negated: true), lacked.Said!));
        }

        foreach (var (sense, said) in _related.ToList())
        {
            var things = ThingsOf(sense.Of, said, rows);
            if (sense.Inner is ValueSense && sense.Of == rows && things != rows)
            {
                // "bookings by customer, customers with a booking only": the same rows again, and not those of a value.
                continue;
            }

            if (things is not null && sense.Of == things && sense.Inner is VerbSense { Field: var own })
            {
                // "rooms that were never renovated": their own date is missing.
                _filters.Add((new FieldEmpty(_context.Catalog.NameOf(own)), things, null, said));
                _related.Remove((sense, said));
            }
            else if (sense is { Weak: true, Negated: false } && things is not null && (sense.Via is not null || _context.Reaches(things, sense.Of)))
            {
                // "restaurants with their property": shown beside, not a condition.
                continue;
            }
            else if (things is not null && sense is { Negated: false, Inner: ValueSense valued } && sense.Of != rows && (sense.Of == things || _context.Reaches(things, sense.Of)))
            {
                // "employees who have a gold card": each leads to one, which is so.
                _filters.Add((valued.ToCondition(_context.Catalog), sense.Of, valued, said));
                _related.Remove((sense, said));
            }
            else if (things is not null && (sense.Via is not null || _context.Reaches(things, sense.Of)) && sense.Inner is null && (sense.Of != things || sense.Via is not null))
            {
                // "without a supervisor": the way leads nowhere.
                if ((sense.Of.NameField ?? sense.Of.PrimaryKey.Select(sense.Of.FindField).FirstOrDefault()) is { } field)
                {
                    var name = _context.Catalog.NameOf(field);
                    _cost += _filters.Exists(f => f.Of == sense.Of && f.Value is not null) ? 0.5 : 0;
                    _filters.Add((new FieldEmpty(name, !sense.Negated, sense.Via), things, null, said));
                    _had.Add(new FieldGrouping(name, sense.Via));
                    _related.Remove((sense, said));
                }
            }
            else if (things is not null && sense.Via is null && sense.Of != things && !_context.LeadsTo(sense.Of, things) && Between(things, sense.Of) is { } between)
            {
                // "dishes that were never ordered": no line of an order is theirs.
                var clause = new Clause(between, sense.Negated, things) { Said = { said } };
                clauses.Add(clause);
                _related.Remove((sense, said));
                if (sense.Inner is { } which and not VerbSense && !Narrow(clause, which))
                {
                    Fail(ProblemKind.UnusedWords, said);
                }
            }
            else if (things is not null && sense.Via is null && sense.Of != things && _context.LeadsTo(sense.Of, things))
            {
                var clause = new Clause(sense.Of, sense.Negated, things) { Said = { said } };
                clauses.Add(clause);
                _related.Remove((sense, said));
                if (sense.Inner is { } inner && !Narrow(clause, inner))
                {
                    Fail(ProblemKind.NoSuchPeriod, said);
                }
            }
        }

        var far = _filters.Where(f => f.Said is not null && f.Of is { } of && IsFar(of)).ToList();
        var farDated = _dated.Where(d => IsFar(d.Sense.Field.Dataset)).ToList();
        var once = _times is [{ Sense: TimesSense { Operator: ComparisonOperator.GreaterOrEqual, Count: 1 } }];
        // "different books were borrowed": of as many loans, so many books.
        var saysDifferent = SaysDifferent();
        var told = farDated.Where(d => !IsOfLacking(d.Phrase, d.Sense.Field.Dataset) && (saysDifferent || !IsPassive(d.Phrase))).Select(d => d.Sense.Field.Dataset)
            .Concat(far.Where(f => f.Condition is FieldEmpty { Negated: true } && f.Said!.Leaves().Any(l => l.Sense is VerbSense) && !IsOfLacking(f.Said!, f.Of!) && (saysDifferent || !IsPassive(f.Said!))).Select(f => f.Of!)).Distinct().ToList();
        var had = clauses.Where(c => !c.Negated).ToList();
        var isUsed = _uses.Count > 0 || far.Exists(f => f.Said!.Sense is UsedThingSense);
        var ways = (ShareSaid() is not null || isUsed ? [] : _links).Where(l => l.Sense is LinkSense { Way: var way } && way.To == rows && !_context.Reaches(rows, way.From)).ToList();
        // "consultants who have Python as a skill": the words beside the value say so.
        var having = told.Count + had.Count == 0 ? far.FindAll(f => f.Said is { Sense: ValueSense { Negated: false } } said && IsHad(said)) : [];
        var places = told.Concat(had.Select(c => c.Of));
        places = far.Count > 0 ? places.Concat(ways.Select(l => ((LinkSense)l.Sense).Way.From)) : places;
        if (told.Count + had.Count == 0)
        {
            places = places.Concat(_both.Select(b => b.Sense.Values.Field.Dataset)).Concat(having.Select(f => f.Of!));
            places = isUsed || once || saysDifferent ? places.Concat(far.Where(f => f.Value is not null || f.Condition is FieldEmpty).Select(f => f.Of!)) : places;
        }

        var main = PlaceOf(places.Distinct().ToList(), rows, p => far.TrueForAll(f => f.Of == p || _context.Reaches(p, f.Of!) || clauses.Exists(c => c.Negated && c.Of == f.Of)));
        // "orders that have a deposit", where deposits are things of their own.
        _cost += _uses.Count == 0 && having.Count > 0 ? 1 : 0;
        if (main is not null && (had.Count == 0 || !had.Exists(c => c.Of == main)))
        {
            clauses.Add(new Clause(main, false, rows));
        }

        if (clauses.Count == 0)
        {
            return;
        }

        var only = main is null ? clauses is [{ Negated: true } lacking] ? lacking : null : clauses.First(c => !c.Negated && c.Of == main);
        foreach (var filter in far)
        {
            if (!IsKorean && filter.Said!.Leaves().Any(l => l.Sense is VerbSense) && After(filter.Said!) is { } about && about.Start - filter.Said!.End < 2 && about.Leaves().First(l => l.Sense is not FillerSense).Sense is ComparatorSense or ComparativeSense or ComparativeOfSense or FieldSense { Via: null })
            {
                // "paid a higher salary": nothing but what the verb is about.
                Fail(ProblemKind.UnusedWords, filter.Said!);
            }

            var clause = Nearest(clauses, filter.Said!, filter.Of!, only);
            if (clause is null)
            {
                continue;
            }

            _filters.Remove(filter);
            clause.Said.Add(filter.Said!);
            if (filter.Condition is not FieldEmpty { Negated: true, Via: null } known || (_context.Catalog.FindField(known.Field) is { } there && there != clause.Of.DefaultTime && there != clause.Of.NameField))
            {
                clause.Where.Add(filter.Condition);
            }
        }

        foreach (var dated in farDated)
        {
            // "shops that opened": what has a date of that verb itself hardly means another one's.
            _cost += rows.Fields.Concat(rows.Derived).Any(f => f != dated.Sense.Field && Share(f, dated.Sense.Field)) ? 1 : 0;
            if (Nearest(clauses, dated.Phrase, dated.Sense.Field.Dataset, only) is { } clause && clause.Period is null && Narrow(clause, dated.Sense))
            {
                // "shops opened in 2020": where shops have a date of that verb themselves, it is hardly that of their counters.
                _cost += rows.Fields.Concat(rows.Derived).Any(f => Share(f, dated.Sense.Field)) ? 0.6 : 0;
                _dated.Remove(dated);
                clause.Said.Add(dated.Phrase);
            }
        }

        foreach (var thing in _things.Concat(_joined.Where(j => j.Sense is JoinedSense { Inner: EntitySense })).Where(t => (t.Sense as EntitySense ?? (t.Sense as JoinedSense)?.Inner) is EntitySense { Via: null } entity && clauses.Exists(c => c.Of == entity.Dataset)).ToList())
        {
            if (thing.Sense is EntitySense)
            {
                _things.Remove(thing);
                _cost += 0.1;
            }
        }

        // "ships that sailed to Oslo": the clause says so.
        _links.RemoveAll(l => ways.Contains(l) && only is { Negated: false } && only.Of == ((LinkSense)l.Sense).Way.From && _context.Catalog.Relationships.Count(r => r.From == only.Of && r.To == rows) == 1);
        only?.Said.AddRange(_both.Select(b => b.Said).Concat(_uses));
        _uses.Clear();
        if (once && clauses.Exists(c => !c.Negated))
        {
            _times.Clear();
        }

        TellWhole(clauses, only, farDated);
        GivePeriods(clauses, rows, rowsAt);
        AddBoth(clauses, only);
        AddBothPeriods(clauses);
        AddOpposites(clauses, only);
        if (clauses.Exists(c => !c.Negated && c.Of.DefaultTime is not null) && IsLasting(rows) && _groups.OfType<TimeGrouping>().FirstOrDefault(g => g.Field is null) is not null
            && _sentence.Phrases.FirstOrDefault(p => p.Sense is BreakdownSense { Groupings: [.., TimeGrouping { Field: null }] } or TrendSense) is { } byTime)
        {
            // "clients who paid in each quarter": the quarters of the payments, and not those in which the clients came.
            Fail(ProblemKind.UnusedWords, byTime);
        }

        foreach (var clause in clauses)
        {
            var where = clause.Where.Distinct().ToSeq();
            var related = new RelatedRows(
                _context.Catalog.NameOf(clause.Of),
                where.Count switch { 0 => null, 1 => where[0], _ => new AllOf(where) },
                clause.Period,
                clause.Things == counted ? null : _context.Catalog.NameOf(clause.Things));
            _filters.Add((Membership(clause) is { } member ? member : new RelatedExists(related, clause.Negated), clause.Things, null, clause.IsWhole ? null : clause.Said.FirstOrDefault()));
            _cost += 0.3;
        }

        bool IsOfLacking(Phrase phrase, Dataset of) => clauses.Exists(c => c.Negated && c.Of == of && c.Said.Exists(s => IsKorean ? After(phrase) == s : Before(phrase) == s));

        bool IsHad(Phrase said) => IsKorean ? IsHaving(said.End, After(said)?.Start ?? _atoms.Count, after: true) : IsHaving(Before(said)?.End ?? 0, said.Start, after: false);

        bool IsFar(Dataset of) => of != rows && !rows.Lineage.Contains(of) && !_context.Reaches(rows, of);
    }

    /// <summary>
    /// "different customers by branch": things that do not lead to what they are broken down by, and that rows of one kind bring together. Those rows' keys tell them apart. Persons are counted
    /// once each anyway; "the most lessons" are rather those that were given.
    /// </summary>
    private void CountAmongEvents()
    {
        if (_measures is not [{ Metric: null, Measure: CountMeasure { Filter: null }, Rows: { } things }] || !IsLasting(things) || !(SaysDifferent() || Grounding.Persons.IsPerson(things)) || _filters.Exists(f => f.Condition is RelatedExists or FieldEmpty))
        {
            return;
        }

        var far = _groups.OfType<FieldGrouping>().Select(g => _context.Catalog.FindField(g.Field)?.Dataset).OfType<Dataset>().Where(d => d != things && !_context.Reaches(things, d)).Distinct().ToList();
        var events = far.ConvertAll(d => Between(things, d)).Distinct().ToList();
        if (events is not [{ Hidden: false } rows] || KeyOf(rows, things) is not { } key)
        {
            return;
        }

        _cost += CountByKey(key, rows) ? 0.8 : 0;
    }

    /// <summary>Things are counted by their key in rows of another kind; not where something is compared with their number.</summary>
    private bool CountByKey(Field key, Dataset rows)
    {
        var (counted, item) = (_measures[0], new MeasureItem(new AggregateMeasure(AggregateFunction.CountDistinct, _context.Catalog.NameOf(key)), null, key, rows));
        if (_limits.Exists(l => l.Item.Measure == counted.Measure) || _compared.Exists(c => c.Sense.Item.Measure == counted.Measure))
        {
            return false;
        }

        CountInstead(counted, item);
        return true;
    }

    /// <summary>The field in which rows keep what they lead to, where one way does; null where the catalog has none such.</summary>
    private Field? KeyOf(Dataset rows, Dataset things) =>
        _context.Catalog.Relationships.Where(r => r.From == rows && r.To == things).ToList() is [{ FromColumns: [var column], Unsupported: null }]
            ? rows.Fields.FirstOrDefault(f => f.Expression is SqlColumn { Name: var name } && name == column)
            : null;

    /// <summary>"주문 고객 수": of the customers those who have ordered; by time, each month's.</summary>
    private void TellByRowsBefore()
    {
        if (!IsKorean || _measures is not [{ Metric: null, Measure: CountMeasure { Filter: null }, Rows: { } things }] || _sentence.Phrases.FirstOrDefault(p => p.Sense is EntitySense { Via: null } named && named.Dataset == things || p.Sense is MeasuresSense) is not { } counted
            || Before(counted) is not { Sense: EntitySense { Via: null, Dataset: { DefaultTime: not null } rows } } before || before.End != counted.Start || IsLasting(rows) || rows == things || !_context.LeadsTo(rows, things))
        {
            return;
        }

        if (!_groups.OfType<TimeGrouping>().Any())
        {
            _things.Remove(before);
            _related.Add((new RelatedSense(rows, null, false), before));
            _cost += 0.3;
        }
        else if (KeyOf(rows, things) is { } key && CountByKey(key, rows))
        {
            _things.Remove(before);
            _cost += 0.3;
        }
    }

    private bool SaysDifferent() => _atoms.Any(a => a.Key is "different" or "distinct" or "unique") || (IsKorean && KoreanWords.Different.Any(string.Concat(_atoms.Select(a => a.Raw)).Contains));

    /// <summary>The rows that tell everything that is said of others, and lead to the rows in question; null where there are none.</summary>
    private Dataset? PlaceOf(List<Dataset> places, Dataset rows, Func<Dataset, bool> tellsAll) =>
        places.Find(p => _context.LeadsTo(p, rows) && places.TrueForAll(o => o == p || _context.Reaches(p, o)) && tellsAll(p)) ?? (places is [var only] ? Between(rows, only) : null);

    /// <summary>What leads to both of two things, by the shortest ways ("customers who used both road and rail"); null where nothing does.</summary>
    private Dataset? Between(Dataset things, Dataset other)
    {
        var between = _context.Catalog.Datasets.Where(d => !d.Hidden && d.Supertype is null && d != things && d != other && _context.LeadsTo(d, things) && _context.LeadsTo(d, other)).ToList();
        return between.Find(d => between.TrueForAll(o => o == d || _context.LeadsTo(o, d)));
    }

    /// <summary>The things that a metric counts once each, where it is called by nothing but their name: "guests".</summary>
    private Dataset? ThingsCountedBy(MeasureItem item) => item.Metric is { Formula: AggregateFormula { Call: { Name: "COUNT", Distinct: true }, Root: var root } } metric
        ? _context.Catalog.Datasets.FirstOrDefault(d => !d.Hidden && d != root && d.NameField is not null && _context.LeadsTo(root, d) && NamesOnly(metric, d))
        : null;

    /// <summary>Whether a metric is called by nothing but the things and their number.</summary>
    private static bool NamesOnly(Metric metric, Dataset things)
    {
        var words = new[] { things.Label, things.Synonyms, things.Entity?.Singular ?? LocalText.Empty, things.Entity?.Plural ?? LocalText.Empty }.SelectMany(t => t.Words).Select(w => w.Text.ToLowerInvariant()).ToHashSet();
        return metric.Label.Words.Concat(metric.Synonyms.Words).Any(w => words.Contains(w.Text.ToLowerInvariant()) || words.Any(t => w.Text.Equals($"number of {t}", StringComparison.OrdinalIgnoreCase) || w.Text == $"{t} 수"));
    }
}
