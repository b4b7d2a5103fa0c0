namespace BiAssistant.Tests.Carrier.Data;

/// <summary>All that the freight carrier has written down up to the day that tests call today; the same on every machine.</summary>
internal static class CarrierData
{
    public static readonly DateOnly Today = new(2024, 6, 14);

    private static readonly Lazy<IReadOnlyList<CarrierTable>> All = new(() =>
    {
        var random = new Random(20240614);
        return [.. CarrierNetwork.Tables(random), .. CarrierFleet.Tables(random), .. CarrierTraffic.Tables(random)];
    });

    public static IReadOnlyList<CarrierTable> Tables => All.Value;
}
