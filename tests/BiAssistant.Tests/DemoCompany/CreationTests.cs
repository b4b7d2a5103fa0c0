using System.Diagnostics;
using BiAssistant.DemoCompany;
using BiAssistant.DemoCompany.Files;

namespace BiAssistant.Tests.DemoCompany;

public sealed class CreationTests
{
    private const int Small = 100_000;

    [Fact]
    public void Files_that_are_there_are_left_as_they_are()
    {
        using var folder = new TemporaryFolder();
        var made = DemoWarehouses.EnsureCreated(folder.Path, rows: Small);
        var times = (File.GetLastWriteTimeUtc(made.Operations), File.GetLastWriteTimeUtc(made.Feedback));

        var found = DemoWarehouses.EnsureCreated(folder.Path);

        made.Created.ShouldBeTrue();
        found.ShouldBe(made with { Created = false });
        (File.GetLastWriteTimeUtc(made.Operations), File.GetLastWriteTimeUtc(made.Feedback)).ShouldBe(times);
    }

    [Theory]
    [InlineData("operations.duckdb")]
    [InlineData("feedback.sqlite")]
    [InlineData("demo-company.txt")]
    public void What_is_incomplete_is_made_again(string missing)
    {
        using var folder = new TemporaryFolder();
        DemoWarehouses.EnsureCreated(folder.Path, rows: Small);
        File.Delete(folder.In(missing));

        DemoWarehouses.EnsureCreated(folder.Path, rows: Small).Created.ShouldBeTrue();
        File.Exists(folder.In(missing)).ShouldBeTrue();
        DemoWarehouses.EnsureCreated(folder.Path).Created.ShouldBeFalse();
    }

    [Fact]
    public void Another_seed_or_size_or_force_makes_them_again()
    {
        using var folder = new TemporaryFolder();
        DemoWarehouses.EnsureCreated(folder.Path, seed: 1, rows: Small);

        DemoWarehouses.EnsureCreated(folder.Path, seed: 2, rows: Small).Created.ShouldBeTrue();
        DemoWarehouses.EnsureCreated(folder.Path, seed: 2, rows: Small * 2).Created.ShouldBeTrue();
        DemoWarehouses.EnsureCreated(folder.Path, seed: 2, rows: Small * 2).Created.ShouldBeFalse();
        DemoWarehouses.EnsureCreated(folder.Path, rows: Small, force: true).Created.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_several_creators_in_one_process_one_creates_and_the_others_wait()
    {
        using var folder = new TemporaryFolder();

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DemoWarehouses.EnsureCreated(folder.Path, rows: Small))));

        made.Count(files => files.Created).ShouldBe(1);
        Names(folder).ShouldBe([".demo-company.lock", "demo-company.txt", "feedback.sqlite", "operations.duckdb"]);
    }

    [Fact]
    public async Task Of_two_processes_at_once_one_creates_and_the_other_waits()
    {
        using var folder = new TemporaryFolder();

        var outputs = await Task.WhenAll(RunProgram("--out", folder.Path, "--rows", "100000"), RunProgram("--out", folder.Path, "--rows", "100000"));

        outputs.Select(output => output.ExitCode).ShouldBe([0, 0]);
        outputs.Count(output => output.Text.StartsWith("Created ", StringComparison.Ordinal)).ShouldBe(1);
        outputs.Count(output => output.Text.Contains("are there already", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_no_half_one()
    {
        using var folder = new TemporaryFolder();
        var path = folder.In("numbers.sqlite");
        File.WriteAllText(path, "old");
        IEnumerable<int> Numbers()
        {
            yield return 1;
            throw new InvalidDataException("half way");
        }

        Should.Throw<InvalidDataException>(() =>
        {
            using var pending = new PendingFile(path);
            using var file = new SqliteFile(pending.TemporaryPath);
            file.Append([new Table<int>("numbers", Numbers()).Whole("number", number => number)]);
            pending.Publish();
        });

        Names(folder).ShouldBe(["numbers.sqlite"]);
        File.ReadAllText(path).ShouldBe("old");
    }

    [Fact]
    public void What_a_killed_build_left_behind_is_no_obstacle()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("operations.duckdb.building"), "half of a file");
        File.WriteAllText(folder.In("operations.duckdb.building.wal"), "half of a log");

        DemoWarehouses.EnsureCreated(folder.Path, rows: Small).Created.ShouldBeTrue();

        Names(folder).ShouldBe([".demo-company.lock", "demo-company.txt", "feedback.sqlite", "operations.duckdb"]);
    }

    [Theory]
    [InlineData(new[] { "--out" }, "--out needs a folder, not ''.")]
    [InlineData(new[] { "--seed", "one" }, "--seed needs a whole number, not 'one'.")]
    [InlineData(new[] { "--out", "x", "--rows", "99999" }, "--rows needs a whole number from 100000 to 100000000, not '99999'.")]
    [InlineData(new[] { "--size", "3" }, "There is no option '--size'.")]
    [InlineData(new[] { "--force" }, "--out says in which folder to put the files, and is missing.")]
    public async Task The_program_says_what_is_wrong_with_its_options(string[] options, string message)
    {
        var output = await RunProgram(options);

        output.ExitCode.ShouldBe(64);
        output.Problem.ShouldStartWith(message);
    }

    private static IEnumerable<string?> Names(TemporaryFolder folder) =>
        Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static async Task<(int ExitCode, string Text, string Problem)> RunProgram(params string[] options)
    {
        var program = typeof(DemoWarehouses).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [program, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }).ShouldNotBeNull();
        var text = process.StandardOutput.ReadToEndAsync();
        var problem = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await text, await problem);
    }
}
