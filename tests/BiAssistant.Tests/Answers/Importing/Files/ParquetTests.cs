using BiAssistant.Semantics.Importing;

namespace BiAssistant.Tests.Answers.Importing.Files;

public sealed class ParquetTests : IDisposable
{
    private readonly FileDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("18446744073709551615::UBIGINT", "DECIMAL(20,0)", "18446744073709551615")]
    [InlineData("5::UBIGINT", "BIGINT", "5")]
    [InlineData("7::UTINYINT", "UTINYINT", "7")]
    [InlineData("12.34::DECIMAL(9,2)", "DECIMAL(9,2)", "12.34")]
    [InlineData("0.1::FLOAT", "FLOAT", "0.1")]
    [InlineData("'nan'::DOUBLE", "DOUBLE", "∅")]
    [InlineData("DATE '2024-02-29'", "DATE", "2024-02-29")]
    [InlineData("TIME '09:30:00.5'", "TIME", "09:30:00.5")]
    [InlineData("TIMESTAMP '2024-02-29 09:30:00.123456'", "TIMESTAMP", "2024-02-29 09:30:00.123456")]
    [InlineData("TIMESTAMP_S '2024-02-29 09:30:00'", "TIMESTAMP", "2024-02-29 09:30:00")]
    [InlineData("TIMESTAMP_MS '2024-02-29 09:30:00.123'", "TIMESTAMP", "2024-02-29 09:30:00.123")]
    [InlineData("TIMESTAMP_NS '2024-02-29 09:30:00.123456'", "TIMESTAMP", "2024-02-29 09:30:00.123456")]
    [InlineData("TIMESTAMP_NS '2024-02-29 09:30:00.123456789'", "TIMESTAMP_NS", "2024-02-29 09:30:00.123456789")]
    [InlineData("TIMESTAMPTZ '2024-02-29 09:30:00+00'", "TIMESTAMP WITH TIME ZONE", null)]
    [InlineData("UUID '6ba7b810-9dad-11d1-80b4-00c04fd430c8'", "VARCHAR", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")]
    [InlineData("'b'::ENUM('a', 'b')", "VARCHAR", "b")]
    [InlineData("'{\"a\": 1}'::JSON", "VARCHAR", "{\"a\": 1}")]
    [InlineData("encode('글자')", "VARCHAR", "글자")]
    [InlineData("NULL", "INTEGER", "∅")]
    public async Task A_type_keeps_every_value_as_a_type_that_can_be_asked(string value, string type, string? kept)
    {
        Write("t.parquet", $"SELECT 1 AS id, {value} AS x UNION ALL SELECT 2, NULL");

        await _desk.LoadAsync("t.parquet");

        _desk.Types("t")[1].ShouldBe($"x {type}");
        if (kept is not null)
        {
            _desk.Rows("SELECT x::VARCHAR FROM t ORDER BY id").ShouldBe([kept, "∅"]);
        }
    }

    [Fact]
    public async Task Fields_of_a_structure_become_columns_and_what_is_no_value_is_left_out()
    {
        Write("t.parquet",
            """
            SELECT 1 AS id, {'city': 'Seoul', 'zip': 4524, 'deep': {'a': 1}} AS address, 'x' AS address_city,
                [1, 2] AS list, MAP {'a': 1} AS map, INTERVAL 3 DAYS AS span, '\xFF'::BLOB AS bytes, 5 AS "select"
            """);

        var load = await _desk.LoadAsync("t.parquet");

        _desk.Types("t").ShouldBe(["id INTEGER", "address_city VARCHAR", "address_zip INTEGER", "address_city_2 VARCHAR", "select INTEGER"]);
        _desk.Table("t").ShouldBe(["1|Seoul|4524|x|5"]);
        var left = load.Of(RemarkKind.LeftOut);
        foreach (var name in (string[])["'address_deep'", "'list'", "'map'", "'span'", "'bytes'"])
        {
            left.ShouldContain(name);
        }
    }

    [Fact]
    public async Task Several_files_of_the_same_columns_are_one_table_where_the_person_says_so()
    {
        Write("a.parquet", "SELECT 1 AS id, 2.5::DOUBLE AS x");
        Write("b[1].parquet", "SELECT 2 AS id, 3.5::DOUBLE AS x");
        Write("c.parquet", "SELECT 2 AS id, 'x' AS x");

        await _desk.LoadAsync(_desk.Request("a.parquet", "b[1].parquet") with { Table = "both" });

        _desk.Table("both").ShouldBe(["1|2.5", "2|3.5"]);
        (await _desk.FailAsync(_desk.Request("a.parquet", "c.parquet") with { Table = "both" })).Code.ShouldBe("files_differ");
    }

    [Fact]
    public async Task A_file_that_is_cut_off_or_broken_is_told_and_nothing_is_loaded()
    {
        Write("t.parquet", "SELECT range AS id, 'text ' || range AS x FROM range(10000)");
        var bytes = await File.ReadAllBytesAsync(_desk.File("t.parquet"));
        _desk.Write("cut.parquet", bytes[..(bytes.Length / 2)]);
        _desk.Write("short.parquet", [.. "PAR1PAR1"u8]);
        for (var i = 4; i < bytes.Length - 8; i++)
        {
            bytes[i] ^= 0x5A;
        }

        _desk.Write("broken.parquet", bytes);

        (await _desk.FailAsync("cut.parquet")).Code.ShouldBe("file_cut_off");
        (await _desk.FailAsync("short.parquet")).Code.ShouldBe("file_cut_off");
        (await _desk.FailAsync("broken.parquet")).Code.ShouldBe("parquet_broken");
    }

    private void Write(string name, string query) => _desk.Run($"COPY ({query}) TO '{_desk.File(name)}' (FORMAT parquet)");
}
