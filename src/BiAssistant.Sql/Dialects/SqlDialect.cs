using System.Collections.Frozen;
using System.Diagnostics;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>How one engine spells the tree; the rules live in the dialect's own file, and what is standard stands here.</summary>
public abstract class SqlDialect
{
    private protected SqlDialect()
    {
    }

    /// <summary>The dialect's name in answers and options: <c>duckdb</c>, <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c>, <c>mariadb</c>, <c>tsql</c>, <c>snowflake</c>, <c>bigquery</c>, <c>oracle</c>.</summary>
    public abstract string Name { get; }

    public override string ToString() => Name;

    /// <summary>Whether a catalog that says this name reaches exactly what the engine has under it: ORDERS of PostgreSQL, all in upper case, is not reached, for there it means orders.</summary>
    public bool Reaches(string name) => NativeName(name) == name;

    /// <summary>Whether texts that are equal to the engine are the same texts: elsewhere case, accents or blanks at the end make no difference in many columns.</summary>
    public virtual bool TellsTextsApart => true;

    /// <summary>Whether a column holds values of its own type only, so that a number is never compared with a text.</summary>
    public virtual bool HasTypedColumns => true;

    /// <summary>How many values a list in a text may have, each a parameter: less than engine and driver take, so that others fit beside it.</summary>
    public virtual int MostKeys => 10_000;

    internal virtual char QuoteOpen => '"';

    internal virtual char QuoteClose => '"';

    /// <summary>What "…" is where names are written in another way; null where engines disagree about it by their settings.</summary>
    internal virtual SqlTokenKind? DoubleQuoted => QuoteOpen == '"' ? SqlTokenKind.QuotedName : null;

    /// <summary>Whether a backslash inside a text escapes what follows.</summary>
    internal virtual bool HasBackslashEscapes => false;

    /// <summary>Whether a backslash and the end of a line that follows it are no part of a text.</summary>
    internal virtual bool ContinuesLines => false;

    /// <summary>Whether a quote is doubled to stand inside quotes; the alternative is a backslash.</summary>
    internal virtual bool DoublesQuotes => true;

    /// <summary>What begins a comment to the end of the line, beside two dashes.</summary>
    internal virtual string? LineComment => null;

    /// <summary>Whether two dashes begin a comment only before a blank, and are two minus signs otherwise.</summary>
    internal virtual bool DashesNeedBlank => false;

    internal virtual bool ReadsNationalTexts => false;

    internal virtual char ParameterPrefix => '$';

    /// <summary>Words that are no names unless they are quoted.</summary>
    internal virtual FrozenSet<string> Reserved => SqlWords.Reserved;

    /// <summary>Parts of a column's name: <c>relation.column</c> has two.</summary>
    internal virtual int MostNameParts => 2;

    /// <summary>The longest name in bytes.</summary>
    internal virtual int LongestName => 128;

    /// <summary>How much of the longest name this one takes: bytes, unless the engine counts characters.</summary>
    internal virtual int LengthOf(string name) => System.Text.Encoding.UTF8.GetByteCount(name);

    /// <summary>Whether a name without quotes may begin with an underscore.</summary>
    internal virtual bool NamesMayBeginWithUnderscore => true;

    /// <summary>Whether x::type and x[n] are read.</summary>
    internal virtual bool HasPostfixOperators => false;

    /// <summary>Whether || joins texts; elsewhere it is something else or nothing.</summary>
    internal virtual bool HasConcatOperator => true;

    internal virtual bool ConcatBindsTightly => false;

    /// <summary>The operator for which two nulls are the same, where it is written instead of IS NOT DISTINCT FROM.</summary>
    internal virtual string? NullSafeEqual => null;

    internal virtual bool SetOperatorsAreEqual => false;

    /// <summary>Whether different set operators may follow each other without parentheses.</summary>
    internal virtual bool MixesSetOperators => true;

    internal virtual SqlLimitStyle LimitStyle => SqlLimitStyle.Limit;

    /// <summary>Whether LIMIT 5, 10 means ten rows after the first five.</summary>
    internal virtual bool ReadsLimitPairs => false;

    internal virtual bool HasQualify => false;

    /// <summary>Whether ILIKE is read: LIKE without regard to case.</summary>
    internal virtual bool HasILike => false;

    internal virtual bool HasAggregateFilter => true;

    /// <summary>Whether a query in FROM must be given a name; where it need not, one that is not gets one of its own.</summary>
    internal virtual bool NamesEveryQuery => true;

    /// <summary>Whether NULLS FIRST and NULLS LAST can be said.</summary>
    internal virtual bool HasNullOrder => true;

    /// <summary>Whether a condition is a value, and a value that is true or false a condition.</summary>
    internal virtual bool HasBooleans => true;

    /// <summary>What stands between a table and its alias.</summary>
    internal virtual string TableAs => " AS ";

    /// <summary>The table of one row that stands in FROM where nothing is read.</summary>
    internal virtual string? OneRowTable => null;

    /// <summary>Whether INTERVAL takes an amount of any kind and a unit: INTERVAL n * 3 MONTH.</summary>
    internal virtual bool HasIntervalAmounts => false;

    /// <summary>Whether characters to take off are written TRIM(LEADING '0' FROM x) and not as a second argument.</summary>
    internal virtual bool TrimsFrom => false;

    /// <summary>Whether they are written TRIM(characters FROM text), with no word for the ends.</summary>
    internal virtual bool TrimsBothEndsFrom => false;

    /// <summary>Whether CONVERT(type, value) is a cast.</summary>
    internal virtual bool HasTypeFirstConvert => false;

    /// <summary>The keyword of an exact number where a bare one is not exact: NUMERIC '0.1'. Null where the number is written as it is.</summary>
    internal virtual string? NumberWord(decimal value) => null;

    /// <summary>Words that begin such a number.</summary>
    internal virtual FrozenSet<string> NumberWords => FrozenSet<string>.Empty;

    /// <summary>Whether one quoted name may hold a table's whole path: `project.dataset.table`.</summary>
    internal virtual bool QuotesWholePaths => false;

    /// <summary>The keyword of a local date and time: TIMESTAMP '2024-12-31 23:59:59'.</summary>
    internal virtual string TimestampWord => "TIMESTAMP";

    /// <summary>Words without parentheses that read the engine's clock, beside CURRENT_DATE and CURRENT_TIMESTAMP.</summary>
    internal virtual FrozenSet<string> ClockNames => FrozenSet<string>.Empty;

    /// <summary>Calls whose first argument is a unit of time in quotes, read into the nodes of truncation, difference and move.</summary>
    internal virtual FrozenSet<string> DateCalls => FrozenSet<string>.Empty;

    /// <summary>Calls with an argument that is a bare word, and its place: the MONTH of DATEADD(MONTH, 1, d).</summary>
    internal virtual FrozenDictionary<string, int> WordArguments => FrozenDictionary<string, int>.Empty;

    /// <summary>The bare words that those calls take.</summary>
    internal virtual FrozenSet<string> ArgumentWords => FrozenSet<string>.Empty;

    /// <summary>Pure scalar and window functions that a text may call; everything else is refused.</summary>
    internal abstract FrozenSet<string> Functions { get; }

    /// <summary>Aggregates that a text may call.</summary>
    internal abstract FrozenSet<string> Aggregates { get; }

    internal virtual bool IsAggregate(string name, int arguments) => Aggregates.Contains(name);

    internal virtual SqlNullOrder DefaultNulls(bool descending) => SqlNullOrder.Last;

    /// <summary>A name without quotes as the engine stores it.</summary>
    internal virtual string FoldUnquoted(string name) => name;

    /// <summary>Whether a step of WITH sees itself, and the steps after it, without the word RECURSIVE.</summary>
    internal virtual bool StepsSeeThemselves => false;

    /// <summary>Whether a path in FROM that begins with the name of a relation is a part of its row and no table.</summary>
    internal virtual bool ReadsPathsOfRelations => false;

    /// <summary>Whether a node gives the engine's own time, or depends on its settings.</summary>
    internal virtual bool ReadsClock(SqlNode node) => node is SqlNow;

    /// <summary>How names are told apart.</summary>
    internal virtual StringComparer NameComparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>How names of tables are told apart: exactly where they are files, or where the server's settings decide.</summary>
    internal virtual StringComparer TableNameComparer => NameComparer;

    /// <summary>A function's portable name for the one that was read.</summary>
    internal virtual string FunctionName(string written) => written;

    internal virtual SqlAggregate? OrderedSet(SqlAggregate aggregate) => aggregate;

    /// <summary>What is wrong with a call, where the dialect knows its functions by heart.</summary>
    internal virtual Issue? CallProblem(SqlExpression call) => null;

    /// <summary>A catalog's name as the engine stores it: folded where it is all lower or all upper case, exact otherwise.</summary>
    internal virtual string NativeName(string name) => name;

    internal virtual string SetOperatorName(SqlSetOperator found, bool all) => found.ToString().ToUpperInvariant() + (all ? " ALL" : "");

    internal virtual SqlSetOperator? SetOperator(string word) => word switch
    {
        "UNION" => SqlSetOperator.Union,
        "INTERSECT" => SqlSetOperator.Intersect,
        "EXCEPT" => SqlSetOperator.Except,
        _ => null,
    };

    /// <summary>The part of a date that EXTRACT means by this word; null for what it does not know or counts in another way.</summary>
    internal virtual SqlDatePart? FindPart(string word) => SqlUnits.FindPart(word);

    /// <summary>Parts of a date that EXTRACT gives in this engine alone.</summary>
    internal virtual FrozenSet<string> OwnParts => FrozenSet<string>.Empty;

    internal virtual string PartName(SqlDatePart part) => SqlUnits.Name(part);

    /// <summary>The type of that name in upper case, with the sizes that were given (a size of -1 is MAX); null when there is none.</summary>
    internal virtual SqlType? NamedType(string name, int? precision, int? scale) => SqlTypeNames.Find(name, precision, scale);

    internal virtual string TypeName(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Boolean => "BOOLEAN",
        SqlTypeKind.Integer => "INTEGER",
        SqlTypeKind.BigInteger => "BIGINT",
        SqlTypeKind.Decimal => type.Precision is null ? "NUMERIC" : $"NUMERIC({type.Precision}, {type.Scale ?? 0})",
        SqlTypeKind.Double => "DOUBLE PRECISION",
        SqlTypeKind.Text => "TEXT",
        SqlTypeKind.Date => "DATE",
        SqlTypeKind.Time => "TIME",
        SqlTypeKind.Timestamp => "TIMESTAMP",
        SqlTypeKind.TimestampTz => "TIMESTAMP WITH TIME ZONE",
        SqlTypeKind.Interval => "INTERVAL",
        SqlTypeKind.Binary => "BYTEA",
        _ => throw new UnreachableException(type.ToString()),
    };

    /// <summary>A fresh pass from the portable tree into this dialect's constructs; null where the dialect is only read.</summary>
    internal abstract SqlLowering? Lowering();

    /// <summary>A fresh pass from this dialect's constructs back to the portable tree.</summary>
    internal virtual SqlRaising Raising() => new(this);
}

/// <summary>How a dialect says how many rows are wanted.</summary>
internal enum SqlLimitStyle
{
    /// <summary>LIMIT 10 OFFSET 5.</summary>
    Limit,

    /// <summary>OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY.</summary>
    Fetch,

    /// <summary>SELECT TOP (10), and OFFSET with FETCH where rows are passed over.</summary>
    Top,
}
