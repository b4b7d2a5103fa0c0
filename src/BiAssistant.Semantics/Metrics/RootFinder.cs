using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Metrics;

/// <summary>
/// Finds the dataset whose rows an aggregate counts: the one from which all its fields are reached by to-one steps. Where several are, it is the one
/// that the others reach too, so that no row is counted more often than needed.
/// </summary>
internal static class RootFinder
{
    /// <summary>The root; or the candidates when several remain, none when no dataset reaches all fields.</summary>
    public static (Dataset? Root, Seq<Dataset> Candidates) Find(IReadOnlyList<FieldUse> uses, ToOneReach reach, IEnumerable<Dataset>? everywhere = null)
    {
        var starts = uses.Select(u => u.Way is null ? u.Start : ReferenceEquals(u.Field.Dataset, u.Way.To) ? u.Way.From : u.Way.To).Distinct().ToList();
        if (starts.Find(s => uses.All(u => u.IsReachedFrom(s, reach))) is { } own)
        {
            return (own, [own]);
        }

        var candidates = (everywhere ?? []).Where(d => uses.All(u => u.IsReachedFrom(d, reach))).ToList();
        var nearest = candidates.Where(c => candidates.TrueForAll(other => reach.Reaches(other, c))).ToList();
        return nearest is [var only] ? (only, [only]) : (null, candidates.ToSeq());
    }
}
