using System.Collections.Frozen;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>
/// BigQuery (GoogleSQL); names stand in backticks, and "…" is a text. A local date and time is a DATETIME: a TIMESTAMP is an instant, seen in UTC. A bare 0.1 is
/// not exact, so that numbers with a fraction are written NUMERIC '0.1'.
/// </summary>
internal sealed class BigQueryDialect : SqlDialect
{
    /// <summary>What NUMERIC means without sizes.</summary>
    private static readonly SqlType Numeric = SqlType.Decimal(38, 9);

    public override string Name => "bigquery";

    internal override char QuoteOpen => '`';

    internal override char QuoteClose => '`';

    internal override SqlTokenKind? DoubleQuoted => SqlTokenKind.Text;

    internal override bool HasBackslashEscapes => true;

    internal override bool DoublesQuotes => false;

    internal override string? LineComment => "#";

    public override int MostKeys => 5_000;

    internal override char ParameterPrefix => '@';

    internal override int LongestName => 300;

    internal override int LengthOf(string name) => name.Length;

    internal override bool HasQualify => true;

    internal override bool HasAggregateFilter => false;

    internal override bool MixesSetOperators => false;

    internal override bool HasIntervalAmounts => true;

    internal override bool QuotesWholePaths => true;

    internal override string TimestampWord => "DATETIME";

    internal override FrozenSet<string> NumberWords { get; } = SqlWords.Set("NUMERIC BIGNUMERIC DECIMAL BIGDECIMAL");

    internal override string? NumberWord(decimal value) => value switch
    {
        { Scale: 0 } and >= long.MinValue and <= long.MaxValue => null,
        { Scale: <= 9 } => "NUMERIC",
        _ => "BIGNUMERIC",
    };

    internal override FrozenSet<string> Reserved { get; } = SqlWords.Set(SqlWords.Reserved,
        """
        ASSERT_ROWS_MODIFIED AT CONTAINS CUBE CURRENT DEFINE ENUM EXCLUDE FOLLOWING GROUPING GROUPS HASH IGNORE INTERVAL LOOKUP NEW NO NULLS PARTITION
        PRECEDING PROTO RANGE RESPECT ROLLUP ROWS STRUCT TREAT UNBOUNDED UNNEST WITHIN
        """);

    internal override FrozenDictionary<string, int> WordArguments { get; } = new Dictionary<string, int>
    {
        ["DATE_TRUNC"] = 1, ["DATETIME_TRUNC"] = 1, ["TIMESTAMP_TRUNC"] = 1, ["DATE_DIFF"] = 2, ["DATETIME_DIFF"] = 2, ["TIMESTAMP_DIFF"] = 2, ["LAST_DAY"] = 1,
    }.ToFrozenDictionary();

    internal override FrozenSet<string> ArgumentWords { get; } = SqlWords.Set("SECOND MINUTE HOUR DAY WEEK WEEK(MONDAY) WEEK(SUNDAY) ISOWEEK MONTH QUARTER YEAR");

    internal override string SetOperatorName(SqlSetOperator found, bool all) => found.ToString().ToUpperInvariant() + (all ? " ALL" : " DISTINCT");

    internal override StringComparer TableNameComparer => StringComparer.Ordinal;

    internal override bool ReadsPathsOfRelations => true;

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT COUNTIF AVG MIN MAX STDDEV STDDEV_SAMP VARIANCE VAR_SAMP MIN_BY MAX_BY");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions,
        """
        COALESCE NULLIF IFNULL IF GREATEST LEAST SAFE_DIVIDE
        LOWER UPPER TRIM LTRIM RTRIM SUBSTRING SUBSTR STRPOS INSTR REPLACE LENGTH CHAR_LENGTH CHARACTER_LENGTH LEFT RIGHT CONCAT STARTS_WITH ENDS_WITH
        ABS ROUND FLOOR CEIL CEILING SIGN MOD POWER POW SQRT LN EXP PERCENTILE_CONT
        DATE DATETIME DATE_TRUNC DATETIME_TRUNC TIMESTAMP_TRUNC DATE_ADD DATE_SUB DATETIME_ADD DATETIME_SUB DATE_DIFF DATETIME_DIFF LAST_DAY PARSE_DATE FORMAT_DATE
        UNIX_SECONDS
        """);

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.Last : SqlNullOrder.First;

    /// <summary>DAYOFWEEK counts from Sunday as 1 here.</summary>
    internal override SqlDatePart? FindPart(string word) => word.ToUpperInvariant() switch
    {
        "ISOWEEK" => SqlDatePart.Week,
        "WEEK" or "EPOCH" or "ISODOW" or "DOY" or "DAY_OF_WEEK" or "DAY_OF_YEAR" => null,
        var other => base.FindPart(other),
    };

    internal override string PartName(SqlDatePart part) => part switch
    {
        SqlDatePart.Week => "ISOWEEK",
        SqlDatePart.DayOfWeek => "DAYOFWEEK",
        SqlDatePart.DayOfYear => "DAYOFYEAR",
        _ => base.PartName(part),
    };

    internal override SqlType? NamedType(string name, int? precision, int? scale) => name switch
    {
        "INT64" or "INT" or "INTEGER" or "BIGINT" or "SMALLINT" when precision is null => SqlType.BigInteger,
        "FLOAT64" when precision is null => SqlType.Double,
        "NUMERIC" or "DECIMAL" => precision is null ? Numeric : Sized(precision.Value, scale ?? 0),
        "BIGNUMERIC" or "BIGDECIMAL" => precision is null ? new SqlType(SqlTypeKind.Decimal) : Sized(precision.Value, scale ?? 0),
        "STRING" when scale is null && precision is null or >= 0 => new SqlType(SqlTypeKind.Text, precision),
        "BOOL" or "BOOLEAN" when precision is null => SqlType.Boolean,
        "BYTES" when precision is null => new SqlType(SqlTypeKind.Binary),
        "DATE" when precision is null => SqlType.Date,
        "TIME" when precision is null => new SqlType(SqlTypeKind.Time),
        "DATETIME" when precision is null => SqlType.Timestamp,
        "TIMESTAMP" when precision is null => new SqlType(SqlTypeKind.TimestampTz),
        _ => null,
    };

    internal override string TypeName(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Boolean => "BOOL",
        SqlTypeKind.Integer or SqlTypeKind.BigInteger => "INT64",
        SqlTypeKind.Decimal when type.Precision is null => "BIGNUMERIC",
        SqlTypeKind.Decimal when type == Numeric => "NUMERIC",
        SqlTypeKind.Decimal => $"{(FitsNumeric(type) ? "NUMERIC" : "BIGNUMERIC")}({type.Precision}, {type.Scale})",
        SqlTypeKind.Double => "FLOAT64",
        SqlTypeKind.Text => "STRING",
        SqlTypeKind.Timestamp => "DATETIME",
        SqlTypeKind.TimestampTz => "TIMESTAMP",
        SqlTypeKind.Binary => "BYTES",
        _ => base.TypeName(type),
    };

    /// <summary>The decimal with these sizes; null where no type here has them.</summary>
    internal static SqlType? Sized(int precision, int scale) => precision >= Math.Max(1, scale) && scale <= 38 && precision - scale <= 38 ? SqlType.Decimal(precision, scale) : null;

    private static bool FitsNumeric(SqlType type) => type.Scale <= 9 && type.Precision - type.Scale <= 29;

    internal override SqlLowering Lowering() => new BigQueryLowering(this);

    internal override SqlRaising Raising() => new BigQueryRaising(this);
}
