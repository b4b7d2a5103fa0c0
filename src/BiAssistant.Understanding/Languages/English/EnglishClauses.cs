using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.English;

/// <summary>English words for clauses: what things have or lack, how often, which text, in which order rows are listed.</summary>
internal static class EnglishClauses
{
    /// <summary>Small words that are never a code or a short name of something unless they are written as one.</summary>
    public static readonly HashSet<string> Small =
    [
        "us", "am", "it", "its", "if", "he", "she", "they", "them", "him", "her", "his", "you", "your", "who", "how", "why", "what", "when", "can", "get", "got", "had", "have", "be", "been", "were", "will", "would", "should", "could", "per", "off", "but", "nor", "yet", "too", "see", "let", "go", "say", "each", "there", "here", "now", "new", "one", "two",
    ];

    /// <summary>Two words that begin what is shown besides: ", with", "with their".</summary>
    public static readonly HashSet<(string, string)> Beside = [(",", "with"), ("with", "their"), ("with", "its"), (",", "including"), ("along", "with"), ("together", "with")];

    /// <summary>What fields are called that say by which means something was done.</summary>
    public static readonly HashSet<string> Means = ["method", "means", "mode", "channel", "medium", "way"];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Words(new MeansMarkSense(), [.. new[] { "paid", "settled", "collected", "received", "booked", "ordered", "submitted", "reported", "made" }.SelectMany(done => new[] { "by", "via", "through", "using", "with", "in" }.SelectMany(by => new[] { $"{done} {by}", $"was {done} {by}", $"were {done} {by}", $"is {done} {by}", $"are {done} {by}", $"that was {done} {by}", $"that were {done} {by}" })), "came in by", "came in via", "came in through", "coming in by", "come in by", "came by", "came via", "came through", "that came in by", "that came by"]),
        .. Words(new FillerSense(), "too", "as well please", "any", "any of the", "still", "yet", "have since been", "has since been", "since been", "have since", "has since", "in all", "among", "among our", "among the", "of any", "on any", "a single", "on a single", "at all times", "one by one", "include", "includes", "included", "also include", "i need", "in our books", "on our books", "that we have", "distribution", "distribution of", "the distribution of", "and how much was it", "and how many was it", "and how much is it", "and how many were there", "and what was it", "and how much", "and which one is it", "and which day was it", "and when was it", "and who is it", "and which was it", "they", "altogether", "of each of them", "for each of them", "each of them"),
        .. Words(new NegationSense(false, Unknown: true), "unknown", "an unknown", "with unknown", "with an unknown", "with no known", "without a known", "with no recorded", "without a recorded", "without any recorded", "with missing", "missing a", "missing an", "missing the", "missing", "with an empty", "with empty"),
        .. Words(new NegationSense(true, Unknown: true), "is unknown", "are unknown", "is missing", "are missing", "is not known", "is empty", "is blank", "is not recorded", "was not recorded", "has not been recorded", "is not filled in", "unknown"),
        .. Words(new NegationSense(false, Lacks: true), "neither", "with neither", "neither a", "with neither a", "nor", "nor a", "that are neither", "are neither", "and neither"),
        .. Words(new HasSense(false, Weak: true), "with", "with a", "with an", "with any", "with some", "with at least one", "with one or more"),
        .. Words(new HasSense(false), Having().ToArray()),
        .. Words(new NegationSense(false, Lacks: true), "work without", "work without a", "working without", "work with no", "have never been", "has never been", "had never been", "never been", "were never", "was never", "are never", "that were never", "that have never been", "that has never been", "who have never been", "never", "no", "never had", "never had a", "never made", "never made a", "have never had", "have never had a", "has never had", "that never had", "who never had", "have never", "has never", "had never", "that have never", "who have never", "that has never", "that never", "who never", "made no", "placed no", "with no", "with none of", "with not a single", "without a single", "not a single", "have not a single", "did not have", "did not have a", "did not have any", "didn't have",
            "didn't have a", "didn't have any", "do not have", "do not have a", "do not have any", "don't have", "don't have a", "don't have any", "does not have", "does not have a", "doesn't have", "doesn't have a", "doesn't have any", "haven't had", "have not had", "haven't had a", "have not had a", "have not had any", "that don't have", "that don't have a", "that do not have", "that do not have a", "who don't have a", "who do not have a", "that have no", "who have no", "which have no", "that had no", "who had no", "having no", "lacking a", "that lack a", "have not been given", "have not been given a", "have not been given an", "that have not been given", "that have not been given a", "that have not been given an", "has not been given a", "has not been given an", "were not given a", "were not given an", "was not given a", "was not given an", "not been given a", "not been given an", "never been given a", "never been given an", "have yet to be given a", "have yet to be given an", "who did not", "who didn't", "that did not", "that didn't", "did not", "didn't"),
        .. Words(new NegationSense(false), "have not been", "has not been", "haven't been", "hasn't been", "had not been", "that have not been", "that has not been", "not yet been", "have not yet been", "not been", "have not yet", "have not", "has not", "haven't", "hasn't", "who haven't", "that haven't", "who have not", "that have not", "haven't yet", "who haven't yet", "but not in", "but not", "and not in", "and not", "but none in", "and none in", "but without any in", "without any in", "but no longer in", "but not during", "leaving out the ones that have", "leaving out those that have", "except those that have", "except the ones that have", "leaving out", "not counting", "not counting anything", "not counting any", "without counting", "not considering", "disregarding", "ignoring", "leaving aside", "setting aside", "with the exception of", "anything but", "everything but", "all but", "everything except", "anything other than", "leave out", "leave out the", "leave out the ones", "leave out those", "leave out any", "leave out all", "leaving out the", "leaving out all", "leaving out any", "everywhere except", "everywhere but", "anywhere except", "anywhere but", "everyone except", "everybody except", "everyone but", "all except", "all of them except"),
        .. Words(new UseSense(), ["use", "used", "uses", "using", "have used", "has used", "had used", "who used", "that used", .. Dealing()]),
        .. Words(new BothMarkSense(false), "both", "both in", "both of"), .. Words(new EitherMarkSense(), "either", "either in", "either by", "either of"),
        .. Words(new TimesSense(ComparisonOperator.GreaterOrEqual, 1), "at least once", "once or more", "one or more times"), .. Words(new TimesSense(ComparisonOperator.GreaterOrEqual, 2), "at least twice", "twice or more"),
        .. Words(new TimesSense(ComparisonOperator.Greater, 1), "more than once", "repeatedly", "several times", "multiple times"), .. Words(new TimesSense(ComparisonOperator.Greater, 2), "more than twice"),
        .. Words(new TimesSense(ComparisonOperator.Equal, 1), "exactly once", "only once", "just once"), .. Words(new TimesSense(ComparisonOperator.Equal, 2), "exactly twice", "only twice"),
        .. Words(new CounterSense(Times: true), "times"),
        .. Words(new WhichSense(Person: true), "who"),
        .. Words(new PerMarkSense(false), "per", "for a", "in a", "for each", "of a", "of each"),
        .. Over(TimeGrain.Day, "daily", "day"), .. Over(TimeGrain.Week, "weekly", "week"), .. Over(TimeGrain.Month, "monthly", "month"), .. Over(TimeGrain.Quarter, "quarterly", "quarter"), .. Over(TimeGrain.Year, "yearly", "year"), .. Words(new AverageOverSense(TimeGrain.Year), "average annual", "mean annual", "annual average"),
        .. Words(new NameOfSense(), "name", "the name", "the name of", "a name that", "whose name", "a name"), .. Words(new NameOfSense(Behind: true), "number"),
        .. Words(new NameOfSense(Time: true), "date", "the date", "its date", "their date", "time", "the time", "date and time", "timestamp"),
        .. Match(TextMatch.Contains, "contains", "contain", "containing", "contains the word", "containing the word", "contain the word", "that contains", "that contain", "that contains the word", "includes the word", "with the word", "mentions", "mention", "mentioning", "that mention", "that mentions", "that mentions the word", "has the word"),
        .. Match(TextMatch.StartsWith, "starts with", "start with", "starting with", "that starts with", "that start with", "begins with", "begin with", "beginning with", "that begins with", "that begin with"),
        .. Match(TextMatch.EndsWith, "ends with", "end with", "ending with", "that ends with", "that end with", "ends in", "ending in"),
        .. Words(new TextWithinSense(), "in the", "in its", "in their", "in a", "somewhere in the", "anywhere in the", "within the", "as part of the", "as part of their"),
        .. Words(new TextMatchSense(TextMatch.Contains, false, Negated: true), "does not contain", "not containing", "doesn't contain", "do not contain", "that do not contain", "that does not contain", "does not mention", "without the word"),
        .. Words(new PercentileMarkSense(), "percentile", "th percentile", "percentile of", "th percentile of", "rd percentile of", "st percentile of", "nd percentile of", "th percentile of the"),
        .. Words(new TimeOrderSense(true), "newest first", "latest first", "most recent first", "from newest to oldest", "starting with the newest", "starting with the latest", "in reverse chronological order"), .. Words(new TimeOrderSense(false), "oldest first", "earliest first", "from oldest to newest", "in chronological order", "starting with the oldest", "chronologically"),
        .. Words(new BoundSense(BoundKind.Between, false), "in between", "from between", "anywhere between"),
        .. Words(new ListWordSense(), "list them", "list them all", "show them", "name them", "who are the", "which are the", "names of the"),
    ];

    /// <summary>"who had a", "that contain any", "having at least one".</summary>
    private static IEnumerable<string> Having() =>
        new[] { "having", "holding", "containing", "has", "have", "had", "made", "placed", "contain", "contains", "contained", "include", "includes", "included", "carry", "carries", "carried", "hold", "holds", "held", "underwent", "received", "got", "get" }
            .SelectMany(verb => verb is "having" or "holding" or "containing" or "got" or "get" or "made" or "placed" or "held" or "received" or "underwent" ? [verb] : new[] { verb, $"that {verb}", $"who {verb}", $"which {verb}" })
            .Concat(["who made", "that made", "who placed", "that placed", "that held", "who held", "who underwent", "that underwent", "who received", "that received", "who have had", "that have had", "who has had", "that has had"])
            .SelectMany(verb => new[] { "", " a", " an", " any", " at least one", " one or more", " some kind of" }.Select(article => verb + article))
            .Where(words => words is not ("got" or "get" or "made" or "placed" or "hold" or "holds" or "held" or "received"));

    /// <summary>Verbs that say that things have to do with one another, and no more than the rows between them do.</summary>
    private static IEnumerable<string> Dealing() =>
        new[] { "sell", "sold", "send", "sent", "supply", "supplied", "make", "made", "buy", "bought", "place", "placed", "give", "gave", "write", "wrote", "handle", "handled", "serve", "served", "produce", "produced", "provide", "provided", "process", "processed", "perform", "performed", "visit", "visited", "attend", "attended", "file", "filed", "submit", "submitted", "work on", "worked on", "work for", "worked for", "work with", "worked with", "deal with", "dealt with", "take", "took", "get", "got", "run", "ran", "carry out", "carried out" }
            .SelectMany(verb => new[] { verb, $"have {verb}", $"has {verb}", $"that {verb}", $"who {verb}" });

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));

    private static IEnumerable<LexiconEntry> Match(TextMatch match, params string[] words) => Words(new TextMatchSense(match, After: false), words);

    private static IEnumerable<LexiconEntry> Over(TimeGrain grain, string adverb, string noun) =>
        Words(new AverageOverSense(grain), $"average {adverb}", $"mean {adverb}", $"{adverb} average", $"average {adverb} number of", $"average of {adverb}", $"on average per {noun}", $"average per {noun}");
}
