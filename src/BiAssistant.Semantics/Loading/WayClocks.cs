using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Dates that a dataset goes by over a relationship that is named (<c>order_day.date</c>, where another leads to the same days): a hidden field of its own keeps the way.
/// </summary>
internal static class WayClocks
{
    public static Field Of(Dataset dataset, FieldUse use, Names names)
    {
        if (use.Way is not { } way)
        {
            return use.Field;
        }

        var column = names.Column(use);
        if (dataset.Derived.FirstOrDefault(f => f.Expression == column) is { } known)
        {
            return known;
        }

        var name = $"{way.Name}_{use.Field.Name}";
        while (dataset.FindField(name) is not null)
        {
            name += "_";
        }

        var clock = new Field
        {
            Dataset = dataset,
            Name = name,
            Expression = column,
            Type = use.Field.Type,
            Label = way.Role?.Singular ?? use.Field.Label,
            Hidden = true,
            Grain = use.Field.Grain,
        };
        dataset.Derived = dataset.Derived.Add(clock);
        return clock;
    }
}
