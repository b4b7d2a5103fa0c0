using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Tests.Warehouses.Misbehaving;

/// <summary>What every engine that lives in a file must do when somebody does mischief to the file while it is open: the whole right table or a fault, and the next query as if nothing had been.</summary>
public abstract class MisbehavingFileSpecification(WarehouseUnderTest subject) : IAsyncLifetime
{
    private const int Count = 20_000;
    private const int Block = 4_096;

    private readonly string folder = Directory.CreateTempSubdirectory("bi-assistant-files-").FullName;
    private IWarehouse? warehouse;
    private byte[] good = [];
    private byte[] other = [];

    protected abstract string Ending { get; }

    /// <summary>A script that makes the table <c>numbers</c> of one column <c>n</c> with the numbers from 1 up.</summary>
    protected abstract string Numbers(int count);

    private string FilePath => Path.Combine(folder, $"data.{Ending}");

    private IWarehouse Warehouse => warehouse ?? throw new InvalidOperationException("Nothing is open.");

    protected abstract void Make(string path, string script);

    protected abstract IWarehouse Open(string path);

    public async Task InitializeAsync()
    {
        other = await MakeAsync("other", 2 * Count);
        good = await MakeAsync("good", Count);
        await File.WriteAllBytesAsync(FilePath, good);
        warehouse = Open(FilePath);
    }

    public async Task DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_that_is_deleted_is_missing_until_it_is_back()
    {
        await RightAsync();
        File.Delete(FilePath);

        (await FaultAsync()).Cause.ShouldBe(new FileMissing(FilePath));

        await RestoreAsync();
        await RightAsync();
    }

    [Fact]
    public async Task A_file_cut_short_anywhere_gives_the_whole_table_or_a_fault()
    {
        for (var tenth = 0; tenth < 10; tenth++)
        {
            await RightAsync();
            await using (var file = File.OpenWrite(FilePath))
            {
                file.SetLength((long)good.Length * tenth / 10);
            }

            await WholeOrFaultAsync();
            await RestoreAsync();
        }

        await RightAsync();
    }

    [Fact]
    public async Task A_file_written_over_with_something_else_is_not_read_as_data()
    {
        await RightAsync();
        await File.WriteAllTextAsync(FilePath, string.Concat(Enumerable.Repeat("Dear colleagues, the file is gone.\n", 5_000)));

        var fault = await FaultAsync();
        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldContain(FilePath);

        await RestoreAsync();
        await RightAsync();
    }

    [Fact]
    public async Task Blocks_of_garbage_in_a_file_give_the_whole_table_or_a_fault()
    {
        var blocks = good.Length / Block;
        var faults = 0;
        for (var spot = 0; spot < 20; spot++)
        {
            var spoilt = good.ToArray();
            foreach (ref var letter in spoilt.AsSpan(blocks * spot / 20 * Block, Block))
            {
                letter ^= 0x5A;
            }

            await File.WriteAllBytesAsync(FilePath, spoilt);
            faults += await WholeOrFaultAsync() ? 0 : 1;
        }

        faults.ShouldBeGreaterThan(0);
        await RestoreAsync();
        await RightAsync();
    }

    [Fact]
    public async Task While_files_come_and_go_every_query_sees_one_whole_file_or_says_that_it_saw_none()
    {
        using var end = new CancellationTokenSource();
        var mischief = MischiefAsync(end.Token);
        for (var i = 0; i < 40; i++)
        {
            try
            {
                (await AskAsync()).ShouldBeOneOf((Count, Sum(Count)), (2 * Count, Sum(2 * Count)));
            }
            catch (WarehouseFault fault)
            {
                fault.Warehouse.ShouldBe("sales");
            }
        }

        await end.CancelAsync();
        await mischief;
        await RestoreAsync();
        await RightAsync();
    }

    private static long Sum(long count) => count * (count + 1) / 2;

    /// <summary>Moves one file and another into the place, takes it away, and leaves half of one there.</summary>
    private async Task MischiefAsync(CancellationToken end)
    {
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            switch (i % 4)
            {
                case 0 or 2:
                    var beside = Path.Combine(folder, $"beside.{Ending}");
                    await File.WriteAllBytesAsync(beside, i % 8 < 4 ? other : good, CancellationToken.None);
                    File.Move(beside, FilePath, overwrite: true);
                    break;
                case 1:
                    File.Delete(FilePath);
                    break;
                default:
                    await File.WriteAllBytesAsync(FilePath, good[..(good.Length / 2)], CancellationToken.None);
                    break;
            }

            await Task.Delay(5, CancellationToken.None);
        }
    }

    private async Task<byte[]> MakeAsync(string name, int count)
    {
        var path = Path.Combine(folder, $"{name}.{Ending}");
        Make(path, Numbers(count));
        return await File.ReadAllBytesAsync(path);
    }

    private async Task RestoreAsync()
    {
        var beside = Path.Combine(folder, $"beside.{Ending}");
        await File.WriteAllBytesAsync(beside, good);
        File.Move(beside, FilePath, overwrite: true);
    }

    private async Task<bool> WholeOrFaultAsync()
    {
        try
        {
            await RightAsync();
            return true;
        }
        catch (WarehouseFault fault)
        {
            fault.Warehouse.ShouldBe("sales");
            return false;
        }
    }

    private async Task RightAsync() => (await AskAsync()).ShouldBe((Count, Sum(Count)));

    private Task<WarehouseFault> FaultAsync() => Should.ThrowAsync<WarehouseFault>(AskAsync());

    private async Task<(int Rows, long Sum)> AskAsync()
    {
        var table = await Warehouse.QueryAsync(subject.Sql("SELECT n FROM numbers"), QueryLimits.Default with { MaxRows = 3 * Count }, default);
        return (table.Rows.Count, table.Rows.Sum(row => (long)row[0].ShouldNotBeNull()));
    }
}
