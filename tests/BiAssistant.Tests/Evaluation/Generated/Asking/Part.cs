namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A part of a query. What it is counted as in the histogram is its form.</summary>
internal abstract record Part
{
    public abstract string Form { get; }

    /// <summary>The parts that it is made of, one level down.</summary>
    public virtual IEnumerable<Part> Parts => [];

    /// <summary>Itself and every part in it, however deep.</summary>
    public IEnumerable<Part> All => Parts.SelectMany(part => part.All).Prepend(this);

    /// <summary>Every form in it.</summary>
    public IEnumerable<string> Forms => All.Select(part => part.Form);
}
