using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Questions that work over the catalog at hand, for someone whose own did not.</summary>
internal sealed class Samples(GrammarContext context)
{
    /// <summary>One or two questions about what the asker may see: about the metric of the closest reading, else a certified one.</summary>
    public IReadOnlyList<string> For(Visibility visibility, string language, Reading? closest = null)
    {
        var about = closest?.Sentence.Phrases.SelectMany(p => p.Leaves()).Select(l => l.Sense).OfType<MetricSense>().FirstOrDefault()?.Metric;
        var metric = about ?? context.Catalog.Metrics.Where(visibility.Sees).OrderByDescending(m => m.Status == MetricStatus.Certified).ThenByDescending(m => m.Additive).ThenByDescending(m => m.Format == ValueFormat.Money).FirstOrDefault();
        if (metric is null)
        {
            return [];
        }

        var name = metric.Label.Legible(language) ?? metric.Name.Replace('_', ' ');
        var samples = new List<string>();
        var roots = context.RootsOf(context.Of(metric)).ToList();
        var field = context.Catalog.Fields.FirstOrDefault(f => visibility.SeesValues(f) && !f.Sensitive && (f.Values.Count > 1 || f.Dataset.NameField == f) && roots.Count > 0 && roots.All(r => context.Reaches(r, f.Dataset)));
        if (field is not null)
        {
            var by = field.Label.Legible(language) ?? field.Name.Replace('_', ' ');
            samples.Add(language == "ko" ? $"{by}별 {name}" : $"{name} by {by.ToLowerInvariant()}");
        }

        if (GrammarContext.ClocksOf(metric).Any())
        {
            samples.Add(language == "ko" ? $"지난달 {name}" : $"{name} last month");
        }
        else if (samples.Count == 0)
        {
            samples.Add(name);
        }

        return samples;
    }
}
