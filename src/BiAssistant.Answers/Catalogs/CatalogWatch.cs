using BiAssistant.Semantics.Loading;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.Catalogs;

/// <summary>
/// Loads a catalog again when its files change: soon after the operating system says so, and every few seconds besides, because not every file system tells.
/// One look at a time; files that say what they said before are not loaded again, and a change is taken when two looks in a row see the same, so that no file
/// is taken half written.
/// </summary>
public sealed class CatalogWatch : IAsyncDisposable
{
    /// <summary>Files are looked at when nothing was written for so long, and once more after that, so that an editor or a checkout can finish.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    /// <summary>Looks that must find a file empty before it is taken so: it is most likely about to be written.</summary>
    private const int LooksAtEmpty = 5;

    private readonly CatalogSource _source;
    private readonly string _workingDirectory;
    private readonly ILogger _log;
    private readonly Func<CatalogLoad, CancellationToken, Task> _loaded;
    private readonly CatalogCompiler _compiler = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _oneLook = new(1, 1);
    private readonly Lock _lock = new();
    private readonly ITimer _soon;
    private readonly ITimer _regularly;
    private FolderWatchers _watchers;
    private CatalogTexts? _last;
    private CatalogTexts? _seen;
    private int _looks;
    private bool _told;
    private bool _hasLoaded;

    /// <param name="source">Where the files are.</param>
    /// <param name="workingDirectory">Where relative paths start.</param>
    /// <param name="loaded">Told of every catalog that differs from the one before, errors or not, one after the other.</param>
    /// <param name="clock">Decides when to look.</param>
    /// <param name="log">Told what cannot be watched.</param>
    public CatalogWatch(CatalogSource source, string workingDirectory, Func<CatalogLoad, CancellationToken, Task> loaded, TimeProvider clock, ILogger log)
    {
        (_source, _workingDirectory, _loaded, _log) = (source, workingDirectory, loaded, log);
        _soon = clock.CreateTimer(_ => LookBehind(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watchers = new FolderWatchers(Paths, Changed, log);
        _regularly = clock.CreateTimer(_ => LookBehind(), null, TimeSpan.Zero, LookEvery);
    }

    private IEnumerable<string> Paths => _source.Paths.Select(path => Path.GetFullPath(path, _workingDirectory));

    /// <summary>Something under the paths has changed: a look follows once things are quiet.</summary>
    public void Changed()
    {
        lock (_lock)
        {
            (_told, _seen) = (true, null);
            _soon.Change(Quiet, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Reads the files now. True when what they say is what was loaded last; false when they differ, which another look has to see too.</summary>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        await _oneLook.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var texts = CatalogFiles.Read(_source.Paths, _workingDirectory);
            if (texts.SaysTheSameAs(_last))
            {
                return true;
            }

            if (_hasLoaded && !IsSettled(texts))
            {
                return false;
            }

            (_last, _hasLoaded) = (texts, true);
            await _loaded(CatalogSource.Load(texts, _compiler.Load), cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            _oneLook.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _soon.DisposeAsync().ConfigureAwait(false);
        await _regularly.DisposeAsync().ConfigureAwait(false);
        _watchers.Dispose();
        await _oneLook.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _oneLook.Dispose();
        _stop.Dispose();
    }

    /// <summary>Whether the looks before this one saw the same, and nothing was written between them; otherwise another follows.</summary>
    private bool IsSettled(CatalogTexts texts)
    {
        lock (_lock)
        {
            _looks = texts == _seen ? _looks + 1 : 1;
            if (_looks > 1 && (_looks >= LooksAtEmpty || !HasEmptied(texts)))
            {
                (_told, _seen) = (false, null);
                return true;
            }

            if (!_told)
            {
                // A change that nobody told of: what was watched may have been moved away and made anew.
                Watch();
            }

            _seen = texts;
            _soon.Change(HasEmptied(texts) ? LookEvery : Quiet, Timeout.InfiniteTimeSpan);
            return false;
        }
    }

    private bool HasEmptied(CatalogTexts texts) =>
        texts.Texts.Any(text => text.Text.Length == 0 && _last?.Texts.Any(before => before.Name == text.Name && before.Text.Length > 0) == true);

    private void Watch()
    {
        _watchers.Dispose();
        _watchers = new FolderWatchers(Paths, Changed, _log);
    }

    /// <summary>What goes wrong behind the scenes is said in the log and tried again at the next look.</summary>
    private async void LookBehind()
    {
        try
        {
            await LookAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
        {
            _log.LogDebug("The catalog is no longer watched.");
        }
        catch (Exception bug)
        {
            _last = null;
            _log.LogError(bug, "The catalog could not be loaded again.");
        }
    }
}
