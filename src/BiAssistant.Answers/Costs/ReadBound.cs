namespace BiAssistant.Answers.Costs;

/// <summary>How many rows one question may read in a warehouse, by the engine's own estimate.</summary>
/// <param name="Free">Without asking.</param>
/// <param name="Agreed">When the asker has agreed to that many; where it is not above <paramref name="Free"/>, nobody can agree to more.</param>
public sealed record ReadBound(long Free, long Agreed)
{
    public const long Unlimited = long.MaxValue;

    /// <summary>What a person may agree to unless it is said: a wait of minutes, never of a day.</summary>
    private const long TimesFree = 10;

    /// <summary>A file costs the time of this machine alone: about what an embedded engine reads in the minute that a statement may take.</summary>
    public static readonly ReadBound OfFile = Below(2_000_000_000);

    /// <summary>A server works for others too, reads from disks that they share, and may bill what it reads.</summary>
    public static readonly ReadBound OfServer = Below(200_000_000);

    /// <summary>Whether so many rows may be read when the asker has agreed to some (0: to none).</summary>
    public bool Allows(long rows, long agreed) => rows <= Free || rows <= Math.Min(agreed, Agreed);

    /// <summary>Whether agreeing would help.</summary>
    public bool AllowsWhenAgreed(long rows) => Allows(rows, rows);

    /// <summary>So many without asking, and a multiple of them when the asker agrees.</summary>
    public static ReadBound Below(long free) => new(free, free > Unlimited / TimesFree ? Unlimited : free * TimesFree);
}
