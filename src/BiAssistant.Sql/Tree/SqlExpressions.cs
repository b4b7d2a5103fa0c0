namespace BiAssistant.Sql.Tree;

/// <summary>A column, with the alias or name of the relation it belongs to when it is said.</summary>
public sealed record SqlColumn(string? Table, string Name) : SqlExpression;

/// <summary>Every column (of one relation when it is said); also the argument of COUNT(*).</summary>
public sealed record SqlStar(string? Table = null) : SqlExpression;

/// <summary>Operators with one operand.</summary>
public enum SqlUnaryOperator
{
    Not,
    Negate,
}

/// <summary>An operator before its one operand.</summary>
public sealed record SqlUnary(SqlUnaryOperator Operator, SqlExpression Operand) : SqlExpression;

/// <summary>Operators with two operands. <c>Divide</c> is exact division that gives null for a zero divisor, never integer division.</summary>
public enum SqlBinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Concat,
    Multiply,
    Divide,
    Modulo,
}

/// <summary>An operator between two operands.</summary>
public sealed record SqlBinary(SqlBinaryOperator Operator, SqlExpression Left, SqlExpression Right) : SqlExpression;

/// <summary>One branch of a CASE.</summary>
public sealed record SqlWhen(SqlExpression Condition, SqlExpression Result) : SqlNode;

/// <summary>CASE; with an operand, the branches' conditions are compared with it.</summary>
public sealed record SqlCase(SqlExpression? Operand, Seq<SqlWhen> Branches, SqlExpression? Else) : SqlExpression;

/// <summary>A conversion to another type.</summary>
public sealed record SqlCast(SqlExpression Operand, SqlType Type) : SqlExpression;

/// <summary>BETWEEN, both ends included.</summary>
public sealed record SqlBetween(SqlExpression Operand, SqlExpression Low, SqlExpression High, bool Negated = false) : SqlExpression;

/// <summary>IN with listed values.</summary>
public sealed record SqlInList(SqlExpression Operand, Seq<SqlExpression> Items, bool Negated = false) : SqlExpression;

/// <summary>IN with the single column of a query.</summary>
public sealed record SqlInQuery(SqlExpression Operand, SqlQuery Query, bool Negated = false) : SqlExpression;

/// <summary>Whether a query has rows.</summary>
public sealed record SqlExists(SqlQuery Query, bool Negated = false) : SqlExpression;

/// <summary>The one value of a query with one column and at most one row.</summary>
public sealed record SqlScalarQuery(SqlQuery Query) : SqlExpression;

/// <summary>A comparison with ANY or ALL values of a query.</summary>
public sealed record SqlQuantified(SqlBinaryOperator Operator, SqlExpression Operand, bool All, SqlQuery Query) : SqlExpression;

/// <summary>LIKE; the pattern's wildcards are % and _.</summary>
public sealed record SqlLike(SqlExpression Operand, SqlExpression Pattern, SqlExpression? Escape = null, bool Negated = false) : SqlExpression;

/// <summary>IS NULL or IS NOT NULL.</summary>
public sealed record SqlIsNull(SqlExpression Operand, bool Negated = false) : SqlExpression;

/// <summary>IS DISTINCT FROM: a comparison for which two nulls are the same.</summary>
public sealed record SqlIsDistinct(SqlExpression Left, SqlExpression Right, bool Negated = false) : SqlExpression;

/// <summary>A scalar function by its portable upper-case name.</summary>
public sealed record SqlFunction(string Name, Seq<SqlExpression> Arguments) : SqlExpression;

/// <summary>
/// An aggregate by its portable upper-case name (SUM, COUNT, AVG, MIN, MAX, MEDIAN, PERCENTILE, STDDEV, VARIANCE, FIRST, LAST). COUNT(*) has a
/// <see cref="SqlStar"/> as its argument; ORDER BY belongs to FIRST and LAST.
/// </summary>
public sealed record SqlAggregate(string Name, Seq<SqlExpression> Arguments) : SqlExpression
{
    public bool Distinct { get; init; }

    public SqlExpression? Filter { get; init; }

    public Seq<SqlOrder> OrderBy { get; init; }
}

/// <summary>Truncation to the first instant of a unit.</summary>
public sealed record SqlDateTrunc(SqlTimeUnit Unit, SqlExpression Operand) : SqlExpression;

/// <summary>A date moved by an amount of units.</summary>
public sealed record SqlDateAdd(SqlTimeUnit Unit, SqlExpression Amount, SqlExpression Operand) : SqlExpression;

/// <summary>The number of unit boundaries crossed from the first to the second instant.</summary>
public sealed record SqlDateDiff(SqlTimeUnit Unit, SqlExpression From, SqlExpression To) : SqlExpression;

/// <summary>A part of a date as a number.</summary>
public sealed record SqlExtract(SqlDatePart Part, SqlExpression Operand) : SqlExpression;

/// <summary>The product's clock, replaced by a value before SQL is written: the day, or the instant.</summary>
public sealed record SqlNow(bool DayOnly) : SqlExpression;

/// <summary>The element of a list by its position, counted from one; only engines without FIRST need it.</summary>
public sealed record SqlElement(SqlExpression List, int Position) : SqlExpression;

/// <summary>A bare word as an argument, in upper case: the MONTH of DATEADD(MONTH, 1, d). It stands in single engines' own SQL only.</summary>
public sealed record SqlWord(string Word) : SqlExpression;

/// <summary>An amount of one unit as an argument: the INTERVAL n MONTH of DATE_ADD(d, INTERVAL n MONTH). It stands in single engines' own SQL only.</summary>
public sealed record SqlIntervalOf(SqlExpression Amount, SqlTimeUnit Unit) : SqlExpression;
