using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>DuckDB 1.5.</summary>
internal sealed class DuckDbDialect : SqlDialect
{
    internal override bool NamesEveryQuery => false;

    public override string Name => "duckdb";

    internal override bool HasPostfixOperators => true;

    internal override bool HasQualify => true;

    internal override bool HasILike => true;

    /// <summary>Days of the week other than ISODOW count from Sunday as 0.</summary>
    internal override SqlDatePart? FindPart(string word) => OwnParts.Contains(word) ? null : base.FindPart(word);

    internal override FrozenSet<string> OwnParts { get; } = SqlWords.Set("DOW DAYOFWEEK WEEKDAY");

    internal override FrozenSet<string> DateCalls { get; } = SqlWords.Set("DATE_TRUNC DATE_DIFF");

    internal override StringComparer NameComparer => AsciiNames.Instance;

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set(
        "SUM COUNT COUNT_IF AVG MIN MAX MEDIAN QUANTILE_CONT PERCENTILE_CONT STDDEV STDDEV_SAMP VARIANCE VAR_SAMP FIRST");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions,
        "COALESCE NULLIF GREATEST LEAST LOWER UPPER TRIM LTRIM RTRIM SUBSTRING POSITION REPLACE LENGTH LEFT RIGHT ABS ROUND FLOOR CEIL SIGN POWER SQRT LN EXP TIMEZONE");

    internal override string TypeName(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Decimal => $"DECIMAL({type.Precision}, {type.Scale})",
        SqlTypeKind.Double => "DOUBLE",
        SqlTypeKind.Text => "VARCHAR",
        SqlTypeKind.Binary => "BLOB",
        _ => base.TypeName(type),
    };

    internal override SqlLowering Lowering() => new DuckDbLowering(this);

    internal override SqlRaising Raising() => new DuckDbRaising(this);
}
