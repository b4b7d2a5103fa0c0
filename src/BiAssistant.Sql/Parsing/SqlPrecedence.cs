using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>How tightly operators bind; reading and writing share it.</summary>
internal static class SqlPrecedence
{
    public const int Or = 1;
    public const int And = 2;
    public const int Not = 3;
    public const int Predicate = 4;
    public const int LooseConcat = 5;
    public const int Additive = 6;
    public const int Multiplicative = 7;
    public const int TightConcat = 8;
    public const int Unary = 9;
    public const int Primary = 10;

    public static int Of(SqlBinaryOperator binary, SqlDialect dialect) => binary switch
    {
        SqlBinaryOperator.Or => Or,
        SqlBinaryOperator.And => And,
        SqlBinaryOperator.Add or SqlBinaryOperator.Subtract => Additive,
        SqlBinaryOperator.Concat => dialect.ConcatBindsTightly ? TightConcat : LooseConcat,
        SqlBinaryOperator.Multiply or SqlBinaryOperator.Divide or SqlBinaryOperator.Modulo => Multiplicative,
        _ => Predicate,
    };

    public static SqlBinaryOperator? Operator(SqlToken token, SqlDialect dialect) => token.Kind switch
    {
        SqlTokenKind.Symbol => token.Value switch
        {
            "=" => SqlBinaryOperator.Equal,
            "<>" or "!=" => SqlBinaryOperator.NotEqual,
            "<" => SqlBinaryOperator.Less,
            "<=" => SqlBinaryOperator.LessOrEqual,
            ">" => SqlBinaryOperator.Greater,
            ">=" => SqlBinaryOperator.GreaterOrEqual,
            "+" => SqlBinaryOperator.Add,
            "-" => SqlBinaryOperator.Subtract,
            "||" when dialect.HasConcatOperator => SqlBinaryOperator.Concat,
            "*" => SqlBinaryOperator.Multiply,
            "/" => SqlBinaryOperator.Divide,
            "%" => SqlBinaryOperator.Modulo,
            _ => null,
        },
        SqlTokenKind.Word when token.IsWord("AND") => SqlBinaryOperator.And,
        SqlTokenKind.Word when token.IsWord("OR") => SqlBinaryOperator.Or,
        _ => null,
    };

    public static string Symbol(SqlBinaryOperator binary) => binary switch
    {
        SqlBinaryOperator.Or => "OR",
        SqlBinaryOperator.And => "AND",
        SqlBinaryOperator.Equal => "=",
        SqlBinaryOperator.NotEqual => "<>",
        SqlBinaryOperator.Less => "<",
        SqlBinaryOperator.LessOrEqual => "<=",
        SqlBinaryOperator.Greater => ">",
        SqlBinaryOperator.GreaterOrEqual => ">=",
        SqlBinaryOperator.Add => "+",
        SqlBinaryOperator.Subtract => "-",
        SqlBinaryOperator.Concat => "||",
        SqlBinaryOperator.Multiply => "*",
        SqlBinaryOperator.Divide => "/",
        _ => "%",
    };
}

/// <summary>The one form of things that text can say in two ways; the reader and the dialects both make it.</summary>
internal static class SqlCanonical
{
    public static SqlExpression Not(SqlExpression operand) =>
        operand is SqlExists exists ? exists with { Negated = !exists.Negated } : new SqlUnary(SqlUnaryOperator.Not, operand);

    public static SqlExpression Negate(SqlExpression operand) =>
        operand is SqlNumber number ? new SqlNumber(-number.Value) : new SqlUnary(SqlUnaryOperator.Negate, operand);
}
