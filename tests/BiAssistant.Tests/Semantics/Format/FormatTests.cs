using BiAssistant.Semantics.Format;

namespace BiAssistant.Tests.Semantics.Format;

public sealed class FormatTests
{
    /// <summary>The keys of the format's page, element by element.</summary>
    private static readonly Dictionary<string, string> Page = new()
    {
        ["Catalog"] = "version semantic_model metric metrics",
        ["SemanticModel"] = "name description ai_context datasets relationships metrics custom_extensions warehouse time_zone calendar owner label glossary families",
        ["Calendar"] = "fiscal_year_start fiscal_year_named_by week_start pattern dataset",
        ["Family"] = "name of members",
        ["Dataset"] = "name source primary_key unique_keys description ai_context fields custom_extensions entity label synonyms owner hidden name_field listing default_time default_measure filter subtype_of row_access access freshness checks",
        ["RowRule"] = "role filter",
        ["Freshness"] = "field warn_after error_after",
        ["Check"] = "not_null unique accepted_values range custom",
        ["AcceptedValues"] = "field values",
        ["Range"] = "field min max",
        ["DefaultTimes"] = "hour day week month quarter year fiscal_month fiscal_quarter fiscal_year",
        ["EntityWords"] = "singular plural synonyms",
        ["CustomExtension"] = "vendor_name data",
        ["Field"] = "name expression dimension label description datatype ai_context custom_extensions synonyms hidden sensitive access values index_values ordered null_label null_values entity rollup unit unit_field format scale default_aggregate grain parent verbs adjectives filter_words",
        ["Dimension"] = "is_time",
        ["CodedValue"] = "value label synonyms",
        ["FilterWords"] = "true false",
        ["Adjectives"] = "high low",
        ["DialectExpressions"] = "dialects",
        ["DialectExpression"] = "dialect expression",
        ["Relationship"] = "name from to from_columns to_columns ai_context custom_extensions role synonyms verbs reverse_verbs optional required one_to_one preferred through cardinality allocation exclusive",
        ["GlossaryEntry"] = "term synonyms description assumption filter dataset field metric metrics period query ai_context",
        ["TermPeriod"] = "from to",
        ["Outliers"] = "method limit action",
        ["MetricChange"] = "version date by why",
        ["ValidInterval"] = "from to to_inclusive",
        ["AiContext"] = "instructions synonyms examples",
        ["Metric"] = "name type label synonyms description owner status replaced_by assumption filter time timeless unit unit_field format good adjectives default_by default_period missing target outliers index_to access changes datatype ai_context custom_extensions",
        ["simple"] = "expression dataset",
        ["ratio"] = "numerator denominator",
        ["derived"] = "expression",
        ["cumulative"] = "metric running window to_date",
        ["semi-additive"] = "expression dataset over take per valid",
        ["comparison"] = "metric offset show",
        ["conversion"] = "entity base conversion within include_open",
        ["target"] = "metric show",
        ["forecast"] = "metric horizon season level",
    };

    public static TheoryData<string> Elements => new(CatalogFormat.Elements.Select(e => e.Name));

    /// <summary>All but metrics, which are tried type by type, and the one that takes any key.</summary>
    public static TheoryData<string> Closed => new(CatalogFormat.Elements.Where(e => e.Types.IsEmpty && !e.IsOpen).Select(e => e.Name));

    public static TheoryData<string> Types => new(MetricFormat.Metric.Types.Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Elements))]
    public void The_schema_has_the_keys_of_the_format_s_page(string element) => Keys(Find(element)).ShouldBe(Page[element].Split(' ').Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_of_metric_has_the_keys_of_the_format_s_page(string type) => Keys(Type(type)).ShouldBe(Page[type].Split(' ').Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Closed))]
    public void The_readers_take_the_keys_of_the_schema_and_no_others(string element) =>
        AcceptedKeys.In(AcceptedKeys.Places[element]).ShouldBe(Keys(Find(element)));

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_of_metric_takes_its_keys_and_no_others(string type) =>
        AcceptedKeys.In(AcceptedKeys.OfMetric(type)).ShouldBe(Keys(MetricFormat.Metric).Concat(Keys(Type(type))).Order(StringComparer.Ordinal));

    [Fact]
    public void The_readers_take_the_words_of_the_schema_and_no_others()
    {
        foreach (var (place, key) in Places())
        {
            AcceptedKeys.ChoicesOf(place, key.Name).ShouldBe(((ChoiceShape)key.Shape).Words, key.Name);
        }
    }

    [Fact]
    public void Every_element_and_key_says_what_it_is() =>
        CatalogFormat.Elements.SelectMany(e => e.Keys.Concat(e.Types.SelectMany(t => t.Keys)).Select(k => k.Description).Append(e.Description)).ShouldAllBe(d => d.Length > 3 && d.EndsWith('.'));

    /// <summary>Every key that chooses among a few words, and a document that gives it another.</summary>
    private static IEnumerable<(string Place, FormatKey Key)> Places()
    {
        foreach (var element in CatalogFormat.Elements)
        {
            foreach (var key in element.Keys.Where(k => k.Shape is ChoiceShape { IsOpen: false }))
            {
                yield return (AcceptedKeys.Places.GetValueOrDefault(element.Name, "metric: {name: x, [KEYS]}"), key);
            }
        }

        foreach (var type in MetricFormat.Metric.Types)
        {
            foreach (var key in type.Keys.Where(k => k.Shape is ChoiceShape { IsOpen: false }))
            {
                yield return (AcceptedKeys.OfMetric(type.Name), key);
            }
        }
    }

    private static FormatElement Find(string name) => CatalogFormat.Elements.First(e => e.Name == name);

    private static FormatElement Type(string name) => MetricFormat.Metric.Types.First(t => t.Name == name);

    private static IEnumerable<string> Keys(FormatElement element) => element.Keys.Select(k => k.Name).Order(StringComparer.Ordinal);
}
