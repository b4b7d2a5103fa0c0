using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BiAssistant.Benchmarks;

// Without arguments, or with "figures" and a part of a name: percentiles beside the budgets, in a minute or two. With anything else: BenchmarkDotNet's means of
// the benchmarks whose names hold it ("*" for all).
if (args is [] or ["figures", ..])
{
    return await Figures.PrintAsync(args.Length > 1 ? args[1] : "", Console.Out);
}

var filter = args[0].StartsWith('-') ? args : ["--filter", $"*{args[0].Trim('*')}*"];
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default)
    .AddLogger(ConsoleLogger.Default);
BenchmarkSwitcher.FromAssembly(typeof(Figures).Assembly).Run(filter, config);
return 0;
