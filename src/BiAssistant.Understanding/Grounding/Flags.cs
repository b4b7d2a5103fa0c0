using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Understanding.Grounding;

/// <summary>Fields that say yes or no, and how each stores it: as a truth value, as 1 and 0, as Y and N.</summary>
internal static class Flags
{
    /// <summary>Whether a field says yes or no: by its type, or because the catalog gives it words for true and false.</summary>
    public static bool IsFlag(Field field) => field.Type.Kind == SqlTypeKind.Boolean || field.FilterWords != FilterWords.None;

    /// <summary>Yes or no as the field stores it.</summary>
    public static SqlLiteral Truth(Field field, bool truth) => field.Type.Kind != SqlTypeKind.Boolean && Coded(field) is var (yes, no) ? truth ? yes : no : new SqlBoolean(truth);

    /// <summary>The values of a field that has two of them, 1 and 0 or Y and N, or of a whole number that has words for true and false; null for another field.</summary>
    public static (SqlLiteral Yes, SqlLiteral No)? Coded(Field field)
    {
        if (field.Values.IsEmpty && field.FilterWords != FilterWords.None && field.Type.IsNumeric)
        {
            return (new SqlNumber(1), new SqlNumber(0));
        }

        if (field.Values.Count != 2)
        {
            return null;
        }

        var yes = field.Values.FirstOrDefault(v => v.Value is SqlNumber { Value: 1 } or SqlText { Value: "Y" or "y" or "1" or "T" });
        var no = field.Values.FirstOrDefault(v => v.Value is SqlNumber { Value: 0 } or SqlText { Value: "N" or "n" or "0" or "F" });
        return yes is not null && no is not null ? (yes.Value, no.Value) : null;
    }
}
