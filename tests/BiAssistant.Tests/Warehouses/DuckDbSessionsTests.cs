using BiAssistant.Warehouses.DuckDb;

namespace BiAssistant.Tests.Warehouses;

public sealed class DuckDbSessionsTests
{
    [Fact]
    public void A_connection_is_kept_for_the_next_query_until_the_database_behind_it_is_given_up()
    {
        using var folder = new TemporaryFolder();
        DuckDbUnderTest.Write(folder.File("sales.duckdb"), "CREATE TABLE t (n INTEGER)");
        using var sessions = new DuckDbSessions("sales", folder.File("sales.duckdb"));
        var first = sessions.Rent(default);
        var second = sessions.Rent(default);
        sessions.Return(first, whole: true);
        sessions.Rent(default).ShouldBeSameAs(first);
        sessions.Return(first, whole: true);

        sessions.Forget();
        sessions.Return(second, whole: false);

        var fresh = sessions.Rent(default);
        fresh.ShouldNotBeSameAs(first);
        sessions.Return(fresh, whole: true);
    }
}
