using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The first n of the asked order, those that tie with the last of them included; or n within each value of some of the groupings.</summary>
internal sealed record Top(int Count, IReadOnlyList<Grouping> Per) : Part
{
    public override string Form => Per.Count == 0 ? "top n" : "n of each";

    public JsonObject Json
    {
        get
        {
            var json = new JsonObject { ["count"] = Count };
            if (Per.Count > 0)
            {
                json["per"] = new JsonArray([.. Per.Select(grouping => JsonValue.Create(grouping.Name))]);
            }

            return json;
        }
    }

    public static Top Draw(Drawing drawing, IReadOnlyList<Grouping> groups) =>
        new(drawing.Chance.Between(1, 4), groups.Count > 1 && drawing.Chance.In100(50) ? [drawing.Chance.From(groups)] : []);

    /// <summary>The kept rows that tie with the last of their kind by a number that is not exact, where they are more than are asked for.</summary>
    public IReadOnlyList<Tie> Ties(World world, Answer kept, IReadOnlyList<(int Place, bool Descending)> terms)
    {
        var order = new RowOrder(terms);
        var places = Per.SelectMany(grouping => grouping.Columns(world)).Select(kept.Place).ToList();
        return [.. kept.Rows.GroupBy(row => new Key([.. places.Select(place => row[place])])).Select(kind => Tied([.. kind])).OfType<Tie>()];

        Tie? Tied(List<IReadOnlyList<object?>> kind)
        {
            var last = kind.OrderBy(row => row, order).Last();
            var tied = kind.Where(row => order.Compare(row, last) == 0).ToList();
            var isExact = terms.All(term => kept.Columns[term.Place].IsExact || last[term.Place] is null);
            return isExact || kind.Count <= Count ? null : new Tie(tied, Count - (kind.Count - tied.Count));
        }
    }

    /// <summary>A row is kept where fewer than n rows of its kind stand before it.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Of(World world, Answer answer, RowOrder order)
    {
        var places = Per.SelectMany(grouping => grouping.Columns(world)).Select(answer.Place).ToList();
        return [.. answer.Rows.Where(row => answer.Rows.Count(other => places.TrueForAll(place => Equals(row[place], other[place])) && order.Compare(other, row) < 0) < Count)];
    }
}
