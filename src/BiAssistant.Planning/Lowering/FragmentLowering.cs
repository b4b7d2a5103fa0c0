using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>The rows of a fragment, as a table of the embedded engine.</summary>
internal static class FragmentLowering
{
    public static SelectDraft Lower(FragmentNode node) =>
        new(
            new SqlTable([node.Fragment]),
            node.Keys.Concat(node.Measures).Select(c => new PlanColumn(c, new SqlColumn(node.Fragment, c))).ToSeq());
}
