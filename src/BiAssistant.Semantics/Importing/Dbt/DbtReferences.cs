namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Reads <c>ref('orders')</c>, <c>ref('package', 'orders')</c> and <c>source('shop', 'orders')</c>, with or without braces around them.</summary>
internal static class DbtReferences
{
    public static DbtReference? Read(string? text)
    {
        var inner = text?.Trim() ?? "";
        if (inner.StartsWith("{{", StringComparison.Ordinal) && inner.EndsWith("}}", StringComparison.Ordinal))
        {
            inner = inner[2..^2];
        }

        return JinjaCallReader.Read(inner) switch
        {
            { Name: "ref", Then: null } call when (call.Text(1, "") ?? call.Text(0, "")) is { } name => new DbtReference(null, name) { Version = call.Text(2, "v") ?? call.Text(2, "version") },
            { Name: "source", Then: null } call when call.Text(0, "source") is { } source && call.Text(1, "table") is { } table => new DbtReference(source, table),
            _ => null,
        };
    }
}
