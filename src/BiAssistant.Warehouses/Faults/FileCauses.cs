namespace BiAssistant.Warehouses.Faults;

/// <summary>A warehouse that could not be opened.</summary>
public abstract record NotOpened : FaultCause
{
    private protected NotOpened()
        : base(WarehouseFaultKind.Unreachable)
    {
    }

    private protected abstract string Why { get; }

    public sealed override string In(string warehouse) => $"The warehouse '{warehouse}' cannot be opened: {Why}.";
}

/// <summary>A file that is not what was expected, which is found out at once and without a cost.</summary>
public abstract record FileNotOpened : NotOpened
{
    private protected FileNotOpened()
    {
    }
}

public sealed record FileMissing(string Path) : FileNotOpened
{
    private protected override string Why => $"there is no file {Path}";
}

public sealed record FolderInsteadOfFile(string Path) : FileNotOpened
{
    private protected override string Why => $"{Path} is a folder, not a file";
}

/// <summary>The file is there, and this program may not or cannot read it.</summary>
public sealed record FileUnreadable(string Path) : FileNotOpened
{
    private protected override string Why => $"the file {Path} cannot be read";
}

public sealed record FileDamaged(string Path) : FileNotOpened
{
    private protected override string Why => $"the database {Path} is damaged";
}

/// <summary>The file is something else than a database of the engine.</summary>
public sealed record FileOfAnotherKind(string Path, string Engine) : FileNotOpened
{
    private protected override string Why => $"{Path} is not a {Engine} database";
}

public sealed record FileOfAnotherVersion(string Path, string Engine) : FileNotOpened
{
    private protected override string Why => $"{Path} was written by a version of {Engine} that this one cannot read";
}

/// <summary>Another program is writing to the file.</summary>
public sealed record FileLocked(string Path) : FaultCause(WarehouseFaultKind.Unreachable)
{
    public override bool MayPass => true;

    public override string In(string warehouse) => $"The warehouse '{warehouse}' is locked: another program is writing to {Path}.";
}

/// <summary>What runs the engine in this process is not installed.</summary>
public sealed record LibraryMissing(string Engine) : FileNotOpened
{
    private protected override string Why => $"the {Engine} library is not installed on this computer";
}
