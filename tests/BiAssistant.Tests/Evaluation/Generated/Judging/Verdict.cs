namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>How a case came out.</summary>
internal enum Outcome
{
    /// <summary>Both have the same rows.</summary>
    Same,

    /// <summary>Neither answers, for the same reason.</summary>
    DeclinedByBoth,

    /// <summary>The product does not answer, for a reason that is on the list.</summary>
    Refused,

    /// <summary>One of them is wrong.</summary>
    Different,
}

/// <summary>How a case came out, and what is to be said of it.</summary>
internal sealed record Verdict(Outcome Outcome, bool HasRows, string Text)
{
    /// <summary>In what way it is wrong, so that a smaller case is one of the same mistake.</summary>
    public string Way { get; init; } = "";
}
