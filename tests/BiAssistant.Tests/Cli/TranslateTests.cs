using BiAssistant.Sql.Parsing;
using BiAssistant.Tests.Warehouses;

namespace BiAssistant.Tests.Cli;

public sealed class TranslateTests : IDisposable
{
    private const string Monthly = "SELECT DATE_TRUNC('month', day) AS month, SUM(amount) / COUNT(*) AS each\nFROM sales\nGROUP BY DATE_TRUNC('month', day)\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_of_portable_SQL_is_written_in_a_dialect()
    {
        await File.WriteAllTextAsync(_folder.File("monthly.sql"), Monthly);

        var run = await RunAsync("", "--sql", "monthly.sql", "--from", "portable", "--to", "sqlite");

        run.Code.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldStartWith("SELECT\n  ");
        run.Output.ShouldContain("FROM sales");
        run.Output.ShouldNotContain("DATE_TRUNC");
    }

    [Fact]
    public async Task Portable_SQL_is_what_is_read_where_nothing_else_is_said_from_standard_input_too()
    {
        var run = await RunAsync(Monthly, "--sql", "-", "--to", "duckdb");

        run.Code.ShouldBe(0, run.Error);
        run.Output.ShouldContain("NULLIF(COUNT(*), 0)");
    }

    [Fact]
    public async Task One_engines_SQL_is_written_for_another()
    {
        var run = await RunAsync("SELECT id::VARCHAR AS id FROM sales ORDER BY id DESC LIMIT 3", "--sql", "-", "--from", "PostgreSQL", "--to", "duckdb");

        run.Code.ShouldBe(0, run.Error);
        run.Output.ShouldContain("CAST(id AS VARCHAR)");
        run.Output.ShouldContain("LIMIT 3");
    }

    [Fact]
    public async Task A_problem_in_the_text_is_refused_with_file_line_and_column()
    {
        await File.WriteAllTextAsync(_folder.File("broken.sql"), "SELECT id,\n  LENGHT(name)\nFROM sales\n");

        var run = await RunAsync("", "--sql", "broken.sql", "--to", "duckdb");

        run.Code.ShouldBe(3);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldBe("broken.sql:2:3: error: There is no function LENGHT in catalog expressions. Did you mean LENGTH? (LENGTH)\n");
    }

    [Fact]
    public async Task What_another_engine_cannot_say_is_refused_with_its_file()
    {
        var run = await RunAsync("SELECT \"FEE\" FROM visits", "--sql", "-", "--from", "postgresql", "--to", "duckdb");

        run.Code.ShouldBe(3);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith("-: error: The name \"FEE\" is in quotes");
    }

    [Fact]
    public async Task Several_statements_and_monstrous_texts_are_refused()
    {
        (await RunAsync("SELECT 1; DROP TABLE sales", "--sql", "-", "--to", "duckdb")).Code.ShouldBe(3);

        var run = await RunAsync(new string(' ', SqlParser.MaximumLength + 1), "--sql", "-", "--to", "duckdb");
        run.Code.ShouldBe(3);
        run.Error.ShouldContain($"more than {SqlParser.MaximumLength} characters");
    }

    [Theory]
    [InlineData("--sql needs --to DIALECT: duckdb, ", "--sql", "x.sql")]
    [InlineData("not both", "{}", "--sql", "x.sql", "--to", "duckdb")]
    [InlineData("say --to DIALECT", "--sql", "x.sql", "--to", "duckdb", "--dialect", "sqlite")]
    [InlineData("belong to --sql", "{}", "--to", "duckdb")]
    [InlineData("belong to --sql", "{}", "--from", "duckdb")]
    [InlineData("A semantic query or --sql FILE is expected.")]
    [InlineData("'snowflak' is no dialect here: portable, duckdb, ", "--sql", "x.sql", "--from", "snowflak", "--to", "duckdb")]
    [InlineData("Did you mean 'snowflake'?", "--sql", "x.sql", "--from", "snowflak", "--to", "duckdb")]
    [InlineData("'portable' is no dialect here: duckdb, ", "--sql", "x.sql", "--to", "portable")]
    [InlineData("the file 'missing.sql' cannot be read", "--sql", "missing.sql", "--to", "duckdb")]
    public async Task Bad_usage_ends_with_status_sixty_four(string message, params string[] arguments)
    {
        var run = await RunAsync("", arguments);

        run.Code.ShouldBe(64);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(message);
    }

    private Task<Run> RunAsync(string input, params string[] arguments) => Run.OfAsync(_folder.Path, input, ["compile", .. arguments]);
}
