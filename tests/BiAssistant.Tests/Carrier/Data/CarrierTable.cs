namespace BiAssistant.Tests.Carrier.Data;

/// <summary>What a column holds, whatever an engine calls it.</summary>
internal enum CarrierColumnKind
{
    Text,
    Whole,
    Exact,
    Day,
    Moment,
    Instant,
    Flag,
}

/// <summary>A table of the carrier: its columns as "name kind", and rows of texts, numbers, days, moments, truth values and nulls in their order.</summary>
internal sealed record CarrierTable(string Name, IReadOnlyList<(string Name, CarrierColumnKind Kind)> Columns, IReadOnlyList<object?[]> Rows)
{
    public static CarrierTable Of(string name, string columns, IEnumerable<object?[]> rows) => new(
        name,
        [.. columns.Split(", ").Select(column => column.Split(' ')).Select(parts => (parts[0], Enum.Parse<CarrierColumnKind>(parts[1], ignoreCase: true)))],
        [.. rows]);
}
