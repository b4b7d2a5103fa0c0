using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>Oracle 19c; names without quotes are upper case, the empty text is null, and truth is a number.</summary>
internal sealed class OracleDialect : SqlDialect
{
    public override string Name => "oracle";

    internal override char ParameterPrefix => ':';

    internal override SqlLimitStyle LimitStyle => SqlLimitStyle.Fetch;

    internal override bool SetOperatorsAreEqual => true;

    internal override bool HasAggregateFilter => false;

    internal override bool HasBooleans => false;

    internal override string TableAs => " ";

    internal override string? OneRowTable => "DUAL";

    internal override string SetOperatorName(SqlSetOperator found, bool all) => found == SqlSetOperator.Except ? "MINUS" : base.SetOperatorName(found, all);

    internal override SqlSetOperator? SetOperator(string word) => word switch
    {
        "MINUS" => SqlSetOperator.Except,
        "EXCEPT" => null,
        _ => base.SetOperator(word),
    };

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT AVG MIN MAX");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions, "COALESCE NULLIF LOWER UPPER TRIM REPLACE ABS ROUND FLOOR");

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.First : SqlNullOrder.Last;

    internal override StringComparer NameComparer => StringComparer.Ordinal;

    internal override string FoldUnquoted(string name) => SqlWords.Upper(name);

    internal override string NativeName(string name) => name.All(char.IsAscii) && !(name.Any(char.IsAsciiLetterUpper) && name.Any(char.IsAsciiLetterLower)) ? FoldUnquoted(name) : name;

    internal override SqlLowering? Lowering() => null;
}
