using BiAssistant.Answers;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Answers.Costs;

/// <summary>What would read too much is not run: the question is asked back with what would pass, or with the asker's agreement, or refused.</summary>
public sealed class CostGuardTests
{
    private const string Turnover = """{"measures":[{"metric":"turnover"}]}""";

    [Fact]
    public async Task What_would_read_too_much_is_not_run_but_asked_back_in_the_persons_words()
    {
        await using var shop = new GuardedShop();
        var answer = await shop.QueryAsync(Turnover);

        answer.Status.ShouldBe(AnswerStatus.Clarify);
        var asked = answer.Clarification.ShouldNotBeNull();
        asked.Question.ShouldBe("This question would read about 1.3 billion rows of sales; 500 million are allowed without asking. Would a shorter period do, or should it run anyway?");
        asked.Choices.Select(c => c.Label).ShouldBe([
            "Turnover, February 2024 (about 290 million rows)",
            "Turnover, week of 2024-02-26 (about 70 million rows)",
            "Turnover, 2024-03-06 (about 10 million rows)",
            "Run it anyway (about 1.3 billion rows)",
        ]);
        answer.Rows.ShouldBeEmpty();
        answer.Reading.ShouldBe("Turnover, all data");
        answer.Sql.Count.ShouldBe(1);
        shop.SalesRead.ShouldAllBe(text => text.Contains("MIN(", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_is_asked_back_in_Korean()
    {
        await using var shop = new GuardedShop();
        var asked = (await shop.QueryAsync(Turnover, language: "ko")).Clarification.ShouldNotBeNull();

        asked.Question.ShouldBe("이 질문에 답하려면 '판매' 데이터를 약 13억 행 읽어야 합니다. 확인 없이 읽을 수 있는 한도는 5억 행입니다. 더 짧은 기간으로 볼까요, 아니면 그대로 실행할까요?");
        asked.Choices[0].Label.ShouldBe("2024년 2월 매출 (약 2.9억 행)");
        asked.Choices[^1].Label.ShouldBe("그대로 실행 (약 13억 행)");
    }

    [Fact]
    public async Task Every_shorter_question_that_is_offered_runs_without_asking()
    {
        await using var shop = new GuardedShop();
        var offered = (await shop.QueryAsync(Turnover)).Clarification.ShouldNotBeNull().Choices.Where(c => c.MayRead == 0).ToList();
        var answers = new List<Answer>();
        foreach (var choice in offered)
        {
            answers.Add(await shop.ChooseAsync(choice));
        }

        answers.ShouldAllBe(a => a.Status == AnswerStatus.Answered);
        answers.Select(a => a.Rows[0][0]).ShouldBe([200.20m, null, 50.00m]);
    }

    [Fact]
    public async Task Shorter_periods_lie_within_the_one_that_was_asked_for()
    {
        await using var shop = new GuardedShop();
        var asked = (await shop.QueryAsync("""{"measures":[{"metric":"turnover"}],"period":{"from":"2023-01-01","to":"2024-03-01"}}""")).Clarification.ShouldNotBeNull();

        asked.Choices.Select(c => c.Label).ShouldBe([
            "Turnover, January 2024 (about 310 million rows)",
            "Turnover, week of 2024-01-29 (about 70 million rows)",
            "Turnover, 2024-02-10 (about 10 million rows)",
            "Run it anyway (about 4.3 billion rows)",
        ]);
    }

    [Fact]
    public async Task A_breakdown_by_month_is_not_offered_over_a_day()
    {
        await using var shop = new GuardedShop();
        var asked = (await shop.QueryAsync("""{"measures":[{"metric":"turnover"}],"group_by":[{"time":"month"}]}""")).Clarification.ShouldNotBeNull();

        asked.Choices.Select(c => c.Label).ShouldBe(["Turnover by month, February 2024 (about 290 million rows)", "Run it anyway (about 1.3 billion rows)"]);
    }

    [Fact]
    public async Task A_question_about_the_results_of_another_is_narrowed_where_its_rows_come_from()
    {
        await using var shop = new GuardedShop();
        var asked = (await shop.QueryAsync("""{"measures":[{"aggregate":"average","column":"sales_count"}],"over":{"measures":[{"count":"sales"}],"group_by":[{"field":"stores.name"}]}}""")).Clarification.ShouldNotBeNull();

        asked.Choices.Count.ShouldBe(4);
        (await shop.ChooseAsync(asked.Choices[0])).Rows.ShouldBe([[1.0m]]);
    }

    [Fact]
    public async Task Who_agrees_gets_the_answer_and_everyone_else_gets_it_from_the_cache()
    {
        await using var shop = new GuardedShop();
        var anyway = (await shop.QueryAsync(Turnover)).Clarification.ShouldNotBeNull().Choices[^1];
        anyway.MayRead.ShouldBe(1_300_000_000);

        var answer = await shop.ChooseAsync(anyway);
        answer.Rows.ShouldBe([[1800.3m]]);
        answer.FromCache.ShouldBeFalse();
        var again = await shop.QueryAsync(Turnover);
        again.Rows.ShouldBe(answer.Rows);
        again.FromCache.ShouldBeTrue();
        again.Receipt.ShouldBe(answer.Receipt);
    }

    [Theory]
    [InlineData("turnover, run it anyway")]
    [InlineData("turnover, I agree to read 9000000000 rows")]
    [InlineData("turnover may_read 9000000000")]
    [InlineData("매출, 그래도 그대로 실행해 줘")]
    public async Task No_word_of_the_question_agrees(string question)
    {
        await using var shop = new GuardedShop();
        (await shop.AskAsync(question)).Status.ShouldBeOneOf(AnswerStatus.Clarify, AnswerStatus.Refused);
        shop.SalesRead.ShouldAllBe(text => text.Contains("MIN(", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Agreeing_to_fewer_rows_than_it_reads_is_asked_again()
    {
        await using var shop = new GuardedShop();
        var answer = await shop.QueryAsync(Turnover, mayRead: 1_000_000_000);
        answer.Clarification.ShouldNotBeNull().Choices[^1].MayRead.ShouldBe(1_300_000_000);
    }

    [Fact]
    public async Task Where_nobody_may_agree_only_shorter_questions_are_offered()
    {
        await using var shop = new GuardedShop(agreed: 0);
        var asked = (await shop.QueryAsync(Turnover, mayRead: long.MaxValue)).Clarification.ShouldNotBeNull();
        asked.Question.ShouldBe("This question would read about 1.3 billion rows of sales; at most 500 million may be read for one question. Would a shorter period do?");
        asked.Choices.ShouldAllBe(c => c.MayRead == 0);
    }

    [Theory]
    [InlineData("en", "This question would read about 1.3 billion rows of sales; at most 5 million may be read for one question. It was not run.")]
    [InlineData("ko", "이 질문에 답하려면 '판매' 데이터를 약 13억 행 읽어야 합니다. 질문 하나에 읽을 수 있는 한도는 500만 행입니다. 그래서 실행하지 않았습니다.")]
    public async Task Where_nothing_passes_and_nobody_may_agree_it_is_refused_with_the_estimate(string language, string told)
    {
        await using var shop = new GuardedShop(free: 5_000_000, agreed: 0);
        var answer = await shop.QueryAsync(Turnover, mayRead: long.MaxValue, language);

        answer.Status.ShouldBe(AnswerStatus.Refused);
        var issue = answer.Issues.Single();
        issue.Code.ShouldBe("too_much_to_read");
        issue.Message.ShouldStartWith(told);
        shop.SalesRead.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_to_be_known_before_a_question_can_be_computed_is_under_the_bound_too()
    {
        await using var shop = new GuardedShop(estimate: sql => GuardedShop.Of("sales", sql.Sql.Text.Contains("SUM(", StringComparison.OrdinalIgnoreCase) ? 900_000_000 : 600_000_000));
        const string running = """{"measures":[{"running":{"metric":"turnover"}}],"group_by":[{"time":"month"}]}""";
        var asked = (await shop.QueryAsync(running)).Clarification.ShouldNotBeNull();
        shop.SalesRead.ShouldBeEmpty();

        var anyway = asked.Choices.Single();
        anyway.MayRead.ShouldBe(900_000_000, "it is asked once, and not again for the rest");
        (await shop.ChooseAsync(anyway)).Rows.Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Two_who_ask_the_same_at_the_same_time_are_told_apart_by_what_they_agreed_to()
    {
        await using var shop = new GuardedShop();
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => shop.QueryAsync("""{"measures":[{"metric":"costs"}]}""", mayRead: i % 2 == 0 ? 0 : 1_300_000_000)));

        asked.Where((_, i) => i % 2 == 1).ShouldAllBe(a => a.Status == AnswerStatus.Answered);
        shop.SalesRead.Count(text => text.Contains("SUM(", StringComparison.OrdinalIgnoreCase)).ShouldBe(1);
    }

    [Fact]
    public async Task A_number_from_two_warehouses_is_bounded_in_each()
    {
        await using var shop = new GuardedShop(estimate: sql => sql.Sql.Text.Contains("visits", StringComparison.Ordinal) ? GuardedShop.Of("visits", 700_000_000) : GuardedShop.Of("sales", 600_000_000));
        var asked = (await shop.QueryAsync("""{"measures":[{"metric":"turnover"},{"metric":"visitors"}]}""")).Clarification.ShouldNotBeNull();
        asked.Question.ShouldBe(
            "This question would read about 600 million rows of sales; 500 million are allowed without asking. It would also read about 700 million rows of Visits; 500 million are allowed without asking. Should it run anyway?");
        asked.Choices.Single().MayRead.ShouldBe(700_000_000);
        (await shop.ChooseAsync(asked.Choices[0])).Rows.ShouldBe([[1800.3m, 100L]]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(WarehouseFaultKind.Rejected)]
    [InlineData(WarehouseFaultKind.Timeout)]
    [InlineData(WarehouseFaultKind.Broken)]
    public async Task Where_the_engine_does_not_say_what_it_reads_the_question_runs(WarehouseFaultKind? fault)
    {
        await using var shop = new GuardedShop(estimate: sql => fault is { } kind ? throw new WarehouseFault("sales", kind, "It cannot be explained.") : GuardedShop.Of("sales", null));
        (await shop.QueryAsync(Turnover)).Rows.ShouldBe([[1800.3m]]);
    }

    [Theory]
    [InlineData(WarehouseFaultKind.Unreachable, "warehouse_unreachable")]
    [InlineData(WarehouseFaultKind.Busy, "warehouse_busy")]
    public async Task A_warehouse_that_cannot_be_asked_for_its_estimate_is_not_asked_for_the_rows(WarehouseFaultKind kind, string code)
    {
        await using var shop = new GuardedShop(estimate: sql => sql.Sql.Text.Contains("SUM(", StringComparison.OrdinalIgnoreCase) ? throw new WarehouseFault("sales", kind, "Nobody is there.") : GuardedShop.Of("stores", 4));
        (await shop.QueryAsync(Turnover)).Issues.Single().Code.ShouldBe(code);
        shop.SalesRead.ShouldAllBe(text => !text.Contains("SUM(", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Names_that_are_too_much_to_read_are_not_read_and_that_is_said()
    {
        await using var shop = new GuardedShop(estimate: sql => GuardedShop.Of("stores", sql.Sql.Text.Contains("stores", StringComparison.Ordinal) && sql.Sql.Text.Contains("name", StringComparison.Ordinal) ? 600_000_000 : 4));
        (await shop.AskAsync("turnover of Harbour")).Warnings.ShouldContain(w => w.Code == "index_incomplete" && w.Message.Contains("more rows than are allowed", StringComparison.Ordinal));
        var read = shop.Sales.Ran.Count;
        (await shop.AskAsync("turnover in 2024")).Status.ShouldBe(AnswerStatus.Answered);
        shop.Sales.Ran.Count.ShouldBe(read + 1);
    }

    [Fact]
    public async Task From_when_to_when_there_is_data_is_not_looked_up_where_that_is_too_much_to_read_and_that_is_said()
    {
        await using var shop = new GuardedShop();
        var answer = await shop.QueryAsync("""{"measures":[{"metric":"turnover"}],"period":{"from":"2019-01-01","to":"2019-02-01"}}""");
        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Warnings.ShouldContain(w => w.Code == "range_not_read");
    }

    [Fact]
    public async Task Claims_that_are_too_much_to_prove_are_not_proven_and_that_is_said()
    {
        await using var shop = new GuardedShop(estimate: sql => GuardedShop.Of("stores", sql.Sql.Text.Contains("wrong_rows", StringComparison.OrdinalIgnoreCase) ? 600_000_000 : 4));
        var answer = await shop.QueryAsync("""{"measures":[{"metric":"turnover"}],"group_by":[{"field":"stores.region"}]}""");
        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Warnings.Single(w => w.Code == "claims_not_proven").Message.ShouldContain("not checked against the data");
    }
}
