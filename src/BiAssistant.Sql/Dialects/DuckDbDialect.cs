using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>DuckDB 1.5.</summary>
internal sealed class DuckDbDialect : SqlDialect
{
    public override string Name => "duckdb";

    internal override bool HasPostfixOperators => true;

    internal override bool HasQualify => true;

    internal override FrozenSet<string> DateCalls { get; } = SqlWords.Set("DATE_TRUNC DATE_DIFF");

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set(
        "SUM COUNT AVG MIN MAX MEDIAN QUANTILE_CONT STDDEV_SAMP VAR_SAMP FIRST");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions,
        "COALESCE NULLIF GREATEST LEAST LOWER UPPER TRIM LTRIM RTRIM SUBSTRING POSITION REPLACE LENGTH LEFT RIGHT ABS ROUND FLOOR CEIL SIGN POWER SQRT LN EXP");

    internal override string TypeName(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Decimal => $"DECIMAL({type.Precision}, {type.Scale})",
        SqlTypeKind.Double => "DOUBLE",
        SqlTypeKind.Text => "VARCHAR",
        SqlTypeKind.Binary => "BLOB",
        _ => base.TypeName(type),
    };

    internal override SqlLowering Lowering() => new DuckDbLowering(this);
}
