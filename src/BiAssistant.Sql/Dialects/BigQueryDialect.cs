using System.Collections.Frozen;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>BigQuery (GoogleSQL); names stand in backticks, and "…" is a text.</summary>
internal sealed class BigQueryDialect : SqlDialect
{
    public override string Name => "bigquery";

    internal override char QuoteOpen => '`';

    internal override char QuoteClose => '`';

    internal override SqlTokenKind? DoubleQuoted => SqlTokenKind.Text;

    internal override bool HasBackslashEscapes => true;

    internal override bool DoublesQuotes => false;

    internal override string? LineComment => "#";

    internal override char ParameterPrefix => '@';

    internal override int LongestName => 300;

    internal override int LengthOf(string name) => name.Length;

    internal override bool HasQualify => true;

    internal override bool HasAggregateFilter => false;

    internal override bool MixesSetOperators => false;

    internal override bool HasIntervalAmounts => true;

    internal override string TimestampWord => "DATETIME";

    internal override string SetOperatorName(SqlSetOperator found, bool all) => found.ToString().ToUpperInvariant() + (all ? " ALL" : " DISTINCT");

    internal override StringComparer TableNameComparer => StringComparer.Ordinal;

    internal override bool ReadsPathsOfRelations => true;

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT AVG MIN MAX");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions, "COALESCE NULLIF LOWER UPPER TRIM REPLACE ABS ROUND FLOOR");

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.Last : SqlNullOrder.First;

    internal override SqlLowering? Lowering() => null;
}
