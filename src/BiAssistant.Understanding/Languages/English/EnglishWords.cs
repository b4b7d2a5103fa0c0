using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.English;

/// <summary>English: the words that ask, join, compare, rank, count and tell time.</summary>
internal static class EnglishWords
{
    /// <summary>Names of months, January first, long and short.</summary>
    public static readonly string[][] Months =
    [
        ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"], ["june", "jun"],
        ["july", "jul"], ["august", "aug"], ["september", "sep", "sept"], ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ];

    /// <summary>Function words that a code written in capitals may look like ("IN", "OR").</summary>
    public static readonly HashSet<string> Function =
    [
        "a", "an", "the", "in", "on", "at", "of", "for", "to", "from", "by", "or", "and", "is", "are", "be", "me", "my", "we", "our", "i", "do", "so", "as", "no", "not",
        "all", "any", "per", "with", "has", "did", "was", "may", "oh", "ok", "hi", "id", "up", "down", "out", "over", "than", "that", "this", "us", "it", "its", "he", "she", "you", "they", "them", "who", "how", "why", "if", "am",
    ];

    /// <summary>Verbs that are also adjectives of a state: what is open has not just been opened at some time.</summary>
    public static readonly HashSet<string> StatesLikeVerbs = ["open", "complete", "close", "clear", "clean", "correct", "direct", "separate", "live", "free", "secure", "present", "empty", "own", "ready", "mature", "idle", "still"];

    /// <summary>Verbs that are also nouns of a place in something: "at the end of 2023", "by the start of May".</summary>
    public static readonly HashSet<string> Positions = ["end", "start", "finish"];

    /// <summary>What a past form may be of: "book" of "booked", "ship" of "shipped", "copy" of "copied"; none where it is no regular past form.</summary>
    public static IEnumerable<string> StemsOf(string past) =>
        past.Length < 5 || !past.EndsWith("ed", StringComparison.Ordinal) ? []
        : past.EndsWith("ied", StringComparison.Ordinal) ? [$"{past[..^3]}y"]
        : past[^3] == past[^4] && past[^3] is not ('l' or 's') ? [past[..^3]]
        : [past[..^2], past[..^1]];

    /// <summary>The form of a verb that lasts, from its past: "ending" of "ended", "shipping" of "shipped", "copying" of "copied"; null where it is no regular past form.</summary>
    public static string? IngOf(string past) => past switch
    {
        "began" or "begun" => "beginning",
        _ when past.Length < 5 || !past.EndsWith("ed", StringComparison.Ordinal) => null,
        _ when past.EndsWith("ied", StringComparison.Ordinal) => $"{past[..^3]}ying",
        _ => past[..^2] + "ing",
    };

    /// <summary>Words that, with one who does something, come before what is done: "did we sell".</summary>
    public static readonly HashSet<string> Doing = ["do", "does", "did"];

    /// <summary>Before a participle: it was done.</summary>
    public static readonly HashSet<string> DidOrHad = ["have", "has", "had", "did"];

    /// <summary>Joins two numbers, or adds them up.</summary>
    public static readonly HashSet<string> Plus = ["plus"];

    /// <summary>Before "a share of": what it is taken as.</summary>
    public static readonly HashSet<string> AsA = ["as"];

    public static readonly HashSet<string> Among = ["among", "amongst"];

    /// <summary>Before "least" and "most", which are no superlatives then: "at least".</summary>
    public static readonly HashSet<string> NoSuperlative = ["at", "a"];

    /// <summary>Numbers that other forms of the word are none of: "ones".</summary>
    public static readonly HashSet<string> NumberWords = new(StringComparer.OrdinalIgnoreCase) { "one" };

    /// <summary>Before a time: at all of them, each of them, in one of them.</summary>
    public static readonly HashSet<string> Every = ["every", "all"];

    public static readonly HashSet<string> Each = ["each"];

    /// <summary>Before things that a number is of, or that it is found at.</summary>
    public static readonly HashSet<string> Places = ["at", "in", "of", "from", "for"];

    /// <summary>Whose something is: the things' that are spoken of.</summary>
    public static readonly HashSet<string> Own = ["their", "its"];

    public static readonly HashSet<string> Per = ["per", "a", "each"];

    /// <summary>What is done with people and things again and again, and is not how they came to be.</summary>
    public static readonly HashSet<string> Dealing = ["serve", "served", "have", "had", "see", "saw", "treat", "treated", "host", "hosted", "employ", "employed", "handle", "handled", "use", "used"];

    /// <summary>Who does something, in a word.</summary>
    public static readonly HashSet<string> Doers = ["we", "i", "you", "they", "he", "she", "it"];

    /// <summary>Common words that open many names and so tell none apart.</summary>
    public static readonly HashSet<string> CommonOpeners =
    [
        "new", "old", "first", "last", "next", "big", "good", "best", "high", "low", "long", "short", "total", "other", "main", "open", "free", "full", "general", "special", "small", "large",
        "great", "central", "international", "national", "global", "local", "regional", "active", "inactive", "daily", "weekly", "monthly", "annual", "average", "early", "late", "not", "more", "less",
        "real", "same", "direct", "extra", "super", "public", "private", "under", "over", "never", "every", "each", "one", "two", "three", "four", "five", "recent", "current", "previous", "returning",
        "repeat", "young", "under", "above", "saint", "point", "port", "mount", "lake", "city", "team", "group", "department", "company", "product", "service", "plan",
    ];

    private static readonly string[] Fillers =
    [
        "a", "an", "the", "show", "show me", "show us", "give", "give me", "give us", "tell", "tell me", "tell us", "let us know", "let me see", "i want", "i need", "i'd like",
        "i would like", "we need", "we want", "can you", "could you", "would you", "can i see", "could i see", "may i see", "can i get", "can we see", "can i have", "please", "kindly", "thanks", "thank you", "hi", "hello", "hey",
        "display", "get", "find", "fetch", "pull", "pull up", "pull together", "put together", "report", "report on", "calculate", "compute", "what", "what's", "what is", "what are", "what was", "what were", "how is", "how are", "how was", "how were", "how about", "what about", "how has", "how have", "how did", "how much", "how much is", "how high is", "how high was", "how low was",
        "how big is", "how large is", "how long is", "how long was", "how long are", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "do", "does", "did", "there", "our", "my", "your", "their", "its", "it", "we", "i", "you", "they", "us", "me",
        "of", "in", "on", "at", "for", "from", "to", "with", "through", "via", "within", "during", "into", "that", "who", "whose", "as", "so", "then", "also", "just", "only for", "figure", "figures", "data", "information", "overview of", "breakdown of", "level of", "amount of", "the amount of",
        "all", "overall", "all of", "all the", "altogether", "in total", "look", "look like", "looks like", "come", "came", "come from", "came from", "coming from", "made", "make", "makes", "given", "get", "got", "generated", "generate", "earned", "earn", "brought in", "bring in", "recorded", "record", "seen", "see", "happened", "happen", "occurred", "occur", "took place",
        "over the", "over the course of", "belonging to", "belong to", "located in", "based in", "living in", "who live in", "that live in", "lives in", "live in", "residing in", "reside in", "resident in", "they're in", "they are in", "it's in", "it is in", "they belong to", "it belongs to", "ones", "the ones", "anything", "regarding", "about", "concerning", "respectively", "exactly", "actually", "really", "produce", "produced", "achieve", "achieved", "reach", "reached", "performed", "perform", "performance of", "quickly", "question", "tell me about", "know", "whats", "would be", "will be", "per cent of the", "split", "distributed", "spread", "spread out", "broken down", "break down", "breakdown", "grouped", "separated",
        "segmented", "sliced", "divided", "here", "but", "but only", "only for", "each one", "worth", "someone", "somebody", "incl", "add up", "adds up", "adding up", "been made", "were made", "have been", "has been", "had been", "did we have", "do we have", "did we make", "did we get", "have we had", "we had", "we have", "are there", "were there", "is there", "was there", "there are", "there were", "have there been", "collect", "collected", "receive", "received",
    ];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Fillers.Distinct().Select(f => new LexiconEntry(f, new FillerSense())),
        .. Words(new JoinSense(false), "and", "next to", "alongside", "as well as", "along with", "together with"), .. Words(new JoinSense(false), "plus").Select(e => e with { Yields = true }),
        .. Words(new JoinSense(true), "or"),
        .. Words(new VersusSense(), "vs", "versus"),
        .. Words(new GroupMarkSense(true), "each", "every", "for each of", "for each of the", "for each of our", "each of", "each of our", "for every one of", "by each", "for each", "for every", "per", "per each", "split by", "broken down by", "broken out by", "grouped by", "group by", "breakdown by", "break down by", "across", "across all", "across the", "by every", "in each", "at each", "of each", "segmented by", "sliced by", "divided by"),
        .. Words(new GroupMarkSense(false), "by"),
        .. Words(new WhichSense(), "which", "what", "who", "which of", "which of the", "which are the", "what are the", "which is the", "what is the", "who are the", "who is the", "which were the", "which was the"),
        .. Words(new RankMarkSense(true), "top", "leading", "the top"),
        .. Words(new RankMarkSense(false), "bottom", "the bottom"),
        .. Words(new ExtremeSense(true, Length: true), "longest", "the longest"), .. Words(new ExtremeSense(true), "highest", "largest", "biggest", "greatest", "maximum", "max"), .. Words(new AggregateSense(AggregateFunction.Max), "highest single", "largest single", "biggest single", "greatest single"), .. Words(new AggregateSense(AggregateFunction.Min), "lowest single", "smallest single"), .. Words(new ExtremeSense(true, Counts: true), "most", "the most", "most different", "the most different", "most distinct", "the most distinct"),
        .. Words(new ExtremeSense(false, Length: true), "shortest", "the shortest"), .. Words(new ExtremeSense(false), "lowest", "smallest", "minimum", "min"), .. Words(new ExtremeSense(false, Counts: true), "least", "fewest", "the least", "the fewest"),
        .. Words(new ExtremeSense(true, true), "best", "best performing", "strongest", "best single"),
        .. Words(new ExtremeSense(false, true), "worst", "worst performing", "weakest", "poorest", "worst single"),
        .. Words(new AggregateSense(AggregateFunction.Average), "average", "avg", "mean", "average of", "mean of", "the average of", "on average"),
        .. Words(new AggregateSense(AggregateFunction.Sum, Worth: true), "total", "sum", "sum of", "total of", "total amount of", "the sum of"), .. Words(new AggregateSense(AggregateFunction.Sum), "total number of", "combined", "aggregate", "overall"),
        .. Words(new AggregateSense(AggregateFunction.Median), "median", "median of"),
        .. Words(new AggregateSense(AggregateFunction.Max), "maximum", "max", "maximum of", "max of"),
        .. Words(new AggregateSense(AggregateFunction.Min), "minimum", "min", "minimum of", "min of"),
        .. Words(new AggregateSense(AggregateFunction.StandardDeviation), "standard deviation", "standard deviation of", "std dev", "stddev"),
        .. Words(new CountWordSense(), "how many", "number of", "the number of", "count", "count of", "the count of", "total number of", "how many different", "how many distinct", "number of distinct", "number of different", "number of unique", "how many unique", "count the unique", "count the distinct", "count the different", "count of unique", "count of distinct", "distinct", "unique", "num"),
        .. Words(new ComparatorSense(ComparisonOperator.Greater, false), "above", "over", "more than", "by more than", "by over", "by upwards of", "greater than", "higher than", "exceeding", "exceeds", "exceed", "in excess of", "upwards of", "above that of", "above those of", "above the one of", "over that of", "more than that of", "greater than that of", "higher than that of", "higher than those of", "exceeding that of"),
        .. Words(new ComparatorSense(ComparisonOperator.GreaterOrEqual, false), "at least", "by at least", "no less than", "not less than", "minimum of", "a minimum of", "no fewer than", "from at least"),
        .. Words(new ComparatorSense(ComparisonOperator.Less, false), "falls under", "falls below", "fall below", "fall under", "fell below", "fell under", "is below", "lies below", "below", "under", "less than", "fewer than", "lower than", "below that of", "below those of", "below the one of", "under that of", "less than that of", "lower than that of", "lower than those of"),
        .. Words(new ComparatorSense(ComparisonOperator.LessOrEqual, false), "at most", "no more than", "not more than", "up to", "maximum of", "a maximum of", "not exceeding"),
        .. Words(new ComparatorSense(ComparisonOperator.Equal, false), "equal to", "equals", "exactly", "of exactly"),
        .. Words(new ComparatorSense(ComparisonOperator.GreaterOrEqual, true), "or more", "or above", "or higher", "or over", "and above", "and over", "or better", "or longer", "or greater", "and up", "or older", "and older"),
        .. Words(new ComparatorSense(ComparisonOperator.LessOrEqual, true), "or less", "or below", "or lower", "or fewer", "and below", "or under", "or shorter", "and under"),
        .. Words(new NegationSense(false), "not", "not in", "not from", "except", "except for", "excluding", "other than", "apart from", "non", "not including", "exclude", "excludes", "outside", "outside of", "but not", "aside from", "leaving out", "that are not", "which are not", "who are not", "are not", "is not", "isn't", "aren't", "weren't", "wasn't", "that were not", "were not", "was not", "not for", "not at", "not by", "besides", "minus"),
        .. Words(new NegationSense(true), "excluded"),
        .. Words(new NegationSense(false, Lacks: true), "without", "without a", "without any", "with no", "have no", "has no", "had no", "having no", "that lack", "lacking"),
        .. Words(new ClauseSense(), "where", "where the", "for which", "for which the", "in which", "in which the"),
        .. Grain(TimeGrain.Hour, "hour", "hourly"), .. Grain(TimeGrain.Day, "day", "daily"), .. Grain(TimeGrain.Week, "week", "weekly"), .. Grain(TimeGrain.Month, "month", "monthly"),
        .. Grain(TimeGrain.Quarter, "quarter", "quarterly"), .. Grain(TimeGrain.Year, "year", "yearly"),
        .. Words(new GrainSense(TimeGrain.Month), "calendar month"), .. Words(new GrainSense(TimeGrain.Year), "calendar year"), .. Words(new GrainSense(TimeGrain.Quarter), "calendar quarter"),
        .. Words(new GrainSense(TimeGrain.FiscalYear), "fiscal year", "financial year", "fy"), .. Words(new GrainSense(TimeGrain.FiscalQuarter), "fiscal quarter"), .. Words(new GrainSense(TimeGrain.FiscalMonth), "fiscal month"),
        .. Words(Breakdown(TimeGrain.Year), "annual", "annually", "year by year", "every year", "each year", "per year", "per annum"),
        .. Words(Breakdown(TimeGrain.Month), "month by month", "every month", "each month"), .. Words(Breakdown(TimeGrain.Week), "week by week", "every week", "each week"),
        .. Words(Breakdown(TimeGrain.Day), "day by day", "every day", "each day"), .. Words(Breakdown(TimeGrain.Quarter), "quarter by quarter", "every quarter", "each quarter"),
        .. Words(new RelativeSense(RelativePeriodKind.Last), "last", "previous", "preceding", "prior", "the last", "the previous"),
        .. Words(new RelativeSense(RelativePeriodKind.Past), "past", "the past", "most recent", "recent", "the most recent"),
        .. Words(new RelativeSense(RelativePeriodKind.Current), "this", "current", "the current", "the present", "the running"),
        .. Words(new RelativeSense(RelativePeriodKind.Next), "next", "coming", "upcoming", "following", "the next"),
        .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Day, "today", "today's"), .. Relative(RelativePeriodKind.Last, 1, TimeGrain.Day, "yesterday"), .. Relative(RelativePeriodKind.Next, 1, TimeGrain.Day, "tomorrow"),
        .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Year, "year to date", "ytd", "this year to date", "this year so far", "so far this year", "since the start of this year", "since the beginning of this year", "since the start of the year", "since the beginning of the year", "from the start of the year", "from the beginning of the year", "from the start of this year", "since the year began", "since new year", "since new year's", "up to now this year"),
        .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Month, "since the start of this month", "since the beginning of this month", "since the start of the month", "since the beginning of the month"), .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Quarter, "since the start of this quarter", "since the beginning of this quarter", "since the start of the quarter", "since the beginning of the quarter"), .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Week, "since the start of this week", "since the beginning of this week", "since the start of the week", "since the beginning of the week"),
        .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Month, "month to date", "mtd", "this month so far", "so far this month", "this month to date"),
        .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Quarter, "quarter to date", "qtd", "this quarter so far", "so far this quarter"),
        .. Relative(RelativePeriodKind.Current, 1, TimeGrain.Week, "week to date", "wtd"),
        .. Relative(RelativePeriodKind.Ago, 2, TimeGrain.Year, "the year before last", "year before last"), .. Relative(RelativePeriodKind.Ago, 2, TimeGrain.Month, "the month before last", "month before last"),
        .. Relative(RelativePeriodKind.Ago, 2, TimeGrain.Week, "the week before last", "week before last"), .. Relative(RelativePeriodKind.Ago, 2, TimeGrain.Day, "the day before yesterday", "day before yesterday"),
        .. Words(new AgoSense(), "ago", "earlier"),
        .. Words(new BoundSense(BoundKind.From, false), "from", "since", "starting", "starting in", "starting from", "beginning in", "ever since"),
        .. Words(new BoundSense(BoundKind.From, true), "onwards", "onward", "and later", "or later"),
        .. Words(new BoundSense(BoundKind.To, false), "to", "until", "till", "through", "up to", "up until", "up to and including", "thru", "by the end of"),
        .. Words(new BoundSense(BoundKind.Before, false), "before", "prior to", "earlier than"), .. Words(new BoundSense(BoundKind.After, false), "after", "later than"),
        .. Words(new BoundSense(BoundKind.Between, false), "between"),
        .. Words(new ListWordSense(), "list", "list all", "list the", "list of", "show all", "show me all", "show me all the", "show all the", "show me the list of", "show every", "show me every", "give me all", "give me a list of", "which ones", "names of"),
        .. Words(new TrendSense(), "trend", "trend of", "trends", "trend in", "trend for", "the trend of", "the trend in", "over time", "development of", "the development of", "evolution of", "history of", "develop", "developed", "developing", "evolve", "evolved", "trending", "over the months", "time series", "timeline"),
        .. Words(new NowSense(), "currently", "right now", "at the moment", "at present", "presently", "as of now"),
        .. Words(new OrderSense(true), "highest first", "descending", "in descending order", "largest first", "from highest to lowest", "desc", "high to low", "biggest first", "most first"),
        .. Words(new OrderSense(false), "lowest first", "ascending", "in ascending order", "smallest first", "from lowest to highest", "asc", "low to high"),
        .. Words(new BasisSense(false), "in terms of", "sorted by", "ordered by", "ranked by", "order by", "sort by", "measured by", "based on", "according to", "rank by", "by their", "by its"),
        .. Words(new UnitSense("USD"), "dollar", "usd", "us dollars", "bucks", "us dollar"), .. Words(new UnitSense("EUR"), "euro", "eur"), .. Words(new UnitSense("GBP"), "pound sterling", "gbp"), .. Words(new UnitSense("KRW"), "won", "krw"), .. Words(new UnitSense("JPY"), "yen", "jpy"),
        .. Words(new BeyondSense(Beyond.Reason), "why", "reason", "reason for", "cause", "cause of", "because", "explain", "driver", "drivers of", "how come", "driving", "drove", "root cause"),
        .. Words(new BeyondSense(Beyond.Forecast), "forecast", "predict", "prediction", "projection", "projected", "expected", "expect", "will", "outlook", "estimate", "predicted", "future"),
        .. Words(new BeyondSense(Beyond.Comparison), "rather than", "difference between", "differ", "gap between", "ratio", "ratio of"),
        .. Words(new BeyondSense(Beyond.Relation), "correlation", "correlate", "correlated", "effect", "affect", "affected", "impact", "impact of", "influence", "relationship between", "relationship", "depend", "related"),
        .. Words(new BeyondSense(Beyond.Absence), "never", "ever", "only", "both", "neither", "nor", "always", "no longer", "none", "nobody", "nothing", "either", "at all", "all but", "at least once", "at least twice", "twice", "once", "more than once", "didn't", "did not", "don't", "do not", "doesn't", "does not", "hasn't", "haven't", "no"),
        .. Words(new BeyondSense(Beyond.Sequence), "first time", "first", "newly", "returned", "returning", "again", "in a row", "consecutive", "second", "third", "last time", "time between", "days between", "time since", "streak", "median time"),
        .. Words(new BeyondSense(Beyond.PerEach), "average per", "average number of", "mean number of", "within each", "on a per", "apiece", "average total"),
        .. Words(new BeyondSense(Beyond.Target), "target", "on track", "goal", "budgeted", "attainment", "behind plan", "ahead of plan", "quota"),
        .. Words(new BeyondSense(Beyond.PartOfTime), "weekend", "weekday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day of the week", "day of week", "morning", "evening", "night time", "summer", "winter", "spring", "autumn", "season", "month of the year", "hour of the day", "hour of day", "decade", "fortnight", "christmas", "easter", "holiday season", "bimonthly"),
        .. Words(new BeyondSense(Beyond.Writing), "delete", "drop table", "update", "insert", "insert into", "truncate", "alter", "grant", "select", "union", "exec", "execute", "drop", "delete from", "create table"),
        .. Words(new BeyondSense(Beyond.Explanation), "meaning of", "mean by", "definition of", "define", "definition", "what does", "stand for", "help", "who owns", "how fresh", "what can i ask", "what can you do", "how do you calculate", "how is defined"),
    ];

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));

    private static IEnumerable<LexiconEntry> Grain(TimeGrain grain, string noun, string adverb) =>
        [new(noun, new GrainSense(grain)), new(adverb, Breakdown(grain))];

    private static IEnumerable<LexiconEntry> Relative(RelativePeriodKind kind, int count, TimeGrain grain, params string[] words) =>
        Words(new RelativePeriodSense(new RelativePeriod(kind, count, grain), Named: kind == RelativePeriodKind.Ago), words);

    private static BreakdownSense Breakdown(TimeGrain grain) => new([new TimeGrouping(grain)]);
}
