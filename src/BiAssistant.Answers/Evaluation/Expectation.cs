namespace BiAssistant.Answers.Evaluation;

/// <summary>What a question must get.</summary>
public abstract record Expectation
{
    private protected Expectation()
    {
    }
}

/// <summary>The rows of SQL written by hand, in the dialect of its warehouse; null means the first that is connected.</summary>
public sealed record ExpectedRows(string? Warehouse, string Sql) : Expectation;

/// <summary>A question back: it means several things here.</summary>
public sealed record ExpectedQuestionBack : Expectation
{
    public static readonly ExpectedQuestionBack Instance = new();
}

/// <summary>No number: a refusal, a question back, or an answer all of whose cells are empty.</summary>
public sealed record ExpectedNoNumber : Expectation
{
    public static readonly ExpectedNoNumber Instance = new();
}
