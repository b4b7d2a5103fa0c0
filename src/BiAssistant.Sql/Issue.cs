namespace BiAssistant.Sql;

/// <summary>A place in a text: file (null for a text without one), 1-based line and column.</summary>
public sealed record TextLocation(string? File, int Line, int Column)
{
    public override string ToString() => File is null ? $"{Line}:{Column}" : $"{File}:{Line}:{Column}";
}

/// <summary>How grave an issue is: an error stops what was asked for, a warning or a note does not.</summary>
public enum IssueSeverity
{
    Error,
    Warning,
    Note,
}

/// <summary>
/// Something that a person can put right or choose, worded for them; data, never an exception. <c>Code</c> is stable and machine-readable
/// (<c>snake_case</c>); <c>Suggestions</c> hold the nearest right things, best first.
/// </summary>
public sealed record Issue(string Code, string Message)
{
    public Seq<string> Suggestions { get; init; }

    public TextLocation? At { get; init; }

    /// <summary>Path of the element that is wrong, such as <c>sales/orders/amount</c>; null when it has none.</summary>
    public string? Element { get; init; }

    public IssueSeverity Severity { get; init; } = IssueSeverity.Error;
}

/// <summary>Either a value or the issues that stand in its way; a value may carry warnings and notes.</summary>
public sealed record Outcome<T>
    where T : class
{
    private Outcome(T? value, Seq<Issue> issues) => (Value, Issues) = (value, issues);

    public T? Value { get; }

    public Seq<Issue> Issues { get; }

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    public static Outcome<T> Of(T value, Seq<Issue> notes = default) => new(value, notes);

    public static Outcome<T> Failed(params ReadOnlySpan<Issue> issues) => new(null, Seq.Create(issues));

    public static Outcome<T> Failed(Seq<Issue> issues) => new(null, issues);
}
