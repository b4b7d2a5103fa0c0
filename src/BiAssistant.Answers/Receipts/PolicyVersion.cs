using System.Security.Cryptography;
using System.Text;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Receipts;

/// <summary>A hash over every access rule of a catalog: who may see which rows, fields and metrics.</summary>
public static class PolicyVersion
{
    public static string Of(Catalog catalog)
    {
        var rules = new StringBuilder();
        foreach (var dataset in catalog.Datasets.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            Add(rules, dataset.Id, dataset.Access);
            foreach (var rule in dataset.RowAccess)
            {
                rules.Append(dataset.Id).Append('\u001f').Append(rule.Role).Append('\u001f').Append(rule.Filter).Append('\n');
            }

            foreach (var field in dataset.Fields.OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                Add(rules, field.Sensitive ? $"{field.Id}!" : field.Id, field.Access, always: field.Sensitive);
            }
        }

        foreach (var metric in catalog.Metrics.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            Add(rules, metric.Name, metric.Access);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rules.ToString())))[..16];
    }

    /// <summary>Whether any rule lets one asker see what another does not.</summary>
    public static bool Distinguishes(Catalog catalog) =>
        catalog.Datasets.Any(d => !d.Access.IsEmpty || !d.RowAccess.IsEmpty || d.Fields.Any(f => !f.Access.IsEmpty))
        || catalog.Metrics.Any(m => !m.Access.IsEmpty);

    private static void Add(StringBuilder rules, string element, Seq<string> roles, bool always = false)
    {
        if (always || !roles.IsEmpty)
        {
            rules.Append(element).Append('\u001f').AppendJoin(',', roles).Append('\n');
        }
    }
}
