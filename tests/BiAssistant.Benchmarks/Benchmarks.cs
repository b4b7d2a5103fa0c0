using BenchmarkDotNet.Attributes;
using BiAssistant.Answers;
using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Benchmarks;

/// <summary>Means and allocations over the demo company: understand, compile, answer from the cache.</summary>
public class DemoBenchmarks
{
    private readonly IReadOnlyList<string> _questions = Demo.Questions;
    private readonly IReadOnlyList<SemanticQuery> _queries = Demo.Queries;
    private Workspace? _workspace;
    private Understander? _understander;
    private int _turn;

    private Workspace Opened => _workspace ?? throw new InvalidOperationException("Set up first.");

    private string NextQuestion => _questions[_turn++ % _questions.Count];

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _workspace = Demo.Open();
        _understander = new Understander(_workspace.Catalog, ValueIndex.Empty);
        foreach (var question in _questions)
        {
            await _workspace.Pipeline.AskAsync(new AskRequest { Question = question }, CancellationToken.None);
        }
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await Opened.DisposeAsync();

    [Benchmark]
    public Interpretation? Understand() => _understander?.Understand(new Question(NextQuestion), Demo.Today);

    [Benchmark]
    public Compilation Compile() => new QueryCompiler(Opened.Catalog, Demo.DialectOf, TimeProvider.System).Compile(_queries[_turn++ % _queries.Count], Demo.Today);

    [Benchmark]
    public Task<Answer> AnswerFromCache() => Opened.Pipeline.AskAsync(new AskRequest { Question = NextQuestion }, CancellationToken.None);
}

/// <summary>Means and allocations over the large catalog: load, understand.</summary>
public class LargeCatalogBenchmarks
{
    private readonly IReadOnlyList<CatalogText> _texts = LargeCatalog.Texts();
    private readonly IReadOnlyList<string> _questions = LargeQuestions.Make(2_000, seed: 2);
    private Understander? _understander;
    private int _turn;

    [GlobalSetup]
    public void SetUp()
    {
        var catalog = CatalogLoader.Load(_texts).Catalog;
        _understander = new Understander(catalog, ValueIndex.Build(catalog, LargeCatalog.Values(catalog)));
    }

    [Benchmark]
    public CatalogLoad Load() => CatalogLoader.Load(_texts);

    [Benchmark]
    public Interpretation? Understand() => _understander?.Understand(new Question(_questions[_turn++ % _questions.Count]), Demo.Today);
}
