using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the scores that the properties are to reach, quarter by quarter from 2023 on: a little above what they have.</summary>
internal static class ServiceGoalGenerator
{
    public static IEnumerable<ServiceGoal> Generate(Cluster cluster)
    {
        foreach (var property in cluster.Properties)
        {
            for (var quarter = new DateOnly(2023, 1, 1); quarter <= DataPeriod.Last; quarter = quarter.AddMonths(3))
            {
                if (property.OpenedOn <= quarter)
                {
                    var steps = (quarter.Year - 2023) * 2;
                    yield return new ServiceGoal(property.Code, quarter, (int)Math.Round((property.Quality * 10) + steps, MidpointRounding.AwayFromZero) + (quarter.Month > 6 ? 1 : 0));
                }
            }
        }
    }
}
