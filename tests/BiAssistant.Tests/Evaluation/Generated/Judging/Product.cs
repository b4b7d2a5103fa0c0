using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using BiAssistant.Warehouses;
using Filled = BiAssistant.Answers.Composition.EveryPeriod;

namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>What the product says to a query: columns and rows, or why there are none.</summary>
internal sealed record Said(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, Seq<Issue> Refusal, string Sql);

/// <summary>The product on its whole way: catalog as YAML, query as JSON, text through the gate, rows of a real engine.</summary>
internal sealed class Product
{
    private readonly Engine _engine;
    private readonly DateTime _now;
    private readonly Catalog _catalog;
    private readonly QueryCompiler _compiler;

    public Product(Engine engine, World world)
    {
        (_engine, _now) = (engine, world.Now);
        var load = CatalogLoader.Load([new CatalogText("business.yml", WorldText.Of(world))]);
        load.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => $"{issue.At} {issue.Element}: {issue.Message}").ShouldBeEmpty(WorldText.Of(world));
        _catalog = load.Catalog;
        _compiler = new QueryCompiler(_catalog, engine.Warehouses.DialectOf, TimeProvider.System);
    }

    public async Task<Said> AskAsync(Question question)
    {
        var read = SemanticQueryJson.Read(question.Json.ToJsonString());
        read.Issues.ShouldBeEmpty(question.Json.ToJsonString());
        var query = read.Value.ShouldNotBeNull();
        var context = new BindingContext(Asker.Anyone, _now);
        var byTime = question.By.Any(grouping => grouping.IsTime) ? _compiler.Compile(query, context).Canonical : null;
        if ((_compiler.Extents(query, context) ?? (byTime is null ? null : _compiler.DataOf(byTime, context))) is var (extents, clocks))
        {
            var row = (await TableAsync(extents)).Rows.ShouldHaveSingleItem();
            context = context with { Extents = clocks.Select((clock, i) => clock with { First = Library.Cells.Time(row[2 * i]), Last = Library.Cells.Time(row[(2 * i) + 1]) }).ToSeq() };
        }

        var compiled = _compiler.Compile(query, context);
        if (compiled.Ready is not { } ready)
        {
            return new Said([], [], compiled.Issues, "");
        }

        var rows = await TableAsync(ready);
        var table = ready.Bound.Periods is { InRows: false } && Filled.Of(ready.Bound, rows, int.MaxValue / 2) is { } filled ? filled : rows;
        var columns = ready.Bound.Groups.Select(group => group.Name).Concat(ready.Bound.Measures.Select(measure => measure.Name));
        return new Said([.. columns], [.. table.Rows.Select(row => (IReadOnlyList<object?>)[.. row])], [], string.Join("\n\n", ready.Plan.Fragments.Select(fragment => $"{fragment.Name} in {fragment.Warehouse}:\n{fragment.Sql.Sql.Text}").Append(ready.Plan.Merge?.Sql.Text)));
    }

    private Task<ResultTable> TableAsync(ReadyQuery ready) => _engine.TableAsync(ready.Plan);
}
