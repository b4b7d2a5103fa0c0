using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grounding;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Values;

/// <summary>
/// Which fields have their values known by name, and which of the values found are worth knowing. Declared ones always; else visible text fields whose
/// values repeat, are few, or name rows. Sensitive fields never.
/// </summary>
internal static class IndexedFields
{
    /// <summary>More distinct values than this are not indexed.</summary>
    public const int MostValues = 50_000;

    private const int FewValues = 5_000;
    private const int LongestValue = 200;
    private const int ProseLength = 60;

    /// <summary>Fields to index, those most likely to be named first: names of rows, then what is declared, then the rest.</summary>
    public static IEnumerable<Field> Of(Catalog catalog) => catalog.Fields
        .Where(IsCandidate)
        .OrderBy(f => ReferenceEquals(f.Dataset.NameField, f) ? 0 : f.IndexValues == true ? 1 : 2);

    /// <summary>How often each value stands in the rows, most used first.</summary>
    public static SemanticQuery QueryOf(Field field, Catalog catalog) => new()
    {
        Measures = [new CountMeasure(catalog.NameOf(field.Dataset)) { As = "times" }],
        GroupBy = [new FieldGrouping(catalog.NameOf(field))],
    };

    /// <summary>The values of a field out of the rows of its query; none when they are too many, or prose.</summary>
    public static IEnumerable<IndexedValue> ValuesOf(Field field, ResultTable result)
    {
        var counts = new Dictionary<string, long>();
        var rows = 0L;
        foreach (var row in result.Rows)
        {
            var count = row[^1] is long times ? times : 0;
            rows += count;
            if (row[0] is string { Length: > 0 and <= LongestValue } text && !string.IsNullOrWhiteSpace(text))
            {
                counts[text] = counts.GetValueOrDefault(text) + count;
            }
        }

        return WorthKnowing(field, counts, rows, result.Truncated)
            ? counts.Select(value => new IndexedValue(field, new SqlText(value.Key), value.Key, value.Value))
            : [];
    }

    private static bool IsCandidate(Field field) =>
        !field.Sensitive && !field.Hidden && !field.Dataset.Hidden && field.IndexValues != false && !field.IsTime
        && field.Type.Kind is SqlTypeKind.Text or SqlTypeKind.Unknown
        && (!field.Rollup || field.IndexValues == true);

    private static bool WorthKnowing(Field field, Dictionary<string, long> counts, long rows, bool truncated)
    {
        if (truncated || counts.Count == 0)
        {
            return false;
        }

        if (field.IndexValues == true || ReferenceEquals(field.Dataset.NameField, field))
        {
            return true;
        }

        var prose = counts.Keys.Average(text => text.Length) > ProseLength;
        return !prose && (counts.Count <= FewValues || counts.Count <= rows / 2);
    }
}
