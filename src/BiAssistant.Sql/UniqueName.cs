using System.Globalization;

namespace BiAssistant.Sql;

/// <summary>Names that nothing else has.</summary>
public static class UniqueName
{
    /// <summary>The wanted name, or the first of <c>wanted_2</c>, <c>wanted_3</c>… that is free.</summary>
    /// <param name="wanted">The name that is wanted.</param>
    /// <param name="isFree">Whether a name is free; may take it at once, as <see cref="HashSet{T}.Add"/> does.</param>
    public static string Of(string wanted, Func<string, bool> isFree)
    {
        ArgumentNullException.ThrowIfNull(isFree);
        var name = wanted;
        for (var number = 2; !isFree(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{number}");
        }

        return name;
    }
}
