using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Forms;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A number that is asked for: prints itself as the query has it, and computes itself for any cell of an answer.</summary>
internal abstract record Measure : Part
{
    /// <summary>The name of its column.</summary>
    public string? As { get; init; }

    /// <summary>A condition for this number alone.</summary>
    public Condition? Filter { get; init; }

    /// <summary>It is computed without dividing, so that an engine with exact numbers has the same digits.</summary>
    public virtual bool IsExact => true;

    /// <summary>It is a number; the first of several days is none.</summary>
    public virtual bool IsNumber => true;

    /// <summary>It stands for itself: it looks at no other time and at no other group.</summary>
    public bool StandsAlone => !Forms.Any(form => TimeMoved.Family.Contains(form) || Across.Family.Contains(form));

    /// <summary>It is a sum or a count: where nothing is known of it, plus and minus of a metric take it for zero.</summary>
    public virtual bool IsSumOrCount => false;

    /// <summary>It counts, so that it is never empty where there are rows.</summary>
    public virtual bool IsCount => false;

    /// <summary>A change takes it for zero where there are rows and none of it.</summary>
    public virtual bool IsZeroWhenMissing => IsSumOrCount;

    /// <summary>Whether it is zero where it is missing in a cell: not where zeros are said of what it is calculated from, so that what is still missing is not known.</summary>
    public bool IsZeroWhereMissing(Cell cell) => IsZeroWhenMissing && (!All.OfType<Calculated>().Any() || cell.IsZero(this) is null);

    /// <summary>Whether there may be rows of it in a cell's time: it ends after the first of them and begins before the last. A time that is none at all (the fifth week of a month of four) has none.</summary>
    public virtual bool Reaches(Cell cell) => cell.IsOfNoTime || (!(cell.Time.From >= cell.Time.To) && Things.Any(thing => cell.Asked.Times(thing).ToList() is var times
        && times.Count > 0 && (cell.Time.To is null || times.Min() < cell.Time.To) && (cell.Time.From is null || cell.Time.From <= times.Max())));

    /// <summary>It says by what it counts which groups there are; a whole does not.</summary>
    public virtual bool HasGrounds => Parts.OfType<Measure>().ToList() is not { Count: > 0 } inner || inner.Exists(part => part.HasGrounds);

    /// <summary>The things whose rows it counts.</summary>
    public virtual IEnumerable<string> Things => Parts.OfType<Measure>().SelectMany(part => part.Things);

    public override IEnumerable<Part> Parts => Filter is null ? [] : [Filter, new OwnFilter()];

    public JsonObject Json
    {
        get
        {
            var json = Written();
            if (As is not null)
            {
                json["as"] = As;
            }

            if (Filter is not null)
            {
                json["filter"] = Filter.Json;
            }

            return json;
        }
    }

    /// <summary>The rows that it counts, whatever their group; where there is one, there is a row of the answer.</summary>
    public IEnumerable<KeyedRow> Grounds(Cell cell) => GroundsOf(Filter is null ? cell : cell.Narrowed(Filter));

    /// <summary>Null where there is nothing to tell.</summary>
    public object? In(Cell cell)
    {
        var value = ValueIn(Filter is null ? cell : cell.Narrowed(Filter));
        return cell.InMetric ? value
            : this is Aggregated or RowCount or Named && IsZeroWhenMissing && cell.IsZero(this) is { } zero ? zero ? value ?? 0m : null
            : this is Named && cell.Asked is { Question.Compare: not null, TimePlace: null } && !Reaches(cell) ? null
            : value;
    }

    protected abstract JsonObject Written();

    protected abstract IEnumerable<KeyedRow> GroundsOf(Cell cell);

    protected abstract object? ValueIn(Cell cell);

    /// <summary>Counts the numbers that have a filter of their own.</summary>
    internal sealed record OwnFilter : Part
    {
        public override string Form => "a filter of a number's own";
    }
}
