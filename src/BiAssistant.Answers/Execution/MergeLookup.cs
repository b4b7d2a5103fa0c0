using BiAssistant.Planning;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Execution;

/// <summary>Columns of two fragments that the merge compares.</summary>
public sealed record MergePair(string Fragment, string Column, string Other, string OtherColumn);

/// <summary>A fragment whose rows are looked up in the merge.</summary>
/// <param name="Fragment">Whose rows.</param>
/// <param name="Pairs">What is compared; the fragment's column first.</param>
/// <param name="IsUnique">Each row must be the only one with its key.</param>
public sealed record MergeLookup(string Fragment, Seq<MergePair> Pairs, bool IsUnique)
{
    /// <summary>Every lookup of a merge whose rows come from one fragment as they are.</summary>
    public static Seq<MergeLookup> In(PlanNode merge)
    {
        var deeper = merge.Sources.SelectMany(source => In(source)).ToSeq();
        if (merge is FollowedNode { Later: FragmentNode { Fragment: var later } } followed)
        {
            return deeper.Add(new MergeLookup(later, followed.Keys.Select(k => Owner(followed.Input, k.Input) is { } owner ? new MergePair(later, k.Dimension, owner, k.Input) : null).OfType<MergePair>().ToSeq(), IsUnique: false));
        }

        return merge is LookupNode { Dimension: FragmentNode { Fragment: var fragment }, Keys.IsEmpty: false } lookup ? deeper.Add(Of(lookup, fragment)) : deeper;
    }

    private static MergeLookup Of(LookupNode lookup, string fragment)
    {
        var pairs = lookup.Keys.Select(k => Owner(lookup.Input, k.Input) is { } owner ? new MergePair(fragment, k.Dimension, owner, k.Input) : null);
        return new MergeLookup(fragment, pairs.OfType<MergePair>().ToSeq(), !lookup.IsMany && lookup.Keys.All(k => Owner(lookup.Input, k.Input) is not null));
    }

    /// <summary>The fragment that a column of a row of lookups comes from.</summary>
    private static string? Owner(PlanNode input, string column) => input switch
    {
        FragmentNode fragment => fragment.Keys.Contains(column) ? fragment.Fragment : null,
        FilterNode filter => Owner(filter.Input, column),
        LookupNode lookup => Owner(lookup.Dimension, column) ?? Owner(lookup.Input, column),
        _ => null,
    };
}
