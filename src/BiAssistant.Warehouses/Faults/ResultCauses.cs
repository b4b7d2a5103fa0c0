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

public sealed record NotMergeable() : FaultCause(WarehouseFaultKind.Rejected)
{
    public override string In(string warehouse) => "The rows of the warehouses could not be put together.";
}

public sealed record MergeLibraryMissing() : FaultCause(WarehouseFaultKind.Unreachable)
{
    public override string In(string warehouse) => "Rows of several warehouses cannot be put together: the DuckDB library is not installed on this computer.";
}
