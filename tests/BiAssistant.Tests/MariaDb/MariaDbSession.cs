namespace BiAssistant.Tests.MariaDb;

/// <summary>The settings under which a text of the dialect means what was meant; whoever runs one sets them first, a warehouse no less than a test.</summary>
internal static class MariaDbSession
{
    /// <summary>By code points, without adding spaces: 'a' is neither 'A' nor 'a '. A column keeps the collation it was made with; this one is for literals and parameters.</summary>
    public const string Collation = "utf8mb4_nopad_bin";

    /// <summary>
    /// Local times are never moved to a zone, a day that does not exist is an error, a column that is neither grouped nor aggregated is refused instead of picked at random, the
    /// difference of columns without signs may be negative, and a division has twelve digits more than its dividend instead of four.
    /// </summary>
    public const string Settings =
        $"""
        SET NAMES utf8mb4 COLLATE {Collation};
        SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ONLY_FULL_GROUP_BY,NO_UNSIGNED_SUBTRACTION,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', div_precision_increment = 12;
        """;
}
