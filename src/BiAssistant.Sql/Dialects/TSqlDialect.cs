using System.Collections.Frozen;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>SQL Server 2019 (T-SQL): its texts are read and checked; the tree is not written in it yet.</summary>
internal sealed class TSqlDialect : SqlDialect
{
    public override string Name => "tsql";

    internal override char QuoteOpen => '[';

    internal override char QuoteClose => ']';

    internal override SqlTokenKind? DoubleQuoted => SqlTokenKind.QuotedName;

    internal override bool ReadsNationalTexts => true;

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

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT COUNT_BIG AVG MIN MAX STDEV VAR");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions,
        "COALESCE NULLIF LOWER UPPER TRIM LTRIM RTRIM SUBSTRING CHARINDEX REPLACE LEN LEFT RIGHT ABS ROUND FLOOR CEILING SIGN POWER SQRT LOG EXP YEAR MONTH DAY EOMONTH");

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.Last : SqlNullOrder.First;

    internal override SqlLowering? Lowering() => null;
}
