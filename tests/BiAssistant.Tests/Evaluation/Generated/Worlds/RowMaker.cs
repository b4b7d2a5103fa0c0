namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>Draws rows: few of them, with nulls, ties, texts that are hard to quote, ends of months, and links that lead nowhere where that is allowed.</summary>
internal static class RowMaker
{
    private static readonly string[] Words =
        ["north", "North", "south", "south", "east", "", " ", "it's", "50%", "a_b", "x!y", "한국", "null", "naïve", "\"quoted\"", "a | b", "long words in a row", "0", "east "];

    private static readonly DateTime First = new(2023, 1, 1);

    public static Dictionary<string, IReadOnlyList<Row>> Draw(Chance chance, World world)
    {
        var rows = new Dictionary<string, IReadOnlyList<Row>>();
        foreach (var thing in world.Things)
        {
            var links = world.Links.Where(link => link.From == thing.Name).ToList();
            var isLedTo = world.Links.Any(link => link.To == thing.Name && link.From != thing.Name);
            var isMissing = links.Exists(link => !link.Optional && rows[link.To].Count == 0);
            var count = isMissing || chance.In100(3) ? 0 : isLedTo ? chance.Between(1, 12) : chance.Between(5, 40);
            rows.Add(thing.Name, Drawn(chance, world, thing, links, rows, count));
        }

        return rows;
    }

    private static List<Row> Drawn(Chance chance, World world, Thing thing, List<Link> links, Dictionary<string, IReadOnlyList<Row>> others, int count)
    {
        var drawn = new List<Row>();
        for (var number = 1; number <= count; number++)
        {
            var cells = thing.Columns.ToDictionary(column => column.Name, column => Cell(chance, column.Kind));
            foreach (var column in thing.Key)
            {
                cells[column] = thing.Column(column).Kind == Kind.Text ? chance.Of("a", "b", "it's") : (decimal)number;
            }

            foreach (var link in links)
            {
                var targets = link.To == thing.Name ? drawn : others[link.To];
                var key = Target(chance, link, world.Thing(link.To).Key, targets);
                foreach (var (column, value) in link.Columns.Zip(key))
                {
                    cells[column] = value;
                }

                if (key.Count == 0)
                {
                    Dangle(chance, thing, link, cells);
                }
            }

            drawn.Add(new Row(thing.Name, cells));
        }

        return drawn;
    }

    /// <summary>The key of a row that it leads to; nothing where it leads nowhere.</summary>
    private static IReadOnlyList<object?> Target(Chance chance, Link link, IReadOnlyList<string> key, IReadOnlyList<Row> targets)
    {
        if (targets.Count == 0 || (link.Optional && chance.In100(20)))
        {
            return [];
        }

        var target = chance.From(targets);
        return [.. key.Select(column => target[column])];
    }

    /// <summary>No key, a part of one, or one that no row has.</summary>
    private static void Dangle(Chance chance, Thing thing, Link link, Dictionary<string, object?> cells)
    {
        var known = chance.In100(40);
        foreach (var column in link.Columns)
        {
            cells[column] = !known ? null : thing.Column(column).Kind == Kind.Text ? "gone" : 9999m;
        }

        if (link.Columns.Count > 1 && chance.In100(30))
        {
            cells[link.Columns[0]] = null;
        }
    }

    private static object? Cell(Chance chance, Kind kind) => chance.In100(10) ? null : kind switch
    {
        Kind.Whole => chance.Of(-3m, 0m, 1m, 1m, 2m, 5m, 5m, 7m, 12m, 100m),
        Kind.Decimal => chance.Of(-10.5m, 0m, 0.001m, 0.1m, 0.2m, 0.3m, 1.25m, 9.99m, 19.99m, 250m, 99999.999m),
        Kind.Text => chance.From(Words),
        Kind.Truth => chance.In100(50),
        Kind.Date => Day(chance),
        _ => Day(chance) + chance.Of(TimeSpan.Zero, TimeSpan.Zero, new TimeSpan(23, 59, 59), new TimeSpan(12, 30, 0), new TimeSpan(0, 0, 1)),
    };

    private static DateTime Day(Chance chance) => chance.In100(30)
        ? chance.Of(new DateTime(2023, 12, 31), new DateTime(2024, 1, 1), new DateTime(2024, 2, 28), new DateTime(2024, 2, 29), new DateTime(2024, 3, 1), new DateTime(2024, 3, 31))
        : First.AddDays(chance.Between(0, 560));
}
