namespace BiAssistant.Answers.Receipts;

/// <summary>The version of the way from query to numbers; raised whenever the same query over the same data may give another number.</summary>
public static class CompilerVersion
{
    public const string Current = "1";
}
