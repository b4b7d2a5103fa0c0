using System.Text.RegularExpressions;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>An ADO.NET driver by the name of its factory: a type and the assembly that holds it. It comes from whoever runs the product, never from a question.</summary>
internal sealed partial record DriverName(string Type, string Assembly)
{
    /// <summary>Reads <c>MySqlConnector.MySqlConnectorFactory, MySqlConnector</c>; a version behind it is passed over. Null when the text is no such name.</summary>
    public static DriverName? Parse(string text) => Form().Match(text) is { Success: true } said ? new(said.Groups["type"].Value, said.Groups["assembly"].Value) : null;

    public override string ToString() => $"{Type}, {Assembly}";

    [GeneratedRegex(@"^\s*(?<type>\w+(\.\w+)*)\s*,\s*(?<assembly>\w+([.-]\w+)*)\s*(,.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
