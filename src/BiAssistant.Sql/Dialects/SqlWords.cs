using System.Collections.Frozen;

namespace BiAssistant.Sql.Dialects;

/// <summary>Words that mean something to the grammar or to an engine.</summary>
internal static class SqlWords
{
    /// <summary>Words of the grammar itself; they are no names in any dialect.</summary>
    public static readonly FrozenSet<string> Grammar = Set(
        """
        ALL AND ANY AS ASC BETWEEN BY CASE CAST CROSS CURRENT_DATE CURRENT_TIMESTAMP DESC DISTINCT ELSE END ESCAPE EXCEPT EXISTS EXTRACT FALSE
        FETCH FOR FROM FULL GROUP HAVING IN INNER INTERSECT INTO IS JOIN LEFT LIKE LIMIT NATURAL NOT NULL OFFSET ON OR ORDER OUTER OVER RIGHT
        SELECT SOME THEN TRUE UNION USING WHEN WHERE WITH
        """);

    /// <summary>Words that some engine keeps for itself: written in quotes, and no names without them.</summary>
    public static readonly FrozenSet<string> Reserved = Set(
        Grammar,
        """
        ABORT ADD ALTER ANALYSE ANALYZE ANTI ARRAY ASOF ASYMMETRIC ATTACH AUTHORIZATION AUTOINCREMENT BEGIN BINARY BOTH CHECK COLLATE COLLATION
        COLUMN COMMIT CONCURRENTLY CONSTRAINT COPY CREATE CURRENT_CATALOG CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_USER DATABASE DECLARE DEFAULT
        DEFERRABLE DELETE DESCRIBE DETACH DO DROP EXEC EXECUTE EXPLAIN FOREIGN FREEZE FUNCTION GENERATED GLOB GRANT IF ILIKE INDEX INDEXED INITIALLY
        INSERT INSTALL ISNULL LAMBDA LATERAL LEADING LOAD LOCALTIME LOCALTIMESTAMP MATCH MERGE NOTHING NOTNULL OF ONLY OPTION OVERLAPS PIVOT
        PLACING POSITIONAL PRAGMA PRIMARY PROCEDURE QUALIFY RECURSIVE REFERENCES REGEXP REINDEX RENAME REPLACE RETURNING REVOKE ROLLBACK SAVEPOINT SEMI
        SESSION_USER SET SHOW SIMILAR SUMMARIZE SYMMETRIC SYSTEM_USER TABLE TABLESAMPLE TO TOP TRAILING TRANSACTION TRIGGER TRUNCATE TRY_CAST UNIQUE
        UNPIVOT UPDATE USER VACUUM VALUES VARIADIC VERBOSE VIEW WINDOW
        """);

    /// <summary>Reserved words that are called all the same.</summary>
    public static readonly FrozenSet<string> CalledByKeyword = Set("CAST EXTRACT LEFT RIGHT REPLACE GLOB");

    public static readonly FrozenSet<string> WindowFunctions = Set(
        "ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD FIRST_VALUE LAST_VALUE NTH_VALUE");

    public static readonly FrozenSet<string> OrderedSetAggregates = Set("PERCENTILE_CONT PERCENTILE_DISC MODE");

    /// <summary>The name with the letters of ASCII in upper case.</summary>
    public static string Upper(string name) => name.Any(char.IsAsciiLetterLower)
        ? string.Concat(name.Select(c => char.IsAsciiLetterLower(c) ? (char)(c & ~0x20) : c))
        : name;

    public static FrozenSet<string> Set(string words) => Set([], words);

    public static FrozenSet<string> Set(IEnumerable<string> first, string words) =>
        first.Concat(words.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
