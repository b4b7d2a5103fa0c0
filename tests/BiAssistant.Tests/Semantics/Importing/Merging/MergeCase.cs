using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Importing.Merging;
using BiAssistant.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Importing.Merging;

/// <summary>A catalog that was imported, edited and is imported again.</summary>
internal static class MergeCase
{
    public const string Shop = "semantic-models/shop.yml";

    public const string Draft = """
        version: 0.2.0.dev0
        semantic_model:
          - name: shop
            warehouse: main
            datasets:
              - name: orders
                source: orders
                primary_key: [id]
                entity:
                  singular: order
                  plural: orders
                synonyms: [sales, purchases]
                fields:
                  - name: id
                    datatype: Integer
                  - name: amount
                    label: Amount
                    datatype: Decimal
                  - name: day
                    datatype: Date
                  - name: customer_id
                    datatype: Integer
              - name: customers
                source: customers
                primary_key: [id]
                fields:
                  - name: id
                    datatype: Integer
                  - name: city
                    datatype: String
            relationships:
              - name: customer
                from: orders
                to: customers
                from_columns: [customer_id]
                to_columns: [id]
            metrics:
              - name: turnover
                expression: SUM(orders.amount)
                time: day

        """;

    public static MergedImport Merge(string? edited, string last, string fresh, params (string Path, string Text)[] others) => Merge(
        [.. edited is null ? Array.Empty<(string, string)>() : [(Shop, edited)], .. others], [(Shop, last)], [(Shop, fresh)]);

    public static MergedImport Merge((string Path, string Text)[] edited, (string Path, string Text)[] last, (string Path, string Text)[] fresh, params string[] leftOut)
    {
        var ground = new ImportGround([.. edited.Select(f => new CatalogText(f.Path, f.Text))], [.. last.Select(f => new DraftFile(f.Path, f.Text))], [.. leftOut]);
        var merged = ImportMerge.Run(ground, new ImportDraft("shop", [.. fresh.Select(f => new DraftFile(f.Path, f.Text))], []), CancellationToken.None);
        merged.Succeeded.ShouldBeTrue(string.Join('\n', merged.Issues.Select(i => $"{i.At}: {i.Message}")));
        return merged.Value!;
    }

    public static string? After(this MergedImport merged, string path = Shop) => merged.Files.Single(f => f.Path == path).After;

    public static IEnumerable<string> First(this MergedImport merged) => merged.Remarks.Where(r => r.Kind == RemarkKind.LookFirst).Select(r => r.Message);

    public static string With(this string text, string old, string now)
    {
        text.ShouldContain(old);
        return text.Replace(old, now, StringComparison.Ordinal);
    }
}
