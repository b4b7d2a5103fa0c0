using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>What people call an element: its label, and the labels in other languages that its <c>meta</c> holds.</summary>
internal static class DbtLabels
{
    public static LocalText Of(DbtElement element, string? otherwise = null)
    {
        var label = element.Label ?? otherwise;
        return label is null ? element.Meta.Labels
            : element.Meta.Labels.IsEmpty ? LocalText.Of(label)
            : new LocalText([new LocalWord("en", label)]).With(new LocalText([.. element.Meta.Labels.Words.Where(word => word.Language != "en")]));
    }
}
