using BiAssistant.Planning;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Planning;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>The product, asked the way that people ask it: catalog as YAML, question as JSON, and a real engine.</summary>
internal sealed class Product
{
    private const string UsualCalendar = "{fiscal_year_start: 4, week_start: sunday}";

    private static readonly string Model = File.ReadAllText(Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Evaluation", "Library", "library.yml"));

    private readonly LibraryEngines _engines;
    private readonly Setting _setting;
    private readonly Catalog _catalog;
    private readonly Binder _binder;

    public Product(LibraryEngines engines, Setting setting, IEnumerable<Definition> metrics)
    {
        (_engines, _setting) = (engines, setting);
        var lines = metrics.SelectMany(metric => metric.WithNeeds).DistinctBy(metric => metric.Name).Select(metric => $"  - {metric}");
        var load = CatalogLoader.Load([new CatalogText("library.yml", Model.Replace(UsualCalendar, Written(setting.Calendar), StringComparison.Ordinal)), new CatalogText("metrics.yml", $"metrics:\n{string.Join('\n', lines)}\n")]);
        load.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => $"{issue.At} {issue.Element}: {issue.Message}").ShouldBeEmpty();
        (_catalog, _binder) = (load.Catalog, new Binder(load.Catalog));
    }

    /// <summary>The answer's rows; or why there are none.</summary>
    public async Task<(IReadOnlyDictionary<Key, IReadOnlyList<decimal?>> Rows, string? Declined)> AskAsync(string engine, Question question)
    {
        var query = SemanticQueryJson.Read(question.Json);
        query.Issues.ShouldBeEmpty(question.Json);
        var canonical = Canonicalizer.Canonicalize(query.Value.ShouldNotBeNull(), _catalog, _setting.Now);
        canonical.Value.ShouldNotBeNull(question.Json);
        var context = await InformedAsync(engine, canonical.Value, new BindingContext(Asker.Anyone, _setting.Now));
        var bound = _binder.Bind(canonical.Value, context);
        var plan = bound.Value is { } known ? Planner.Plan(known) : null;
        if (plan?.Value is not { } complete)
        {
            return (new Dictionary<Key, IReadOnlyList<decimal?>>(), string.Join(' ', bound.Issues.Concat(plan?.Issues ?? []).Select(issue => issue.Message)));
        }

        return (Rows(await TableAsync(engine, complete), question), null);
    }

    private static string Written(WorkCalendar calendar)
    {
        var pattern = calendar.Weeks is var (first, second, third) ? $", pattern: {first}-{second}-{third}" : "";
        return $"{{fiscal_year_start: {calendar.StartMonth}-{calendar.StartDay}, week_start: {calendar.WeekStart.ToString().ToLowerInvariant()}{pattern}}}";
    }

    /// <summary>What a query that looks at other periods must know of its data beforehand.</summary>
    private async Task<BindingContext> InformedAsync(string engine, SemanticQuery query, BindingContext context)
    {
        if (_binder.Extents(query, context) is not { } extents)
        {
            return context;
        }

        var row = (await TableAsync(engine, Planner.Plan(extents.Query).Value.ShouldNotBeNull())).Rows.ShouldHaveSingleItem();
        return context with { Extents = extents.Clocks.Select((clock, index) => clock with { First = Cells.Time(row[2 * index]), Last = Cells.Time(row[(2 * index) + 1]) }).ToSeq() };
    }

    private Task<ResultTable> TableAsync(string engine, QueryPlan plan) =>
        _engines.TableAsync(engine, PlannerCase.Texts(plan, _engines.DialectOf(engine)).ShouldHaveSingleItem().Sql);

    /// <summary>Columns stand in the order of the question: the period, the groups, the numbers.</summary>
    private static Dictionary<Key, IReadOnlyList<decimal?>> Rows(ResultTable table, Question question)
    {
        var times = question.Grain is null ? 0 : 1;
        return table.Rows.ToDictionary(
            row => Key.Of(row.Skip(times).Take(question.By.Count), times == 1 ? Cells.Time(row[0]) : null),
            IReadOnlyList<decimal?> (row) => [.. row.Skip(times + question.By.Count).Select(Cells.Number)]);
    }
}
