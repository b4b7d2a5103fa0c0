namespace BiAssistant.Warehouses.Faults;

/// <summary>The driver that an engine needs is not among the program's files; nothing outside was touched.</summary>
/// <param name="Engine">As people call it.</param>
/// <param name="Driver">The type and assembly that were looked for.</param>
/// <param name="Package">The package that holds it.</param>
/// <param name="Folder">Where it is looked for.</param>
public sealed record DriverMissing(string Engine, string Driver, string Package, string Folder) : FileNotOpened
{
    private protected override string Why => $"the driver for {Engine} ('{Driver}') is not there; put {Package}.dll, of the package {Package}, with what it needs into the folder '{Folder}'";
}

/// <summary>The driver was found and is none, or cannot be loaded.</summary>
public sealed record DriverUnusable(string Driver, string Words) : FileNotOpened
{
    private protected override string Why => $"the driver '{Driver}' cannot be used: {Words}";
}

/// <summary>The driver does not know an option that stands in the URL or that the product needs.</summary>
public sealed record OptionsUnknown(string Engine) : FileNotOpened
{
    private protected override string Why => $"the driver for {Engine} does not take an option of its URL";
}

/// <summary>The text was written before it was known which language the server speaks.</summary>
public sealed record LanguageJustFound(string Place) : FaultCause(WarehouseFaultKind.Broken)
{
    public override string In(string warehouse) => $"The server {Place} of the warehouse '{warehouse}' did not answer when the question was put into its language; now it does.";
}
