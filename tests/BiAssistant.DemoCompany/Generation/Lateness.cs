namespace BiAssistant.DemoCompany.Generation;

/// <summary>When something that happened is entered into the books: mostly on the same day or the next, sometimes much later.</summary>
internal static class Lateness
{
    public static DateOnly PostedOn(RandomStream random, DateOnly happenedOn) =>
        happenedOn.AddDays(random.Chance(0.03) ? random.Between(2, 30) : random.Chance(0.25) ? 1 : 0);
}
