using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads row rules and freshness. A rule that cannot be read becomes one that nobody meets, so that an error never widens what is seen.</summary>
internal static class AccessReader
{
    public static void Read(KeyReader keys, Dataset dataset, CatalogDraft draft)
    {
        var scope = new NameScope(dataset, dataset.Model);
        var rules = keys.Maps("row_access", "a row rule").ToList();
        if (rules.Count == 0 && keys.Has("row_access"))
        {
            dataset.RowAccess = [new RowRule("", new SqlBoolean(false))];
        }

        foreach (var rule in rules)
        {
            var role = rule.RequiredText("role");
            var text = rule.RequiredText("filter") is null ? null : rule.Scalar("filter");
            rule.Done();
            var filter = text is null ? null : SqlTextReader.Expression(text, keys.Element, keys.Issues);
            draft.Later.Add(names =>
            {
                var resolved = filter is null || text is null ? null : names.Fields(filter, scope, keys, text,
                    used: use => MustReach(use, dataset, names, keys, text), keep: column => column.Table == "user");
                dataset.RowAccess = dataset.RowAccess.Add(new RowRule(role ?? "", resolved ?? new SqlBoolean(false)));
            });
        }

        if (keys.Inner("freshness", "'freshness'") is { } freshness)
        {
            var field = freshness.Scalar("field");
            var warn = Durations.Fixed(freshness, "warn_after");
            var error = Durations.Fixed(freshness, "error_after");
            freshness.Done();
            draft.Later.Add(names => dataset.Freshness = new Freshness(field is null ? null : names.Field(field.Text.Trim(), scope, keys, field)?.Field, warn, error));
        }
    }

    private static void MustReach(FieldUse use, Dataset dataset, Resolution names, KeyReader keys, Yaml.YamlScalar text)
    {
        if (!use.IsReachedFrom(dataset, names.Names.Reach))
        {
            keys.Error("not_reachable", $"The row rule names {names.Names.NameOf(use.Field)}, which is not reached from {dataset.Name} by to-one steps.", text);
        }
    }
}
