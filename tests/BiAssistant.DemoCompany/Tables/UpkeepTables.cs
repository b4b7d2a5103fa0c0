using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Tables;

/// <summary>What the houses plan, repair and consume.</summary>
internal static class UpkeepTables
{
    public static IEnumerable<Table> Of(ClusterData data) => [Budgets(data), WorkOrders(data), UtilityReadings(data)];

    private static Table<Budget> Budgets(ClusterData data) =>
        new Table<Budget>("budgets", BudgetGenerator.Generate(data.Cluster, data.Bookings, data.Outlets, data.Checks, data.SpaVisits))
            .Text("property_code", budget => budget.PropertyCode)
            .Day("month", budget => budget.Month)
            .Text("line_code", budget => budget.Line)
            .Money("amount", budget => budget.AmountCents);

    private static Table<WorkOrder> WorkOrders(ClusterData data) => new Table<WorkOrder>("work_orders", WorkOrderGenerator.Generate(data.Cluster, data.Rooms))
        .Whole("work_order_id", order => order.Id)
        .Whole("room_id", order => order.RoomId)
        .Moment("opened_at", order => order.OpenedAt)
        .MomentOrNull("closed_at", order => order.ClosedAt)
        .Text("category_code", order => order.Category)
        .Text("priority_code", order => order.Priority)
        .MoneyOrNull("cost", order => order.CostCents);

    private static Table<UtilityReading> UtilityReadings(ClusterData data) =>
        new Table<UtilityReading>("utility_readings", UtilityGenerator.Generate(data.Cluster, data.Occupancy))
            .Text("property_code", reading => reading.PropertyCode)
            .Day("month", reading => reading.Month)
            .Text("kind_code", reading => reading.Kind)
            .Number("quantity", reading => reading.QuantityHundredths)
            .Text("unit", reading => reading.Unit)
            .Money("cost", reading => reading.CostCents);
}
