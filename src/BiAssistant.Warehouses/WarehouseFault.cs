using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses;

/// <summary>Why a warehouse could not answer.</summary>
public enum WarehouseFaultKind
{
    /// <summary>No connection: a missing file, a closed port, a refused sign-in.</summary>
    Unreachable,

    /// <summary>The time limit passed.</summary>
    Timeout,

    /// <summary>The engine refused the statement: a missing table or column, a type that does not fit.</summary>
    Rejected,

    /// <summary>The connection broke while rows came.</summary>
    Broken,

    /// <summary>The statement was not put to the engine: too many wait for it, or it has failed so often that it is left alone for a while.</summary>
    Busy,
}

/// <summary>The outside failed; says which warehouse and why. The message is fit for a person; the engine's own words are in the inner exception.</summary>
public sealed class WarehouseFault(string warehouse, FaultCause cause, Exception? inner = null) : Exception(cause.In(warehouse), inner)
{
    /// <summary>A fault of which only the words are known.</summary>
    public WarehouseFault(string warehouse, WarehouseFaultKind kind, string message, Exception? inner = null)
        : this(warehouse, new Told(kind, message), inner)
    {
    }

    public string Warehouse => warehouse;

    public FaultCause Cause => cause;

    public WarehouseFaultKind Kind => cause.Kind;
}
