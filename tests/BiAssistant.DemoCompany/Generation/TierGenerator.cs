using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the history of each member's tier: one rises step by step from the lowest, on days between joining and today, to the tier that the guest has now.</summary>
internal static class TierGenerator
{
    private static readonly string[] Tiers = ["M", "S", "G", "P"];

    public static IReadOnlyList<TierInterval> Generate(Cluster cluster, IReadOnlyList<Member> members)
    {
        var random = cluster.Stream("tiers");
        return [.. members.SelectMany(member => Rise(random, member))];
    }

    private static List<TierInterval> Rise(RandomStream random, Member member)
    {
        var last = Array.IndexOf(Tiers, member.Tier);
        var end = member.LeftOn ?? DataPeriod.Last;
        var days = end.DayNumber - member.JoinedOn.DayNumber - 1;
        // A short membership begins above the lowest tier.
        var rises = Enumerable.Range(0, days > 0 ? last : 0).Select(_ => random.Between(1, days)).Distinct().Order().ToList();
        List<DateOnly> starts = [member.JoinedOn, .. rises.Select(day => member.JoinedOn.AddDays(day))];
        return
        [
            .. starts.Select((start, place) => new TierInterval(
                member.Id, Tiers[last - rises.Count + place], start, place + 1 < starts.Count ? starts[place + 1] : member.LeftOn)),
        ];
    }
}
