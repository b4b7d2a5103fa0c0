namespace BiAssistant.Warehouses.Faults;

/// <summary>A column of the answer holds what has no honest form in a result.</summary>
public abstract record UnusableColumn : FaultCause
{
    private protected UnusableColumn()
        : base(WarehouseFaultKind.Rejected)
    {
    }

    private protected abstract string What { get; }

    public sealed override string In(string warehouse) => $"The answer of the warehouse '{warehouse}' cannot be used: {What}.";
}

public sealed record ColumnNotFinite(string Column) : UnusableColumn
{
    private protected override string What => $"the column '{Column}' holds a value that is not a number or is without bound";
}

public sealed record ColumnBinary(string Column) : UnusableColumn
{
    private protected override string What => $"the column '{Column}' holds binary data, which cannot be shown";
}

public sealed record ColumnTooWide(string Column) : UnusableColumn
{
    private protected override string What => $"the column '{Column}' holds a number with more digits than can be kept exactly";
}

public sealed record ColumnOfStrangeType(string Column, string Type) : UnusableColumn
{
    private protected override string What => $"the column '{Column}' holds a value of the type {Type}, which cannot be shown";
}

public sealed record TooManyTables(int Found, int Most) : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) =>
        FormattableString.Invariant($"The warehouse '{warehouse}' has {Found:N0} tables and views; at most {Most:N0} are read at once. Name the schemas or the tables to read.");
}

public sealed record TooManyColumns(int Found, int Most) : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) =>
        FormattableString.Invariant($"The warehouse '{warehouse}' has {Found:N0} columns; at most {Most:N0} are read at once. Name the schemas or the tables to read.");
}

/// <summary>A part of an answer is too large to be brought together with another warehouse's.</summary>
public sealed record TooManyToMerge(int Most) : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) =>
        FormattableString.Invariant($"The part of the answer from the warehouse '{warehouse}' has more than {Most:N0} rows, too many to bring together with another warehouse. Ask for a coarser breakdown or fewer rows.");
}

/// <summary>What kind of values a key has.</summary>
public enum KeyKind
{
    Numbers,
    InexactNumbers,
    Texts,
    Days,
    TruthValues,
    Times,

    /// <summary>Some are of one kind, some of another.</summary>
    Mixed,
}

/// <summary>Rows of two warehouses point to each other by values that cannot be compared without a guess.</summary>
/// <param name="Column">The key's column in the part that came from the warehouse.</param>
/// <param name="Values">What its values are.</param>
/// <param name="Other">The other warehouse.</param>
/// <param name="OtherValues">What they are there.</param>
public sealed record KeysDiffer(string Column, KeyKind Values, string Other, KeyKind OtherValues) : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) =>
        $"Rows of the warehouses '{warehouse}' and '{Other}' cannot be matched: {Column} holds {Words(Values)}, and what it is compared with holds {Words(OtherValues)}.";

    private static string Words(KeyKind kind) => kind switch
    {
        KeyKind.Numbers => "whole or exact numbers",
        KeyKind.InexactNumbers => "inexact numbers",
        KeyKind.Texts => "texts",
        KeyKind.Days => "dates",
        KeyKind.TruthValues => "truth values",
        KeyKind.Times => "times of day",
        KeyKind.Mixed => "values of several kinds",
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };
}

/// <summary>Rows that should be told apart by a key share it, so that looking them up by it would count something twice.</summary>
/// <param name="What">Whose rows.</param>
/// <param name="Key">A key that is there twice, as text.</param>
public sealed record KeyRepeats(string What, string Key) : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) =>
        $"In the warehouse '{warehouse}', several different rows of {What} share the key {Key}, so nothing can be looked up there without counting it twice.";
}

public sealed record NotMergeable() : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) => "The rows of the warehouses could not be put together.";
}

public sealed record MergeMemoryFull() : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) => "There is too little memory to put together the rows of the warehouses.";
}

public sealed record MergeLibraryMissing() : FaultCause(WarehouseFaultKind.Unreachable)
{
    public override string In(string warehouse) => "Rows of several warehouses cannot be put together: the DuckDB library is not installed on this computer.";
}
