using BiAssistant.Answers.Importing.Files;
using BiAssistant.Semantics.Importing;

namespace BiAssistant.Tests.Answers.Importing.Files;

public sealed class CsvTypesTests : IDisposable
{
    private readonly FileDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("BIGINT", "0|-0|12|999999999999999999", "0|0|12|999999999999999999")]
    [InlineData("VARCHAR", "007|12", "007|12")]
    [InlineData("VARCHAR", "1|1234567890123456789", "1|1234567890123456789")]
    [InlineData("VARCHAR", "+821012345678|+821012345679", "+821012345678|+821012345679")]
    [InlineData("BIGINT", "+5|-3", "5|-3")]
    [InlineData("DECIMAL(18,2)", "1|2.5|-3.25", "1.00|2.50|-3.25")]
    [InlineData("DECIMAL(21,10)", "12345678901.0123456789|1", "12345678901.0123456789|1.0000000000")]
    [InlineData("VARCHAR", "0.1234567890123456789012345678901", "0.1234567890123456789012345678901")]
    [InlineData("DOUBLE", "1.5E+10|2", "15000000000.0|2.0")]
    [InlineData("VARCHAR", "12E3|13E4", "12E3|13E4")]
    [InlineData("DOUBLE", "1e6|1.2e+6|7", "1000000.0|1200000.0|7.0")]
    [InlineData("VARCHAR", "1.5e+6|007", "1.5e+6|007")]
    [InlineData("VARCHAR", "2024-01|2024-02", "2024-01|2024-02")]
    [InlineData("VARCHAR", "2024년 1월|2024년 12월", "2024년 1월|2024년 12월")]
    [InlineData("DECIMAL(18,2)", "\"1,234.50\"|(12.00)|7.5-", "1234.50|-12.00|-7.50")]
    [InlineData("DECIMAL(18,2)", "\"1.234,50\"|\"0,5\"", "1234.50|0.50")]
    [InlineData("DECIMAL(18,2)", "\"$1,234.50\"|-$3.00|$-1.25", "1234.50|-3.00|-1.25")]
    [InlineData("BIGINT", "\"1,234원\"|\"12,000원\"", "1234|12000")]
    [InlineData("BIGINT", "\"₩1,234,567\"|₩5", "1234567|5")]
    [InlineData("DECIMAL(18,3)", "12.5%|100%", "0.125|1.000")]
    [InlineData("VARCHAR", "$5|€5", "$5|€5")]
    [InlineData("VARCHAR", "$5|6", "$5|6")]
    [InlineData("DECIMAL(18,2)", "1 234.50|2 345 678.25", "1234.50|2345678.25")]
    [InlineData("VARCHAR", "010 123 456|011 123 456", "010 123 456|011 123 456")]
    [InlineData("VARCHAR", "1.2.3|1.2.4", "1.2.3|1.2.4")]
    [InlineData("VARCHAR", "12 345|23 456", "12 345|23 456")]
    [InlineData("BOOLEAN", "true|FALSE", "true|false")]
    [InlineData("VARCHAR", "Y|N", "Y|N")]
    [InlineData("VARCHAR", "예|아니오", "예|아니오")]
    [InlineData("DATE", "2024-02-29|2024-3-5", "2024-02-29|2024-03-05")]
    [InlineData("VARCHAR", "2023-02-29|2024-03-05", "2023-02-29|2024-03-05")]
    [InlineData("DATE", "2024.03.05|2024. 3. 6.", "2024-03-05|2024-03-06")]
    [InlineData("DATE", "2024년 3월 5일|2024년 12월 31일", "2024-03-05|2024-12-31")]
    [InlineData("DATE", "20240305|20241231", "2024-03-05|2024-12-31")]
    [InlineData("BIGINT", "20240305|20241331", "20240305|20241331")]
    [InlineData("DATE", "5 Mar 2024|31 December 2023", "2024-03-05|2023-12-31")]
    [InlineData("DATE", "\"March 5, 2024\"|\"Sept 6, 2024\"", "2024-03-05|2024-09-06")]
    [InlineData("DATE", "05-MAR-24|06-JUL-99", "2024-03-05|1999-07-06")]
    [InlineData("DATE", "25/03/2024|01/02/2024", "2024-03-25|2024-02-01")]
    [InlineData("DATE", "03/25/2024|01/02/2024", "2024-03-25|2024-01-02")]
    [InlineData("DATE", "05.03.2024|06.03.2024", "2024-03-05|2024-03-06")]
    [InlineData("VARCHAR", "05/03/2024|06/03/2024", "05/03/2024|06/03/2024")]
    [InlineData("DATE", "05/05/2024|06/06/2024", "2024-05-05|2024-06-06")]
    [InlineData("VARCHAR", "25/03/2024|03/25/2024", "25/03/2024|03/25/2024")]
    [InlineData("VARCHAR", "24-03-05|24-03-06", "24-03-05|24-03-06")]
    [InlineData("TIMESTAMP", "2024-03-05 09:30|2024-03-05T23:59:59.123456", "2024-03-05 09:30:00|2024-03-05 23:59:59.123456")]
    [InlineData("TIMESTAMP", "2024-03-05|2024-03-06 01:00", "2024-03-05 00:00:00|2024-03-06 01:00:00")]
    [InlineData("DATE", "2024-03-05 00:00:00|2024-03-06 00:00", "2024-03-05|2024-03-06")]
    [InlineData("TIMESTAMP", "2024-03-05 오후 3:04:05|2024-03-05 오전 12:00", "2024-03-05 15:04:05|2024-03-05 00:00:00")]
    [InlineData("TIMESTAMP", "3/25/2024 3:04 PM|3/26/2024 12:00 am", "2024-03-25 15:04:00|2024-03-26 00:00:00")]
    [InlineData("TIMESTAMP_NS", "2024-03-05T10:00:00.1234567|2024-03-05T10:00:00", "2024-03-05 10:00:00.1234567|2024-03-05 10:00:00")]
    [InlineData("VARCHAR", "2024-03-05T10:00:00.123456789|2024-03-05T10:00:01", "2024-03-05T10:00:00.123456789|2024-03-05T10:00:01")]
    [InlineData("VARCHAR", "2024-03-05T10:00:00Z|2024-03-05T10:00:00", "2024-03-05T10:00:00Z|2024-03-05T10:00:00")]
    [InlineData("TIME", "9:30|23:59:59.5", "09:30:00|23:59:59.5")]
    [InlineData("VARCHAR", "24:00|25:10", "24:00|25:10")]
    [InlineData("BIGINT", "1|N/A|3", "1|∅|3")]
    [InlineData("DATE", "2024-03-05|-|NULL", "2024-03-05|∅|∅")]
    [InlineData("VARCHAR", "NULL|NULL", "NULL|NULL")]
    [InlineData("VARCHAR", "a|N/A", "a|N/A")]
    [InlineData("BIGINT", " 1 |2", "1|2")]
    [InlineData("VARCHAR", " a |b", " a |b")]
    public async Task A_column_gets_the_narrowest_type_that_every_value_fits_without_loss(string type, string cells, string values)
    {
        await _desk.LoadTextAsync($"id;x\n{string.Join('\n', cells.Split('|').Select((cell, i) => $"k{i};{cell}"))}\n".Replace("\"", "", StringComparison.Ordinal), r => r with { Delimiter = ';' });

        _desk.Types("table")[1].ShouldBe($"x {type}");
        string.Join('|', _desk.Rows("SELECT x::VARCHAR FROM \"table\" ORDER BY rowid")).ShouldBe(values);
    }

    [Fact]
    public async Task Instants_are_kept_with_their_zone_and_the_clock_of_days_is_asked_for()
    {
        var load = await _desk.LoadTextAsync("id,at\na,2024-03-05T08:00:00+09:00\nb,2024-03-05T09:00:00+09:00\n");

        _desk.Types("table")[1].ShouldBe("at TIMESTAMP WITH TIME ZONE");
        _desk.Rows("SELECT (\"at\" AT TIME ZONE 'UTC')::VARCHAR FROM \"table\" ORDER BY id").ShouldBe(["2024-03-04 23:00:00", "2024-03-05 00:00:00"]);
        load.Of(RemarkKind.LookFirst).ShouldContain("09:00 ahead of UTC");
    }

    [Fact]
    public async Task One_value_that_is_no_number_keeps_its_column_text_and_is_named_with_its_line()
    {
        var load = await _desk.LoadTextAsync("id,amount\n" + string.Join('\n', Enumerable.Range(1, 20).Select(i => i == 17 ? "x17,12O" : $"x{i},{i}")));

        _desk.Types("table")[1].ShouldBe("amount VARCHAR");
        load.Of(RemarkKind.LookFirst).ShouldContain("'12O' in line 18");
    }

    [Theory]
    [InlineData("unknown|1|2|3|4|5|6", "'unknown' in line 2")]
    [InlineData("2024-01-01|2024-13-45|2024-01-02|2024-01-03|2024-01-04", "'2024-13-45' in line 3")]
    [InlineData("25/03/2024|03/25/2024", "'03/25/2024' in line 3")]
    public async Task A_column_that_is_nearly_of_a_type_says_why_it_is_text(string cells, string says)
    {
        var load = await _desk.LoadTextAsync($"id,x\n{string.Join('\n', cells.Split('|').Select((cell, i) => $"k{i},{cell}"))}\n");

        _desk.Types("table")[1].ShouldBe("x VARCHAR");
        load.Of(RemarkKind.LookFirst).ShouldContain(says);
    }

    [Fact]
    public async Task A_column_of_words_is_text_without_a_word_about_it()
    {
        var load = await _desk.LoadTextAsync("id,x\nk1,007\nk2,A1\nk3,12\n");

        load.Remarks.ShouldAllBe(remark => remark.Kind == RemarkKind.Done || remark.Message.Contains("first row", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_of_day_and_month_that_nothing_proves_is_asked_for()
    {
        const string Text = "id,day\na,05/03/2024\nb,06/04/2024\n";

        (await _desk.LoadTextAsync(Text)).Of(RemarkKind.LookFirst).ShouldContain("--date-order");
        await _desk.LoadTextAsync(Text, r => r with { DateOrder = DateOrder.MonthDayYear });
        _desk.Table("table").ShouldBe(["a|2024-05-03", "b|2024-06-04"]);
        await _desk.LoadTextAsync(Text, r => r with { DateOrder = DateOrder.DayMonthYear });
        _desk.Table("table").ShouldBe(["a|2024-03-05", "b|2024-04-06"]);
    }

    [Fact]
    public async Task Another_column_of_the_file_proves_the_order_and_the_decimal_mark()
    {
        var load = await _desk.LoadTextAsync("day;until;price;weight\n05/03/2024;25/03/2024;1.234;1,5\n06/04/2024;30/04/2024;5.678;0,25\n");

        _desk.Table("table").ShouldBe(["2024-03-05|2024-03-25|1234|1.50", "2024-04-06|2024-04-30|5678|0.25"]);
        load.Of(RemarkKind.Guessed).ShouldContain("as other columns prove");
    }

    [Fact]
    public async Task A_mark_that_may_divide_thousands_or_decimals_is_asked_for_where_files_of_both_kinds_are_common()
    {
        const string Text = "id;price\na;1.234\nb;5.678\n";

        (await _desk.LoadTextAsync(Text)).Of(RemarkKind.LookFirst).ShouldContain("--decimal");
        _desk.Types("table")[1].ShouldBe("price VARCHAR");
        await _desk.LoadTextAsync(Text, r => r with { DecimalMark = ',' });
        _desk.Table("table").ShouldBe(["a|1234", "b|5678"]);
        await _desk.LoadTextAsync(Text, r => r with { DecimalMark = '.' });
        _desk.Table("table").ShouldBe(["a|1.234", "b|5.678"]);
    }

    [Fact]
    public async Task Percent_is_kept_as_fractions_and_currencies_as_units()
    {
        var load = await _desk.LoadTextAsync("id,share,price\na,12.5%,€5.00\nb,7%,€6.50\n");

        load.Tables[0].Columns[1].Percent.ShouldBeTrue();
        load.Tables[0].Columns[2].Unit.ShouldBe("EUR");
        _desk.Table("table").ShouldBe(["a|0.125|5.00", "b|0.070|6.50"]);
    }

    [Fact]
    public async Task A_last_row_that_sums_up_the_others_is_left_out_and_told()
    {
        var load = await _desk.LoadTextAsync("shop,sales,cost\nA,10.50,1\nB,20.25,2\n합계,30.75,3\n");

        _desk.Table("table").ShouldBe(["A|10.50|1", "B|20.25|2"]);
        load.Tables[0].Rows.ShouldBe(2);
        load.Of(RemarkKind.LookFirst).ShouldContain("sum of all others");
    }

    [Fact]
    public async Task A_foot_under_numbers_and_dates_does_not_make_them_text()
    {
        await _desk.LoadTextAsync("id,day,amount\n1,2024-03-05,10.50\n2,2024-03-06,0.25\nTotal,,10.75\n");

        _desk.Types("table").ShouldBe(["id BIGINT", "day DATE", "amount DECIMAL(18,2)"]);
        _desk.Rows("SELECT SUM(amount) FROM \"table\"").ShouldBe(["10.75"]);
    }

    [Fact]
    public async Task Totals_inside_the_rows_are_pointed_at()
    {
        var load = await _desk.LoadTextAsync("shop,sales\nA,10\n소계,10\nB,20\n소계,20\n합계,30\n");

        load.Of(RemarkKind.LookFirst).ShouldContain("2 rows inside table.csv, the first in line 3");
        load.Tables[0].Rows.ShouldBe(5);
    }

    [Fact]
    public async Task A_last_row_called_total_that_is_no_sum_stays_and_is_pointed_at()
    {
        var load = await _desk.LoadTextAsync("shop,sales\nA,10\nB,20\nTotal,31\n");

        _desk.Table("table").ShouldBe(["A|10", "B|20", "Total|31"]);
        load.Of(RemarkKind.LookFirst).ShouldContain("count twice");
    }
}
