using Microsoft.Playwright;

namespace BiAssistant.Tests.Web;

/// <summary>A question that reads too much, as a person sees it in a deployment with a small bound.</summary>
public sealed class ReadingTooMuchPageTests
{
    [BrowserFact]
    public async Task It_is_asked_back_in_the_persons_words_and_a_click_agrees()
    {
        using var server = new WebServer(("BiAssistant__MostRowsRead", "1000"), ("BiAssistant__MostRowsAgreed__operations", "1000000000"));
        await server.InitializeAsync();
        await using var chat = await ChatBrowser.OpenAsync(BrowserFactAttribute.Chromium.ShouldNotBeNull(), server.Address);

        var korean = await chat.AskAsync("2023년 월별 매출");
        await Assertions.Expect(korean.GetByTestId("clarification")).ToContainTextAsync("확인 없이 읽을 수 있는 한도는 1,000행입니다.");
        var asked = await chat.AskAsync("revenue by region in 2024");
        await Assertions.Expect(asked).ToHaveAttributeAsync("data-status", "clarify");
        await Assertions.Expect(asked.GetByTestId("clarification")).ToContainTextAsync("This question would read about");
        await Assertions.Expect(asked.GetByTestId("reading")).ToContainTextAsync("2024");

        var anyway = asked.GetByTestId("choice").Last;
        await Assertions.Expect(anyway).ToContainTextAsync("Run it anyway (about");
        var answer = await chat.AnsweredAsync(() => anyway.ClickAsync());
        await Assertions.Expect(answer).ToHaveAttributeAsync("data-status", "answered");
        (await answer.GetByTestId("table").Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(1);

        // What was agreed to was this question alone.
        var other = await chat.AskAsync("number of bookings by month in 2024");
        await Assertions.Expect(other).ToHaveAttributeAsync("data-status", "clarify");
    }
}
