using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>PostgreSQL 13; names without quotes are lower case.</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    private static readonly FrozenSet<string> ClockWords = SqlWords.Set("NOW TODAY TOMORROW YESTERDAY");

    internal override bool NamesEveryQuery => false;

    public override string Name => "postgresql";

    internal override char ParameterPrefix => '@';

    internal override int LongestName => 63;

    internal override bool HasPostfixOperators => true;

    internal override bool HasILike => true;

    /// <summary>DOW counts from Sunday as 0; other names for the same are not known here.</summary>
    internal override SqlDatePart? FindPart(string word) =>
        SqlWords.Upper(word) is "DAYOFWEEK" or "DAY_OF_WEEK" or "DAYOFYEAR" or "DAY_OF_YEAR" ? null : base.FindPart(word);

    internal override FrozenSet<string> OwnParts { get; } = SqlWords.Set("DOW");

    internal override StringComparer NameComparer => StringComparer.Ordinal;

    internal override FrozenSet<string> DateCalls { get; } = SqlWords.Set("DATE_TRUNC");

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set(
        "SUM COUNT AVG MIN MAX PERCENTILE_CONT STDDEV STDDEV_SAMP VARIANCE VAR_SAMP ARRAY_AGG");

    internal override FrozenSet<string> Functions { get; } = SqlWords.Set(SqlWords.WindowFunctions,
        "COALESCE NULLIF GREATEST LEAST LOWER UPPER TRIM LTRIM RTRIM SUBSTRING POSITION REPLACE LENGTH LEFT RIGHT ABS ROUND FLOOR CEIL SIGN POWER SQRT LN EXP TIMEZONE");

    /// <summary>A text such as 'today' is the present when it becomes a date.</summary>
    internal override bool ReadsClock(SqlNode node) => base.ReadsClock(node)
        || (node is SqlCast { Operand: SqlText text, Type.Kind: SqlTypeKind.Date or SqlTypeKind.Time or SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz }
            && text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(ClockWords.Contains));

    internal override SqlNullOrder DefaultNulls(bool descending) => descending ? SqlNullOrder.First : SqlNullOrder.Last;

    internal override string FoldUnquoted(string name) => name.Any(char.IsAsciiLetterUpper)
        ? string.Create(name.Length, name, static (folded, from) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | 0x20) : from[i];
            }
        })
        : name;

    internal override string NativeName(string name) =>
        name.All(char.IsAscii) && !name.Any(char.IsAsciiLetterLower) ? FoldUnquoted(name) : name;

    /// <summary>CHAR pads with blanks, and without a length holds one character: nothing that another type does.</summary>
    internal override SqlType? NamedType(string name, int? precision, int? scale) => name is "CHAR" or "CHARACTER" ? null : base.NamedType(name, precision, scale);

    internal override SqlLowering Lowering() => new PostgreSqlLowering(this);

    internal override SqlRaising Raising() => new PostgreSqlRaising(this);
}
