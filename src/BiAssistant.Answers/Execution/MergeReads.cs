using BiAssistant.Planning;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;

namespace BiAssistant.Answers.Execution;

/// <summary>What a merge may read: the rows of its fragments and the columns that it says it takes.</summary>
internal static class MergeReads
{
    public static SqlAllowList Of(PlanNode merge) => new(
        Fragments(merge)
            .GroupBy(f => f.Fragment)
            .Select(f => new AllowedTable([f.Key], f.SelectMany(node => node.Keys.Concat(node.Measures)).Distinct().ToSeq()))
            .ToSeq());

    private static IEnumerable<FragmentNode> Fragments(PlanNode node) => node is FragmentNode fragment ? [fragment] : node.Sources.SelectMany(Fragments);
}
