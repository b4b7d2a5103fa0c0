using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>What decides between ways without asking: that they mean the same, or that one is declared to be preferred. That one is shorter decides nothing.</summary>
internal static class WayChoice
{
    /// <summary>Ways that pair the same columns of the same things are one: the one with the fewest joins, and of these the one that keeps most rows.</summary>
    public static Seq<Seq<ToOneStep>> Distinct(IEnumerable<Seq<ToOneStep>> ways) => ways
        .GroupBy(Meaning)
        .Select(same => same.OrderBy(w => w.Count(s => !IsNoJoin(s))).ThenByDescending(w => w.Count(s => s.MayBeMissing)).First())
        .ToSeq();

    /// <summary>
    /// A preferred step beats every other way between what it joins, whatever that passes on; where ways part, a preferred step beats the others; and a way with a preferred step of
    /// its own beats one that has none.
    /// </summary>
    public static Seq<Seq<ToOneStep>> Preferred(Seq<Seq<ToOneStep>> ways)
    {
        var left = AtParting(ways.Where(w => !ways.Any(other => GoesRound(w, other))).ToSeq(), 0);
        return ways.Where(w => left.Contains(w) && !left.Any(other => other != w && Prefers(other, w) && !Prefers(w, other))).ToSeq();
    }

    /// <summary>Whether a way goes round a preferred step of another one, and is the same before and behind it.</summary>
    private static bool GoesRound(Seq<ToOneStep> way, Seq<ToOneStep> other)
    {
        var shared = 0;
        while (shared < way.Count && shared < other.Count && way[shared] == other[shared])
        {
            shared++;
        }

        if (shared >= way.Count || shared >= other.Count || !other[shared].Relationship.Preferred)
        {
            return false;
        }

        var after = other.Skip(shared + 1).ToList();
        var meets = way.Count - after.Count;
        return meets > shared && way[meets - 1].End == other[shared].End && way.Skip(meets).SequenceEqual(after) && !(meets == shared + 1 && way[shared].Relationship.Preferred);
    }

    private static bool Prefers(Seq<ToOneStep> way, Seq<ToOneStep> other) => way.Any(s => s.Relationship.Preferred && !other.Contains(s));

    private static Seq<Seq<ToOneStep>> AtParting(Seq<Seq<ToOneStep>> ways, int depth)
    {
        if (ways.Count < 2 || ways.All(w => w.Count <= depth))
        {
            return ways;
        }

        var ended = ways.Where(w => w.Count <= depth);
        var branches = ways.Where(w => w.Count > depth).GroupBy(w => w[depth]).ToList();
        var preferred = branches.Where(b => b.Key.Relationship.Preferred).ToList();
        var kept = branches.Count > 1 && preferred.Count > 0 ? preferred : branches;
        return ended.Concat(kept.SelectMany(b => AtParting(b.ToSeq(), depth + 1))).ToSeq();
    }

    /// <summary>
    /// Which columns of which things a way pairs. A step into a kind and up to what it is pairs the same as the step straight to the supertype, and a step within
    /// the rows of one source pairs nothing.
    /// </summary>
    private static Seq<Pairing> Meaning(Seq<ToOneStep> way)
    {
        var pairings = new List<Pairing>();
        foreach (var step in way)
        {
            var last = pairings.Count > 0 ? pairings[^1] : null;
            if (last is not null && step.IsUp && (IsNoJoin(step) || last.To == step.StartColumns))
            {
                pairings[^1] = last with { To = IsNoJoin(step) ? last.To : step.EndColumns, End = step.End };
            }
            else if (!IsNoJoin(step))
            {
                pairings.Add(new Pairing(step.StartColumns, step.EndColumns, step.End));
            }
        }

        return pairings.ToSeq();
    }

    private static bool IsNoJoin(ToOneStep step) => step.IsUp && step.Start.SharesRows;

    private sealed record Pairing(Seq<string> From, Seq<string> To, Dataset End);
}
