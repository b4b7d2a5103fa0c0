using System.Collections.Frozen;
using System.Diagnostics;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>How one engine spells the tree; the rules live in the dialect's own file, and what is standard stands here.</summary>
public abstract class SqlDialect
{
    private protected SqlDialect()
    {
    }

    /// <summary>The dialect's name in answers and options: <c>duckdb</c>, <c>sqlite</c>, <c>postgresql</c>, <c>tsql</c>.</summary>
    public abstract string Name { get; }

    public override string ToString() => Name;

    internal virtual char QuoteOpen => '"';

    internal virtual char QuoteClose => '"';

    /// <summary>Whether "…" is a name too where the dialect writes names in another way.</summary>
    internal virtual bool ReadsDoubleQuotes => false;

    internal virtual bool ReadsNationalTexts => false;

    internal virtual char ParameterPrefix => '$';

    /// <summary>Words that are no names unless they are quoted.</summary>
    internal virtual FrozenSet<string> Reserved => SqlWords.Reserved;

    /// <summary>Parts of a column's name: <c>relation.column</c> has two.</summary>
    internal virtual int MostNameParts => 2;

    /// <summary>The longest name in bytes.</summary>
    internal virtual int LongestName => 128;

    internal virtual bool HasPostfixOperators => false;

    internal virtual bool ConcatBindsTightly => false;

    internal virtual bool SetOperatorsAreEqual => false;

    internal virtual bool HasTop => false;

    internal virtual bool HasLimit => true;

    /// <summary>Calls whose first argument is a unit of time in quotes.</summary>
    internal virtual FrozenSet<string> DateCalls => FrozenSet<string>.Empty;

    /// <summary>Pure scalar and window functions that a text may call; everything else is refused.</summary>
    internal abstract FrozenSet<string> Functions { get; }

    /// <summary>Aggregates that a text may call.</summary>
    internal abstract FrozenSet<string> Aggregates { get; }

    internal virtual bool IsAggregate(string name, int arguments) => Aggregates.Contains(name);

    internal virtual SqlNullOrder DefaultNulls(bool descending) => SqlNullOrder.Last;

    /// <summary>A name without quotes as the engine stores it.</summary>
    internal virtual string FoldUnquoted(string name) => name;

    /// <summary>How names are told apart.</summary>
    internal virtual StringComparer NameComparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>A function's portable name for the one that was read.</summary>
    internal virtual string FunctionName(string written) => written;

    internal virtual SqlAggregate? OrderedSet(SqlAggregate aggregate) => aggregate;

    /// <summary>What is wrong with a call, where the dialect knows its functions by heart.</summary>
    internal virtual Issue? CallProblem(SqlExpression call) => null;

    /// <summary>A catalog's name as the engine stores it: folded where it is all lower or all upper case, exact otherwise.</summary>
    internal virtual string NativeName(string name) => name;

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
}
