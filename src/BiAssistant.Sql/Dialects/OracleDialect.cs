using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>Oracle 19c; names without quotes are upper case, the empty text is null, and truth is a number.</summary>
internal sealed class OracleDialect : SqlDialect
{
    /// <summary>The longest text in a statement or a column, in bytes.</summary>
    public const int LongestText = 4_000;

    private static readonly string[] DateParts = ["YYYY", "MM", "DD"];

    public override string Name => "oracle";

    public override int MostKeys => 1_000;

    internal override char ParameterPrefix => ':';

    internal override bool NamesMayBeginWithUnderscore => false;

    internal override SqlLimitStyle LimitStyle => SqlLimitStyle.Fetch;

    internal override bool SetOperatorsAreEqual => true;

    internal override bool HasAggregateFilter => false;

    internal override bool HasBooleans => false;

    internal override string TableAs => " ";

    internal override string? OneRowTable => "DUAL";

    internal override FrozenSet<string> Reserved { get; } = SqlWords.Set(SqlWords.Reserved,
        """
        ACCESS ADD AUDIT CHAR CLUSTER COLUMN_VALUE COMMENT COMPRESS CONNECT CONNECT_BY_ISCYCLE CONNECT_BY_ISLEAF CONNECT_BY_ROOT CURRENT CURRVAL DATE
        DBTIMEZONE DECIMAL EXCLUSIVE FILE FLOAT IDENTIFIED IMMEDIATE INCREMENT INITIAL INTEGER LEVEL LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE MODEL
        MODIFY NESTED_TABLE_ID NEXTVAL NOAUDIT NOCOMPRESS NOWAIT NUMBER OBJECT_ID OBJECT_VALUE OFFLINE ONLINE ORA_INVOKING_USER ORA_INVOKING_USERID
        ORA_ROWSCN PCTFREE PRIOR PUBLIC RAW RESOURCE ROW ROWID ROWNUM ROWS SAMPLE SESSION SESSIONTIMEZONE SHARE SIZE SMALLINT START SUCCESSFUL
        SYNONYM SYSDATE SYSTIMESTAMP UID VALIDATE VARCHAR VARCHAR2 VERSIONS WHENEVER XMLDATA
        """);

    internal override bool StepsSeeThemselves => true;

    internal override FrozenSet<string> ClockNames { get; } = SqlWords.Set("SYSDATE SYSTIMESTAMP LOCALTIMESTAMP");

    /// <summary>A text that is read as a date by the session's format, or by one without a year, a month or a day, takes the rest from the clock.</summary>
    internal override bool ReadsClock(SqlNode node) => base.ReadsClock(node)
        || (node is SqlFunction { Name: "TO_DATE" or "TO_TIMESTAMP" } read
            && (read.Arguments is not [_, SqlText { Value: var format }] || !DateParts.All(part => format.Contains(part, StringComparison.OrdinalIgnoreCase))));

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set(
        "SUM COUNT AVG MIN MAX MEDIAN PERCENTILE_CONT PERCENTILE_DISC STDDEV STDDEV_SAMP STDDEV_POP VARIANCE VAR_SAMP VAR_POP CORR COVAR_SAMP COVAR_POP");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions,
        """
        COALESCE NULLIF NVL NVL2 DECODE GREATEST LEAST LOWER UPPER INITCAP TRIM LTRIM RTRIM SUBSTR INSTR REPLACE TRANSLATE LENGTH LPAD RPAD CONCAT ASCII CHR
        REGEXP_SUBSTR REGEXP_REPLACE REGEXP_INSTR REGEXP_COUNT ABS ROUND TRUNC FLOOR CEIL SIGN MOD REMAINDER POWER SQRT LN LOG EXP NANVL
        SIN COS TAN ASIN ACOS ATAN ATAN2 SINH COSH TANH BITAND TO_CHAR TO_NUMBER TO_DATE TO_TIMESTAMP
        ADD_MONTHS MONTHS_BETWEEN LAST_DAY NUMTODSINTERVAL NUMTOYMINTERVAL
        """);

    internal override string SetOperatorName(SqlSetOperator found, bool all) => found == SqlSetOperator.Except ? "MINUS" : base.SetOperatorName(found, all);

    internal override SqlSetOperator? SetOperator(string word) => word switch
    {
        "MINUS" => SqlSetOperator.Except,
        "EXCEPT" => null,
        _ => base.SetOperator(word),
    };

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.First : SqlNullOrder.Last;

    internal override StringComparer NameComparer => StringComparer.Ordinal;

    internal override string FoldUnquoted(string name) => SqlWords.Upper(name);

    internal override string NativeName(string name) => name.All(char.IsAscii) && !(name.Any(char.IsAsciiLetterUpper) && name.Any(char.IsAsciiLetterLower)) ? FoldUnquoted(name) : name;

    /// <summary>A quarter, a week or a day of the week is no part here but a format of TO_CHAR.</summary>
    internal override SqlDatePart? FindPart(string word) => SqlWords.Upper(word) switch
    {
        "YEAR" => SqlDatePart.Year,
        "MONTH" => SqlDatePart.Month,
        "DAY" => SqlDatePart.Day,
        "HOUR" => SqlDatePart.Hour,
        "MINUTE" => SqlDatePart.Minute,
        "SECOND" => SqlDatePart.Second,
        _ => null,
    };

    /// <summary>DATE stands for Oracle's own, which has a time of day; a text of 4,000 bytes is a text of any length.</summary>
    internal override SqlType? NamedType(string name, int? precision, int? scale) => (name, precision) switch
    {
        ("NUMBER", null) => new SqlType(SqlTypeKind.Decimal),
        ("NUMBER", >= 1 and <= 38) => SqlType.Decimal(precision.Value, scale ?? 0),
        ("DECIMAL" or "NUMERIC", null) => SqlType.Decimal(38, 0),
        ("BINARY_DOUBLE", null) => SqlType.Double,
        ("VARCHAR2" or "VARCHAR", LongestText) when scale is null => SqlType.Text,
        ("VARCHAR2" or "VARCHAR", >= 1 and < LongestText) when scale is null => new SqlType(SqlTypeKind.Text, precision),
        ("INTEGER" or "INT" or "SMALLINT" or "DECIMAL" or "NUMERIC" or "FLOAT" or "DOUBLE PRECISION" or "REAL" or "DATE" or "TIMESTAMP" or "TIMESTAMP WITH TIME ZONE", _)
            => base.NamedType(name, precision, scale),
        _ => null,
    };

    internal override string TypeName(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Integer or SqlTypeKind.BigInteger => "INTEGER",
        SqlTypeKind.Decimal => type.Precision is null ? "NUMBER" : $"NUMBER({type.Precision}, {type.Scale ?? 0})",
        SqlTypeKind.Double => "BINARY_DOUBLE",
        SqlTypeKind.Text => $"VARCHAR2({type.Precision ?? LongestText})",
        _ => base.TypeName(type),
    };

    internal override SqlLowering Lowering() => new OracleLowering(this);

    internal override SqlRaising Raising() => new OracleRaising(this);
}
