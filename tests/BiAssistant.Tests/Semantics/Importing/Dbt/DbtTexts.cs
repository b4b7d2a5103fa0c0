using System.Text;
using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Importing.Dbt;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Semantics.Importing.Dbt;

/// <summary>Dbt projects out of texts, and what is drafted of them.</summary>
internal static class DbtTexts
{
    /// <summary>Orders and their customers in the older form; what a test says of metrics stands after it.</summary>
    public const string Shop =
        """
        semantic_models:
          - name: orders
            model: ref('orders')
            defaults: {agg_time_dimension: ordered_on}
            entities:
              - {name: order, type: primary, expr: order_id}
              - {name: customer, type: foreign, expr: customer_id}
            dimensions:
              - {name: ordered_on, type: time, type_params: {time_granularity: day}}
              - {name: shipped_on, type: time, type_params: {time_granularity: day}}
              - {name: status, type: categorical}
            measures:
              - {name: total, agg: sum, expr: amount}
              - {name: rows, agg: count, expr: "*"}
              - {name: buyers, agg: count_distinct, expr: customer_id}
              - {name: things, agg: count}
              - {name: middle, agg: percentile, expr: amount, agg_params: {percentile: 0.5, use_discrete_percentile: true}}
              - {name: stock, agg: sum, expr: pieces, non_additive_dimension: {name: ordered_on, window_choice: max}}
          - name: customers
            model: ref('customers')
            defaults: {agg_time_dimension: signed_up_on}
            entities:
              - {name: customer, type: primary, expr: customer_id}
            dimensions:
              - {name: region, type: categorical}
              - {name: signed_up_on, type: time, type_params: {time_granularity: day}}
            measures:
              - {name: signups, agg: count, expr: "1"}

        """;

    public static Outcome<ImportDraft> Read(string yaml, DbtOptions? options = null, Func<DbtSource, DbtSource>? change = null)
    {
        var source = new DbtSource("shop", DbtProjectFile.None, [new CatalogText("models/shop.yml", yaml)]);
        return DbtImport.Read(change is null ? source : change(source), options ?? new DbtOptions());
    }

    public static ImportDraft Draft(string yaml, DbtOptions? options = null, Func<DbtSource, DbtSource>? change = null)
    {
        var draft = Read(yaml, options, change);
        return draft.Value ?? throw new InvalidOperationException(string.Join('\n', draft.Issues));
    }

    public static DbtManifest Manifest(string json) => DbtManifest.Read(Encoding.UTF8.GetBytes(json), "target/manifest.json").Value ?? throw new ArgumentException(json, nameof(json));

    public static bool HasMetric(this ImportDraft draft, string name) => draft.Files.Any(file => IsOf(file, name));

    /// <summary>The text of a metric's file.</summary>
    public static string Metric(this ImportDraft draft, string name) =>
        draft.Files.FirstOrDefault(file => IsOf(file, name))?.Text ?? throw new InvalidOperationException($"There is no metric {name}: {string.Join('\n', draft.Said(RemarkKind.LeftOut))}");

    public static string Model(this ImportDraft draft) => draft.Files.First(file => file.Path.StartsWith("semantic-models/", StringComparison.Ordinal)).Text;

    public static string[] Said(this ImportDraft draft, RemarkKind kind) => [.. draft.Remarks.Where(remark => remark.Kind == kind).Select(remark => remark.Message)];

    private static bool IsOf(DraftFile file, string name) => file.Path.EndsWith($"/{name}.yml", StringComparison.Ordinal);
}
