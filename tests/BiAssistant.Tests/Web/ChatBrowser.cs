using Microsoft.Playwright;

namespace BiAssistant.Tests.Web;

/// <summary>The chat in a real Chromium, opened for one test.</summary>
internal sealed class ChatBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ChatBrowser(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, Page) = (playwright, browser, page);

    public static LocatorAssertionsToHaveAttributeOptions Patiently => new() { Timeout = 60_000 };

    public IPage Page { get; }

    public static async Task<ChatBrowser> OpenAsync(string chromium, Uri address)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return new ChatBrowser(playwright, browser, page);
    }

    /// <summary>Types a question, sends it and waits for its answer.</summary>
    public async Task<ILocator> AskAsync(string question)
    {
        await Page.WaitForFunctionAsync("() => window.Blazor && document.querySelector('[data-testid=ask]')");
        await Page.GetByTestId("ask").FillAsync(question);
        return await AnsweredAsync(() => Page.GetByTestId("send").ClickAsync());
    }

    /// <summary>The answer that comes after what is done.</summary>
    public async Task<ILocator> AnsweredAsync(Func<Task> act)
    {
        var before = await Page.GetByTestId("answer").CountAsync();
        await act();
        var answer = Page.GetByTestId("answer").Nth(before);
        await answer.WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
