using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>Rows joined to a dimension that came from another warehouse.</summary>
internal static class LookupLowering
{
    public static SelectDraft Lower(LookupNode node, Steps steps)
    {
        var input = Lowering.Draft(node.Input, steps);
        var dimension = FragmentLowering.Lower(node.Dimension);
        var on = node.On.Select(k => (SqlExpression)new SqlBinary(SqlBinaryOperator.Equal, input[k.Input], dimension[k.Dimension])).ToSeq();
        var kind = node.KeepUnmatched ? SqlJoinKind.Left : SqlJoinKind.Inner;
        return input with
        {
            From = new SqlJoin(kind, input.From, dimension.From, Predicates.All(on)),
            Columns = input.Columns.AddRange(dimension.Columns),
        };
    }
}
