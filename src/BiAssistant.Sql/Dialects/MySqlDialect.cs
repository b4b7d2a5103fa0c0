using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>MySQL 8.0.31; names stand in backticks, and "…" is refused, because the session decides whether it is a name or a text.</summary>
internal class MySqlDialect : SqlDialect
{
    public override string Name => "mysql";

    internal override char QuoteOpen => '`';

    internal override char QuoteClose => '`';

    internal override bool HasBackslashEscapes => true;

    internal override string? LineComment => "#";

    internal override bool DashesNeedBlank => true;

    internal override char ParameterPrefix => '@';

    internal override int LongestName => 64;

    internal override int LengthOf(string name) => name.Length;

    internal override bool HasConcatOperator => false;

    internal override string? NullSafeEqual => "<=>";

    internal override bool ReadsLimitPairs => true;

    internal override bool HasAggregateFilter => false;

    internal override bool HasNullOrder => false;

    internal override bool HasIntervalAmounts => true;

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT AVG MIN MAX");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions, "COALESCE NULLIF LOWER UPPER TRIM REPLACE ABS ROUND FLOOR");

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.Last : SqlNullOrder.First;

    internal override SqlLowering? Lowering() => null;
}
