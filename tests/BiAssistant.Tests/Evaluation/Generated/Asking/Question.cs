using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Forms;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A semantic query, by its definition: what it prints is what the product is asked.</summary>
internal sealed record Question : Part
{
    public override string Form => Listing is not null ? "rows listed" : Over is null ? "numbers" : "a query over a query";

    public IReadOnlyList<Measure> Measures { get; init; } = [];

    public IReadOnlyList<Grouping> By { get; init; } = [];

    public Condition? Where { get; init; }

    public Period? Period { get; init; }

    /// <summary>The period that all numbers stand beside; null when they stand alone.</summary>
    public OtherPeriod? Compare { get; init; }

    /// <summary>The query whose answer's rows this one is about; null when they are the business's own.</summary>
    public Question? Over { get; init; }

    /// <summary>Rows one by one, whose fields are the groupings; null where numbers are asked for.</summary>
    public ListedRows? Listing { get; init; }

    public GroupCondition? Having { get; init; }

    public IReadOnlyList<Ordering> Order { get; init; } = [];

    public Top? Top { get; init; }

    public IEnumerable<Measure> Computed => Measures.Concat(Having?.Hidden ?? []);

    /// <summary>Every number that the answer shows, those of another period included.</summary>
    public IEnumerable<Measure> Shown(World world) => Compare is null ? Measures : Measures.SelectMany(measure => Compare.Of(world, this, measure));

    public override IEnumerable<Part> Parts => [.. Measures, .. By, .. new Part?[] { Where, Period, Compare, Having, Top, Over }.OfType<Part>(), .. Order];

    public JsonObject Json
    {
        get
        {
            var json = new JsonObject();
            Add("list", Listing?.Json(By));
            Add("measures", Listing is not null ? null : new JsonArray([.. Measures.Select(measure => measure.Json)]));
            Add("group_by", By.Count == 0 || Listing is not null ? null : new JsonArray([.. By.Select(grouping => grouping.Json)]));
            Add("where", Where?.Json);
            Add("period", Period?.Json);
            Add("having", Having?.Json);
            Add("order_by", Order.Count == 0 ? null : new JsonArray([.. Order.Select(order => order.Json)]));
            Add("top", Top?.Json);
            Add("compare", Compare?.Json);
            Add("over", Over?.Json);
            return json;

            void Add(string name, JsonNode? node)
            {
                if (node is not null)
                {
                    json[name] = node;
                }
            }
        }
    }

    public IReadOnlyList<AnswerColumn> Columns(World world) =>
    [
        .. By.SelectMany(grouping => grouping.Columns(world)).Select(name => new AnswerColumn(name, IsNumber: false, IsExact: true)),
        .. (Listing?.Keys(world) ?? []).Select(key => new AnswerColumn($"row_{key}", IsNumber: false, IsExact: true)),
        .. Shown(world).Select(measure => new AnswerColumn(measure.As ?? "", IsNumber: true, measure.IsExact)),
    ];

    /// <summary>The rows, cut where that is asked, and the order that they have to keep.</summary>
    public Answer Arranged(World world, Answer answer)
    {
        var asked = Order.Count > 0 ? Order.Select(order => (answer.Place(order.By), order.Descending)).ToList() : Listing is not null ? Listing.Natural(world, answer) : [Natural(world)];
        if (By.Count == 0)
        {
            return answer;
        }

        var kept = Top is null ? answer : answer with { Rows = Top.Of(world, answer, new RowOrder(asked)) };
        return kept with { Ties = Top?.Ties(world, kept, asked) ?? [], Order = asked, Times = Order.Count > 0 || Top is not null || Listing is not null ? [] : Times(world) };
    }

    private List<int> Times(World world) =>
        [.. By.SelectMany(grouping => grouping.Columns(world).Select(_ => grouping)).Select((grouping, place) => (grouping, place)).Where(column => column.grouping.IsTime).Select(column => column.place)];

    /// <summary>By time from the first, else by the first number from the highest; the first n are the highest, whatever they are broken down by.</summary>
    private (int, bool) Natural(World world)
    {
        var columns = By.SelectMany(grouping => grouping.Columns(world).Select(_ => grouping)).ToList();
        var time = columns.FindIndex(grouping => grouping.IsTime);
        return time >= 0 && Top is null ? (time, false) : (columns.Count, true);
    }
}
