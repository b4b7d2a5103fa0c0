using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>A metric, said twice: as the catalog has it, and as the evaluator computes it.</summary>
internal sealed record Metric(string Name, string Yaml, Measure Meaning);
