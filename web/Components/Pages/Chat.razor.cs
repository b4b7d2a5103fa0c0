using BiAssistant.Answers;
using BiAssistant.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BiAssistant.Web.Components.Pages;

/// <summary>The chat: one question at a time, every answer with what it rests on.</summary>
public sealed partial class Chat
{
    private const int MostIssues = 20;

    private readonly string _session = Guid.NewGuid().ToString("n");
    private readonly List<Turn> _turns = [];
    private PageText _text = PageText.English;
    private CancellationTokenSource? _asking;
    private string _typed = "";

    /// <summary>A question in the address is asked at once, so that answers can be linked to.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    private string? Linked { get; set; }

    public void Dispose()
    {
        Workspace.Changed -= ShowCatalog;
        Stop();
    }

    protected override void OnInitialized() => Workspace.Changed += ShowCatalog;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && !string.IsNullOrWhiteSpace(Linked))
        {
            await AskAsync(Linked);
        }
    }

    private Task AskAsync(string question) =>
        string.IsNullOrWhiteSpace(question) ? Task.CompletedTask : RunAsync(new Turn(question.Trim()), new AskRequest { Question = question.Trim() });

    private Task ChooseAsync(AnswerChoice choice) =>
        RunAsync(new Turn(choice.Label), new AskRequest { Query = choice.Query, MayRead = choice.MayRead, Language = _turns[^1].Answer?.Language });

    private async Task RunAsync(Turn turn, AskRequest request)
    {
        if (_asking is not null)
        {
            return;
        }

        using var asking = _asking = new CancellationTokenSource();
        _turns.Add(turn);
        _typed = "";
        StateHasChanged();
        try
        {
            turn.Answer = await Desk.AskAsync(request with { Session = _session }, asking.Token);
            _text = PageText.In(turn.Answer.Language);
        }
        catch (OperationCanceledException)
        {
            turn.Note = _text.Stopped;
        }
        finally
        {
            _asking = null;
        }

        StateHasChanged();
        await Browser.InvokeVoidAsync("biChart.showLast");
    }

    private void ShowCatalog() => _ = InvokeAsync(StateHasChanged);

    private void Stop() => _asking?.Cancel();

    private void Speak(string language) => _text = PageText.In(language);

    private string Pressed(string language) => _text.Language == language ? "btn-primary" : "btn-outline-secondary";

    /// <summary>One question and what became of it.</summary>
    private sealed class Turn(string shown)
    {
        public string Shown { get; } = shown;

        public Answer? Answer { get; set; }

        public string? Note { get; set; }
    }
}
