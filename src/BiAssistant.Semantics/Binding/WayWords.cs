using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// What ways that differ in meaning are called by people: the role, the verb or the thing that only this way has. "The arrival port"; "the doctor (treated
/// by)"; "the city of the clinic".
/// </summary>
internal sealed class WayWords(JoinGraph graph, Dataset from, Dataset to, Seq<Seq<ToOneStep>> ways, string language)
{
    private bool Korean => language == "ko";

    /// <summary>One for each way, in their order, no two alike.</summary>
    public Seq<string> Labels()
    {
        var labels = ways.Select(Label).ToList();
        return labels.Select((label, i) => labels.Count(l => l == label) == 1 ? label : $"{label} ({graph.ViaOf(ways[i], from, to)})").ToSeq();
    }

    /// <summary>For each way the text that chooses it when it is named in a query: the role where no other relationship has it, else names.</summary>
    public Seq<string> Choices() => ways.Select(way =>
        Mark(way).Relationship.Role is not null && Catalogs.Labels.Of(Mark(way).Relationship, language) is var role && graph.Ways(from, to, role) is [var only] && only == way
            ? role
            : graph.ViaOf(way, from, to)).ToSeq();

    private string Label(Seq<ToOneStep> way)
    {
        var mark = Mark(way);
        if (ReferenceEquals(mark.End, to))
        {
            return Named(mark) ?? (ReferenceEquals(mark.Start, from) ? InSentence(Catalogs.Labels.Of(mark.Relationship, language)) : Of(One(to), One(mark.Start)));
        }

        return Of(One(to), Named(mark) ?? One(mark.End));
    }

    /// <summary>The step that says most about a way, of those that no other takes: one with a role, one with a verb, else the first to something that people see.</summary>
    private ToOneStep Mark(Seq<ToOneStep> way)
    {
        var own = way.Where(s => ways.All(other => other == way || !other.Contains(s))).ToList();
        var steps = own.Count > 0 ? own : [.. way];
        return steps.FindLast(s => s.Relationship.Role is not null) ?? steps.FindLast(s => Verb(s) is not null) ?? steps.Find(s => !s.End.Hidden) ?? steps[^1];
    }

    private string? Named(ToOneStep step) =>
        step.Relationship.Role is not null ? InSentence(Catalogs.Labels.Of(step.Relationship, language))
        : Verb(step) is { } verb ? (Korean ? $"{verb} {One(step.End)}" : $"{One(step.End)} ({verb})")
        : null;

    private string? Verb(ToOneStep step) => step.Reversed ? null : step.Relationship.Verbs.AllIn(language).FirstOrDefault();

    private string Of(string thing, string owner) => Korean ? $"{owner}의 {thing}" : $"{thing} of the {owner}";

    private string One(Dataset dataset) =>
        InSentence((dataset.InheritsEntity ? null : dataset.Entity?.Singular.Legible(language)) ?? dataset.Label.Legible(language) ?? Catalogs.Labels.Humanize(dataset.Name));

    private static string InSentence(string label) => Catalogs.Labels.InSentence(label);
}
