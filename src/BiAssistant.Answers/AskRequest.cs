using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Answers;

/// <summary>One thing asked: a question in words, or a semantic query (what a clarification's choice holds).</summary>
public sealed record AskRequest
{
    /// <summary>The caller's own id, given back.</summary>
    public RequestId? Id { get; init; }

    public string? Question { get; init; }

    public SemanticQuery? Query { get; init; }

    /// <summary>ISO 639-1; null means: detect.</summary>
    public string? Language { get; init; }

    public string? Conversation { get; init; }

    /// <summary>The clock for relative periods, local to the model's time zone; null means the configured clock.</summary>
    public DateTime? Now { get; init; }

    /// <summary>How many rows the asker has agreed to have read for this question, where so many need that; 0 when they were not asked. No word of the question says it.</summary>
    public long MayRead { get; init; }

    public Asker As { get; init; } = Asker.Anyone;

    /// <summary>What tells this person from others of the same role, such as a browser's session: those who wait for a warehouse are served in turn. Never taken from what was sent.</summary>
    public string? Session { get; init; }
}

/// <summary>The caller's own id for a question, given back as it came: a text, or a number in its own digits.</summary>
public sealed record RequestId(string Text, bool IsNumber = false);
