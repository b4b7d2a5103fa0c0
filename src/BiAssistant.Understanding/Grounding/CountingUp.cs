using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Grammar.Rules;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>"how many placed one order, two orders, and so on?": each number of orders that somebody has, counted up instead of named.</summary>
internal static class CountingUp
{
    private const double Cost = 1.5;

    public static List<Phrase> In(List<Atom> atoms, IReadOnlyList<Phrase> phrases, GrammarContext context)
    {
        var result = new List<Phrase>();
        foreach (var one in Enumerable.Range(0, atoms.Count).Where(i => atoms[i].Raw == EnglishCounts.Upward[0]))
        {
            foreach (var thing in phrases.Where(p => p.Start == one + 1).ToList())
            {
                var item = thing.Sense switch
                {
                    EntitySense { Via: null, Dataset: var rows } => context.CountOf(rows),
                    MetricSense { Metric: var metric } when PerNumber.IsCount(context.Of(metric)) => context.Of(metric),
                    _ => null,
                };
                var end = item is null ? -1 : EndOf(atoms, one, thing.End);
                if (item is not null && end > thing.End)
                {
                    var start = one > 0 && EnglishCounts.HadSo.Contains(atoms[one - 1].Key) ? one - 1 : one;
                    result.Add(new Phrase(start, end, new PerNumberSense(item), Cost));
                }
            }
        }

        return result;
    }

    /// <summary>Where the counting ends: behind "two" at least, and behind the words that say that it goes on.</summary>
    private static int EndOf(List<Atom> atoms, int one, int thingEnd)
    {
        var things = atoms.Skip(one + 1).Take(thingEnd - one - 1).Select(a => a.Key).ToHashSet();
        var next = 1;
        var end = thingEnd;
        for (var i = thingEnd; i < atoms.Count; i++)
        {
            if (next < EnglishCounts.Upward.Length && atoms[i].Raw == EnglishCounts.Upward[next])
            {
                next++;
                end = i + 1;
            }
            else if (next > 1 && (things.Contains(atoms[i].Key) || EnglishCounts.AndSoOn.Contains(atoms[i].Key)))
            {
                end = i + 1;
            }
            else if (!EnglishCounts.BetweenCounts.Contains(atoms[i].Key))
            {
                break;
            }
        }

        return next > 1 ? end : -1;
    }
}
