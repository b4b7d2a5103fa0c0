using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Grounding;

/// <summary>
/// What an asker may be shown to exist: words for anything else are unknown words to them. That a field is masked is no secret, so its name is understood and the
/// binder says that it may not be seen; its values are unknown.
/// </summary>
internal sealed class Visibility(Asker asker)
{
    public bool Sees(Metric metric) => Allows(metric.Access);

    public bool Sees(Dataset dataset) => !dataset.Hidden && Allows(dataset.Access);

    public bool Sees(Field field) => !field.Hidden && (field.Sensitive || Allows(field.Access)) && Sees(field.Dataset);

    public bool SeesValues(Field field) => Sees(field) && AccessRules.MaySee(asker, field);

    public bool Sees(Sense sense) => sense switch
    {
        MetricSense s => Sees(s.Metric),
        MetricsSense s => s.Metrics.All(Sees),
        FieldSense s => Sees(s.Field),
        EntitySense s => Sees(s.Dataset),
        ValueSense s => SeesValues(s.Field),
        ConditionSense s => s.Of is null || Sees(s.Of),
        AdjectiveSense s => s.Field is not null ? Sees(s.Field) : s.Metric is not null && Sees(s.Metric),
        VerbSense s => Sees(s.Field),
        VerbNounSense s => Sees(s.Field),
        ValuePartSense s => SeesValues(s.Field),
        _ => true,
    };

    /// <summary>What may be proposed to the asker: nothing that would be refused, and never the values of a sensitive field.</summary>
    public bool Offers(Sense sense) => Sees(sense) && sense switch
    {
        FieldSense s => SeesValues(s.Field),
        ValueSense s => !s.Field.Sensitive,
        AdjectiveSense { Field: { } field } => SeesValues(field),
        VerbSense s => SeesValues(s.Field),
        VerbNounSense s => SeesValues(s.Field),
        ValuePartSense => false,
        _ => true,
    };

    private bool Allows(Seq<string> roles) => roles.IsEmpty || (asker.Role is not null && roles.Contains(asker.Role));
}
