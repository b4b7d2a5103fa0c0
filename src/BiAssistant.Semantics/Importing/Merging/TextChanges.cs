namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>The changes of one text in the form in which they can be made.</summary>
internal static class TextChanges
{
    /// <summary>A list or map that loses everything goes itself; null when nothing of the text is left.</summary>
    public static IReadOnlyList<TextChange>? Raised(IReadOnlyList<TextChange> changes)
    {
        var raised = changes.ToList();
        while (raised.OfType<Removal>().GroupBy(c => c.Container).FirstOrDefault(group => LosesAll(group, raised)) is { } emptied)
        {
            var container = emptied.Key;
            raised.RemoveAll(change => change.Container == container);
            if (container.Text.ParentOf(container) is not { } parent)
            {
                return null;
            }

            raised.Add(new Removal(emptied.First().Path, parent, parent.Parts.ToList().IndexOf(container)));
        }

        return raised;
    }

    /// <summary>As many of the changes as can be made together; those that cannot are told apart by trying, half by half.</summary>
    public static (ChangedText Text, IReadOnlyList<TextChange> Unfit) Made(YamlText text, IReadOnlyList<TextChange> changes)
    {
        if (ChangedText.Of(text, changes) is { } whole)
        {
            return (whole, []);
        }

        var fit = new List<TextChange>();
        var unfit = new List<TextChange>();
        Try(changes);
        return (ChangedText.Of(text, fit)!, unfit);

        void Try(IReadOnlyList<TextChange> some)
        {
            if (ChangedText.Of(text, [.. fit, .. some]) is not null)
            {
                fit.AddRange(some);
            }
            else if (some.Count == 1)
            {
                unfit.Add(some[0]);
            }
            else
            {
                Try([.. some.Take(some.Count / 2)]);
                Try([.. some.Skip(some.Count / 2)]);
            }
        }
    }

    private static bool LosesAll(IGrouping<TextContainer, Removal> group, List<TextChange> changes) =>
        group.Select(c => c.Index).Distinct().Count() == group.Key.Parts.Count && !changes.Exists(change => change.Container == group.Key && change is not Removal);
}
