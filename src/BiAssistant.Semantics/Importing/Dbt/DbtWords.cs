using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Words for people out of the names that a project gives.</summary>
internal static class DbtWords
{
    private static readonly string[] KeyEndings = ["_id", "_key", "_sk", "_pk", "_fk", "_hk", "_uuid", "_no"];

    private static readonly string[] ModelBeginnings = ["fct_", "fact_", "dim_", "stg_", "int_", "mart_", "rpt_", "agg_"];

    /// <summary>What one row of an entity is called, one and many: <c>order_id</c> is an "order", <c>category</c> has "categories".</summary>
    /// <param name="others">What it is called in other languages, which may have one word for both.</param>
    public static EntityWords OfEntity(string name, LocalText? others = null)
    {
        var singular = Labels.Humanize(WithoutKeyEnding(name)).ToLowerInvariant();
        return others is null or { IsEmpty: true }
            ? new EntityWords(LocalText.Of(singular), LocalText.Of(Plural(singular)))
            : new EntityWords(new LocalText([new LocalWord("en", singular)]).With(others), new LocalText([new LocalWord("en", Plural(singular))]).With(others));
    }

    /// <summary>The name of a dataset in words; null where its own name says it.</summary>
    public static string? LabelOf(string name) =>
        Array.Find(ModelBeginnings, beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && name.Length > beginning.Length) is { } prefix ? Labels.Humanize(name[prefix.Length..]) : null;

    public static string WithoutKeyEnding(string name) =>
        Array.Find(KeyEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && name.Length > ending.Length) is { } found ? name[..^found.Length] : name;

    private static string Plural(string singular) => singular switch
    {
        _ when singular.EndsWith("person", StringComparison.Ordinal) => singular[..^6] + "people",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => singular[..^1] + "ies",
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => singular + "es",
        _ => singular + "s",
    };
}
