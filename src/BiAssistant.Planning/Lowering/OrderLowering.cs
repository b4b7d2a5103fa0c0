using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>The final order, and the first n with ties: ranked first, cut after.</summary>
internal static class OrderLowering
{
    private const string Position = "position";

    public static SqlSelect Lower(OrderNode node, Steps steps)
    {
        var select = Cut(node, steps).ToSelect();
        return select with { OrderBy = node.OrderBy.Select(o => new SqlOrder(Output(o.Name, select), o.Descending)).ToSeq() };
    }

    /// <summary>The rows that are kept, in no order.</summary>
    public static SelectDraft Cut(OrderNode node, Steps steps)
    {
        if (node.Top is not { } top)
        {
            return Lowering.Draft(node.Input, steps);
        }

        var draft = Lowering.WindowFree(node.Input, steps);
        var per = top.Per.Select(p => draft[p]).ToSeq();
        var by = node.RankBy.Select(o => new SqlOrder(draft[o.Name], o.Descending)).ToSeq();
        var rank = new SqlWindow(new SqlFunction("RANK", []), per, by);
        var select = draft.ToSelect();
        var name = steps.Add("ranked", select with { Items = select.Items.Add(new SqlSelectItem(rank, Free(Position, draft))) }, "each group's place; equal values share one");
        return new SelectDraft(new SqlTable([name]), draft.Columns.Select(c => new PlanColumn(c.Name, new SqlColumn(null, c.Name))).ToSeq())
        {
            Where = new SqlBinary(SqlBinaryOperator.LessOrEqual, new SqlColumn(null, Free(Position, draft)), new SqlNumber(top.Count)),
        };
    }

    /// <summary>An output column: by its alias, or as it stands where it is a column under its own name.</summary>
    private static SqlColumn Output(string name, SqlSelect select) =>
        select.Items.Where(i => i.Alias is null).Select(i => i.Expression).OfType<SqlColumn>().FirstOrDefault(c => c.Name == name) ?? new SqlColumn(null, name);

    private static string Free(string name, SelectDraft draft) => draft.Columns.Any(c => c.Name == name) ? Free(name + "_", draft) : name;
}
