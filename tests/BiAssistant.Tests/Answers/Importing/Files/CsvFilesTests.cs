using System.Text;
using BiAssistant.Semantics.Importing;

namespace BiAssistant.Tests.Answers.Importing.Files;

public sealed class CsvFilesTests : IDisposable
{
    private readonly FileDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("a,b,c\n1,x,2\n2,y,3\n")]
    [InlineData("a;b;c\r\n1;x;2\r\n2;y;3\r\n")]
    [InlineData("a\tb\tc\r1\tx\t2\r2\ty\t3")]
    [InlineData("a|b|c\n1|x|2\n2|y|3")]
    [InlineData("\"a\",\"b\",\"c\"\n\"1\",\"x\",\"2\"\n\"2\",\"y\",\"3\"\n\n\n")]
    [InlineData("a, b, c\n1, \"x\", 2\n2, \"y\", 3\n")]
    [InlineData("a,b,c,\n1,x,2,\n2,y,3,\n")]
    [InlineData("a,b,c\n1,x,2,\n2,y,3,\n")]
    [InlineData("\n\na,b,c\n\n1,x,2\n2,y,3\n")]
    [InlineData("# made by a tool\n# twice a day\na,b,c\n1,x,2\n2,y,3\n")]
    [InlineData("Sales report\n\na,b,c\n1,x,2\n2,y,3\n")]
    [InlineData("Sales report,,\n,,\na,b,c\n1,x,2\n2,y,3\n")]
    public async Task A_table_is_read_however_it_is_set_out(string text)
    {
        await _desk.LoadTextAsync(text);

        _desk.Types("table").ShouldBe(["a BIGINT", "b VARCHAR", "c BIGINT"]);
        _desk.Table("table").ShouldBe(["1|x|2", "2|y|3"]);
    }

    [Fact]
    public async Task Quotes_hold_delimiters_line_breaks_and_doubled_quotes()
    {
        await _desk.LoadTextAsync("id,text\r\n1,\"a,b\"\r\n2,\"line 1\r\nline 2\"\r\n3,\"say \"\"yes\"\"\"\r\n4,5\" pipe\r\n5,\"\"\r\n6,\r\n");

        _desk.Rows("SELECT text FROM \"table\" ORDER BY id").ShouldBe(["a,b", "line 1\r\nline 2", "say \"yes\"", "5\" pipe", "∅", "∅"]);
    }

    [Fact]
    public async Task Titles_before_the_table_are_left_out_and_told()
    {
        var load = await _desk.LoadTextAsync("Quarterly sales\nAll shops\nshop,sales\nA,1\nB,2\n");

        load.Of(RemarkKind.LookFirst).ShouldContain("'Quarterly sales'; 'All shops'");
        _desk.Table("table").ShouldBe(["A|1", "B|2"]);
    }

    [Fact]
    public async Task A_table_without_names_gets_numbered_columns_and_says_so()
    {
        var load = await _desk.LoadTextAsync("1,Kim,2.5\n2,Lee,3.5\n");

        _desk.Types("table").ShouldBe(["c1 BIGINT", "c2 VARCHAR", "c3 DECIMAL(18,1)"]);
        _desk.Table("table").Length.ShouldBe(2);
        load.Of(RemarkKind.LookFirst).ShouldContain("no line of names");
    }

    [Fact]
    public async Task Years_on_top_of_numbers_are_names()
    {
        await _desk.LoadTextAsync("region,2022,2023\nSeoul,10,20\nBusan,30,40\n");

        _desk.Types("table").ShouldBe(["region VARCHAR", "2022 BIGINT", "2023 BIGINT"]);
    }

    [Theory]
    [InlineData("name,1,2,3\nKim,10,20,30\nLee,11,21,31\n", "name 1 2 3")]
    [InlineData("name,2024-01-01,2024-02-01\nKim,10,20\nLee,11,21\n", "name 2024-01-01 2024-02-01")]
    [InlineData("id,2024 sales\n1,10\n2,20\n", "id 2024 sales")]
    [InlineData("1,Kim,10\n2,Lee,20\n", "c1 c2 c3")]
    [InlineData("1,unknown,10\n2,5,20\n3,6,30\n", "c1 c2 c3")]
    [InlineData("Seoul,2021,2022\nBusan,2019,2020\n", "c1 c2 c3")]
    public async Task Names_are_told_from_values_by_what_stands_below(string text, string names)
    {
        await _desk.LoadTextAsync(text);

        string.Join(' ', _desk.Rows("SELECT column_name FROM duckdb_columns() WHERE table_name = 'table' ORDER BY column_index")).ShouldBe(names);
    }

    [Fact]
    public async Task The_person_says_whether_there_are_names_where_all_is_text()
    {
        (await _desk.LoadTextAsync("a,b\nc,d\n")).Of(RemarkKind.Guessed).ShouldContain("--header no");
        _desk.Table("table").ShouldBe(["c|d"]);
        await _desk.LoadTextAsync("a,b\nc,d\n", r => r with { Header = false });
        _desk.Table("table").ShouldBe(["a|b", "c|d"]);
    }

    [Fact]
    public async Task Names_are_kept_as_they_are_and_changed_only_where_a_table_cannot_have_them()
    {
        var load = await _desk.LoadTextAsync($"select,매출 금액,Amount,amount,,\"a\nb\",\"say \"\"x\"\"\",{new string('n', 300)}\n1,2,3,4,5,6,7,8\n");

        _desk.Types("table").Select(type => type.Replace(" BIGINT", "", StringComparison.Ordinal))
            .ShouldBe(["select", "매출 금액", "Amount", "amount_2", "c5", "a b", "say \"x\"", new string('n', 200)]);
        load.Of(RemarkKind.LookFirst).ShouldContain("'amount_2'");
        load.Of(RemarkKind.Guessed).ShouldContain("'c5'");
    }

    [Fact]
    public async Task Rows_of_another_length_load_nothing_and_are_named_with_their_lines()
    {
        _desk.Write("bad.csv", "a,b\n1,2\n3\n4,5\n6,7,8\n9\n10\n");
        _desk.Write("good.csv", "a,b\n1,2\n");

        var issue = await _desk.FailAsync("good.csv", "bad.csv");

        issue.Code.ShouldBe("csv_ragged");
        issue.Message.ShouldContain("4 rows have not 2 cells");
        issue.Message.ShouldContain("line 3 has 1; line 5 has 3; line 6 has 1; …");
    }

    [Fact]
    public async Task A_row_that_a_loose_comma_shifts_is_no_row_with_an_empty_end()
    {
        _desk.Write("bad.csv", "name,amount,note\nKim,5,x\nLee, John,6,\n");

        (await _desk.FailAsync("bad.csv")).Code.ShouldBe("csv_ragged");
    }

    [Fact]
    public async Task A_line_of_fewer_names_than_cells_is_a_mistake_and_no_title()
    {
        _desk.Write("bad.csv", "a,b\n1,2,3\n4,5,6\n7,8,9\n");

        (await _desk.FailAsync("bad.csv")).Message.ShouldContain("1 row has not 3 cells as the others (line 1 has 2)");
    }

    [Theory]
    [InlineData("a,b\n1,\"x\n2,y\n", "the quotes that begin in line 2 do not end")]
    [InlineData("a,b\n1,\"x\"y\n", "in line 2 text follows the end of quotes")]
    [InlineData("a,b;c\n1,2;3\n4,5;6\n", "reads as a table in two ways")]
    [InlineData("\n \n\n", "nothing in it but blank lines")]
    public async Task Text_that_is_no_table_is_told_where_it_goes_wrong(string text, string says)
    {
        _desk.Write("bad.csv", text);

        (await _desk.FailAsync("bad.csv")).Message.ShouldContain(says);
    }

    [Fact]
    public async Task Names_without_rows_make_an_empty_table()
    {
        var load = await _desk.LoadTextAsync("a,b,c\n");

        load.Tables[0].Rows.ShouldBe(0);
        load.Of(RemarkKind.LookFirst).ShouldContain("no row");
    }

    [Fact]
    public async Task A_single_column_is_a_table_too()
    {
        var load = await _desk.LoadTextAsync("name\nKim\n\nLee\n");

        _desk.Table("table").ShouldBe(["Kim", "∅", "Lee"]);
        load.Of(RemarkKind.LookFirst).ShouldContain("single column");
    }

    [Fact]
    public async Task A_million_columns_are_refused_at_once()
    {
        _desk.Write("wide.csv", string.Join(',', Enumerable.Range(0, 1_000_000)) + "\n" + string.Join(',', Enumerable.Range(0, 1_000_000)));

        (await _desk.FailAsync("wide.csv")).Message.ShouldContain("more than 2,000 columns");
    }

    [Fact]
    public async Task Two_thousand_columns_are_loaded()
    {
        var load = await _desk.LoadTextAsync(string.Join(',', Enumerable.Range(0, 2000).Select(i => $"n{i}")) + "\n" + string.Join(',', Enumerable.Range(0, 2000)));

        load.Tables[0].Columns.Count.ShouldBe(2000);
    }

    public static TheoryData<string, byte[], string> Encodings => new()
    {
        { "UTF-8 with its mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Korean)], Korean },
        { "UTF-16 with its mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Korean)], Korean },
        { "UTF-16 the other way", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Korean)], Korean },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes("city,amount\nA,1\nB,2\n"), "city,amount\nA,1\nB,2\n" },
        { "Korean", CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(Korean), Korean },
        { "Western", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Western), Western },
    };

    private const string Korean = "도시,이름\n서울,홍길동\n부산,뷁\n";
    private const string Western = "city,name\nZürich,José\nMünchen,Zoë’s\n";

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Letters_are_read_in_the_encoding_that_the_bytes_prove(string what, byte[] bytes, string text)
    {
        _desk.Write("table.csv", bytes);

        await _desk.LoadAsync("table.csv");

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _desk.Table("table").ShouldBe(lines.Skip(1).Select(line => line.Replace(',', '|')), what);
        _desk.Types("table").Select(type => type.Split(' ')[0]).ShouldBe(lines[0].Split(','), what);
    }

    [Fact]
    public async Task Bytes_that_are_no_letter_are_named_with_line_and_column()
    {
        _desk.Write("bad.csv", [.. Encoding.UTF8.GetBytes("a,b\n1,도시\n2,x"), 0xFF, .. Encoding.UTF8.GetBytes("한\n")]);

        var issue = await _desk.FailAsync("bad.csv");

        issue.Code.ShouldBe("file_encoding");
        issue.Message.ShouldContain("FF in line 3, column 4");
        (await _desk.FailAsync(_desk.Request("bad.csv") with { Encoding = "utf-8" })).Message.ShouldContain("FF in line 3, column 4");
        (await _desk.FailAsync(_desk.Request("bad.csv") with { Encoding = "klingon" })).Message.ShouldContain("There is no encoding 'klingon'");
    }

    [Theory]
    [InlineData("50 4B 03 04 14 00", "an Excel workbook")]
    [InlineData("D0 CF 11 E0 A1 B1", "an old Excel workbook")]
    [InlineData("1F 8B 08 00", "compressed")]
    [InlineData("25 50 44 46 2D", "a PDF document")]
    [InlineData("50 41 52 31 15 04", "cut off")]
    [InlineData("61 2C 62 0A 31 00 2C 32 0A", "zero bytes")]
    [InlineData("3C 68 74 6D 6C 3E", "a web page")]
    [InlineData("5B 7B 22 61 22 3A 31 7D 5D", "JSON")]
    [InlineData("7B 22 61 22 3A 31 7D", "JSON")]
    public async Task What_is_called_a_table_and_is_something_else_is_said_to_be_that(string bytes, string says)
    {
        _desk.Write("bad.csv", [.. bytes.Split(' ').Select(b => Convert.ToByte(b, 16))]);

        (await _desk.FailAsync("bad.csv")).Message.ShouldContain(says);
    }
}
