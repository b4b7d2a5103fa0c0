using System.Globalization;

namespace BiAssistant.Warehouses.SqlServer;

/// <summary>What a session is told for all its queries, and around each.</summary>
internal static class SqlServerSession
{
    /// <summary>Nulls, quotes and divisions as the dialect means them whatever the server's own defaults are; dates are read year first; no rows or parts of texts are left out.</summary>
    public const string Settings =
        """
        SET NOCOUNT ON;
        SET ANSI_NULLS ON;
        SET ANSI_PADDING ON;
        SET ANSI_WARNINGS ON;
        SET ARITHABORT ON;
        SET CONCAT_NULL_YIELDS_NULL ON;
        SET QUOTED_IDENTIFIER ON;
        SET NUMERIC_ROUNDABORT OFF;
        SET XACT_ABORT ON;
        SET LANGUAGE us_english;
        SET DATEFORMAT ymd;
        SET DATEFIRST 1;
        SET ROWCOUNT 0;
        SET TEXTSIZE 2147483647;
        SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
        """;

    public const string End = "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;";

    /// <summary>Who waits for a lock waits no longer than the query may take; the driver ends the statement itself when the time limit passes.</summary>
    public static string Begin(TimeSpan limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"SET LOCK_TIMEOUT {(int)Math.Clamp(limit.TotalMilliseconds, 1, int.MaxValue)}; BEGIN TRANSACTION;");
}
