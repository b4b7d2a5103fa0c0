using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <summary>What a word of the question was taken to mean, for a person who looks over the reading; empty for words that only join others.</summary>
internal static class Meanings
{
    public static string Of(Sense sense, string language)
    {
        var korean = language == "ko";
        return sense switch
        {
            DateSense or RelativePeriodSense or RelativeSense or GrainSense or AgoSense or BoundSense => korean ? "기간" : "period",
            BreakdownSense => korean ? "기간별로 나누기" : "breakdown by period",
            AggregateSense aggregate => korean ? "집계" : aggregate.Function.ToString().ToLowerInvariant(),
            CountWordSense => korean ? "개수" : "count",
            RankMarkSense or ExtremeSense or MostSense or LevelSense or OrderSense or BasisSense => korean ? "순위" : "ranking",
            ComparatorSense => korean ? "비교" : "comparison",
            NegationSense => korean ? "제외" : "exclusion",
            NumberSense => korean ? "숫자" : "number",
            TrendSense => korean ? "추이" : "trend",
            _ => sense.Describe(language),
        };
    }
}
