using BiAssistant.DemoCompany;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;

namespace BiAssistant.Tests.DemoCompany;

public sealed class DeterminismTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public void The_same_seed_gives_the_same_rows_and_another_seed_gives_others()
    {
        using var folder = new TemporaryFolder();
        string HashOf(string name, int seed) => DemoFolder.ContentHash(DemoWarehouses.EnsureCreated(folder.In(name), seed, rows: 100_000));

        var one = HashOf("one", seed: 7);
        HashOf("again", seed: 7).ShouldBe(one);
        HashOf("other", seed: 8).ShouldNotBe(one);
    }

    [Fact]
    public void The_content_is_the_same_on_every_machine_until_its_version_is_raised()
    {
        Stamp.CurrentVersion.ShouldBe(3);
        DemoFolder.ContentHash(demo.Files).ShouldBe("a9cb1de7a3e4bb3e5e163947975b441aaf520e8ce53e7276844fe49bcbb72ccf", "Content that changes raises Stamp.CurrentVersion, so that files made before are made again.");
    }

    [Fact]
    public async Task However_many_are_made_at_once_each_is_the_same()
    {
        using var folder = new TemporaryFolder();

        var hashes = await Task.WhenAll(Enumerable.Range(0, 3).Select(place => Task.Run(() => DemoFolder.ContentHash(DemoWarehouses.EnsureCreated(folder.In($"{place}"), DemoFolder.Seed, rows: 100_000)))));

        hashes.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void At_full_size_there_are_three_years_of_a_hundred_to_two_hundred_thousand_stay_nights()
    {
        var nights = ClusterData.Generate(new Cluster(DemoWarehouses.DefaultSeed, Number: 0, Scale: 1)).Bookings
            .Where(booking => booking.IsStay)
            .SelectMany(booking => booking.Prices)
            .Select(price => price.Night)
            .Where(night => night <= DemoWarehouses.LastDay)
            .ToList();

        nights.Count.ShouldBeInRange(100_000, 200_000);
        nights.Min().ShouldBe(new DateOnly(2022, 1, 1));
        nights.Max().ShouldBe(DemoWarehouses.LastDay);
    }

    [Fact]
    public void A_stream_of_random_numbers_depends_on_its_seed_and_its_name_alone()
    {
        var numbers = new RandomStream(7, "rooms");

        ((int[])[numbers.Below(1000), numbers.Below(1000), numbers.Below(1000)]).ShouldBe([745, 703, 629]);
        new RandomStream(7, "guests").Unit().ShouldNotBe(new RandomStream(7, "rooms").Unit());
    }
}
