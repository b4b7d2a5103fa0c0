namespace BiAssistant.Warehouses.Faults;

/// <summary>Too many wait for the warehouse for one more to wait.</summary>
public sealed record QueueFull(int Waiting) : FaultCause(WarehouseFaultKind.Busy)
{
    public override string In(string warehouse) => FormattableString.Invariant($"The warehouse '{warehouse}' is busy: {Waiting:#,##0} questions are waiting for it already.");
}

/// <summary>The time limit passed before the query's turn came.</summary>
public sealed record WaitedInVain(TimeSpan Limit) : FaultCause(WarehouseFaultKind.Busy)
{
    public override string In(string warehouse) => FormattableString.Invariant($"The warehouse '{warehouse}' was busy with other questions for {Limit.TotalSeconds:0.###} s, so this one was not put to it.");
}

/// <summary>The warehouse has failed so often that nothing is put to it for a while.</summary>
/// <param name="Failing">How long it has been failing.</param>
/// <param name="TriedAgainIn">When it is tried again; zero while that is being done.</param>
/// <param name="Last">How it failed the last time.</param>
public sealed record LeftAlone(TimeSpan Failing, TimeSpan TriedAgainIn, FaultCause Last) : FaultCause(WarehouseFaultKind.Busy)
{
    public override string In(string warehouse)
    {
        var again = TriedAgainIn > TimeSpan.Zero ? $"It is tried again in {Whole(TriedAgainIn)}" : "It is being tried again now";
        return $"{Last.In(warehouse)} It has been like that for {Whole(Failing)}. {again}; until then nothing is put to it.";
    }

    private static string Whole(TimeSpan time) => time.TotalSeconds <= 120
        ? FormattableString.Invariant($"{Math.Max(1, Math.Ceiling(time.TotalSeconds)):0} s")
        : FormattableString.Invariant($"{Math.Ceiling(time.TotalMinutes):#,##0} minutes");
}
