using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>SQLite 3.39 with its mathematical functions; dates are ISO texts.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    private static readonly FrozenSet<string> ClockWords = SqlWords.Set("NOW LOCALTIME UTC SUBSEC SUBSECOND");

    internal override bool NamesEveryQuery => false;

    public override string Name => "sqlite";

    public override bool HasTypedColumns => false;

    internal override bool ConcatBindsTightly => true;

    internal override bool SetOperatorsAreEqual => true;

    internal override bool StepsSeeThemselves => true;

    internal override StringComparer NameComparer => AsciiNames.Instance;

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT AVG MIN MAX");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions,
        """
        COALESCE NULLIF MIN MAX LOWER UPPER TRIM LTRIM RTRIM SUBSTR INSTR REPLACE LENGTH ABS ROUND FLOOR CEIL SIGN MOD POWER SQRT LN EXP GLOB
        DATE DATETIME TIME STRFTIME JULIANDAY
        """);

    /// <summary>A moment that is not said is the present one, and so is 'now'; local time is that of the machine.</summary>
    internal override bool ReadsClock(SqlNode node) => base.ReadsClock(node)
        || (node is SqlFunction { Name: "DATE" or "DATETIME" or "TIME" or "STRFTIME" or "JULIANDAY" or "UNIXEPOCH" } moment
            && (moment.Arguments.Count < (moment.Name == "STRFTIME" ? 2 : 1)
                || moment.Arguments.Any(argument => argument is SqlText text && ClockWords.Contains(text.Value))));

    /// <summary>MIN and MAX of several values are functions here.</summary>
    internal override bool IsAggregate(string name, int arguments) => base.IsAggregate(name, arguments) && arguments < 2;

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.Last : SqlNullOrder.First;

    internal override string TypeName(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Double => "REAL",
        SqlTypeKind.Binary => "BLOB",
        _ => base.TypeName(type),
    };

    internal override SqlLowering Lowering() => new SqliteLowering(this);

    internal override SqlRaising Raising() => new SqliteRaising(this);
}
