namespace BiAssistant.Warehouses.Faults;

/// <summary>Nothing at a host and port takes connections, or not in time.</summary>
public sealed record NothingAnswers(string Place) : NotOpened
{
    public override bool MayPass => true;

    private protected override string Why => $"nothing answers at {Place}";
}

public sealed record HostUnknown(string Host) : NotOpened
{
    private protected override string Why => $"there is no host '{Host}'";
}

/// <summary>The connection was closed, or nothing more came over it, before it was open for queries.</summary>
public sealed record CutWhileOpening(string Place) : NotOpened
{
    public override bool MayPass => true;

    private protected override string Why => $"the connection to {Place} was cut before it was open";
}

/// <summary>What answers does not speak the engine's language: another program, or a page that says that the server is away.</summary>
public sealed record AnotherServer(string Place, string Engine) : NotOpened
{
    public override bool MayPass => true;

    private protected override string Why => $"what answers at {Place} is not {Engine}";
}

public sealed record SignInRefused(string Place, string User) : NotOpened
{
    private protected override string Why => $"the server {Place} refused the sign-in of '{User}'";
}

public sealed record DatabaseMissing(string Place, string Database) : NotOpened
{
    private protected override string Why => $"the server {Place} has no database '{Database}'";
}

public sealed record ServerFull(string Place) : NotOpened
{
    public override bool MayPass => true;

    private protected override string Why => $"the server {Place} has no free connection";
}

public sealed record ServerStarting(string Place) : NotOpened
{
    public override bool MayPass => true;

    private protected override string Why => $"the server {Place} is starting or stopping";
}

/// <summary>The server opened no connection for a reason of its own.</summary>
public sealed record OpeningRefused(string Place, string Words) : NotOpened
{
    private protected override string Why => $"the server {Place} says: {Words}";
}
