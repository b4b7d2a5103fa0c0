using System.Globalization;
using BiAssistant.Warehouses.Drivers;

namespace BiAssistant.Warehouses.MySql;

/// <summary>The settings under which a text of the dialects means what was meant, and the bounds of each query.</summary>
internal static class MySqlSession
{
    /// <summary>By code points, without adding spaces: 'a' is neither 'A' nor 'a '. A column keeps the collation it was made with; this one is for literals and parameters.</summary>
    public const string MariaDbCollation = "utf8mb4_nopad_bin";

    private const string MySqlCollation = "utf8mb4_0900_bin";

    /// <summary>How much later than the caller's own limit the server stops by itself, should word of a cancellation not reach it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Local times are never moved to a zone, a day that does not exist is an error, a column that is neither grouped nor aggregated is refused instead of picked at random, the
    /// difference of columns without signs may be negative, a division has twelve digits more than its dividend instead of four, and no rows or parts of texts are left out.
    /// </summary>
    public static string Settings(bool isMariaDb) =>
        $"""
        SET NAMES utf8mb4 COLLATE {(isMariaDb ? MariaDbCollation : MySqlCollation)};
        SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ONLY_FULL_GROUP_BY,NO_UNSIGNED_SUBTRACTION,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00',
          div_precision_increment = 12, sql_select_limit = 18446744073709551615, group_concat_max_len = 67108864, autocommit = 1;
        {(isMariaDb ? "" : "SET SESSION information_schema_stats_expiry = 0;")}
        """;

    public static void Settle(ServerSession session, bool isMariaDb)
    {
        session.Execute(Settings(isMariaDb));
        session.Execute("SET SESSION TRANSACTION READ ONLY");
    }

    /// <summary>The session reads by default, and says so again for each query: a text that turned the default around would not outlive its own transaction.</summary>
    public static void Begin(ServerSession session, bool isMariaDb, TimeSpan limit)
    {
        var stops = limit + Grace;
        var bound = isMariaDb
            ? string.Create(CultureInfo.InvariantCulture, $"max_statement_time = {stops.TotalSeconds:0.###}")
            : string.Create(CultureInfo.InvariantCulture, $"max_execution_time = {(long)stops.TotalMilliseconds}");
        session.Execute($"SET SESSION {bound}; START TRANSACTION READ ONLY");
    }

    public static void End(ServerSession session) => session.Execute("ROLLBACK");
}
