using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Checks;

/// <summary>Expressions that mix kinds of values by their declared datatypes: a sum of texts, a date against a number, a filter that is no condition.</summary>
internal static class ExpressionKinds
{
    private static readonly string[] Conditions = ["filter", "custom"];

    public static void Check(Catalog catalog, CatalogDraft draft, Resolution names)
    {
        foreach (var (expression, keys, text) in names.Resolved)
        {
            var rules = new KindRules(TypeOf(names, new NameScope(null, null)), (at, message, severity) =>
            {
                Say(keys, text, at, message, severity);
                if (severity == IssueSeverity.Error && keys.Kind == "a metric" && KeyReader.NameIn(keys.Map) is { } name)
                {
                    TakeOut(catalog, name);
                }
            });
            rules.Check(expression, isCondition: IsCondition(keys.Map, text));
        }

        foreach (var (field, keys, _, written) in draft.Fields)
        {
            if (written is { } text && field.Expression is not SqlColumn && !field.Rollup)
            {
                var rules = new KindRules(OwnTypeOf(field.Dataset, names), (at, message, severity) => Say(keys, text, at, message, severity));
                rules.Check(field.Expression, isCondition: false);
            }
        }

        foreach (var (dataset, keys) in draft.RowFilters)
        {
            if (dataset.Filter is { } filter && keys.Map.Find("filter") is YamlScalar text)
            {
                var rules = new KindRules(OwnTypeOf(dataset, names), (at, message, severity) => Say(keys, text, at, message, severity));
                rules.Check(filter, isCondition: true);
            }
        }
    }

    /// <summary>The type of a physical column is that of the fields that are nothing but it, where these agree; other columns are logical fields.</summary>
    public static Func<SqlColumn, Field?> OwnField(Dataset dataset, Resolution names) => column => column.Table is null
        ? dataset.Fields.Where(f => f.Expression is SqlColumn { Table: null } own && own.Name == column.Name).ToList() is [var only] ? only : null
        : names.Names.FindField(column.Table, column.Name, new NameScope(dataset, dataset.Model)).Use?.Field;

    private static Func<SqlColumn, SqlType> OwnTypeOf(Dataset dataset, Resolution names)
    {
        var find = OwnField(dataset, names);
        return column => find(column)?.Type ?? SqlType.Unknown;
    }

    private static Func<SqlColumn, SqlType> TypeOf(Resolution names, NameScope scope) => column =>
        column.Table is null or "user" ? SqlType.Unknown : names.Names.FindField(column.Table, column.Name, scope).Use?.Field.Type ?? SqlType.Unknown;

    private static bool IsCondition(YamlNode node, YamlScalar text) => node switch
    {
        YamlMap map => map.Pairs.Exists(pair => (ReferenceEquals(pair.Value, text) && Conditions.Contains(pair.Key.Text)) || (pair.Value is not YamlScalar && IsCondition(pair.Value, text))),
        YamlList list => list.Items.Exists(item => item is YamlMap && IsCondition(item, text)),
        _ => false,
    };

    /// <summary>A number of the wrong kind of value is not computed, nor what is made of it, even where the document is valid all the same.</summary>
    private static void TakeOut(Catalog catalog, string metric)
    {
        var pending = new Queue<string>([metric]);
        while (pending.TryDequeue(out var name))
        {
            if (catalog.FindMetric(name) is { Unsupported: null } wrong)
            {
                wrong.Unsupported = name == metric ? "its expression mixes kinds of values" : $"it is made of {metric}, whose expression mixes kinds of values";
                foreach (var made in catalog.Metrics.Where(m => m.PartNames.Contains(name)))
                {
                    pending.Enqueue(made.Name);
                }
            }
        }
    }

    private static void Say(KeyReader keys, YamlScalar text, SqlExpression at, string message, IssueSeverity severity) =>
        keys.Issues.Add(new Issue("wrong_kind", message) { At = PlaceOf(at, text), Element = keys.Element, Severity = severity });

    private static TextLocation PlaceOf(SqlExpression at, YamlScalar text)
    {
        if (SqlAnalysis.Columns(at) is not [var column, ..])
        {
            return text.At;
        }

        var place = SqlTextReader.PlaceOf(column, text);
        return place == text.At ? SqlTextReader.PlaceOf(column with { Table = null }, text) : place;
    }
}
