using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>What a table holds: its columns in their order, its rows in none.</summary>
internal sealed record TableContent(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>What the demo company's tables hold, whatever their engine, as one hash.</summary>
internal static class DemoContent
{
    public static string Hash(IEnumerable<TableContent> tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{table.Name} ({string.Join(", ", table.Columns)})\n"));
            foreach (var row in table.Rows.Select(row => string.Join('\u001f', row.Select(Plain))).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(row + "\n"));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A cell as text that is the same for all engines, which hold truth as 1 and 0 or as such, and amounts exactly or as the nearest real number.</summary>
    private static string Plain(object? value) => value switch
    {
        null => "\u0000",
        bool truth => truth ? "1" : "0",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString("0.##", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
