using System.Globalization;
using System.Text;

namespace BiAssistant.Tests.Answers.Importing.Files;

/// <summary>Random tables, written as CSV in a random dialect, come back with exactly the values that were written.</summary>
public sealed class CsvRoundTripTests : IDisposable
{
    private readonly FileDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Values_written_in_any_dialect_are_the_values_of_the_table()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var columns = Enumerable.Range(0, random.Next(2, 6)).Select(i => Column.Any(random, i)).ToList();
            var rows = random.Next(1, 40);
            var cells = columns.ConvertAll(column => column.Cells(random, rows));
            var dialect = Dialect.Any(random);
            _desk.Write("table.csv", dialect.Bytes(columns, cells, rows, random));

            await _desk.LoadAsync(_desk.Request("table.csv") with { Header = true });

            var expected = Enumerable.Range(0, rows).Select(row => string.Join('|', cells.Select(column => column[row].Value)));
            _desk.Table("table").ShouldBe(expected, $"seed {seed}");
        }
    }

    private sealed record Cell(string Written, string Value);

    private sealed record Column(string Name, Func<Random, Cell> Make)
    {
        public static Column Any(Random random, int place)
        {
            var scale = random.Next(1, 6);
            return random.Next(8) switch
            {
                0 => new($"whole {place}", r => Same(r.NextInt64(-1_000_000_000_000, 1_000_000_000_000).ToString(CultureInfo.InvariantCulture))),
                1 => new($"decimal {place}", r => Same(Math.Round((decimal)r.NextInt64(-1_000_000_000, 1_000_000_000) / 100_000m, scale).ToString($"F{scale}", CultureInfo.InvariantCulture))),
                2 => new($"money {place}", r => Money((decimal)r.NextInt64(-100_000_000, 100_000_000) / 100m)),
                3 => new($"day {place}", r => Same(Day(r).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
                4 => new($"날짜 {place}", r => Day(r) is var day ? new Cell($"{day.Year}년 {day.Month}월 {day.Day}일", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : throw new InvalidOperationException()),
                5 => new($"moment {place}", r => Day(r).ToDateTime(new TimeOnly(r.Next(24), r.Next(60), 1 + r.Next(59))) is var at
                    ? new Cell(at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)) : throw new InvalidOperationException()),
                6 => new($"flag {place}", r => r.Next(2) == 0 ? new Cell("TRUE", "true") : new Cell("false", "false")),
                _ => new($"text {place}", r => Same($"x{Text(r)}")),
            };
        }

        public List<Cell> Cells(Random random, int rows) =>
            [.. Enumerable.Range(0, rows).Select(row => row > 0 && random.Next(6) == 0 ? new Cell("", "∅") : Make(random))];

        private static Cell Same(string text) => new(text, text);

        /// <summary>Grouped and with a sign for the currency, negative in parentheses; the first of its kind proves its marks.</summary>
        private static Cell Money(decimal amount) => new(
            (amount < 0 ? "(€" : "€") + Math.Abs(amount).ToString("N2", CultureInfo.InvariantCulture) + (amount < 0 ? ")" : ""),
            amount.ToString("F2", CultureInfo.InvariantCulture));

        private static DateOnly Day(Random random) => new DateOnly(1900, 1, 1).AddDays(random.Next(70_000));

        private static string Text(Random random)
        {
            var letters = "abc ,;\t|\"\n한글é'#%0".ToCharArray();
            return new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => letters[random.Next(letters.Length)])]);
        }
    }

    private sealed record Dialect(char Delimiter, string Line, bool QuoteAll, bool Trailing, Encoding Encoding)
    {
        public static Dialect Any(Random random) => new(
            ",;\t|"[random.Next(4)],
            random.Next(3) switch { 0 => "\n", 1 => "\r\n", _ => "\r" },
            random.Next(2) == 0,
            random.Next(4) == 0,
            random.Next(3) switch { 0 => new UTF8Encoding(false), 1 => new UTF8Encoding(true), _ => new UnicodeEncoding(random.Next(2) == 0, true) });

        public byte[] Bytes(List<Column> columns, List<List<Cell>> cells, int rows, Random random)
        {
            var text = new StringBuilder();
            Write(text, columns.Select(column => column.Name), last: false);
            for (var row = 0; row < rows; row++)
            {
                Write(text, cells.Select(column => column[row].Written), last: row == rows - 1 && random.Next(2) == 0);
            }

            return [.. Encoding.GetPreamble(), .. Encoding.GetBytes(text.ToString())];
        }

        private void Write(StringBuilder text, IEnumerable<string> cells, bool last) =>
            text.Append(string.Join(Delimiter, cells.Select(Quoted))).Append(Trailing ? Delimiter.ToString() : "").Append(last ? "" : Line);

        private string Quoted(string cell) =>
            QuoteAll || cell.AsSpan().IndexOfAny([Delimiter, '"', '\r', '\n', ' ']) >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
