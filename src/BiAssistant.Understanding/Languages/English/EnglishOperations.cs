using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.English;

/// <summary>English words for what is made of numbers: shares, changes, running and rolling numbers, comparisons.</summary>
internal static class EnglishOperations
{
    /// <summary>Words behind a noun that begin what is said of some of it: "orders that were late".</summary>
    public static readonly HashSet<string> BeginsPart =
    [
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "that", "which", "who", "whose", "needed", "need", "came", "come", "comes", "get", "got", "made", "go", "goes", "went", "belong", "belongs", "with", "did", "do", "does", "meet", "meets", "met", "work", "works", "worked", "fall", "falls", "took", "take",
    ];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Words(new ShareSense(), "share", "share of", "the share of", "shares of", "contribution", "contribution of", "contribution to", "contribute to", "contributes to", "contributed to", "contribute", "contributes", "contributed", "what share of", "which share of", "what part of", "share of total", "share of the total", "as a share of total",
            "as a share of the total", "percent of total", "percentage of total", "percentage of the total", "as a percentage of total", "as a percentage of the total", "as a percent of total", "% of total", "split in percent", "percentage split", "percentage breakdown of", "mix", "relative share of"),
        .. Words(new ShareSense(Rate: true), "proportion", "proportion of", "the proportion of", "percentage", "percentage of", "the percentage of", "percent of", "fraction of", "the fraction of", "what percent of", "what percentage of", "what proportion of", "what fraction of", "which percentage of", "% of", "what % of", "rate of", "what percent", "what percentage", "what proportion", "what fraction", "which percentage", "which proportion"),
        .. Words(new ShareSense(Together: true), "accounts for", "account for", "accounted for", "make up", "makes up", "made up"),
        .. Words(new ChangeSense(null, ChangeTold.Open), "change", "changes", "change in", "change of", "the change in", "development from"), .. Words(new ChangeSense(null, ChangeTold.Open, Verb: true), "change", "changed", "changing"),
        .. Words(new ChangeSense(null, ChangeTold.Percent), "percentage change", "percent change", "percentage change in", "percent change in", "percentage change of", "relative change", "relative change in", "% change", "% change in", "rate of change", "change rate", "change in percent"),
        .. Words(new ChangeSense(null, ChangeTold.Amount), "absolute change", "absolute change in", "net change", "net change in", "difference in", "the difference in", "difference between", "the difference between"),
        .. Words(new ChangeSense(true, ChangeTold.Percent), "growth", "growth in", "growth of", "the growth of", "growth rate", "growth rate of", "rate of growth", "percentage growth", "percent growth", "% growth", "percentage increase", "percent increase", "percentage increase in", "percent increase in", "rate of increase"),
        .. Words(new ChangeSense(true, ChangeTold.Amount), "increase", "increase in", "increase of", "absolute growth", "absolute increase", "gain", "gains", "gain in", "rise in", "jump in", "uplift", "uplift in"),
        .. Words(new ChangeSense(true, ChangeTold.Open, Verb: true), "grow", "grew", "grown", "growing", "increased", "increasing", "rise", "rose", "risen", "rising", "went up", "gone up", "go up", "gained", "improve", "improved", "improving", "climbed", "jumped", "rises", "grows", "increases"),
        .. Words(new ChangeSense(false, ChangeTold.Amount), "decrease", "decrease in", "decrease of", "decline", "decline in", "decline of", "drop", "drop in", "fall in", "loss of", "reduction", "reduction in", "reduction of", "dip", "dip in"),
        .. Words(new ChangeSense(false, ChangeTold.Percent), "percentage decrease", "percent decrease", "percentage decline", "percent decline", "percentage drop", "percent drop", "percentage decrease in", "percentage drop in", "percentage decline in"),
        .. Words(new ChangeSense(false, ChangeTold.Open, Verb: true), "decreased", "decreasing", "declined", "declining", "dropped", "dropping", "fall", "fell", "fallen", "falling", "went down", "gone down", "go down", "shrink", "shrank", "shrunk", "shrinking", "deteriorated", "lost ground", "declines", "falls", "drops", "decreases"),
        .. Words(new HowMuchSense(ChangeTold.Amount), "by how much", "in absolute terms", "how much more", "how much less", "how many more", "how many fewer", "how much higher", "how much lower", "by how many percentage points", "how many percentage points", "in percentage points", "in points", "how much did", "how much has", "how much have", "by how many"),
        .. Words(new HowMuchSense(ChangeTold.Percent), "by what percent", "by what percentage", "by how many percent", "in percent", "in percentage terms", "percentage wise", "in relative terms", "how many percent", "as a percentage", "what percent more", "what percent less", "how many percent higher", "how many percent lower", "what percent higher", "what percent lower", "how much higher in percent", "how many percent more", "how many percent less", "percentage-wise", "in percents", "in %", "in percent terms", "in percentual terms", "by what %", "what percent did", "what percentage did"),
        .. Words(new AgainstMarkSense(false), "compared with", "compared to", "compare with", "compare to", "vs", "versus", "against", "relative to", "than", "than in", "than during", "in comparison with", "in comparison to", "as compared to", "as compared with", "in relation to"),
        .. Words(new AgainstMarkSense(false, Weak: true), "over", "from", "on", "since", "with"),
        .. Words(new CompareSense(), "compare", "comparison", "comparison of", "a comparison of", "compare the"), .. Words(new CompareSense(With: true), "compared"),
        .. Earlier(TimeGrain.Year, "yoy", "y o y", "y/y", "same period last year", "the same period last year", "same period a year earlier", "same time last year", "the same time last year", "same month last year", "the same month last year", "same quarter last year", "the same quarter last year", "same period of the previous year", "the same period of the previous year", "the same period of last year", "same week last year"),
        .. Earlier(TimeGrain.Month, "mom", "m/m"), .. Each(TimeGrain.Year, "year"), .. Each(TimeGrain.Quarter, "quarter"), .. Each(TimeGrain.Month, "month"), .. Each(TimeGrain.Week, "week"), .. Each(TimeGrain.Day, "day"),
        .. Earlier(TimeGrain.Quarter, "qoq", "q/q"),
        .. Earlier(TimeGrain.Week, "wow", "w/w"),
        .. Words(new ComparativeSense(true), "more", "higher", "greater", "stronger"), .. Words(new ComparativeSense(false), "less", "lower", "fewer", "weaker"),
        .. Words(new ThanSense(false), "than", "than in", "than for", "than at", "than did", "than the one of", "than that of", "than those of"),
        .. Words(new UsualSense(), "usual", "is usual", "normal", "typical", "is typical", "is normal"),
        .. Words(new SameMarkSense(), "for their", "in their", "of their", "within their", "at their", "for its", "in its", "of its", "within its", "at its", "for the same", "in the same", "of the same", "within the same", "at the same", "for that", "in that", "of that", "their", "its", "within each", "inside each", "within every", "of the respective", "of each one's", "of its respective", "the same", "for their own", "in their own", "of their own", "of its own", "in its own"),
        .. Words(new WholeSense(), "over all", "over all the", "across all the", "over all our", "the one over all", "that over all", "the one across all", "that across all", "as a whole", "overall", "company wide", "company-wide", "the overall", "of the whole company", "altogether", "in total", "the company overall", "the group overall", "the business overall", "the overall company", "the whole company", "the entire company", "the whole business", "the entire business", "the whole group", "the whole firm", "the whole organisation", "the whole organization", "the whole bank", "the whole network", "the company as a whole", "the business as a whole", "the overall one", "the overall rate", "the overall figure", "the overall level", "the network overall", "the whole lot", "all of them together", "for the whole group", "for the whole company"),
        .. Words(new ComparatorSense(ComparisonOperator.Greater, false), "beat", "beats", "beating", "outperform", "outperforms", "outperformed", "surpass", "surpasses", "surpassed", "surpassing", "exceeded", "ahead of", "outdid"),
        .. Words(new ComparatorSense(ComparisonOperator.Less, false), "fall short of", "falls short of", "fell short of", "short of", "trail", "trails", "behind", "falling short of", "missed", "miss", "misses"),
        .. Words(new ChangeSense(null, ChangeTold.Open), "rise or fall", "rose or fell", "increase or decrease", "increased or decreased", "go up or down", "went up or down", "grow or shrink", "grew or shrank", "up or down", "rises or falls", "fall or rise", "goes up or down", "go down or up"),
        .. Words(new ChangeSense(false, ChangeTold.Open, Verb: true), "down", "were down", "was down", "is down", "are down", "lost", "lose", "loses"), .. Words(new ChangeSense(true, ChangeTold.Open, Verb: true), "were up", "was up", "is up", "are up"),
        .. Words(new HowMuchSense(ChangeTold.Amount), "how much higher or lower", "higher or lower", "how much lower or higher", "lower or higher", "more or less", "more or fewer", "how much more or less", "how many more or fewer", "how many more or less", "less or more"),
        .. Words(new ExtremeSense(true), "fastest", "the fastest", "quickest", "most strongly", "most sharply"), .. Words(new ExtremeSense(false), "slowest", "the slowest"),
        .. Words(new AgainstSense(null, new Span(1, TimeGrain.Year)), "the same month a year earlier", "the same month a year before", "same month a year earlier", "same month a year before", "the same quarter a year earlier", "same quarter a year earlier", "same quarter a year before", "same period a year before", "the same period a year earlier", "the same period a year before",
            "the same month of the previous year", "same month of the previous year", "same quarter of the previous year", "the same month the year before", "same month the year before", "the same period the year before", "same period the year before", "the same quarter the year before", "a year earlier", "one year earlier"),
        .. Words(new AttributeMarkSense(), "with their", "with its", "along with their", "along with its", "together with their", "together with its", "including their", "including its", "including the", "showing their", "showing", "showing the", "and their", "and its", "plus their", "incl", "incl the", "incl their", "along with the"),
        .. Words(new AttributeMarkSense(Weak: true), "with", "with the", "along with", "together with", "including"),
        .. Words(new NewestSense(true), "latest", "newest", "most recent", "the latest", "the newest", "the most recent"), .. Words(new NewestSense(false), "oldest", "earliest", "the oldest", "the earliest"),
        .. Words(new RunningSense(), "building up", "build up", "builds up", "built up", "adding up over", "piling up", "cumulative", "cumulatively", "running", "running total", "running total of", "running sum", "running sum of", "accumulated", "cumulated", "cumulative total", "cumulative total of", "cumulative sum", "cumulative sum of", "accumulative", "running count", "running count of", "cumulative number of", "running number of", "cumulative count of"),
        .. Words(new RollingSense(null), "rolling", "trailing", "moving", "sliding"),
        .. Words(new RollingSense(WindowTake.Average), "moving average", "moving average of", "rolling average", "rolling average of", "trailing average", "trailing average of", "rolling mean", "moving mean", "average rolling"),
        .. Words(new RollingSense(WindowTake.Total), "rolling total", "rolling total of", "rolling sum", "rolling sum of", "moving total", "moving sum", "moving sum of", "trailing total", "rolling window of", "a rolling window of", "over a rolling window of", "moving window of", "over a moving window of", "sliding window of", "over a sliding window of"),
        .. ToDate(TimeGrain.Year, "year to date", "ytd", "year-to-date"), .. ToDate(TimeGrain.Month, "month to date", "mtd"), .. ToDate(TimeGrain.Quarter, "quarter to date", "qtd"),
        .. ToDate(TimeGrain.FiscalYear, "fiscal year to date", "fytd", "financial year to date"),
    ];

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));

    private static IEnumerable<LexiconEntry> Earlier(TimeGrain grain, params string[] words) => Words(new AgainstSense(null, new Span(1, grain)), words);

    /// <summary>"month over month", "from one quarter to the next".</summary>
    private static IEnumerable<LexiconEntry> Each(TimeGrain grain, string noun) =>
        Earlier(grain, $"{noun} over {noun}", $"{noun} on {noun}", $"{noun} to {noun}", $"from {noun} to {noun}", $"from one {noun} to the next", $"from one {noun} to another", $"one {noun} to the next", $"against the {noun} before", $"on the {noun} before", $"over the {noun} before", $"from the {noun} before", $"versus the {noun} before", $"vs the {noun} before", $"compared with the {noun} before", $"compared to the {noun} before");

    private static IEnumerable<LexiconEntry> ToDate(TimeGrain grain, params string[] words) => Words(new ToDateOfSense(grain), words);
}
