using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>SQL Server 2019 (T-SQL): its texts are read and checked; the tree is not written in it yet.</summary>
internal sealed class TSqlDialect : SqlDialect
{
    public override string Name => "tsql";

    internal override char QuoteOpen => '[';

    internal override char QuoteClose => ']';

    internal override bool ReadsDoubleQuotes => true;

    internal override bool ReadsNationalTexts => true;

    internal override char ParameterPrefix => '@';

    internal override bool HasTop => true;

    internal override bool HasLimit => false;

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT COUNT_BIG AVG MIN MAX STDEV VAR");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions,
        "COALESCE NULLIF LOWER UPPER TRIM LTRIM RTRIM SUBSTRING CHARINDEX REPLACE LEN LEFT RIGHT ABS ROUND FLOOR CEILING SIGN POWER SQRT LOG EXP YEAR MONTH DAY EOMONTH");

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.Last : SqlNullOrder.First;

    internal override SqlLowering? Lowering() => null;
}
