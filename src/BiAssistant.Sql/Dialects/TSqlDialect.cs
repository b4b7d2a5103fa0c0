using System.Collections.Frozen;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>
/// SQL Server 2019 (T-SQL). Whether texts differ by their case, and by blanks at their end, is decided by the collation of the columns, as in every query
/// there. A floating-point number is what an exact quotient and an average become; sums of whole numbers are BIGINT.
/// </summary>
internal sealed class TSqlDialect : SqlDialect
{
    public override string Name => "tsql";

    internal override char QuoteOpen => '[';

    internal override char QuoteClose => ']';

    internal override SqlTokenKind? DoubleQuoted => SqlTokenKind.QuotedName;

    internal override bool ReadsNationalTexts => true;

    public override bool TellsTextsApart => false;

    public override int MostKeys => 2_000;

    internal override char ParameterPrefix => '@';

    internal override int LengthOf(string name) => name.Length;

    internal override bool HasConcatOperator => false;

    internal override SqlLimitStyle LimitStyle => SqlLimitStyle.Top;

    internal override bool HasAggregateFilter => false;

    internal override bool HasNullOrder => false;

    internal override bool HasBooleans => false;

    internal override StringComparer TableNameComparer => StringComparer.Ordinal;

    internal override bool StepsSeeThemselves => true;

    internal override bool ContinuesLines => true;

    internal override bool TrimsBothEndsFrom => true;

    internal override bool HasTypeFirstConvert => true;

    internal override FrozenSet<string> Reserved { get; } = SqlWords.Set(SqlWords.Reserved,
        """
        BACKUP BREAK BROWSE BULK CASCADE CHECKPOINT CLOSE CLUSTERED COALESCE COMPUTE CONTAINS CONTAINSTABLE CONTINUE CONVERT CURRENT CURSOR DBCC DEALLOCATE
        DENY DISK DISTRIBUTED DOUBLE DUMP ERRLVL EXIT EXTERNAL FILE FILLFACTOR FREETEXT FREETEXTTABLE GOTO HOLDLOCK IDENTITY IDENTITYCOL IDENTITY_INSERT KEY
        KILL LINENO NATIONAL NOCHECK NONCLUSTERED NULLIF OFF OFFSETS OPEN OPENDATASOURCE OPENQUERY OPENROWSET OPENXML PERCENT PLAN PRECISION PRINT PROC
        PUBLIC RAISERROR READ READTEXT RECONFIGURE REPLICATION RESTORE RESTRICT RETURN REVERT ROWCOUNT ROWGUIDCOL RULE SAVE SCHEMA SECURITYAUDIT
        SEMANTICKEYPHRASETABLE SEMANTICSIMILARITYDETAILSTABLE SEMANTICSIMILARITYTABLE SETUSER SHUTDOWN STATISTICS TEXTSIZE TRAN TRY_CONVERT TSEQUAL
        UPDATETEXT USE WAITFOR WHILE WITHIN WRITETEXT
        """);

    internal override FrozenDictionary<string, int> WordArguments { get; } =
        new Dictionary<string, int> { ["DATEADD"] = 0, ["DATEDIFF"] = 0, ["DATEDIFF_BIG"] = 0, ["DATEPART"] = 0 }.ToFrozenDictionary();

    internal override FrozenSet<string> ArgumentWords { get; } = SqlWords.Set(
        """
        SECOND SS S MINUTE MI N HOUR HH DAY DD D DAYOFYEAR DY Y WEEK WK WW ISO_WEEK ISOWK ISOWW MONTH MM M QUARTER QQ Q YEAR YY YYYY
        """);

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT COUNT_BIG AVG MIN MAX STDEV VAR");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(
        """
        ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD FIRST_VALUE LAST_VALUE
        COALESCE NULLIF ISNULL IIF LOWER UPPER TRIM LTRIM RTRIM SUBSTRING CHARINDEX REPLACE LEN LEFT RIGHT CONCAT ABS ROUND FLOOR CEILING SIGN POWER SQRT LOG EXP
        DATEADD DATEDIFF DATEDIFF_BIG DATEPART DATEFROMPARTS YEAR MONTH DAY EOMONTH
        """);

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.Last : SqlNullOrder.First;

    /// <summary>CHAR and NCHAR, which pad with blanks, are no portable texts; a VARCHAR without a length has 30 characters, a DECIMAL 18 digits.</summary>
    internal override SqlType? NamedType(string name, int? precision, int? scale) => (name, precision) switch
    {
        ("BIT", null) => SqlType.Boolean,
        ("TINYINT", null) => SqlType.Integer,
        ("NVARCHAR" or "VARCHAR", -1) => SqlType.Text,
        ("NVARCHAR" or "VARCHAR", null or > 0) when scale is null => new SqlType(SqlTypeKind.Text, precision ?? 30),
        ("DECIMAL" or "NUMERIC", null) => SqlType.Decimal(18, 0),
        ("DECIMAL" or "NUMERIC", > 0) => SqlType.Decimal(precision.Value, scale ?? 0),
        ("MONEY", null) => SqlType.Decimal(19, 4),
        ("FLOAT", 53 or null) or ("DOUBLE PRECISION" or "REAL", null) => SqlType.Double,
        ("INT" or "INTEGER" or "SMALLINT" or "BIGINT" or "DATE", null) => base.NamedType(name, precision, scale),
        ("VARBINARY", 8000) when scale is null => SqlType.Binary,
        ("TIME", null or (>= 0 and <= 7)) when scale is null => new SqlType(SqlTypeKind.Time),
        ("DATETIME", null) => SqlType.Timestamp,
        ("DATETIME2", null or 6 or 7) when scale is null => SqlType.Timestamp,
        _ => null,
    };

    internal override string TypeName(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Boolean => "BIT",
        SqlTypeKind.Integer => "INT",
        SqlTypeKind.Decimal => $"DECIMAL({type.Precision}, {type.Scale ?? 0})",
        SqlTypeKind.Double => "FLOAT",
        SqlTypeKind.Text => type.Precision is null ? "NVARCHAR(MAX)" : $"NVARCHAR({type.Precision})",
        SqlTypeKind.Time => "TIME(6)",
        SqlTypeKind.Binary => "VARBINARY(8000)",
        SqlTypeKind.Timestamp => "DATETIME2(6)",
        _ => base.TypeName(type),
    };

    internal override SqlLowering Lowering() => new TSqlLowering(this);

    internal override SqlRaising Raising() => new TSqlRaising(this);
}
