using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>Rows that came from several warehouses, numbered by their moment; those of one moment kept, or all of them beside the number of moments.</summary>
internal static class MomentsLowering
{
    public static SelectDraft Lower(MomentsNode node, Steps steps)
    {
        var input = Lowering.WindowFree(node.Input, steps);
        var average = node.Take == SnapshotTake.Average;
        var place = new SqlWindow(
            new SqlFunction(average ? "DENSE_RANK" : "RANK", []),
            Over(node.Per, input),
            [new SqlOrder(input.Over(node.Over), Descending: node.Take == SnapshotTake.Last)]);
        var numbered = (input with { Columns = input.Columns.Add(new PlanColumn(node.Moment, place)) })
            .AsTable(BoundSnapshot.Alias, average ? "rows numbered by their moment" : "rows numbered from the moment that counts", steps);
        if (!average)
        {
            return numbered.Keep(new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn(null, node.Moment), new SqlNumber(1)));
        }

        var most = new SqlWindow(new SqlAggregate("MAX", [numbered[node.Moment]]), Over(node.Per, numbered), []);
        return (numbered with { Columns = numbered.Columns.Add(new PlanColumn(node.Moments, most)) }).AsTable(BoundSnapshot.Alias, "how many moments each period has", steps);
    }

    private static Seq<SqlExpression> Over(Seq<SqlExpression> per, SelectDraft rows) => per.Select(rows.Over).ToSeq();
}
