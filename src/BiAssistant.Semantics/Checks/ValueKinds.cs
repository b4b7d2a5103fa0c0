using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Checks;

/// <summary>What can be told apart without data: numbers, texts and dates do not mix, truth values are told from them; everything else is unknown.</summary>
internal enum ValueKind
{
    Unknown,
    Number,
    Text,
    Date,
    Truth,
}

/// <summary>Kinds of values as people call them.</summary>
internal static class ValueKinds
{
    public static ValueKind Of(SqlExpression expression, Func<SqlColumn, SqlType> columnType) =>
        expression is SqlNull ? ValueKind.Unknown : Of(SqlTypes.Infer(expression, columnType));

    public static ValueKind Of(SqlType type) => type switch
    {
        { IsNumeric: true } => ValueKind.Number,
        { IsTemporal: true } => ValueKind.Date,
        { Kind: SqlTypeKind.Text } => ValueKind.Text,
        { Kind: SqlTypeKind.Boolean } => ValueKind.Truth,
        _ => ValueKind.Unknown,
    };

    public static string Named(ValueKind kind) => kind switch
    {
        ValueKind.Number => "a number",
        ValueKind.Text => "a text",
        ValueKind.Date => "a date",
        ValueKind.Truth => "true or false",
        _ => "unknown",
    };

    /// <summary>An expression in a few words, as it stands in a sentence.</summary>
    public static string Words(SqlExpression expression) => expression switch
    {
        SqlColumn { Table: null } column => column.Name,
        SqlColumn column => $"{column.Table}.{column.Name}",
        SqlText text => $"'{text.Value}'",
        SqlNumber number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        SqlDate date => date.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        SqlFunction { Arguments: [SqlColumn only] } function => $"{function.Name}({Words(only)})",
        SqlFunction function => $"{function.Name}(…)",
        SqlCase => "the CASE",
        _ when SqlAnalysis.Columns(expression) is [var column, ..] => $"what is made of {Words(column)}",
        _ => "the expression",
    };
}
