using System.Diagnostics;
using BiAssistant.Answers;
using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Writing;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Benchmarks;

/// <summary>The product's figures as percentiles of single runs, each beside its budget. Nothing fails by being slow: what is slow is read here.</summary>
internal static class Figures
{
    private const int Runs = 5_000;

    /// <summary>Takes minutes and gigabytes, so it is printed only where it is asked for.</summary>
    private const string ByHand = "byhand";

    private static readonly TimeSpan LongestLoop = TimeSpan.FromSeconds(10);

    public static async Task<int> PrintAsync(string filter, TextWriter output)
    {
        await output.WriteLineAsync($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, load {Load()}");
        var parts = new (string Name, Func<TextWriter, Task> Print)[]
        {
            ("load", LoadAndUnderstandLargeAsync),
            ("understand", UnderstandDemoAsync),
            ("compile", CompileAsync),
            ("forms", FormFigures.CompileAsync),
            (ByHand, FormFigures.BesideHandWrittenAsync),
            ("cached", CachedAsync),
            ("sql", ReadAndWriteSqlAsync),
            ("estimate", EstimateFigures.PrintAsync),
            ("warehouses", TwoWarehouses.PrintAsync),
        };
        var chosen = parts.Where(p => p.Name.Contains(filter, StringComparison.OrdinalIgnoreCase) && (p.Name != ByHand || filter.Length > 0)).ToList();
        foreach (var (_, print) in chosen)
        {
            await print(output);
        }

        return chosen.Count > 0 ? 0 : 64;
    }

    /// <summary>How many processes want a processor, where the system says so: figures of a machine that has other work are not the product's.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    /// <summary>First, while nothing is warm: loading is what a start waits for.</summary>
    private static async Task LoadAndUnderstandLargeAsync(TextWriter output)
    {
        var texts = LargeCatalog.Texts();
        var (allocated, paused, busy) = (GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration(), Environment.CpuUsage.TotalTime);
        var cold = Stopwatch.StartNew();
        var catalog = Loaded(texts);
        cold.Stop();
        (allocated, paused, busy) = (GC.GetTotalAllocatedBytes() - allocated, GC.GetTotalPauseDuration() - paused, Environment.CpuUsage.TotalTime - busy);
        var warm = Measured.Of(3, LongestLoop, _ => Loaded(texts));
        var fields = catalog.Fields.Count();
        await output.WriteLineAsync($"large catalog ({texts.Sum(t => t.Text.Length) / 1e6:0.0} MB, {fields:N0} fields, {catalog.Metrics.Count:N0} metrics): loaded cold in {cold.Elapsed.TotalSeconds:0.0} s (budget 3 s), {busy.TotalSeconds:0.0} s of processor time, {paused.TotalMilliseconds:0} ms of pauses, {allocated / 1e6:0} MB allocated; again in {warm}");

        await ReloadAsync(texts, output);

        await BindAsync(catalog, output);

        var building = Stopwatch.StartNew();
        var values = ValueIndex.Build(catalog, LargeCatalog.Values(catalog));
        var understander = new Understander(catalog, values);
        building.Stop();
        GC.Collect();
        await output.WriteLineAsync(
            $"index of {values.Count:N0} values built in {building.Elapsed.TotalSeconds:0.0} s; {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB live, {Process.GetCurrentProcess().WorkingSet64 / 1e6:0} MB resident (budget 1,000 MB)");

        var questions = LargeQuestions.Make(Runs, seed: 1);
        var outcomes = questions.Take(500).Select(q => understander.Understand(new Question(q), Demo.Today)).ToList();
        await output.WriteLineAsync($"of 500: {outcomes.OfType<Understood>().Count()} understood, {outcomes.OfType<Ambiguous>().Count()} asked back, {outcomes.OfType<NotUnderstood>().Count()} refused");
        await output.WriteLineAsync($"understand, large catalog: {Measured.Of(questions.Count, LongestLoop, i => understander.Understand(new Question(questions[i]), Demo.Today))} (budget p50 2 ms, p99 20 ms)");
        GC.KeepAlive(catalog);
    }

    /// <summary>What a service does when someone saves a file of the large catalog.</summary>
    private static async Task ReloadAsync(IReadOnlyList<CatalogText> texts, TextWriter output)
    {
        var compiler = new CatalogCompiler();
        compiler.Load(texts);
        foreach (var file in new[] { $"metrics/{LargeCatalog.Fact(7)}.", "facts7." })
        {
            var edits = Enumerable.Range(0, 60).Select(turn => LargeCatalog.WithOneChanged(texts, file, turn)).ToList();
            Measured.Of(10, LongestLoop, i => compiler.Load(edits[i]));
            await output.WriteLineAsync($"reload, {file}yml of {texts.Count} changed: {Measured.Of(50, LongestLoop, i => compiler.Load(edits[i + 10]))} (budget 100 ms)");
        }

        var catalog = compiler.Load(texts).Catalog;
        await output.WriteLineAsync($"vocabulary and grammar over a reloaded catalog: {Measured.Of(10, LongestLoop, _ => new Understander(catalog, ValueIndex.Empty))}");
    }

    private static async Task BindAsync(Catalog catalog, TextWriter output)
    {
        var queries = Enumerable.Range(0, LargeCatalog.Facts).Select(fact => new SemanticQuery
        {
            Measures = [new MetricMeasure($"{LargeCatalog.Fact(fact)}_revenue")],
            GroupBy = [new FieldGrouping($"{LargeCatalog.Thing(LargeCatalog.ThingOf(fact, 0))}.name"), new TimeGrouping(BiAssistant.Semantics.Calendars.TimeGrain.Month)],
        }).Select(query => Canonicalizer.Canonicalize(query, catalog, Demo.Today.Now).Value ?? throw new InvalidOperationException(SemanticQueryJson.Write(query))).ToList();
        var binder = new Binder(catalog);
        object Bind(int i) => binder.Bind(queries[i % queries.Count], Demo.Today).Value ?? throw new InvalidOperationException(SemanticQueryJson.Write(queries[i % queries.Count]));
        Measured.Of(queries.Count, LongestLoop, Bind);
        await output.WriteLineAsync($"bind a query, large catalog: {Measured.Of(Runs, LongestLoop, Bind)}; a binder made: {Measured.Of(50, LongestLoop, _ => new Binder(catalog))}");
    }

    private static async Task UnderstandDemoAsync(TextWriter output)
    {
        await using var workspace = Demo.Open();
        var understander = new Understander(workspace.Catalog, ValueIndex.Empty);
        var questions = Demo.Questions;
        foreach (var question in questions)
        {
            understander.Understand(new Question(question), Demo.Today);
        }

        await output.WriteLineAsync($"understand, demo catalog: {Measured.Of(Runs, LongestLoop, i => understander.Understand(new Question(questions[i % questions.Count]), Demo.Today))} (budget p50 2 ms, p99 20 ms)");
    }

    private static async Task CompileAsync(TextWriter output)
    {
        await using var workspace = Demo.Open();
        // What looks back without a period asks the data first, which is no part of this.
        var binder = new Binder(workspace.Catalog);
        var queries = Demo.Queries.Where(q => binder.Bind(q, Demo.Today).Value is { Facts.NeedsExtents: false }).ToList();
        object Compile(int i)
        {
            // A compiler remembers; each of these is new.
            var compiled = new QueryCompiler(workspace.Catalog, Demo.DialectOf, TimeProvider.System).Compile(queries[i % queries.Count], Demo.Today);
            return compiled.Ready ?? throw new InvalidOperationException($"{SemanticQueryJson.Write(queries[i % queries.Count])}: {string.Join('\n', compiled.Issues)}");
        }

        Measured.Of(queries.Count * 10, LongestLoop, Compile);
        await output.WriteLineAsync($"semantic query to validated SQL, {queries.Count} queries: {Measured.Of(Runs, LongestLoop, Compile)} (budget p50 1 ms)");
    }

    private static async Task CachedAsync(TextWriter output)
    {
        await using var workspace = Demo.Open();
        var answered = new List<string>();
        foreach (var question in Demo.Questions)
        {
            if ((await AskAsync(workspace, question)).Status == AnswerStatus.Answered)
            {
                answered.Add(question);
            }
        }

        async Task<double> RateAsync(int askers)
        {
            var count = 0;
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, askers).Select(asker => Task.Run(async () =>
            {
                for (var i = asker; watch.ElapsedMilliseconds < 3_000; i++)
                {
                    if (!(await AskAsync(workspace, answered[i % answered.Count])).FromCache)
                    {
                        throw new InvalidOperationException("An answer was not in the cache.");
                    }

                    Interlocked.Increment(ref count);
                }
            })));
            return count / watch.Elapsed.TotalSeconds;
        }

        await RateAsync(1);
        await output.WriteLineAsync($"cached answer in process, {answered.Count} questions: {await RateAsync(1):N0} a second by one asker, {await RateAsync(Environment.ProcessorCount):N0} by {Environment.ProcessorCount} (budget 10,000)");
    }

    private static async Task ReadAndWriteSqlAsync(TextWriter output)
    {
        await output.WriteLineAsync($"a query of sixty lines, portable: parsed {WarmlyMeasured(_ => SixtyLines.Parse(SixtyLines.Portable, SqlDialects.Portable))}");
        foreach (var dialect in SqlDialects.All)
        {
            if (SixtyLines.In(dialect) is not { } text)
            {
                await output.WriteLineAsync($"{dialect}: {string.Join("; ", SqlWriter.Write(SixtyLines.Tree, dialect).Issues.Select(issue => issue.Message))}");
                continue;
            }

            await output.WriteLineAsync($"{dialect} ({text.Count('\n') + 1} lines): parsed {WarmlyMeasured(_ => SixtyLines.Parse(text, dialect))}");
            await output.WriteLineAsync($"{dialect}: written {WarmlyMeasured(_ => SqlWriter.Write(SixtyLines.Tree, dialect))}");
            await output.WriteLineAsync($"{dialect}: translated from portable text {WarmlyMeasured(_ => SqlTranslator.Translate(SixtyLines.Portable, SqlDialects.Portable, dialect))}");
        }
    }

    private static Measured WarmlyMeasured(Func<int, object> run)
    {
        Measured.Of(Runs / 10, LongestLoop, run);
        return Measured.Of(Runs, LongestLoop, run);
    }

    private static Task<Answer> AskAsync(Workspace workspace, string question) =>
        workspace.Pipeline.AskAsync(new AskRequest { Question = question }, CancellationToken.None);

    private static Catalog Loaded(IEnumerable<CatalogText> texts)
    {
        var load = CatalogLoader.Load(texts);
        return load.HasErrors ? throw new InvalidOperationException(string.Join('\n', load.Issues.Take(5))) : load.Catalog;
    }
}
