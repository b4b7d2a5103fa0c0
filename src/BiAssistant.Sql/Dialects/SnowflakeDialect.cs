using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>Snowflake; names without quotes are upper case.</summary>
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

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT AVG MIN MAX");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions, "COALESCE NULLIF LOWER UPPER TRIM REPLACE ABS ROUND FLOOR");

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.First : SqlNullOrder.Last;

    internal override StringComparer NameComparer => StringComparer.Ordinal;

    internal override string FoldUnquoted(string name) => SqlWords.Upper(name);

    internal override string NativeName(string name) => name.All(char.IsAscii) && !(name.Any(char.IsAsciiLetterUpper) && name.Any(char.IsAsciiLetterLower)) ? FoldUnquoted(name) : name;

    internal override SqlLowering? Lowering() => null;
}
