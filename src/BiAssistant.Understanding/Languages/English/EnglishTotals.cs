using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.English;

/// <summary>English words of totals and rankings: verbs that add nothing, things side by side, moments and parts of periods, orders.</summary>
internal static class EnglishTotals
{
    private static readonly string[] Fillers =
    [
        "how big is", "how big was", "how large was", "how large were", "how big are", "how big were", "let us see", "let me have", "may i have", "we'd like", "we would like",
        "run me", "walk me through", "give me a view of", "a view of", "snapshot of", "the whole of", "the whole", "whole", "i e", "namely", "that is", "us a", "once again", "in all", "the course of", "they work at", "they work for", "they work in", "she works at", "he works at", "they belong to", "that employs them", "that owns it", "that owns them", "that runs it", "that runs them", "that makes it", "that makes them", "that supplies it", "that supplies them", "they come from", "it comes from", "they are based at", "they are assigned to", "it is assigned to", "how do", "how does", "name the", "name our", "name me the", "came in at", "come in at",
    ];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Fillers.Distinct().Select(f => new LexiconEntry(f, new FillerSense())),
        .. Words(new LightVerbSense(true), "add", "added", "adds", "turned out", "turn out", "turns out", "churned out", "chalked up", "give", "gave", "take", "took", "handle", "handled", "serve", "served", "post", "posted", "log", "logged", "clock", "clocked", "clock up", "clocked up", "run up", "ran up", "rack up", "racked up", "put in", "hold", "held", "attract", "attracted", "draw", "drew", "bring", "brought", "bring in", "brought in", "saw", "see", "sees", "experience", "experienced", "show", "showed", "shows", "suffer", "suffered", "enjoy", "enjoyed", "register", "registered", "undergo", "underwent"),
        .. Words(new LightVerbSense(false), "pay out", "paid out", "sell", "sold", "amount", "the amount", "use", "used", "spend", "spent", "take in", "took in", "pull in", "pulled in", "rake in", "raked in", "incur", "incurred", "yield", "yielded", "turn in", "turned in", "consume", "consumed", "ran", "run"),
        .. Words(new VersusSense(), "against", "compared with", "compared to", "compare with", "compare to", "as compared with", "as compared to"), .. Words(new VersusSense(Weak: true), "with", "to"),
        .. Words(new ElseSense(), "the others", "others", "the other", "other", "all others", "all other", "all the others", "the rest", "the rest of the", "those that are not", "those that do not", "those without", "the ones that are not", "everyone else", "the remaining"),
        .. Words(new ApartSense(true), "side by side", "separately", "respectively", "one each", "each separately", "next to each other", "head to head", "individually", "each on its own", "each on their own", "each by itself", "each one on its own", "split into", "split between", "broken down into", "divided into", "separated into", "one for each"),
        .. Words(new ApartSense(false), "together", "in one table", "in a single table", "in one view", "at once"),
        .. Words(new WhichSense(), "who were the", "who were", "who are", "who are our", "who were our", "which are our", "which were our", "what were the", "what was the", "what is our", "what are our", "who is our", "who was the", "who was", "which is the", "which is our", "which was the", "which are the", "which were the"),
        .. Words(new OrderSense(true, Ranks: true), "rank", "rank the", "rank all", "rank all the", "rank our", "ranking", "ranking of", "the ranking of", "a ranking of", "league table of"),
        .. Words(new OrderSense(false), "lowest to highest", "worst first", "smallest to largest", "fewest first"), .. Words(new OrderSense(true), "highest to lowest", "largest to smallest", "in decreasing order"), .. Words(new OrderSense(false), "in increasing order"),
        .. Words(new ExtremeSense(true), "best selling", "top selling", "costliest", "priciest", "most expensive", "top performing").Concat(Words(new ExtremeSense(false), "cheapest", "least expensive", "worst selling")).Select(e => e with { Yields = true }),
        .. Words(new GrainSense(TimeGrain.Year), "full year", "whole year", "entire year", "full calendar year"), .. Words(new GrainSense(TimeGrain.Month), "full month", "whole month", "entire month"), .. Words(new GrainSense(TimeGrain.Quarter), "full quarter", "whole quarter", "entire quarter"),
        .. Words(new RelativePeriodSense(new RelativePeriod(RelativePeriodKind.Last, 1, TimeGrain.FiscalYear)), "past fiscal year", "the past fiscal year", "past financial year", "the past financial year", "last completed fiscal year"),
        .. Words(new PlaceSense(2), "second", "2nd", "the second"), .. Words(new PlaceSense(3), "third", "3rd", "the third"), .. Words(new PlaceSense(4), "fourth", "4th", "the fourth"), .. Words(new PlaceSense(5), "fifth", "5th", "the fifth"),
        .. Words(new PlaceSense(2, Alone: true), "runner up", "runners up", "second place", "in second place", "came second", "come second", "ranked second", "comes second", "placed second"), .. Words(new PlaceSense(3, Alone: true), "third place", "in third place", "came third", "come third", "ranked third", "comes third", "placed third"),
        .. Words(new WhetherSense(false), "with and without", "with or without", "with versus without", "with vs without", "by whether there is", "by whether", "whether"),
        .. Words(new StartMarkSense(false), "the start of", "start of", "the beginning of", "beginning of", "the first day of"),
        .. Words(new FirstMarkSense(), "first", "the first"),
        .. Words(new SoFarSense(), "so far", "until now", "up to now", "till now", "to date", "until today", "up to today", "thus far", "as of now", "as of today"),
        .. Words(new NowSense(), "now"),
        .. Words(new MomentMarkSense(false, false), "as of", "as at", "as on"),
        .. Words(new MomentMarkSense(true, true), "end", "ends", "close"), .. Words(new MomentMarkSense(false, true), "at the end of", "end of", "the end of", "at the close of", "as of the end of", "as at the end of", "at end of", "on the last day of", "the last day of"), .. Words(new MomentMarkSense(true, true), "year end"),
    ];

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));
}
