using BiAssistant.Answers;
using BiAssistant.Answers.Json;
using BiAssistant.Semantics.Access;
using BiAssistant.Tests.Warehouses;

namespace BiAssistant.Tests.Answers;

public sealed class CacheTests : IDisposable
{
    private const string ByRegion = """{"measures":[{"metric":"turnover"}],"group_by":[{"field":"stores.region"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""";
    private const string Visitors = """{"measures":[{"metric":"visitors"}]}""";

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task The_same_question_gives_the_same_bytes_even_after_a_restart()
    {
        var first = await _shop.AskAsync(ByRegion);
        await using var workspace = _shop.Open();
        var restarted = await Shop.AskAsync(workspace, ByRegion);
        var again = await Shop.AskAsync(workspace, ByRegion);

        first.FromCache.ShouldBeFalse();
        restarted.FromCache.ShouldBeTrue();
        again.FromCache.ShouldBeTrue();
        Bytes(restarted).ShouldBe(Bytes(first));
        Bytes(again).ShouldBe(Bytes(first));
    }

    [Fact]
    public async Task Other_words_for_the_same_query_find_the_same_result()
    {
        await using var workspace = _shop.Open();
        await Shop.AskAsync(workspace, ByRegion);
        var relative = await Shop.AskAsync(workspace, """{"measures":[{"metric":"turnover"}],"group_by":[{"field":"shop.stores.region"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""");

        relative.FromCache.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_language_takes_the_rows_from_the_cache_and_has_words_of_its_own()
    {
        await using var workspace = _shop.Open();
        await Shop.AskAsync(workspace, ByRegion);
        var korean = await Shop.AskAsync(workspace, ByRegion, request => request with { Language = "ko" });

        korean.FromCache.ShouldBeTrue();
        korean.Narrative.ShouldNotBeNull().ShouldStartWith("매출이 가장 높은 항목은");
    }

    [Fact]
    public async Task Whoever_may_see_less_gets_less_and_never_anothers_rows()
    {
        await using var workspace = _shop.Open();
        var manager = await Shop.AskAsync(workspace, Visitors, request => request with { As = new Asker("manager") });
        var clerk = await Shop.AskAsync(workspace, Visitors, request => request with { As = Asker.Parse("clerk,region=North") });
        var other = await Shop.AskAsync(workspace, Visitors, request => request with { As = Asker.Parse("clerk,region=South") });
        var nobody = await Shop.AskAsync(workspace, Visitors);

        manager.Rows.ShouldBe([[100L]]);
        clerk.Rows.ShouldBe([[70L]]);
        other.Rows.ShouldBe([[30L]]);
        nobody.Rows.ShouldNotContain(row => row[0] != null && !Equals(row[0], 0L));
        clerk.FromCache.ShouldBeFalse();
    }

    [Fact]
    public async Task New_data_is_seen_at_once()
    {
        await using var workspace = _shop.Open();
        static AskRequest AsManager(AskRequest request) => request with { As = new Asker("manager") };
        (await Shop.AskAsync(workspace, Visitors, AsManager)).Rows.ShouldBe([[100L]]);

        SqliteUnderTest.Write(_shop.File("visits.sqlite"), "INSERT INTO visits VALUES (4, 'North', '2024-03-10', 1)");

        (await Shop.AskAsync(workspace, Visitors, AsManager)).Rows.ShouldBe([[101L]]);
    }

    [Fact]
    public async Task Receipts_of_equal_answers_are_equal_and_those_of_others_are_not()
    {
        var first = await _shop.AskAsync(ByRegion);
        var again = await _shop.AskAsync(ByRegion);
        var other = await _shop.AskAsync("""{"measures":[{"metric":"turnover"}]}""");

        again.Receipt.ShouldBe(first.Receipt);
        other.Receipt.ShouldNotBe(first.Receipt);
        first.Receipt.ShouldNotBeNull().Signature.Length.ShouldBe(64);
        await using var workspace = _shop.Open();
        (await workspace.State.FindReceiptAsync(first.Receipt.Id, CancellationToken.None)).ShouldNotBeNull().ShouldContain("\"turnover\"");
    }

    [Fact]
    public async Task A_state_store_that_cannot_be_used_stops_no_answer()
    {
        var broken = _shop.Write("broken.sqlite", new string('x', 4096));
        var answer = await _shop.AskAsync(ByRegion, options: o => o with { State = broken });

        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Rows.Count.ShouldBe(2);
    }

    private static string Bytes(Answer answer) => AnswerJson.Write(answer with { Id = null, FromCache = false, Timing = Timing.None });
}
