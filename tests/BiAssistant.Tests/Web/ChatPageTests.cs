using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BiAssistant.Tests.Web;

/// <summary>The chat as a person sees it, in a real browser.</summary>
[Collection(WebCollection.Name)]
public sealed class ChatPageTests(WebServer server) : IAsyncLifetime
{
    private ChatBrowser? _browser;

    private ChatBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not started.");

    private IPage Page => Browser.Page;

    public async Task InitializeAsync() => _browser = BrowserFactAttribute.Chromium is { } chromium ? await ChatBrowser.OpenAsync(chromium, server.Address) : null;

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task A_question_gets_a_reading_a_chart_a_table_a_sentence_and_the_SQL()
    {
        var answer = await AskAsync("revenue by region in 2024");
        await Assertions.Expect(answer.GetByTestId("reading")).ToContainTextAsync("2024");
        await Assertions.Expect(answer.GetByTestId("chart").Locator("svg")).ToBeVisibleAsync();
        (await answer.GetByTestId("table").Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(1);
        await Assertions.Expect(answer.GetByTestId("narrative")).Not.ToBeEmptyAsync();
        await answer.GetByTestId("basis").Locator("summary").ClickAsync();
        await Assertions.Expect(answer.GetByTestId("sql").First).ToContainTextAsync("SELECT");
        await Assertions.Expect(answer.GetByTestId("definition").First).ToContainTextAsync("SUM(");
        await Assertions.Expect(answer.GetByTestId("receipt")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Each_text_of_two_warehouses_tells_how_many_rows_it_gave_and_how_long_it_took()
    {
        var answer = await AskAsync("revenue and survey responses by region in 2023");
        await answer.GetByTestId("basis").Locator("summary").ClickAsync();
        var texts = await answer.GetByTestId("text").Locator("h3").AllInnerTextsAsync();
        texts.Count.ShouldBe(4);
        texts.ShouldAllBe(t => Regex.IsMatch(t, @"[0-9] rows? · [0-9.]+ ms$"));
        texts[^1].ShouldContain("put together in the embedded engine");
    }

    [BrowserFact]
    public async Task A_Korean_question_is_answered_in_Korean()
    {
        var answer = await AskAsync("2024년 월별 매출");
        await Assertions.Expect(answer).ToHaveAttributeAsync("data-status", "answered");
        await Assertions.Expect(answer.GetByTestId("reading")).ToContainTextAsync("매출");
        (await answer.GetByTestId("table").Locator("tbody tr").CountAsync()).ShouldBe(12);
    }

    [BrowserFact]
    public async Task Words_of_the_question_say_what_they_were_taken_for()
    {
        await AskAsync("Show me \U0001F600 revenue in Seoul by month in 2024");
        await AskAsync("2024년 서울의 매출을 월별로 보여줘");

        (await MarkedAsync(0)).ShouldBe(["revenue = Revenue", "Seoul = City: Seoul", "month = period", "2024 = period"]);
        (await MarkedAsync(1)).ShouldContain("매출 = 매출");
        (await Page.GetByTestId("question").Nth(1).InnerTextAsync()).ShouldStartWith("2024년");
        var (word, meaning) = (Page.GetByTestId("question").First.GetByTestId("word").Nth(1), Page.GetByTestId("question").First.GetByTestId("meaning").Nth(1));
        await Assertions.Expect(meaning).ToHaveCSSAsync("opacity", "0");
        await word.FocusAsync();
        await Assertions.Expect(meaning).ToHaveCSSAsync("opacity", "1");
    }

    private async Task<List<string>> MarkedAsync(int question)
    {
        var asked = Page.GetByTestId("question").Nth(question);
        var said = new List<string>();
        foreach (var word in await asked.GetByTestId("word").AllAsync())
        {
            var whole = await word.TextContentAsync() ?? "";
            said.Add(whole.Replace(" (", " = ", StringComparison.Ordinal).TrimEnd(')'));
        }

        return said;
    }

    [BrowserFact]
    public async Task A_word_that_nothing_explains_is_named_and_no_number_is_shown()
    {
        var answer = await AskAsync("revenue by moonphase");
        await Assertions.Expect(answer).ToHaveAttributeAsync("data-status", "refused");
        await Assertions.Expect(answer.GetByTestId("issue").First).ToContainTextAsync("moonphase");
        (await answer.GetByTestId("table").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task A_sample_question_can_be_clicked_and_is_answered()
    {
        await Page.GetByTestId("sample").First.ClickAsync();
        await Assertions.Expect(Page.GetByTestId("answer")).ToHaveAttributeAsync("data-status", "answered", ChatBrowser.Patiently);
    }

    [BrowserFact]
    public async Task Markup_in_a_question_stays_text()
    {
        var answer = await AskAsync("<img src=x onerror=\"document.title='owned'\"> revenue");
        await Assertions.Expect(answer).ToBeVisibleAsync();
        (await Page.TitleAsync()).ShouldBe("BiAssistant");
        await Assertions.Expect(Page.GetByTestId("question")).ToContainTextAsync("<img");
    }

    private Task<ILocator> AskAsync(string question) => Browser.AskAsync(question);
}
