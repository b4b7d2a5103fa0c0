using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Grounding;

/// <summary>What an asker may be shown to exist: words for anything else are unknown words to them.</summary>
internal sealed class Visibility(Asker asker)
{
    public bool Sees(Metric metric) => Allows(metric.Access);

    public bool Sees(Dataset dataset) => !dataset.Hidden && Allows(dataset.Access);

    public bool Sees(Field field) => !field.Hidden && Allows(field.Access) && Allows(field.Dataset.Access) && !field.Dataset.Hidden;

    public bool Sees(Sense sense) => sense switch
    {
        MetricSense s => Sees(s.Metric),
        MetricsSense s => s.Metrics.All(Sees),
        FieldSense s => Sees(s.Field),
        EntitySense s => Sees(s.Dataset),
        ValueSense s => Sees(s.Field),
        ConditionSense s => s.Of is null || Sees(s.Of),
        AdjectiveSense s => s.Field is not null ? Sees(s.Field) : s.Metric is not null && Sees(s.Metric),
        VerbSense s => Sees(s.Field),
        _ => true,
    };

    private bool Allows(Seq<string> roles) => roles.IsEmpty || (asker.Role is not null && roles.Contains(asker.Role));
}
