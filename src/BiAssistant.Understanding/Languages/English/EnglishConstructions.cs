using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.English;

/// <summary>English words that mean something only in the construction they stand in, and clauses in which a company merely speaks of itself.</summary>
internal static class EnglishConstructions
{
    /// <summary>The year that was spoken of.</summary>
    public static readonly string[][] ThatYear = [["that", "year"], ["that", "same", "year"], ["the", "same", "year"], ["that", "calendar", "year"]];

    /// <summary>Before the name of a company or of what it is: all of it.</summary>
    public static readonly HashSet<string> Whole = ["whole", "entire"];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Words(new PartVerbSense(), [.. new[] { "went to", "went into", "goes to", "goes into", "go to", "go into", "meet", "meets", "met", "work", "works", "worked", "falls under", "fall under", "falls into", "fall into", "counts as", "count as", "went through", "go through", "goes through", "came through", "went via", "came via" }.SelectMany(v => new[] { v, "that " + v, "which " + v, "who " + v })]),
        .. Words(new DuringMarkSense(), "across", "across the whole of", "all through", "throughout", "over", "over the whole of", "over all of"),
        .. Words(new BoundSense(BoundKind.From, false), "beginning with", "beginning from", "beginning", "counted from", "counting from", "counted since", "starting with", "accumulated from", "accumulated since"),
        .. Words(new RelativePeriodSense(new RelativePeriod(RelativePeriodKind.Current, 1, TimeGrain.FiscalYear)), "fiscal year to date", "financial year to date", "fytd", "this fiscal year to date", "fiscal year so far", "this fiscal year so far"),
        .. Words(new ToldChangeSense(), [.. new[] { "increase", "decrease", "growth", "drop", "change", "decline", "rise", "gain" }.SelectMany(c => new[] { $"and the {c}", $"and its {c}", $"and the size of the {c}", $"and the amount of the {c}" }), "and by how much it grew", "and how much it grew", "and by how much it fell", "and how much it fell", "and by how much it changed"]),
        .. Words(new NowSense(), "current", "the current", "our current", "as it stands", "as it stands today", "as it stands now", "as they stand", "as they stand today", "as things stand", "as things stand today", "as things stand now"),
        .. Words(new NewestSense(true), "most recently", "the most recently", "last of all"), .. Words(new NewestSense(false), "least recently", "longest ago"),
        .. Words(new FillerSense(), [.. new[] { "offer", "provide", "operate", "run", "serve", "stock" }.SelectMany(v => new[] { "we " + v, "that we " + v, "which we " + v }), "on offer"]),
    ];

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));
}
