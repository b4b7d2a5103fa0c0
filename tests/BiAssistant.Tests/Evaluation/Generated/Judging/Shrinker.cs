using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>Makes a failing case smaller: parts of the query, then rows, then things that nothing needs, as long as it still fails.</summary>
internal static class Shrinker
{
    private const int MostTries = 400;

    public static async Task<(World World, Question Question)> SmallestAsync(World world, Question question, Func<World, Question, Task<bool>> fails)
    {
        var (smallest, tries) = ((World: world, Question: question), 0);
        for (var found = true; found && tries < MostTries;)
        {
            found = false;
            foreach (var (other, asked) in Smaller(smallest.World, smallest.Question))
            {
                if (++tries < MostTries && await fails(other, asked))
                {
                    (smallest, found) = ((other, asked), true);
                    break;
                }
            }
        }

        return smallest;
    }

    private static IEnumerable<(World, Question)> Smaller(World world, Question question) =>
        Questions(question).Select(smaller => (world, smaller)).Concat(WithoutThings(world, question).Concat(Worlds(world)).Select(smaller => (smaller, question)));

    private static IEnumerable<Question> Questions(Question question)
    {
        if (question.Having is not null)
        {
            yield return question with { Having = null };
        }

        if (question.Top is not null)
        {
            yield return question with { Top = null };
        }

        if (question.Compare is not null)
        {
            yield return question with { Compare = null };
        }

        if (question.Period is not null)
        {
            yield return question with { Period = null };
        }

        if (question.Over is { } over)
        {
            foreach (var inner in Questions(over).Where(inner => inner.By.Count == over.By.Count && inner.Measures.Count == over.Measures.Count))
            {
                yield return question with { Over = inner };
            }
        }

        foreach (var where in Conditions(question.Where))
        {
            yield return question with { Where = where };
        }

        foreach (var order in question.Order)
        {
            yield return question with { Order = [.. question.Order.Where(other => other != order)] };
        }

        foreach (var measure in question.Measures)
        {
            var others = question.Measures.Where(other => other != measure).ToList();
            if (others.Count > 0 && question.Having is null && question.Order.All(order => order.By != measure.As))
            {
                yield return question with { Measures = others };
            }

            foreach (var filter in Conditions(measure.Filter))
            {
                yield return question with { Measures = [.. question.Measures.Select(other => other == measure ? measure with { Filter = filter } : other)] };
            }
        }

        foreach (var grouping in question.By.Where(grouping => question.Top?.Per.Contains(grouping) != true && question.Order.All(order => order.By != grouping.Name)))
        {
            yield return question with { By = [.. question.By.Where(other => other != grouping)], Order = question.By.Count == 1 ? [] : question.Order, Top = question.By.Count == 1 ? null : question.Top };
        }
    }

    /// <summary>None, or a part of it.</summary>
    private static IEnumerable<Condition?> Conditions(Condition? condition) => condition is null ? [] : condition.Parts.OfType<Condition>().Prepend(null);

    /// <summary>Without a thing that nothing leads to and that the query does not name.</summary>
    private static IEnumerable<World> WithoutThings(World world, Question question)
    {
        var text = question.Json.ToJsonString();
        foreach (var thing in world.Things.Where(thing => world.Things.Count > 1 && world.Links.All(link => link.To != thing.Name || link.From == thing.Name)))
        {
            var metrics = new List<string> { thing.Name };
            foreach (var metric in world.Metrics.Where(metric => metrics.Exists(gone => metric.Yaml.Contains(gone, StringComparison.Ordinal))))
            {
                metrics.Add(metric.Name);
            }

            if (!metrics.Exists(gone => text.Contains(gone, StringComparison.Ordinal)))
            {
                yield return new World(
                    [.. world.Things.Where(other => other != thing)],
                    [.. world.Links.Where(link => link.From != thing.Name)],
                    [.. world.Metrics.Where(metric => !metrics.Contains(metric.Name))],
                    world.Rows,
                    world.Calendar,
                    world.Now) { Terms = [.. world.Terms.Where(term => term.Thing != thing.Name)], Elsewhere = world.Elsewhere };
            }
        }
    }

    /// <summary>Half of the rows of a thing, then one by one, where no row that must lead somewhere leads nowhere then.</summary>
    private static IEnumerable<World> Worlds(World world)
    {
        foreach (var thing in world.Things.Reverse())
        {
            var rows = world.Rows[thing.Name];
            for (var size = rows.Count; size > 0; size /= 2)
            {
                for (var from = 0; from < rows.Count; from += size)
                {
                    var fewer = new Dictionary<string, IReadOnlyList<Row>>(world.Rows) { [thing.Name] = [.. rows.Take(from), .. rows.Skip(from + size)] };
                    var smaller = world.With(fewer);
                    if (world.Links.Where(link => !link.Optional).All(link => fewer[link.From].All(row => smaller.Follows(row, link))))
                    {
                        yield return smaller;
                    }
                }
            }
        }
    }
}
