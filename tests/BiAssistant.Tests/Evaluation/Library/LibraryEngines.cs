using BiAssistant.Sql.Checks;
using BiAssistant.Tests.Sql;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>The library's tables on every real engine, and the same rows for the evaluator.</summary>
public sealed class LibraryEngines : RealEngines
{
    /// <summary>The rows are drawn from this seed; every failure names it.</summary>
    public static int Seed { get; } = GeneratedCases.SeedFor(41);

    internal LibraryWorld World { get; } = new(Seed);

    /// <summary>Plans bring their own lists.</summary>
    public override SqlAllowList Tables { get; } = new([]);

    protected override string Script => LibraryScript.Of(World);
}
