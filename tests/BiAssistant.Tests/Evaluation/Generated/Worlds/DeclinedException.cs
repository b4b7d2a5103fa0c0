namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>By its definition a query has no answer; the code is the one that the product's issue has to have.</summary>
internal sealed class DeclinedException(string code, string why) : Exception($"{code}: {why}")
{
    public string Code { get; } = code;
}
