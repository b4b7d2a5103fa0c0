using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;

namespace BiAssistant.DemoCompany.Tables;

/// <summary>The tables of the operational warehouse.</summary>
internal static class OperationsTables
{
    public static IEnumerable<Table> Of(ClusterData data) =>
    [
        .. PropertyTables.Of(data),
        .. BookingTables.Of(data),
        .. OutletTables.Of(data),
        .. StaffTables.Of(data),
        .. UpkeepTables.Of(data),
    ];
}
