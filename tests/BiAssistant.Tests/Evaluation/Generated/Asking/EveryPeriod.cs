using BiAssistant.Tests.Evaluation.Generated.Forms;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>
/// The periods of an answer by one time, rows or not: from the first that is asked for or that there is data of to the last; those that have not begun only as far as data
/// reaches. None of a sum or count is zero in a period that the data of its thing reaches into, and not known in any other.
/// </summary>
internal sealed class EveryPeriod
{
    private const int Most = 10_000;

    private readonly DateTime _loaded;

    private EveryPeriod(DateTime loaded, int place, IReadOnlyList<Span> periods) => (_loaded, Place, Periods) = (loaded, place, periods);

    /// <summary>Where the period stands in a key.</summary>
    public int Place { get; }

    public IReadOnlyList<Span> Periods { get; }

    /// <summary>Null where an answer has the periods of its rows: by two times, by another than the numbers' own, or under a condition on the clock that leaves no one span.</summary>
    public static EveryPeriod? Of(Asked asked)
    {
        if (asked.Question.By.Count(grouping => grouping.IsTime) != 1 || asked is not { TimePlace: { } place, Grain: { } grain } || SpanOf(asked) is not { } span)
        {
            return null;
        }

        var times = asked.Clocked.SelectMany(asked.Times).ToList();
        if ((span.From ?? (times.Count == 0 ? null : times.Min())) is not { } from)
        {
            return null;
        }

        var loaded = times.Count == 0 ? asked.Tomorrow : times.Max().AddTicks(1);
        var last = span.To is null || loaded > asked.Tomorrow ? loaded : asked.Tomorrow;
        var to = span.To < last ? span.To.Value : last;
        var periods = new List<Span>();
        for (var at = asked.World.Calendar.PeriodOf(grain, from); at.From < to && periods.Count <= Most; at = asked.World.Calendar.PeriodOf(grain, at.To!.Value))
        {
            periods.Add(at);
        }

        return periods.Count is 0 or > Most ? null : new EveryPeriod(loaded, place, periods);
    }

    /// <summary>Whether data may reach into the period of a cell; rows without a time are in none, and yet there.</summary>
    public bool Holds(Cell cell) => cell.Key.Values.Count <= Place || cell.Key.Values[Place] is not DateTime start || start < _loaded;

    /// <summary>What the conditions on the clock leave of the time that is asked for; null where that is no one span.</summary>
    public static Span? SpanOf(Asked asked)
    {
        var clocks = asked.Question.Measures.SelectMany(measure => measure.Things).Distinct().Select(thing => (thing, asked.World.Thing(thing).Clock)).Distinct().ToList();
        bool IsClock(Field field) => clocks.Contains((field.Thing, field.Column));
        IEnumerable<Condition> conditions = asked.Question.Where is null ? [] : Conjuncts(asked.Question.Where);
        Span? span = clocks.Count == 0 ? null : asked.Period;
        foreach (var condition in conditions)
        {
            span = condition is WithinPeriod within && clocks.Count == 1 && IsClock(within.Field) ? span?.Meet(within.Period.In(asked.World))
                : Fields(condition).Any(IsClock) ? null
                : span;
        }

        return span;
    }

    private static IEnumerable<Condition> Conjuncts(Condition condition) => condition is Both both ? both.Parts.OfType<Condition>().SelectMany(Conjuncts) : [condition];

    /// <summary>The fields of the rows themselves that a condition looks at; what it says of other rows is theirs.</summary>
    private static IEnumerable<Field> Fields(Part part) => part is RelatedEvery ? []
        : part.GetType().GetProperties().Where(property => property.PropertyType == typeof(Field)).Select(property => property.GetValue(part)).OfType<Field>().Concat(part.Parts.OfType<Condition>().SelectMany(Fields));
}
