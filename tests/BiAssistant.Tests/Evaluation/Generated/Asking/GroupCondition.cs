using System.Text.Json.Nodes;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A condition on the numbers of a group; of a number that is not there it says neither yes nor no.</summary>
internal abstract record GroupCondition : Part
{
    public abstract JsonObject Json { get; }

    /// <summary>Numbers that it looks at and that the answer does not show.</summary>
    public virtual IEnumerable<Measure> Hidden => [];

    public abstract bool? Holds(Cell cell);

    /// <summary>Whether a number without exact digits lies so near to what it is compared with that an engine's own digits decide.</summary>
    public virtual bool IsClose(Cell cell) => Parts.OfType<GroupCondition>().Any(part => part.IsClose(cell));
}
