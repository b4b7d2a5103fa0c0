using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.English;

/// <summary>Requests, greetings and hesitation, put together from their parts: what a person says around a question, and adds nothing to it.</summary>
internal static class EnglishCourtesy
{
    private static readonly string[] Asking =
    [
        "can you", "could you", "would you", "will you", "can you please", "could you please", "would you please", "please", "pls", "can someone", "could someone", "can anyone", "would you mind", "i'd like you to", "i need you to", "i want you to", "we need you to", "kindly", "just", "quickly", "let's", "you can", "maybe",
    ];

    private static readonly string[] Doing =
    [
        "show", "show me", "show us", "give", "give me", "give us", "tell", "tell me", "tell us", "get", "get me", "get us", "pull", "pull me", "pull up", "pull together", "find", "find me", "find out", "fetch", "fetch me", "send me", "bring up", "look up", "check", "check for me", "run", "plot", "chart", "graph", "draw", "visualize", "visualise", "put together", "prepare", "compile", "report", "provide", "provide me with", "work out", "figure out", "calculate", "compute", "display", "see",
    ];

    private static readonly string[] Wanting =
    [
        "i want", "i need", "i'd like", "i would like", "i'd love", "i would love", "we want", "we need", "we'd like", "we would like", "i'm trying", "i am trying", "i'm looking", "i am looking", "i was hoping", "i'm hoping", "i wanted", "we're trying",
    ];

    private static readonly string[] ToSee = ["to see", "to know", "to find out", "to get", "to understand", "to check", "to look at", "to figure out", "to have", "to hear", "to learn", "to pull"];

    private static readonly string[] Openers =
    [
        "pls", "plz", "please can i see", "thx", "thanks a lot", "thanks in advance", "thank you very much", "many thanks", "much appreciated", "cheers", "hi there", "hello there", "hey there", "good morning", "good afternoon", "good evening", "ok", "okay", "ok so", "okay so", "alright", "well", "um", "uh", "hmm", "oh", "sorry", "excuse me", "quick one", "a quick one", "quick question", "one quick question", "one more question", "just a quick one", "quick check", "real quick", "really quick", "for me", "for us", "if possible", "if you can", "if you could", "asap",
        "i wonder", "i was wondering", "i'm wondering", "just wondering", "wondering", "i'm curious", "curious", "do you know", "do we know", "any idea", "any idea of", "remind me", "remind me of", "remind us", "by the way", "btw", "basically", "in a nutshell", "roughly speaking", "to be precise", "for the board", "for my report", "for the report", "for my presentation", "for a presentation", "what does it look like", "what did it look like", "what it looks like", "how it looks", "let me know", "looking for", "i'm after", "we're after", "wanna see", "wanna know", "gimme", "lemme see", "would be great", "would be nice", "would be good", "that would be great",
        "plot", "chart", "graph", "draw", "visualize", "visualise", "put together", "plot me", "chart of", "a chart of", "a graph of", "a plot of", "a table of", "a table with", "in a table", "as a table", "as a chart", "put", "sum up", "me how", "us how", "see how", "know how", "understand how", "show how", "tell how", "the answer", "the figure for", "the figures for", "the numbers for", "the number for", "the numbers on", "the figures on", "the stats for", "the stats on", "stats on", "stats for", "the data on", "the data for",
        "come to", "came to", "comes to", "coming to", "amount to", "amounted to", "amounts to", "add up to", "added up to", "adds up to", "total up to", "stand at", "stood at", "stands at", "turn out to be", "turned out to be", "end up at", "ended up at", "work out at", "works out at", "worked out at",
    ];

    public static IEnumerable<LexiconEntry> Entries { get; } =
        Openers
            .Concat(Asking.SelectMany(_ => Doing, (asking, doing) => $"{asking} {doing}"))
            .Concat(Wanting.SelectMany(_ => ToSee, (wanting, see) => $"{wanting} {see}"))
            .Distinct().Select(f => new LexiconEntry(f, new FillerSense())).ToList();
}
