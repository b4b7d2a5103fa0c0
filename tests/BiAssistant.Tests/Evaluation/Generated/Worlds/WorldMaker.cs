using Day = BiAssistant.Tests.Evaluation.RowByRow.Day;
using WorkCalendar = BiAssistant.Tests.Evaluation.RowByRow.WorkCalendar;

namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>
/// Draws a world: two to eight things in a random graph of links that all lead to one row. Chains, stars, diamonds, two links between the same things and links of a thing
/// to itself come about by chance, keys of one or two columns, names that repeat, links that lead nowhere.
/// </summary>
internal static class WorldMaker
{
    private static readonly string[] Names = ["amber", "basil", "cedar", "delta", "ember", "fjord", "grove", "haven"];

    private static readonly DateTime[] Times = [Day.Of("2024-02-29T23:00"), Day.Of("2024-06-30T08:30"), Day.Of("2024-12-31"), Day.Of("2024-03-31T12:00"), Day.Of("2024-09-17T16:45")];

    public static World Draw(int seed)
    {
        var chance = new Chance(seed);
        var things = new List<Thing>();
        var links = new List<Link>();
        foreach (var name in Names.Take(chance.Of(2, 3, 3, 4, 4, 5, 5, 6, 7, 8)))
        {
            var key = chance.In100(25) ? (string[])[$"{name}_series", $"{name}_number"] : [$"{name}_id"];
            var leads = Leads(chance, name, key, things).ToList();
            links.AddRange(leads.Select(lead => lead.Link));
            things.Add(Thing(chance, name, key, [.. leads.SelectMany(lead => lead.Columns)]));
        }

        var calendar = new WorkCalendar(chance.Of(1, 4, 7, 10), 1, chance.Of(DayOfWeek.Monday, DayOfWeek.Sunday, DayOfWeek.Saturday)) { Weeks = chance.Of<(int, int, int)?>(null, null, null, (4, 4, 5), (4, 5, 4), (5, 4, 4)) };
        var empty = things.ToDictionary(thing => thing.Name, _ => (IReadOnlyList<Row>)[]);
        var world = new World(things, links, MetricMaker.Draw(chance, things), empty, calendar, chance.From(Times)) { Terms = Term.Draw(chance, things) };
        return world.With(RowMaker.Draw(chance, world));
    }

    private static Thing Thing(Chance chance, string name, string[] key, IReadOnlyList<Column> foreign)
    {
        var columns = new List<Column>(key.Select(column => new Column(column, column.EndsWith("_series", StringComparison.Ordinal) ? Kind.Text : Kind.Whole, IsKey: true)));
        columns.AddRange(foreign);
        columns.AddRange(Enumerable.Range(1, chance.Between(1, 2)).Select(n => new Column($"{name}_pieces{n}", Kind.Whole)));
        columns.AddRange(Enumerable.Range(1, chance.Between(0, 2)).Select(n => new Column($"{name}_amount{n}", Kind.Decimal)));
        columns.AddRange(Enumerable.Range(1, chance.Between(1, 2)).Select(n => new Column($"{name}_word{n}", Kind.Text)));
        columns.AddRange(Enumerable.Range(1, chance.Between(0, 1)).Select(n => new Column($"{name}_flag{n}", Kind.Truth)));
        columns.AddRange(Enumerable.Range(1, chance.Between(0, 1)).Select(n => new Column($"{name}_day{n}", Kind.Date)));
        columns.AddRange(Enumerable.Range(1, chance.Between(0, 1)).Select(n => new Column($"{name}_moment{n}", Kind.Timestamp)));
        return new Thing(name, columns, key)
        {
            Label = chance.In100(40) ? $"{name}_word1" : null,
            Clock = columns.Find(column => column.IsTime)?.Name,
        };
    }

    private static IEnumerable<(Link Link, Column[] Columns)> Leads(Chance chance, string name, string[] key, List<Thing> before)
    {
        var targets = chance.Some(before, chance.Of(0, 1, 1, 1, 2, 2, 3));
        foreach (var target in targets)
        {
            var twice = chance.In100(15);
            var preferred = twice && chance.In100(50);
            yield return Lead($"{name}_{target.Name}", target.Name, [.. target.Key.Select(column => target.Column(column).Kind)], chance.In100(35), preferred);
            if (twice)
            {
                yield return Lead($"{name}_other_{target.Name}", target.Name, [.. target.Key.Select(column => target.Column(column).Kind)], chance.In100(50), preferred: false);
            }
        }

        if (chance.In100(12))
        {
            yield return Lead($"{name}_up", name, [.. key.Select(column => column.EndsWith("_series", StringComparison.Ordinal) ? Kind.Text : Kind.Whole)], optional: true, preferred: false);
        }

        (Link, Column[]) Lead(string link, string to, Kind[] kinds, bool optional, bool preferred)
        {
            var columns = kinds.Select((kind, place) => new Column($"{link}_key{(kinds.Length == 1 ? "" : $"{place + 1}")}", kind, IsKey: true)).ToArray();
            return (new Link(link, name, to, [.. columns.Select(column => column.Name)]) { Optional = optional, Preferred = preferred }, columns);
        }
    }
}
