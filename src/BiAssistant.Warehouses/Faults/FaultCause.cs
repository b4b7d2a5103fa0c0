namespace BiAssistant.Warehouses.Faults;

/// <summary>Why a warehouse could not answer, in parts that any language can put into words. What to do about it is for whoever tells it.</summary>
public abstract record FaultCause
{
    private protected FaultCause(WarehouseFaultKind kind) => Kind = kind;

    public WarehouseFaultKind Kind { get; }

    /// <summary>The same may succeed in a moment although nobody does anything: a server that restarts, never a wrong password.</summary>
    public virtual bool MayPass => false;

    /// <summary>The cause in whole English sentences.</summary>
    public abstract string In(string warehouse);
}

/// <summary>A cause that has no parts, in words of its own.</summary>
public sealed record Told(WarehouseFaultKind Kind, string Words) : FaultCause(Kind)
{
    public override bool MayPass => Kind is WarehouseFaultKind.Unreachable or WarehouseFaultKind.Broken;

    public override string In(string warehouse) => Words;
}
