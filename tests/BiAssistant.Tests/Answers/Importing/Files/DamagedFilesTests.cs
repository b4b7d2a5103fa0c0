using System.Text;
using BiAssistant.Answers.Importing.Files;

namespace BiAssistant.Tests.Answers.Importing.Files;

/// <summary>Whatever the bytes of a file are, it is loaded or refused with a reason, and a refusal leaves nothing behind.</summary>
public sealed class DamagedFilesTests : IDisposable
{
    private const string Whole =
        "id,day,at,amount,price,share,flag,name\r\n1,2024-03-05,2024-03-05T10:00:00.1234567,\"1,234.50\",$5.00,12%,true,\"Kim, \"\"J\"\"\"\r\n"
        + "2,9999-12-31,1600-01-01 00:00,(3.25),$-1.50,0.5%,false,서울\r\n3,0001-01-01,2024-03-05,99999999999999999999.5,,,,N/A\r\n";

    private readonly FileDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Csv_files_with_changed_bytes_are_loaded_or_refused_with_a_reason()
    {
        var odd = Encoding.UTF8.GetBytes(",;\t|\"\r\n\0-+.,%$eE0123456789:/ \u00FF()원");
        var bytes = Encoding.UTF8.GetBytes(Whole);
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var damaged = bytes.ToList();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(damaged.Count);
                switch (random.Next(4))
                {
                    case 0: damaged[at] = odd[random.Next(odd.Length)]; break;
                    case 1: damaged.Insert(at, odd[random.Next(odd.Length)]); break;
                    case 2: damaged.RemoveAt(at); break;
                    default: damaged.RemoveRange(at, Math.Min(damaged.Count - at, random.Next(20))); break;
                }
            }

            await TryAsync($"seed {seed}", "t.csv", [.. damaged]);
        }
    }

    [Fact]
    public async Task Parquet_files_with_changed_bytes_are_loaded_or_refused_with_a_reason()
    {
        _desk.Run($"COPY (SELECT range AS id, 'text ' || range AS x, range / 7.0 AS y FROM range(500)) TO '{_desk.File("whole.parquet")}' (FORMAT parquet)");
        var bytes = await File.ReadAllBytesAsync(_desk.File("whole.parquet"));
        File.Delete(_desk.File("whole.parquet"));
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var damaged = (byte[])bytes.Clone();
            for (var change = random.Next(1, 20); change > 0; change--)
            {
                damaged[4 + random.Next(damaged.Length - 8)] ^= (byte)random.Next(1, 256);
            }

            await TryAsync($"seed {seed}", "t.parquet", damaged);
        }
    }

    private async Task TryAsync(string what, string name, byte[] bytes)
    {
        _desk.Write(name, bytes);
        var loaded = await FileLoad.RunAsync(_desk.Request(name), CancellationToken.None);
        if (loaded.Value is { } load)
        {
            load.Tables.Count.ShouldBe(1, what);
            load.Dispose();
        }
        else
        {
            loaded.Issues.ShouldHaveSingleItem().Message.ShouldNotBeNullOrWhiteSpace(what);
        }

        _desk.Entries().ShouldBe([name], what);
    }
}
