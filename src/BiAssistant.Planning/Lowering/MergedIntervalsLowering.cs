namespace BiAssistant.Planning.Lowering;

/// <summary>Rows that came from several warehouses, joined to the periods that each counts in.</summary>
internal static class MergedIntervalsLowering
{
    public static SelectDraft Lower(IntervalsNode node, Steps steps)
    {
        var input = Lowering.WindowFree(node.Input, steps);
        return input with
        {
            From = IntervalLowering.Join(input.From, node.Intervals with { On = input.Over(node.Intervals.On) }, steps),
            Columns = input.Columns.AddRange(node.Columns),
        };
    }
}
