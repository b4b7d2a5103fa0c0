using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Postgres;

namespace BiAssistant.Tests.Planning;

/// <summary>A case of one warehouse has the rows of its hand-written SQL whatever the engine.</summary>
public sealed class PlannerEngineTests(Workshop workshop) : IClassFixture<Workshop>
{
    /// <summary>Cases without a merge; the merge always runs in the embedded engine.</summary>
    public static TheoryData<string> Cases => new(PlannerCase.Names.Where(n => new PlannerCase(n).Plan().Merge is null));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Its_rows_are_those_of_SQL_written_by_hand_in_SQLite(string name) => HasExpectedRows("sqlite", name);

    [PostgresTheory]
    [MemberData(nameof(Cases))]
    public Task Its_rows_are_those_of_SQL_written_by_hand_in_PostgreSQL(string name) => HasExpectedRows("postgresql", name);

    [MariaDbTheory]
    [MemberData(nameof(Cases))]
    public Task Its_rows_are_those_of_SQL_written_by_hand_in_MariaDB(string name) => HasExpectedRows("mariadb", name);

    private async Task HasExpectedRows(string engine, string name)
    {
        var golden = new PlannerCase(name);
        var text = PlannerCase.Texts(golden.Plan(), workshop.DialectOf(engine)).ShouldHaveSingleItem();

        var expected = await workshop.HandWrittenAsync(await File.ReadAllTextAsync(golden.File("expected.sql")));
        (await workshop.RowsAsync(engine, text.Sql)).ShouldBe(expected, ignoreOrder: true);
    }
}
