using System.Numerics;
using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class A_million_rows_without_boxing : IDisposable
{
    private const int Million = 1_000_000;
    private const long Little = 64 * 1024;
    private const string Facts = """
        SELECT i AS n, i / 2.0 AS ratio, (i % 100)::DECIMAL(18,2) AS amount, CASE WHEN i % 4 <> 0 THEN i::INTEGER END AS sometimes,
            DATE '2024-01-01' + (i % 365)::INTEGER AS day, 'word ' || (i % 7) || ' of several' AS word
        FROM range(1_000_000) t(i)
        """;
    private readonly DuckDbConnection connection = Database.InMemory();

    [Fact]
    public void By_chunk_each_column_is_a_span_over_the_engines_memory()
    {
        using var reader = connection.CreateCommand(Facts).ExecuteReader();
        var (rows, sum, ratios, present, days, letters) = (0, 0L, 0d, 0, 0L, 0L);
        var amount = 0m;
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (reader.ReadChunk())
        {
            var chunk = reader.Chunk;
            rows += chunk.Rows;
            foreach (var n in chunk.Values<long>(0))
            {
                sum += n;
            }

            foreach (var ratio in chunk.Values<double>(1))
            {
                ratios += ratio;
            }

            foreach (var day in chunk.Values<int>(4))
            {
                days += day;
            }

            var validity = chunk.Validity(3);
            for (var row = 0; row < chunk.Rows; row++)
            {
                amount += chunk.Decimal(2, row);
                present += validity.IsEmpty || (validity[row / 64] >> (row % 64) & 1) == 1 ? 1 : 0;
                letters += chunk.Utf8(5, row).Length;
            }
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Little);
        rows.ShouldBe(Million);
        sum.ShouldBe((long)Million * (Million - 1) / 2);
        ratios.ShouldBe(sum / 2d);
        amount.ShouldBe(49_500_000m);
        present.ShouldBe(750_000);
        letters.ShouldBe(17L * Million);
        days.ShouldBe(Enumerable.Range(0, Million).Sum(i => 19_723L + (i % 365)));
    }

    [Fact]
    public void By_row_the_typed_getters_box_nothing_either()
    {
        using var reader = connection.CreateCommand(Facts).ExecuteReader();
        var (rows, sum, present, ticks) = (0, 0L, 0, 0L);
        var (ratios, amount) = (0d, 0m);
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (reader.Read())
        {
            rows++;
            sum += reader.GetInt64(0);
            ratios += reader.GetDouble(1);
            amount += reader.GetDecimal(2);
            present += reader.IsDBNull(3) ? 0 : 1;
            ticks += reader.GetFieldValue<DateOnly>(4).DayNumber + reader.GetFieldValue<long>(0);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Little);
        rows.ShouldBe(Million);
        ratios.ShouldBe(sum / 2d);
        amount.ShouldBe(49_500_000m);
        present.ShouldBe(750_000);
        ticks.ShouldBeGreaterThan(sum);
    }

    [Fact]
    public void A_chunk_gives_a_column_only_as_what_it_is_stored_as()
    {
        using var reader = connection.CreateCommand("SELECT 1::INTEGER AS n, 12.34::DECIMAL(4,2) AS price, 'b'::ENUM('a', 'b') AS kind, sum(1) AS total, 'x' AS word").ExecuteReader();
        reader.ReadChunk().ShouldBeTrue();
        reader.Chunk.Values<int>(0)[0].ShouldBe(1);
        reader.Chunk.Values<short>(1)[0].ShouldBe((short)1234);
        reader.Chunk.Values<byte>(2)[0].ShouldBe((byte)1);
        reader.Columns[2].Words.ShouldBe(["a", "b"]);
        reader.Chunk.Text(2, 0).ShouldBe("b");
        reader.Chunk.Values<Int128>(3)[0].ShouldBe((Int128)1);
        reader.Chunk.Value(3, 0).ShouldBe(BigInteger.One);
        Should.Throw<InvalidCastException>(() => reader.Chunk.Values<float>(0).Length).Message.ShouldContain("'n' of type INTEGER is not stored as Single");
        Should.Throw<InvalidCastException>(() => reader.Chunk.Values<long>(4).Length).Message.ShouldContain("VARCHAR");
        Should.Throw<InvalidCastException>(() => reader.Chunk.Decimal(0, 0)).Message.ShouldContain("not DECIMAL");
        reader.ReadChunk().ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => reader.Chunk.Rows);
    }

    [Fact]
    public void A_chunk_that_was_begun_by_rows_is_not_skipped()
    {
        using var reader = connection.CreateCommand("SELECT i FROM range(3) t(i)").ExecuteReader();
        reader.Read().ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => reader.ReadChunk()).Message.ShouldContain("one by one");
        reader.Read().ShouldBeTrue();
        reader.Read().ShouldBeTrue();
        reader.ReadChunk().ShouldBeFalse();
    }

    public void Dispose() => connection.Dispose();
}
