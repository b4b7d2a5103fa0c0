using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>Snowflake; names without quotes are upper case. Nothing that is written depends on a parameter of the session.</summary>
internal sealed class SnowflakeDialect : SqlDialect
{
    public override string Name => "snowflake";

    internal override bool HasBackslashEscapes => true;

    internal override string? LineComment => "//";

    internal override char ParameterPrefix => ':';

    internal override int LongestName => 255;

    internal override int LengthOf(string name) => name.Length;

    internal override bool HasPostfixOperators => true;

    internal override bool HasQualify => true;

    internal override bool HasAggregateFilter => false;

    internal override bool StepsSeeThemselves => true;

    internal override bool MixesSetOperators => false;

    internal override FrozenSet<string> Reserved { get; } = SqlWords.Set(SqlWords.Reserved,
        """
        ACCOUNT CONNECT CONNECTION CURRENT FOLLOWING GSCLUSTER INCREMENT ISSUE MINUS ORGANIZATION REGEXP RLIKE ROW ROWS SAMPLE SCHEMA START WHENEVER
        """);

    internal override FrozenDictionary<string, int> WordArguments { get; } = new Dictionary<string, int>
    {
        ["DATE_TRUNC"] = 0, ["DATEADD"] = 0, ["TIMESTAMPADD"] = 0, ["DATEDIFF"] = 0, ["TIMESTAMPDIFF"] = 0, ["DATE_PART"] = 0, ["LAST_DAY"] = 1,
    }.ToFrozenDictionary();

    internal override FrozenSet<string> ArgumentWords => SnowflakeUnits.Words;

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set(
        "SUM COUNT AVG MIN MAX MEDIAN PERCENTILE_CONT STDDEV STDDEV_SAMP VARIANCE VAR_SAMP COUNT_IF MIN_BY MAX_BY");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions,
        """
        COALESCE NULLIF NVL NVL2 IFNULL IFF ZEROIFNULL NULLIFZERO GREATEST LEAST GREATEST_IGNORE_NULLS LEAST_IGNORE_NULLS
        LOWER UPPER TRIM LTRIM RTRIM SUBSTRING SUBSTR POSITION CHARINDEX REPLACE LENGTH LEN LEFT RIGHT CONCAT CONTAINS STARTSWITH ENDSWITH
        ABS ROUND FLOOR CEIL SIGN MOD POWER POW SQRT LN EXP
        DATE_TRUNC DATEADD TIMESTAMPADD DATEDIFF TIMESTAMPDIFF DATE_PART LAST_DAY DATE_FROM_PARTS TO_DATE DATE TO_TIMESTAMP_NTZ TO_CHAR TO_VARCHAR TO_DOUBLE CONVERT_TIMEZONE
        YEAR QUARTER MONTH DAY DAYOFMONTH DAYOFYEAR DAYOFWEEKISO WEEKISO HOUR MINUTE SECOND
        """);

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.First : SqlNullOrder.Last;

    internal override StringComparer NameComparer => StringComparer.Ordinal;

    internal override string FoldUnquoted(string name) => SqlWords.Upper(name);

    internal override string NativeName(string name) => name.All(char.IsAscii) && !(name.Any(char.IsAsciiLetterUpper) && name.Any(char.IsAsciiLetterLower)) ? FoldUnquoted(name) : name;

    internal override SqlSetOperator? SetOperator(string word) => word == "MINUS" ? SqlSetOperator.Except : base.SetOperator(word);

    internal override SqlDatePart? FindPart(string word) => SnowflakeUnits.Part(word);

    internal override string PartName(SqlDatePart part) => SnowflakeUnits.Name(part);

    internal override SqlType? NamedType(string name, int? precision, int? scale) => name switch
    {
        "NUMBER" or "DECIMAL" or "NUMERIC" when precision is >= 0 or null => SqlType.Decimal(precision ?? 38, scale ?? 0),
        "FLOAT4" or "FLOAT8" when precision is null => SqlType.Double,
        "DATETIME" or "TIMESTAMP_NTZ" when precision is null => SqlType.Timestamp,
        "TIMESTAMP_TZ" when precision is null => new SqlType(SqlTypeKind.TimestampTz),
        "INTERVAL" => null,
        _ => base.NamedType(name, precision, scale),
    };

    internal override string TypeName(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Decimal => $"NUMBER({type.Precision}, {type.Scale})",
        SqlTypeKind.Double => "FLOAT",
        SqlTypeKind.Text => "VARCHAR",
        SqlTypeKind.Timestamp => "TIMESTAMP_NTZ",
        SqlTypeKind.TimestampTz => "TIMESTAMP_TZ",
        SqlTypeKind.Binary => "BINARY",
        _ => base.TypeName(type),
    };

    internal override SqlLowering Lowering() => new SnowflakeLowering(this);

    internal override SqlRaising Raising() => new SnowflakeRaising(this);
}
