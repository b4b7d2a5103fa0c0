namespace BiAssistant.Warehouses.Faults;

/// <summary>The time limit of the query passed.</summary>
public sealed record TookTooLong(TimeSpan Limit) : FaultCause(WarehouseFaultKind.Timeout)
{
    public override string In(string warehouse) => FormattableString.Invariant($"The warehouse '{warehouse}' did not answer within {Limit.TotalSeconds:0.###} s.");
}

/// <summary>The server itself ended the query, by a limit of its own.</summary>
public sealed record EndedByServer() : FaultCause(WarehouseFaultKind.Timeout)
{
    public override string In(string warehouse) => $"The server of the warehouse '{warehouse}' ended the query because it took too long.";
}

/// <summary>Even what the engine keeps about its tables, their state or how it would read them, was not told in time: the server is away or overloaded.</summary>
public sealed record LookUpTookTooLong(TimeSpan Limit) : FaultCause(WarehouseFaultKind.Timeout)
{
    public override string In(string warehouse) => FormattableString.Invariant($"The warehouse '{warehouse}' did not tell even the state of its tables within {Limit.TotalSeconds:0.###} s.");
}

/// <summary>A statement would have done something else than read.</summary>
public sealed record OnlyRead() : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) => $"The warehouse '{warehouse}' can only be read; the statement was refused.";
}

public sealed record SeveralStatements() : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) => $"The warehouse '{warehouse}' refused the query: it holds more than one statement.";
}

/// <summary>The user of the connection lacks the right to read something.</summary>
public sealed record MayNotRead(string User, string Words) : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) => $"The warehouse '{warehouse}' does not let '{User}' read this: {Words}.";
}

/// <summary>The engine refused the statement, in its own words.</summary>
public sealed record Refused(string Words) : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) => $"The warehouse '{warehouse}' refused the query: {Words}.";
}

public sealed record TableMissing(string Table) : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) => $"The warehouse '{warehouse}' has no table '{Table}'.";
}

public sealed record MemoryFull() : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) => $"The warehouse '{warehouse}' has too little memory for this question.";
}

/// <summary>The connection was lost while the query ran or its rows came.</summary>
public sealed record ConnectionBroke() : FaultCause(WarehouseFaultKind.Broken)
{
    public override bool MayPass => true;

    public override string In(string warehouse) => $"The connection to the warehouse '{warehouse}' broke while it was answering.";
}

/// <summary>A file could not be read to the end.</summary>
public sealed record ReadingFailed() : FaultCause(WarehouseFaultKind.Broken)
{
    public override bool MayPass => true;

    public override string In(string warehouse) => $"Reading the warehouse '{warehouse}' failed midway.";
}
