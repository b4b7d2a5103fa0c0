using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes what each member who collects points holds at the end of each month from joining to leaving: the sum of what was posted up to that day.</summary>
internal static class BalanceGenerator
{
    public static IEnumerable<PointsBalance> Generate(IReadOnlyList<Member> members, IReadOnlyList<PointsTransaction> transactions)
    {
        var ofMember = transactions.ToLookup(transaction => transaction.MemberId);
        foreach (var member in members.Where(member => member.Collects))
        {
            var own = ofMember[member.Id].ToList();
            foreach (var month in DataPeriod.Months(member.JoinedOn, DataPeriod.Last))
            {
                var end = month.AddMonths(1).AddDays(-1);
                if (member.LeftOn is null || end < member.LeftOn)
                {
                    yield return new PointsBalance(member.Id, end, own.Where(transaction => transaction.PostedOn <= end).Sum(transaction => transaction.Points));
                }
            }
        }
    }
}
