using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Understanding.Grammar;

/// <summary>A metric of the registry.</summary>
internal sealed record MetricSense(Metric Metric) : Sense
{
    public override string Describe(string language) => Labels.Of(Metric, language);
}

/// <summary>A word for several metrics at once.</summary>
internal sealed record MetricsSense(Seq<Metric> Metrics) : Sense
{
    public override string Describe(string language) => string.Join(", ", Metrics.Select(m => Labels.Of(m, language)));
}

/// <summary>A field, not yet said whether it groups, filters or is aggregated.</summary>
internal sealed record FieldSense(Field Field, string? Via = null) : Sense
{
    public override bool StandsAlone => true;

    public override string Describe(string language) => Field.Label.Legible(language) ?? Labels.Humanize(Field.Name);
}

/// <summary>The rows of a dataset as things that people count and tell apart; <c>Via</c> names the way when the word is a role.</summary>
internal sealed record EntitySense(Dataset Dataset, string? Via = null) : Sense
{
    public override bool StandsAlone => true;

    public override string Describe(string language) => Labels.Of(Dataset, language);
}

/// <summary>One or several values of a field as a condition. <c>Named</c>: the question also names the field or the thing that has it. <c>SideBySide</c>: a number for each. <c>Listed</c>: joined by "and".</summary>
internal sealed record ValueSense(Field Field, Seq<SqlLiteral> Values, bool Negated = false, string? Via = null, bool Named = false, bool SideBySide = false, bool Listed = false) : Sense
{
    public override bool StandsAlone => true;

    public Condition ToCondition(Catalog catalog)
    {
        var name = catalog.NameOf(Field);
        return Values.Count == 1
            ? new FieldComparison(name, Negated ? ComparisonOperator.NotEqual : ComparisonOperator.Equal, Values[0], Via)
            : new FieldIn(name, Values, Negated, Via);
    }

    public override string Describe(string language) =>
        $"{Field.Label.Legible(language) ?? Labels.Humanize(Field.Name)}: {string.Join(", ", Values.Select(v => Text(v, language)))}";

    private string Text(SqlLiteral value, string language) =>
        Field.Values.FirstOrDefault(v => v.Value == value)?.Label.In(language) ?? value switch
        {
            SqlText text => text.Value,
            SqlNumber number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            SqlBoolean truth => truth.Value ? "true" : "false",
            SqlDate date => date.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}

/// <summary>Any other condition on the rows of a dataset.</summary>
internal sealed record ConditionSense(Condition Condition, Dataset? Of, string Meaning) : Sense
{
    public override bool StandsAlone => true;

    public override string Describe(string language) => Meaning;
}

/// <summary>
/// A word that picks the high or low end of a field or metric ("cheapest"). <c>Plain</c>: everyone says it of anything ("largest"), so it is meant of this
/// field only where the field's own things are named.
/// </summary>
internal sealed record AdjectiveSense(Field? Field, Metric? Metric, bool High, bool Plain = false) : Sense
{
    public override bool StandsAlone => true;

    public override string Describe(string language) => Field is not null ? Labels.Of(Field, language) : Metric is not null ? Labels.Of(Metric, language) : "";
}

/// <summary>A verb that says which date a period is about ("joined").</summary>
internal sealed record VerbSense(Field Field) : Sense
{
    public override bool StandsAlone => true;

    public override string Describe(string language) => Field.Label.Legible(language) ?? Labels.Humanize(Field.Name);
}

/// <summary>The noun of such a verb ("발행"), beside periods that things are broken down by.</summary>
internal sealed record VerbNounSense(Field Field) : Sense
{
    public override bool StandsAlone => false;

    public override string Describe(string language) => Field.Label.Legible(language) ?? Labels.Humanize(Field.Name);
}

/// <summary>"생산한" of an output that is called 생산량: what was done the most, or how much was.</summary>
internal sealed record DoneSense(Metric Metric) : Sense
{
    public override string Describe(string language) => Metric.Label.Legible(language) ?? Labels.Humanize(Metric.Name);
}

/// <summary>A verb that says how two kinds of things hang together ("delivered by"); <c>Reverse</c>: the one that is pointed to does it ("delivers").</summary>
internal sealed record LinkSense(Relationship Way, bool Reverse) : Sense
{
    /// <summary>It stands behind who does it, whoever that is, as verbs do in Korean.</summary>
    public bool Behind { get; init; }

    /// <summary>Things hang together with others of their own kind, so that only the order of the words says which are meant.</summary>
    public bool IsAmongOneKind => Way.From.Lineage.Contains(Way.To) || Way.To.Lineage.Contains(Way.From);

    public override bool StandsAlone => true;

    public override string Describe(string language) => Way.Role?.Singular.In(language) ?? Labels.Of(Way.To, language);
}

/// <summary>A term of the glossary that stands for a whole question.</summary>
internal sealed record QuerySense(SemanticQuery Query, string Term) : Sense
{
    public override bool StandsAlone => true;

    public override string Describe(string language) => Term;
}

/// <summary>Words that nothing explains.</summary>
internal sealed record UnknownSense(string Text) : Sense
{
    public override bool StandsAlone => true;
}
