namespace BiAssistant.DemoCompany.Company;

/// <summary>The one story in the data that is to be discovered: from May 2024 on a house is renovated floor by floor, its guests complain of noise, and its reviews get worse.</summary>
internal static class Renovation
{
    private const string PropertyCode = "SFO";

    private static readonly DateOnly Begins = new(2024, 5, 1);

    public static bool IsUnderWay(string propertyCode, DateOnly day) => propertyCode == PropertyCode && day >= Begins;
}
