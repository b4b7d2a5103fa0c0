using BiAssistant.Answers;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Web.Text;

/// <summary>A few questions that the catalog can answer, in its own words: each was understood before it is offered.</summary>
public sealed class SampleQuestions(Workspace workspace)
{
    private const int Most = 4;

    private readonly Dictionary<string, (string Version, Seq<string> Questions)> _known = [];
    private readonly Lock _lock = new();

    public Seq<string> In(string language)
    {
        lock (_lock)
        {
            var catalog = workspace.Catalog;
            if (!_known.TryGetValue(language, out var known) || known.Version != catalog.Version)
            {
                _known[language] = known = (catalog.Version, Make(catalog, language));
            }

            return known.Questions;
        }
    }

    private static Seq<string> Make(Catalog catalog, string language)
    {
        var understander = new Understander(catalog, ValueIndex.Build(catalog, []));
        var context = new BindingContext(Asker.Anyone, DateTime.UnixEpoch, language);
        var metrics = catalog.Metrics
            .Where(m => m.Unsupported is null && m.Access.IsEmpty && m.Status is MetricStatus.Certified or MetricStatus.NotCertified)
            .OrderByDescending(m => m.Status == MetricStatus.Certified)
            .ThenByDescending(m => m.Synonyms.Words.Count)
            .Take(40)
            .ToList();
        var found = new List<string>();
        foreach (var metric in metrics.TakeWhile(_ => found.Count < Most))
        {
            var phrases = Phrases(catalog, Labels.Of(metric, language), found.Count, language);
            if (phrases.FirstOrDefault(p => understander.Understand(new Question(p, language), context) is Understood) is { } phrase)
            {
                found.Add(phrase);
            }
        }

        return found.ToSeq();
    }

    /// <summary>Another shape each time: by month, by a field, the first five, then again.</summary>
    private static IEnumerable<string> Phrases(Catalog catalog, string metric, int shape, string language)
    {
        if (shape % 3 == 0)
        {
            return [language == "ko" ? $"월별 {metric}" : $"{metric} by month"];
        }

        var fields = catalog.Datasets.Where(d => !d.Hidden).SelectMany(d => d.NameField is { Hidden: false, Sensitive: false } name
            ? d.Fields.Where(f => f is { Hidden: false, Sensitive: false } && !f.Values.IsEmpty).Append(name)
            : []);
        return fields.Take(20).Select(field => (shape % 3, language) switch
        {
            (1, "ko") => $"{Labels.Of(field, language)}별 {metric}",
            (1, _) => $"{metric} by {Labels.InSentence(Labels.Of(field, language))}",
            (_, "ko") => $"{metric} 상위 5개 {Labels.Of(field, language)}",
            _ => $"Top 5 {Labels.InSentence(Many(field, language))} by {Labels.InSentence(metric)}",
        });
    }

    private static string Many(Field field, string language) =>
        ReferenceEquals(field.Dataset.NameField, field) ? Labels.Of(field.Dataset, language) : Labels.Of(field, language);
}
