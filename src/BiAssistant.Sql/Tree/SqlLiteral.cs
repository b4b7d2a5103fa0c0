namespace BiAssistant.Sql.Tree;

/// <summary>A constant value; also what a parameter carries.</summary>
public abstract record SqlLiteral : SqlExpression
{
    private protected SqlLiteral()
    {
    }
}

/// <summary>No value.</summary>
public sealed record SqlNull : SqlLiteral
{
    public static readonly SqlNull Instance = new();
}

/// <summary>True or false.</summary>
public sealed record SqlBoolean(bool Value) : SqlLiteral;

/// <summary>An exact number; its scale is kept as written (1.50 has two decimals).</summary>
public sealed record SqlNumber(decimal Value) : SqlLiteral;

/// <summary>A text.</summary>
public sealed record SqlText(string Value) : SqlLiteral;

/// <summary>A calendar day.</summary>
public sealed record SqlDate(DateOnly Value) : SqlLiteral;

/// <summary>A local date and time without a zone, to the microsecond.</summary>
public sealed record SqlTimestamp(DateTime Value) : SqlLiteral;

/// <summary>A span of time: an amount of one unit (three months is not 90 days).</summary>
public sealed record SqlInterval(long Amount, SqlTimeUnit Unit) : SqlLiteral;

/// <summary>A named placeholder whose value travels beside the text; the value is null in a tree that was read from text.</summary>
public sealed record SqlParameter(string Name, SqlLiteral? Value = null) : SqlExpression;
