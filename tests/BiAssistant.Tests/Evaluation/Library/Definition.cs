using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>One metric, said twice: as a catalog writes it, and as the evaluator computes it.</summary>
/// <param name="Yaml">Its keys beside the name.</param>
internal sealed record Definition(string Name, string Yaml, Measure Measure)
{
    /// <summary>The metrics that it is made of.</summary>
    public IReadOnlyList<Definition> Needs { get; init; } = [];

    public IEnumerable<Definition> WithNeeds => Needs.SelectMany(need => need.WithNeeds).Append(this).DistinctBy(definition => definition.Name);

    /// <summary>Every row that it counts has a value of the dimension, or none.</summary>
    public bool Reaches(Dimension dimension) => Measure.Roots.All(dimension.Reaches);

    public override string ToString() => $"{{name: {Name}, {Yaml}}}";
}
