using System.Threading.Channels;

namespace BiAssistant.Answers.State;

/// <summary>One question as it was asked and what became of it; the instant is in Unix milliseconds.</summary>
/// <param name="Texts">The texts that ran, as JSON: in which warehouse, how many rows, how long. Null where none did.</param>
public sealed record AskedQuestion(long AskedAt, string? Question, string Language, string? Role, string Status, string? Receipt, long FromCache, double TotalMs, string? Texts = null);

/// <summary>Writes down what was asked, behind the answers and in batches: no answer waits for it. What is left is written at the end.</summary>
public sealed class QuestionLog : IAsyncDisposable
{
    private const int Room = 10_000;
    private const int Batch = 500;

    private readonly Channel<AskedQuestion> _waiting = Channel.CreateBounded<AskedQuestion>(
        new BoundedChannelOptions(Room) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly StateStore _state;
    private readonly Task _writing;

    public QuestionLog(StateStore state)
    {
        _state = state;
        _writing = Task.Run(WriteAsync);
    }

    public void Add(AskedQuestion asked) => _waiting.Writer.TryWrite(asked);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        var batch = new List<AskedQuestion>(Batch);
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < Batch && _waiting.Reader.TryRead(out var asked))
            {
                batch.Add(asked);
            }

            await _state.RecordAsync(batch, CancellationToken.None).ConfigureAwait(false);
            batch.Clear();
        }
    }
}
