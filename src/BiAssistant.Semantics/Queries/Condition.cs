using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries;

/// <summary>A condition on rows. Fields are <c>dataset.field</c>.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }
}

/// <summary>Comparisons with a value.</summary>
public enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A field compared with a value. <c>Via</c> names the relationship where two ways differ in meaning.</summary>
public sealed record FieldComparison(string Field, ComparisonOperator Operator, SqlLiteral Value, string? Via = null) : Condition;

/// <summary>A field whose value is (or is not) one of several.</summary>
public sealed record FieldIn(string Field, Seq<SqlLiteral> Values, bool Negated = false, string? Via = null) : Condition;

/// <summary>Ways in which a text can match.</summary>
public enum TextMatch
{
    Contains,
    StartsWith,
    EndsWith,
}

/// <summary>A text field that contains, starts or ends with a text, letter case aside.</summary>
public sealed record FieldText(string Field, TextMatch Match, string Text, bool Negated = false, string? Via = null) : Condition;

/// <summary>A field that is empty, or is not.</summary>
public sealed record FieldEmpty(string Field, bool Negated = false, string? Via = null) : Condition;

/// <summary>A date field within a period.</summary>
public sealed record FieldPeriod(string Field, Period Period, string? Via = null) : Condition;

/// <summary>A field compared with another field of the same row; each may name its way.</summary>
public sealed record FieldsCompared(string Field, ComparisonOperator Operator, string Other, string? Via = null, string? OtherVia = null) : Condition;

/// <summary>A field compared with a measure of the rows that share its values in <c>Within</c> (none: of all rows): "dearer than the average of its category".</summary>
public sealed record FieldAgainstMeasure(string Field, ComparisonOperator Operator, Measure Measure, Seq<Grouping> Within = default, string? Via = null) : Condition;

/// <summary>A field whose value is (or is not) in a column of a nested query; without a column, its only grouping.</summary>
public sealed record FieldInQuery(string Field, SemanticQuery Query, string? Column = null, bool Negated = false, string? Via = null) : Condition;

/// <summary>A filter term of the glossary, by its first word.</summary>
public sealed record TermCondition(string Term, bool Negated = false) : Condition;

/// <summary>All of them hold.</summary>
public sealed record AllOf(Seq<Condition> Conditions) : Condition;

/// <summary>At least one of them holds.</summary>
public sealed record AnyOf(Seq<Condition> Conditions) : Condition;

/// <summary>It does not hold.</summary>
public sealed record Not(Condition Condition) : Condition;
