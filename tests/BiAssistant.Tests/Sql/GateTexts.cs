using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.Sql.Dialects;

namespace BiAssistant.Tests.Sql;

/// <summary>
/// The texts that the gate is tried with, a class of them a file and a text a line, under the names of the dialects that they are tried in:
/// <c>[all]</c>, <c>[mysql mariadb]</c>, <c>[all but oracle]</c>. A line that begins with # is a remark; «000A» is the character of that number.
/// </summary>
internal static partial class GateTexts
{
    /// <summary>One text, in one dialect.</summary>
    public sealed record Entry(string Class, SqlDialect Dialect, string Line)
    {
        public string Text { get; } = Mark().Replace(Line, mark => char.ConvertFromUtf32(int.Parse(mark.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

        public override string ToString() => $"{Class}, {Dialect}: {Line}";
    }

    /// <summary>Texts that must never reach a warehouse.</summary>
    public static IReadOnlyList<Entry> Hostile { get; } = Read("Hostile");

    /// <summary>Texts that look like those and are what an analyst might write.</summary>
    public static IReadOnlyList<Entry> Harmless { get; } = Read("Harmless");

    private static List<Entry> Read(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Sql", folder), "*.txt").Order(StringComparer.Ordinal).SelectMany(ReadClass)];

    private static IEnumerable<Entry> ReadClass(string file)
    {
        IReadOnlyList<SqlDialect> dialects = [];
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                dialects = Dialects(line.Trim('[', ']'));
                continue;
            }

            foreach (var dialect in dialects)
            {
                yield return new Entry(Path.GetFileNameWithoutExtension(file), dialect, line);
            }
        }
    }

    private static List<SqlDialect> Dialects(string header)
    {
        var isAllBut = header == "all" || header.StartsWith("all but ", StringComparison.Ordinal);
        var named = header.Split(' ').Except(["all", "but"]).Select(name => SqlDialects.Find(name).ShouldNotBeNull(header)).ToList();
        return [.. isAllBut ? SqlDialects.All.Except(named) : named];
    }

    [GeneratedRegex("«([0-9A-F]{4,5})»")]
    private static partial Regex Mark();
}
