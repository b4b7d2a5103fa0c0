using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Warehouses;

/// <summary>Refuses a text that no engine could compare with anything: half of a character, which encoding would silently turn into another one.</summary>
internal static class SendableTexts
{
    public static void Demand(string warehouse, CompiledSql sql)
    {
        foreach (var argument in sql.Arguments)
        {
            if (argument.Value is SqlText { Value: var text } && HasHalf(text))
            {
                throw new WarehouseFault(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' cannot be asked: the text '{Whole(text)}' holds half of a character.");
            }
        }
    }

    private static bool HasHalf(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
            {
                place++;
            }
            else if (char.IsSurrogate(text[place]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
