using BiAssistant.Semantics.Catalogs;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Understanding.Grammar;

/// <summary>
/// Where one word names fields or values of many datasets ("status" in hundreds of tables), keeps those that the numbers and things of the question lead
/// to: the others could not be bound, and would crowd out the readings that can. Where nothing is left all stay, so that the refusal can say why.
/// </summary>
internal static class Reachable
{
    private const int Crowd = 6;

    public static Grounded Narrow(Grounded question, GrammarContext context)
    {
        var crowds = question.Phrases.Where(p => DatasetOf(p.Sense) is not null).GroupBy(p => (p.Start, p.End)).Where(g => g.Count() > Crowd).ToList();
        if (crowds.Count == 0)
        {
            return question;
        }

        var reached = context.ReachedFrom(question.Phrases.SelectMany(p => Roots(p.Sense, context)).Distinct());
        var dropped = crowds
            .Select(crowd => crowd.Where(p => DatasetOf(p.Sense) is { } dataset && !reached.Contains(dataset)).ToList() is var far && far.Count < crowd.Count() ? far : [])
            .SelectMany(far => far)
            .ToHashSet();
        return dropped.Count == 0 ? question : question with { Phrases = [.. question.Phrases.Where(p => !dropped.Contains(p))] };
    }

    private static Dataset? DatasetOf(Sense sense) => sense switch
    {
        FieldSense field => field.Field.Dataset,
        ValueSense value => value.Field.Dataset,
        _ => null,
    };

    private static IEnumerable<Dataset> Roots(Sense sense, GrammarContext context) => sense switch
    {
        MetricSense metric => context.RootsOf(context.Of(metric.Metric)),
        MetricsSense metrics => metrics.Metrics.SelectMany(m => context.RootsOf(context.Of(m))),
        EntitySense entity => [entity.Dataset],
        _ => [],
    };
}
