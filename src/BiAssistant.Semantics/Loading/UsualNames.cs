using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>What a catalog that says little means by the names that it gives: the text that people call a row by.</summary>
internal static class UsualNames
{
    private static readonly string[] Plain = ["name", "title", "fullname", "displayname"];

    /// <summary>
    /// The visible text called <c>name</c>, <c>title</c>, or after the dataset itself (<c>crop_name</c> of <c>crops</c>); null when there is none. Another
    /// thing's name (<c>category_name</c> of <c>crops</c>) names no row.
    /// </summary>
    public static Field? NameFieldOf(Dataset dataset)
    {
        var named = dataset.Fields
            .Where(f => !f.Hidden && !f.Sensitive && f.Access.IsEmpty && f.Type.Kind is SqlTypeKind.Text or SqlTypeKind.Unknown && !dataset.PrimaryKey.Contains(f.Name))
            .Select(f => (Field: f, Rank: Rank(Fold(f.Name), Fold(dataset.Name))))
            .Where(f => f.Rank >= 0)
            .OrderBy(f => f.Rank)
            .ToList();
        return named.Count == 0 ? null : named[0].Field;
    }

    private static int Rank(string field, string dataset)
    {
        var plain = Array.IndexOf(Plain, field);
        if (plain >= 0)
        {
            return plain + 2;
        }

        var ending = Plain.Take(2).FirstOrDefault(p => field.EndsWith(p, StringComparison.Ordinal));
        return ending is not null && IsOneOf(field[..^ending.Length], dataset) ? Array.IndexOf(Plain, ending) : -1;
    }

    private static bool IsOneOf(string one, string many) =>
        one.Length > 2 && new[] { one, one + "s", one + "es", one[..^1] + "ies" }.Any(form => many.EndsWith(form, StringComparison.Ordinal));

    private static string Fold(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
