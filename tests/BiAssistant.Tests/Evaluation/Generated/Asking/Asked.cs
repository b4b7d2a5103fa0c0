using BiAssistant.Tests.Evaluation.Generated.Forms;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Grain = BiAssistant.Tests.Evaluation.RowByRow.Grain;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A query in a world: looks at every row for every cell, and at nothing else.</summary>
/// <param name="world">Where it is asked.</param>
/// <param name="question">What is asked.</param>
/// <param name="outer">The query that it is a part of; null when it is the whole.</param>
internal sealed class Asked(World world, Question question, Asked? outer = null)
{
    private readonly Dictionary<(string Thing, Narrowing? Narrowing, Span? Span), IReadOnlyList<KeyedRow>> _rows = [];
    private readonly Dictionary<Part, Answer> _inside = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Measure, Dictionary<Cell, object?>> _values = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<Cell>? _cells;
    private EveryPeriod?[]? _everyPeriod;

    /// <summary>The name that rows of an inner answer go by.</summary>
    public const string Results = "";

    public World World { get; } = question.Over is null ? world : Above(world, question.Over, outer);

    public Question Question { get; } = question;

    /// <summary>The period that is asked about: where none is said and there is no breakdown by time, what all numbers look back to alike.</summary>
    public Period? About => Question.Period ?? (Question.By.Any(grouping => grouping.IsTime) || Question.Measures.Select(measure => (measure as TimeMoved)?.LooksBackBy).Distinct().ToList() is not [not null]
        ? null
        : Question.Measures.OfType<TimeMoved>().First().LooksBackTo(this));

    public Span Period { get; } = question.Period?.In(world) ?? Span.Always;

    /// <summary>Where in the key the period stands that each number tells by its own clock; null without such a breakdown.</summary>
    public int? TimePlace => Question.By.SelectMany(grouping => grouping.Columns(World).Select(_ => grouping)).ToList().FindIndex(grouping => grouping is TimeGroup) is >= 0 and var place ? place : null;

    /// <summary>The places of the key that some groupings fill.</summary>
    public IReadOnlyList<int> Places(Func<Grouping, bool> which) =>
        [.. Question.By.SelectMany(grouping => grouping.Columns(World).Select(_ => grouping)).Select((grouping, place) => (grouping, place)).Where(at => which(at.grouping)).Select(at => at.place)];

    public Grain? Grain => Question.By.OfType<TimeGroup>().FirstOrDefault()?.Grain;

    /// <summary>The first instant after today.</summary>
    public DateTime Tomorrow => World.Now.Date.AddDays(1);

    /// <summary>Its periods, rows or not; null where it is not broken down by one time.</summary>
    public EveryPeriod? EveryPeriod => (_everyPeriod ??= [EveryPeriod.Of(this)])[0];

    /// <summary>Every group, before any condition on its numbers.</summary>
    public IReadOnlyList<Cell> Cells => _cells ??= Groups();

    /// <summary>What a number is in a group, which those that look at all groups ask again and again.</summary>
    public object? Value(Measure measure, Cell cell)
    {
        if (!_values.TryGetValue(measure, out var values))
        {
            _values.Add(measure, values = []);
        }

        if (!values.TryGetValue(cell, out var value))
        {
            values.Add(cell, value = measure.In(cell));
        }

        return value;
    }

    /// <summary>The rows of a thing that the query asks for, each with the group that it is in.</summary>
    public IReadOnlyList<KeyedRow> Rows(string thing, Narrowing? narrowing, Span? span)
    {
        if (!_rows.TryGetValue((thing, narrowing, span), out var rows))
        {
            var time = span ?? Period;
            rows = [.. World.Rows[thing]
                .Where(row => IsWithin(row, time) && (Question.Where is null || Question.Where.Holds(this, row) == true) && narrowing?.Holds(this, row) != false)
                .Select(row => new KeyedRow(row, new Key([.. Question.By.SelectMany(grouping => grouping.Of(this, row))])))];
            _rows.Add((thing, narrowing, span), rows);
        }

        return rows;
    }

    /// <summary>A period of the answer, as far as it was asked for.</summary>
    public Span PeriodOf(DateTime start) => World.Calendar.PeriodOf(Grain!.Value, start).Meet(Period)!;

    /// <summary>From the first to the last period that there are rows of, or just those that are asked for, be it by a condition on the clock.</summary>
    public IEnumerable<DateTime> Periods()
    {
        var times = Clocked.SelectMany(Times).ToList();
        var (first, last) = times.Count == 0 ? (World.Now, World.Now) : (times.Min(), times.Max());
        var left = Asking.EveryPeriod.SpanOf(this) ?? Period;
        var begun = Period.From ?? first;
        for (var period = World.Calendar.PeriodOf(Grain!.Value, left.From > begun ? left.From.Value : begun); period.From <= last && (left.To is null || period.From < left.To); period = World.Calendar.PeriodOf(Grain.Value, period.To!.Value))
        {
            yield return period.From!.Value;
        }
    }

    /// <summary>The things whose rows are counted anywhere in the whole query: when there is anything is told of all of them that have a time.</summary>
    public IReadOnlyList<string> Clocked => outer?.Clocked ?? [.. Counted(Question).Distinct().Where(thing => World.Thing(thing).Clock is not null)];

    private static IEnumerable<string> Counted(Part part) => part is Measure measure ? measure.Things.Concat(part.Parts.SelectMany(Counted)) : part.Parts.SelectMany(Counted);

    /// <summary>When the rows of a thing are.</summary>
    public IEnumerable<DateTime> Times(string thing) =>
        World.Thing(thing).Clock is { } clock ? World.Rows[thing].Select(row => row[clock]).OfType<DateTime>() : throw new DeclinedException("no_time", thing);

    /// <summary>The answer of a query inside this one, which knows nothing of the conditions around it.</summary>
    public Answer Inside(Question inner) => Inside(inner, () => inner);

    /// <summary>The answer of the query that a part of this one stands for here.</summary>
    public Answer Inside(Part part, Func<Question> query)
    {
        if (!_inside.TryGetValue(part, out var answer))
        {
            answer = new Asked(World, query(), this).Answer();
            _inside.Add(part, answer);
        }

        return answer;
    }

    /// <summary>What it is: where a query within it cannot be answered, it cannot, whether a row would look there or not.</summary>
    public Answer Answer()
    {
        NeedClocks(World, Question, About);
        if (Question.By.OfType<TimeGroup>().Count() > 1 && (Question.Compare is not null || LooksAround(Question)))
        {
            throw new DeclinedException("not_supported_yet", "two grains at once");
        }

        foreach (var inner in Own(Question).OfType<Question>().Where(inner => !ReferenceEquals(inner, Question.Over)))
        {
            Inside(inner);
        }

        if (Question.Listing is { } listing)
        {
            return Question.Arranged(World, new Answer(Question.Columns(World), [.. Rows(listing.Thing, null, null).Select(row => listing.Shown(World, row))]));
        }

        if (Cells.Count == 0)
        {
            NeedWholes();
        }

        var shown = Question.Shown(World).ToList();
        var kept = Cells.Where(cell => Question.Having is null || Question.Having.Holds(cell) == true);
        var unsure = Question is { Having: { } having, Top: null } ? Cells.Where(having.IsClose) : [];
        return Question.Arranged(World, new Answer(Question.Columns(World), Told(kept)) { Unsure = Told(unsure) });

        List<IReadOnlyList<object?>> Told(IEnumerable<Cell> cells) => [.. cells.Select(cell => (IReadOnlyList<object?>)[.. cell.Key.Values, .. shown.Select(measure => measure.In(cell))])];
    }

    /// <summary>Whether anything looks at other times than its own from groups of two grains; a whole of one grain knows which is meant.</summary>
    private static bool LooksAround(Part part) =>
        !(part is Overall { Within: var within } && within.OfType<TimeGroup>().Count() <= 1) && (TimeMoved.Family.Contains(part.Form) || part.Parts.Any(LooksAround));

    /// <summary>What is asked of a whole is asked of it whether there are groups or not.</summary>
    private void NeedWholes()
    {
        var nowhere = new Cell(this, new Key([.. Question.By.SelectMany(grouping => grouping.Columns(World)).Select(_ => (object?)null)]));
        foreach (var whole in Question.Computed.SelectMany(measure => Own(measure).Prepend(measure)).OfType<Overall>())
        {
            whole.In(nowhere);
        }
    }

    /// <summary>What is asked about a period needs a clock, whether there are rows that it would be looked up for or not.</summary>
    private static void NeedClocks(World world, Question question, Period? about)
    {
        foreach (var part in Own(question))
        {
            var measure = part switch
            {
                AgainstMeasure against => against.Measure,
                MemberGroup members => members.Measure,
                _ => null,
            };
            if (part is Question inner)
            {
                NeedClocks(world, inner, inner.Over is null ? new Asked(world, inner).About : null);
            }
            else if (measure is not null && about is not null && measure.Things.FirstOrDefault(thing => world.Thing(thing).Clock is null) is { } timeless)
            {
                throw new DeclinedException("no_time", timeless);
            }
        }
    }

    /// <summary>The parts of a question, those of questions within it left to these.</summary>
    private static IEnumerable<Part> Own(Part part) => part.Parts.SelectMany(inner => inner is Question ? [inner] : Own(inner).Prepend(inner));

    /// <summary>Where rows have no time of their own they are in no period.</summary>
    private bool IsWithin(Row row, Span time) =>
        time == Span.Always || (World.Thing(row.Thing).Clock is { } clock ? time.Contains((DateTime?)row[clock]) : throw new DeclinedException("no_time", row.Thing));

    /// <summary>The world with the inner answer's rows in it, which have no time of their own.</summary>
    private static World Above(World world, Question inner, Asked? outer)
    {
        var answer = new Asked(world, inner, outer).Answer();
        var rows = answer.Rows.Select(row => new Row(Results, answer.Columns.Select((column, place) => (column.Name, Cell: row[place])).ToDictionary(cell => cell.Name, cell => cell.Cell)));
        return world.With(new Dictionary<string, IReadOnlyList<Row>>(world.Rows) { [Results] = [.. rows] });
    }

    /// <summary>The rows that say which groups there are: where all that is asked for is of a whole, those of the first number inside.</summary>
    private IEnumerable<KeyedRow> Grounds(Cell whole) => !Question.Computed.Any(measure => measure.HasGrounds)
        ? Question.Computed.SelectMany(measure => measure.All).OfType<Overall>().First().Inside(whole)
        : Question.Computed.Concat(Question.Shown(World)).SelectMany(measure => measure.Grounds(whole));

    private List<Cell> Groups()
    {
        var whole = new Cell(this, new Key([]));
        return Question.By.Count == 0
            ? [whole]
            : [.. WithEveryPeriod(Grounds(whole).Select(row => row.Key).Distinct().ToList()).Select(key => new Cell(this, key))];
    }

    /// <summary>The groups that have rows, and each of them in every period; where time is all that there is, every period at any rate.</summary>
    private IEnumerable<Key> WithEveryPeriod(List<Key> keys)
    {
        if (EveryPeriod is not { } every)
        {
            return keys;
        }

        var members = keys.Select(key => new Key([.. key.Values.Where((_, place) => place != every.Place)])).Distinct().ToList();
        if (Question.By.Count == 1 && members.Count == 0)
        {
            members.Add(new Key([]));
        }

        return keys.Concat(members.SelectMany(member => every.Periods.Select(period => new Key([.. member.Values.Take(every.Place), period.From, .. member.Values.Skip(every.Place)])))).Distinct();
    }
}
