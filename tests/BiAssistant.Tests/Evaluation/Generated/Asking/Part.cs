namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A part of a query. What it is counted as in the histogram is its form.</summary>
internal abstract record Part
{
    public abstract string Form { get; }

    /// <summary>The parts that it is made of, one level down.</summary>
    public virtual IEnumerable<Part> Parts => [];

    /// <summary>Every form in it.</summary>
    public IEnumerable<string> Forms => Parts.SelectMany(part => part.Forms).Prepend(Form);
}
