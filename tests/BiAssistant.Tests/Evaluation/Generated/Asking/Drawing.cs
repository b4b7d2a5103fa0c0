using BiAssistant.Tests.Evaluation.Generated.Forms;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A query while it is drawn: the things whose rows it counts, and what all of them lead to.</summary>
internal sealed record Drawing
{
    private const int Deepest = 2;
    private const int OftenWanted = 60;

    private readonly List<Field> _fields;

    public Drawing(World world, Chance chance, IReadOnlyList<string> roots, IReadOnlyCollection<Type> wanted, int depth = 0)
    {
        (World, Chance, Roots, Wanted, Depth) = (world, chance, roots, wanted, depth);
        _fields = [.. world.Things.SelectMany(Reached)];
    }

    public World World { get; }

    public Chance Chance { get; }

    /// <summary>The things whose rows are counted.</summary>
    public IReadOnlyList<string> Roots { get; }

    /// <summary>The kinds of parts that are looked for, and drawn more often than by chance.</summary>
    public IReadOnlyCollection<Type> Wanted { get; }

    /// <summary>How deep in others the part is that is being drawn.</summary>
    public int Depth { get; }

    /// <summary>The query whose rows are counted; null when they are the business's own.</summary>
    public Question? Inner { get; init; }

    /// <summary>What the answer is broken down by.</summary>
    public IReadOnlyList<Grouping> By { get; init; } = [];

    public bool IsDeep => Depth >= Deepest;

    /// <summary>What all of the roots lead to, by one way each.</summary>
    public IReadOnlyList<Field> Fields(Func<Column, bool> which) => [.. _fields.Where(field => which(field.In(World)))];

    public Field? Field(Func<Column, bool> which) => Fields(which) is { Count: > 0 } fields ? Chance.From(fields) : null;

    /// <summary>A value that some row has, mostly; null where there is none.</summary>
    public object? Value(Field field)
    {
        var values = World.Rows[Chance.From(Roots)].Select(row => field.Of(World, row)).Where(value => value is not null).ToList();
        return values.Count == 0 ? null : Chance.From(values);
    }

    public Drawing Deeper => new(World, Chance, Roots, Wanted, Depth + 1) { Inner = Inner, By = By };

    /// <summary>The same about rows of other things.</summary>
    public Drawing About(params IReadOnlyList<string> roots) => new(World, Chance, roots, Wanted, Depth + 1);

    /// <summary>Whether there is to be a part of one of these kinds: as often as this in a hundred, and mostly where one is looked for.</summary>
    public bool Takes(int often, params IEnumerable<Type> kinds) => Chance.In100(Wanted.Intersect(kinds).Any() ? Math.Max(often, OftenWanted) : often);

    /// <summary>A part of any form that can be drawn here; null where none can in a few tries.</summary>
    public T? Any<T>(IReadOnlyList<(int Weight, Func<Drawing, T?> Draw)> forms)
        where T : class => Any(this, forms);

    /// <summary>The same for what is drawn of more than the drawing.</summary>
    public T? Any<TFor, T>(TFor drawn, IReadOnlyList<(int Weight, Func<TFor, T?> Draw)> forms)
        where T : class
    {
        var wanted = forms.Where(form => Wanted.Contains(form.Draw.Method.DeclaringType!)).ToList();
        for (var tries = 0; tries < 8; tries++)
        {
            var choices = wanted.Count > 0 && Chance.In100(OftenWanted) ? wanted : forms;
            var place = Chance.Between(1, choices.Sum(form => form.Weight));
            var chosen = choices.First(form => (place -= form.Weight) <= 0);
            if (chosen.Draw(drawn) is { } part)
            {
                return part;
            }
        }

        return null;
    }

    public Condition? Condition() => Any(AllForms.Conditions);

    public Measure? Measure() => Any(Inner is null ? AllForms.Measures : AllForms.MeasuresOfResults);

    private IEnumerable<Field> Reached(Thing thing)
    {
        var via = new string?[] { null }.Concat(World.Links.Select(link => link.Name)).Where(name => Roots.All(root => World.Leads(root, thing.Name, name))).ToList();
        var said = via.Count == 0 || (via[0] is null && Chance.In100(70)) ? via.Take(1) : via.Where(name => name is null || World.Link(name).From != thing.Name || World.Link(name).To == thing.Name);
        return said.SelectMany(name => thing.Columns.Select(column => new Field(thing.Name, column.Name, name)));
    }
}
