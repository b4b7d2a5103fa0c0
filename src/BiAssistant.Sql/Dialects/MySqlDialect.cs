using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>
/// MySQL 8.0.31; names stand in backticks, and "…" is refused, because the session decides whether it is a name or a text. Whether texts that differ in case
/// or by spaces at their end are the same, for LIKE too, is decided by their columns' collations, as it is for groups and joins.
/// </summary>
internal class MySqlDialect : SqlDialect
{
    /// <summary>An exact number with all the digits that there are: a narrower one would be cut to its largest value without a word.</summary>
    internal static readonly SqlType WidestDecimal = SqlType.Decimal(65, 30);

    public override string Name => "mysql";

    internal override char QuoteOpen => '`';

    internal override char QuoteClose => '`';

    internal override bool HasBackslashEscapes => true;

    internal override string? LineComment => "#";

    internal override bool DashesNeedBlank => true;

    public override bool TellsTextsApart => false;

    internal override char ParameterPrefix => '@';

    internal override FrozenSet<string> Reserved => MySqlWords.Reserved;

    internal override int LongestName => 64;

    internal override int LengthOf(string name) => name.Length;

    internal override StringComparer TableNameComparer => StringComparer.Ordinal;

    internal override bool HasConcatOperator => false;

    internal override string? NullSafeEqual => "<=>";

    internal override bool ReadsLimitPairs => true;

    internal override bool HasAggregateFilter => false;

    internal override bool HasNullOrder => false;

    internal override bool HasIntervalAmounts => true;

    internal override bool TrimsFrom => true;

    internal override FrozenDictionary<string, int> WordArguments { get; } = new Dictionary<string, int> { ["TIMESTAMPDIFF"] = 0, ["TIMESTAMPADD"] = 0 }.ToFrozenDictionary();

    internal override FrozenSet<string> ArgumentWords { get; } = SqlWords.Set("SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR");

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT AVG MIN MAX STDDEV_SAMP VAR_SAMP STDDEV_POP VAR_POP STDDEV STD VARIANCE");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions,
        """
        COALESCE NULLIF IF IFNULL ISNULL GREATEST LEAST LOWER UPPER TRIM LTRIM RTRIM SUBSTRING POSITION LOCATE INSTR REPLACE CHAR_LENGTH LEFT RIGHT CONCAT
        REGEXP_REPLACE ABS ROUND FLOOR CEIL SIGN MOD POWER SQRT LN EXP DATE YEAR QUARTER MONTH WEEK DAY HOUR MINUTE SECOND WEEKDAY DAYOFYEAR LAST_DAY
        DATE_FORMAT DATE_ADD DATE_SUB DATEDIFF TIMESTAMPDIFF TIMESTAMPADD
        """);

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.Last : SqlNullOrder.First;

    /// <summary>One name for functions that have two.</summary>
    internal override string FunctionName(string written) => written switch
    {
        "CEILING" => "CEIL",
        "CHARACTER_LENGTH" => "CHAR_LENGTH",
        "SUBSTR" or "MID" => "SUBSTRING",
        "POW" => "POWER",
        "LCASE" => "LOWER",
        "UCASE" => "UPPER",
        "DAYOFMONTH" => "DAY",
        _ => written,
    };

    /// <summary>EXTRACT(WEEK …) counts weeks as the session's settings say.</summary>
    internal override SqlDatePart? FindPart(string word) =>
        base.FindPart(word) is { } part and not (SqlDatePart.Week or SqlDatePart.DayOfWeek or SqlDatePart.DayOfYear or SqlDatePart.Epoch) ? part : null;

    internal override FrozenSet<string> OwnParts { get; } = SqlWords.Set("WEEK YEAR_MONTH");

    internal override SqlType? NamedType(string name, int? precision, int? scale) => (name, precision) switch
    {
        ("SIGNED", null) => SqlType.BigInteger,
        ("DECIMAL", null) => SqlType.Decimal(10, 0),
        ("TIME", 6) => new SqlType(SqlTypeKind.Time),
        ("DECIMAL" or "CHAR", _) or ("DOUBLE" or "REAL" or "DATE" or "BINARY", null) => base.NamedType(name, precision, scale),
        ("DATETIME", 6) => SqlType.Timestamp,
        ("DATETIME", null) => new SqlType(SqlTypeKind.Timestamp, 0),
        _ => null,
    };

    internal override string TypeName(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Integer or SqlTypeKind.BigInteger => "SIGNED",
        SqlTypeKind.Decimal => $"DECIMAL({type.Precision}, {type.Scale})",
        SqlTypeKind.Double => "DOUBLE",
        SqlTypeKind.Text => type.Precision is null ? "CHAR" : $"CHAR({type.Precision})",
        SqlTypeKind.Time => "TIME(6)",
        SqlTypeKind.Timestamp => type.Precision is null ? "DATETIME(6)" : "DATETIME",
        SqlTypeKind.Binary => "BINARY",
        _ => base.TypeName(type),
    };

    internal override SqlLowering Lowering() => new MySqlLowering(this);

    internal override SqlRaising Raising() => new MySqlRaising(this);
}
