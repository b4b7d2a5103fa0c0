using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>What the demo company's files hold, whatever their engines: every row of every table, in no order.</summary>
internal static class DemoContent
{
    public static string Hash(string operations, string feedback)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in (string[])[operations, feedback])
        {
            foreach (var table in WarehouseFile.Tables(path))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{table} ({string.Join(", ", WarehouseFile.Columns(path, table))})\n"));
                foreach (var row in Rows(path, table))
                {
                    hash.AppendData(Encoding.UTF8.GetBytes(row + "\n"));
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Rows(string path, string table) =>
        WarehouseFile.Query(path, $"SELECT * FROM {table}").Select(row => string.Join('\u001f', row.Select(Plain))).Order(StringComparer.Ordinal);

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
