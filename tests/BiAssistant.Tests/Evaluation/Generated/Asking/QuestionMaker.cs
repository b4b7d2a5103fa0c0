using BiAssistant.Tests.Evaluation.Generated.Forms;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>Draws a query about one thing or several: its numbers, what they are broken down by, conditions, order and cut, each from all forms that there are.</summary>
internal static class QuestionMaker
{
    private const int Candidates = 20;
    private const int MostTries = 3;
    private const int MostSought = 200;

    private static readonly IReadOnlyList<Type> Conditions = [.. AllForms.KindsOf(AllForms.Conditions)];
    private static readonly IReadOnlyList<Type> GroupConditions = [.. AllForms.KindsOf(AllForms.GroupConditions)];
    private static readonly IReadOnlyList<Type> Periods = [.. AllForms.KindsOf(AllForms.Periods)];

    /// <summary>A question of a world; an answer without rows says little, so that one is mostly drawn again.</summary>
    /// <param name="world">Where it is asked.</param>
    /// <param name="chance">What it is drawn from.</param>
    /// <param name="need">What is to be learnt from it.</param>
    public static Question Draw(World world, Chance chance, Need need)
    {
        for (var tries = 0; ; tries++)
        {
            var question = Sought(world, chance, need) ?? Enumerable.Range(0, Candidates).Select(_ => Drawn(world, chance, [])).MaxBy(need.Worth)!;
            if (tries == MostTries || HasRows(world, question))
            {
                return question;
            }
        }
    }

    /// <summary>A question with all of the forms that are looked for; null where none are, or none with them is drawn.</summary>
    private static Question? Sought(World world, Chance chance, Need need) => need.Forms.Count == 0 ? null
        : Enumerable.Range(0, MostSought).Select(_ => Drawn(world, chance, need.Kinds)).FirstOrDefault(question => !need.Forms.Except(question.Forms).Any());

    private static Question Drawn(World world, Chance chance, IReadOnlyCollection<Type> wanted)
    {
        var drawing = new Drawing(world, chance, Roots(world, chance), wanted);
        if (drawing.Takes(7, typeof(Question)) && ListedRows.Draw(drawing) is { } listing)
        {
            return listing;
        }

        var inner = Drawn(drawing);
        return inner.By.Count > 0 && drawing.Takes(20, AllForms.KindsOfResults) ? Drawn(drawing with { Inner = inner, By = [] }) : OtherPeriod.Beside(drawing, inner);
    }

    private static Question Drawn(Drawing drawing)
    {
        var chance = drawing.Chance;
        var groups = Groups(drawing, chance.Of(0, 1, 1, 1, 2, 2));
        drawing = drawing with { By = groups };
        var measures = Numbers(drawing, chance.Of(1, 1, 2, 2, 3));
        var having = groups.Count > 0 && drawing.Takes(25, GroupConditions) ? new GroupDrawing(drawing, measures).Condition() : null;
        var question = drawing.Inner is not null ? new Question { Measures = measures, By = groups, Over = drawing.Inner, Having = having } : new Question
        {
            Measures = measures,
            By = groups,
            Where = drawing.Takes(40, Conditions) ? drawing.Condition() : null,
            Having = having,
            Period = IsOfTimes([.. measures, .. having?.Hidden ?? []]) ? drawing.Any(AllForms.Periods) : drawing.Takes(25, Periods) && drawing.Roots.All(root => drawing.World.Thing(root).Clock is not null) ? drawing.Any(AllForms.Periods) : null,
        };
        var columns = measures.Select(measure => measure.As!).Concat(groups.SelectMany(grouping => grouping.Columns(drawing.World).Take(1))).ToList();
        return question.By.Count == 0 ? question : question with
        {
            Order = drawing.Takes(40, typeof(Ordering)) ? [.. chance.Some(columns, chance.Of(1, 1, 2)).Select(column => new Ordering(column, chance.In100(50)))] : [],
            Top = drawing.Takes(25, typeof(Top)) ? Top.Draw(drawing, groups) : null,
        };
    }

    /// <summary>A query inside another, broken down by one thing.</summary>
    public static Question Inside(Drawing drawing, Grouping grouping) => Inside(drawing, [grouping]);

    /// <summary>A query inside another whose groups' values are looked for; what else it is broken down by, and whether it is over a query of its own, is all one.</summary>
    public static Question Found(Drawing drawing, Grouping grouping)
    {
        var question = Inside(drawing, Groups(drawing, drawing.Chance.In100(25) ? 2 : 1, grouping));
        return drawing.Takes(25, AllForms.KindsOfResults) ? Above(drawing with { Inner = question, By = [] }, new ColumnGroup(grouping.Name, grouping)) : question;
    }

    private static Question Inside(Drawing drawing, IReadOnlyList<Grouping> groups)
    {
        drawing = drawing with { By = groups };
        var measures = Numbers(drawing, 1);
        return new Question
        {
            Measures = measures,
            By = groups,
            Where = drawing.Takes(30, Conditions) ? drawing.Condition() : null,
            Having = drawing.Takes(40, GroupConditions) ? new GroupDrawing(drawing, measures).Condition() : null,
            Top = drawing.Takes(30, typeof(Top)) ? Top.Draw(drawing, groups) : null,
            Period = IsOfTimes(measures) ? drawing.Any(AllForms.Periods) : null,
        };
    }

    /// <summary>A query over the drawing's, broken down by one of its groups.</summary>
    private static Question Above(Drawing drawing, Grouping grouping)
    {
        var groups = Groups(drawing, drawing.Chance.Of(1, 2, 2), grouping);
        drawing = drawing with { By = groups };
        var measures = Numbers(drawing, 1);
        return new Question
        {
            Measures = measures,
            By = groups,
            Over = drawing.Inner,
            Having = drawing.Takes(40, GroupConditions) ? new GroupDrawing(drawing, measures).Condition() : null,
        };
    }

    private static bool IsOfTimes(IEnumerable<Measure> measures) => measures.SelectMany(measure => measure.Forms).Intersect(TimeMoved.Family).Any();

    private static bool HasRows(World world, Question question)
    {
        try
        {
            return new Asked(world, question).Answer().HasRows;
        }
        catch (DeclinedException)
        {
            return false;
        }
    }

    /// <summary>Mostly things with rows; others of them that share something with the first.</summary>
    private static IReadOnlyList<string> Roots(World world, Chance chance)
    {
        var likely = world.Things.Where(thing => world.Rows[thing.Name].Count > 0).Select(thing => thing.Name).ToList();
        var first = chance.From(likely.Count > 0 ? likely : [world.Things[0].Name]);
        var shared = likely.Where(other => other != first && world.Things.Any(thing => world.Leads(first, thing.Name, null) && world.Leads(other, thing.Name, null))).ToList();
        return [first, .. chance.Some(shared, chance.Of(0, 0, 0, 1, 1, 2))];
    }

    private static List<Measure> Numbers(Drawing drawing, int count)
    {
        var measures = new List<Measure>();
        for (var tries = 0; measures.Count < count && tries < 10; tries++)
        {
            if (drawing.Measure() is { } measure && measures.TrueForAll(other => (other with { As = null }).Json.ToJsonString() != measure.Json.ToJsonString()))
            {
                var filter = measure.Filter is null && drawing.Inner is null && !measure.Forms.Contains("another query's number") && drawing.Takes(15, typeof(Measure.OwnFilter)) ? drawing.Deeper.Condition() : measure.Filter;
                measures.Add(measure with { As = $"{(drawing.Inner is null ? "m" : "n")}{measures.Count + 1}", Filter = filter });
            }
        }

        return measures.Count > 0 ? measures : [drawing.Inner is null ? new RowCount(drawing.Roots[0]) { As = "m1" } : new ResultCount { As = "n1" }];
    }

    private static List<Grouping> Groups(Drawing drawing, int count, params IEnumerable<Grouping> first)
    {
        var groups = first.ToList();
        for (var tries = 0; groups.Count < count && tries < 6; tries++)
        {
            if (drawing.Any(drawing.Inner is null ? AllForms.Groupings : AllForms.GroupingsOfResults) is { } grouping && !groups.Exists(other => other.Columns(drawing.World).Intersect(grouping.Columns(drawing.World)).Any() || (other.IsRenamed && grouping.IsRenamed)))
            {
                groups.Add(grouping);
            }
        }

        return groups;
    }
}

/// <summary>Conditions on groups, drawn for the numbers of one query.</summary>
internal sealed record GroupDrawing(Drawing Drawing, IReadOnlyList<Measure> Measures)
{
    public GroupCondition? Condition() => Drawing.Any([.. AllForms.GroupConditions.Select(form => (form.Weight, (Func<Drawing, GroupCondition?>)(drawing => form.Draw(this with { Drawing = drawing }))))]);
}
