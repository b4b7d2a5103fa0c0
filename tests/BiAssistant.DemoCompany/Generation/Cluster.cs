using BiAssistant.DemoCompany.Company;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>A group of houses whose data is made by itself, a pure function of these values: the first cluster holds the named houses, a larger company has more clusters.</summary>
/// <param name="Scale">Rooms, and all that follows from them, against the named houses' 216.</param>
internal sealed record Cluster(int Seed, int Number, double Scale)
{
    /// <summary>No table of a cluster has as many rows, so that keys are unique over all clusters.</summary>
    private const int KeysOfOne = 1_000_000;

    public IReadOnlyList<Property> Properties { get; } = Siblings.Of(Seed, Number);

    public bool IsFirst => Number == 0;

    /// <summary>What a key is raised by here.</summary>
    public int KeysBefore => Number * KeysOfOne;

    public RandomStream Stream(string name) => new(Seed, IsFirst ? name : $"{name} of cluster {Number}");

    public Property PropertyOf(string code) => Properties.Single(property => property.Code == code);
}
