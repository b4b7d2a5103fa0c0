using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
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

    /// <summary>Of the rows of a field's query those that name a value worth knowing, which is all that is kept; none when there are too many, or they are prose.</summary>
    public static ResultTable WorthKnowing(Field field, ResultTable result)
    {
        var named = result.Rows.Where(row => TextOf(row) is { Length: <= LongestValue } text && !string.IsNullOrWhiteSpace(text)).ToSeq();
        return result with { Rows = !result.Truncated && IsWorthKnowing(field, named, result.Rows.Sum(Times)) ? named : [], Truncated = false };
    }

    /// <summary>The values of a field out of the rows that are worth knowing.</summary>
    public static IEnumerable<IndexedValue> ValuesOf(Field field, ResultTable kept) =>
        kept.Rows.Select(row => new IndexedValue(field, new SqlText(TextOf(row)), TextOf(row), Times(row)));

    private static bool IsCandidate(Field field) =>
        !field.Sensitive && !field.Hidden && !field.Dataset.Hidden && field.IndexValues != false && !field.IsTime
        && field.Type.Kind is SqlTypeKind.Text or SqlTypeKind.Unknown
        && (!field.Rollup || field.IndexValues == true);

    private static string TextOf(Seq<object?> row) => row[0] as string ?? "";

    private static long Times(Seq<object?> row) => row[^1] is long times ? times : 0;

    private static bool IsWorthKnowing(Field field, Seq<Seq<object?>> named, long rows)
    {
        if (named.IsEmpty)
        {
            return false;
        }

        if (field.IndexValues == true || ReferenceEquals(field.Dataset.NameField, field))
        {
            return true;
        }

        var prose = named.Average(row => TextOf(row).Length) > ProseLength;
        return !prose && (named.Count <= FewValues || named.Count <= rows / 2);
    }
}
