using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries.Readings;

namespace BiAssistant.Semantics.Queries;

/// <summary>
/// Says a canonical query in the words of its reader: "Revenue by region, 2024, highest first, top 5". Everything that narrows, orders or cuts the answer is
/// said, the period always. English for a language without a reading of its own.
/// </summary>
public static class ReadingPrinter
{
    public static string Print(SemanticQuery canonical, Catalog catalog, string language)
    {
        var terms = new ReadingTerms(canonical, catalog, language);
        return language == "ko" ? new KoreanReading(terms).Of(canonical) : new EnglishReading(terms).Of(canonical);
    }

    /// <summary>Says one measure, as the heading of its column.</summary>
    internal static string Print(Measure measure, Catalog catalog, string language)
    {
        var terms = new ReadingTerms(new SemanticQuery { Measures = [measure] }, catalog, language);
        return language == "ko" ? new KoreanReading(terms).Of(measure) : new EnglishReading(terms).Of(measure);
    }
}
