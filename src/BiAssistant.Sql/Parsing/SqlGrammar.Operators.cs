using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>Operators by their precedence. What engines rank differently (a comparison of comparisons) must be put in parentheses.</summary>
internal sealed partial class SqlGrammar
{
    private SqlExpression Expression(int lowest = SqlPrecedence.Or) => Nested(() => Operators(lowest));

    private SqlExpression Operators(int lowest)
    {
        var left = Operand(lowest);
        var compared = false;
        while (true)
        {
            if (_dialect.NullSafeEqual is { } nullSafe && Current.IsSymbol(nullSafe) && lowest <= SqlPrecedence.Predicate)
            {
                RefuseSecondComparison(ref compared);
                _at++;
                left = new SqlIsDistinct(left, Expression(SqlPrecedence.Predicate + 1), Negated: true);
            }
            else if (SqlPrecedence.Operator(Current, _dialect) is { } binary)
            {
                var rank = SqlPrecedence.Of(binary, _dialect);
                if (rank < lowest)
                {
                    return left;
                }

                if (rank == SqlPrecedence.Predicate)
                {
                    RefuseSecondComparison(ref compared);
                    _at++;
                    left = Comparison(left, binary);
                }
                else
                {
                    compared = false;
                    _at++;
                    left = new SqlBinary(binary, left, Expression(rank + 1));
                }
            }
            else if (lowest <= SqlPrecedence.Predicate && StartsPredicate())
            {
                RefuseSecondComparison(ref compared);
                left = Predicate(left);
            }
            else
            {
                return left;
            }
        }
    }

    private void RefuseSecondComparison(ref bool compared)
    {
        if (compared)
        {
            throw new SqlSyntaxException("Two comparisons in a row can be read in two ways; put one of them in parentheses.", Current.Start);
        }

        compared = true;
    }

    private SqlExpression Operand(int lowest)
    {
        if (IsWord("NOT"))
        {
            if (lowest > SqlPrecedence.Not)
            {
                throw new SqlSyntaxException("NOT cannot stand here without parentheses.", Current.Start);
            }

            _at++;
            return SqlCanonical.Not(Expression(SqlPrecedence.Not));
        }

        if (TakeSymbol("-"))
        {
            return SqlCanonical.Negate(Expression(SqlPrecedence.Unary));
        }

        return TakeSymbol("+") ? Expression(SqlPrecedence.Unary) : Postfix(Primary());
    }

    private SqlExpression Postfix(SqlExpression operand)
    {
        var count = 0;
        while (_dialect.HasPostfixOperators && count++ < SqlParser.MaximumDepth)
        {
            if (TakeSymbol("::"))
            {
                operand = new SqlCast(operand, Type());
            }
            else if (TakeSymbol("["))
            {
                operand = new SqlElement(operand, (int)Math.Clamp(WholeNumber(), int.MinValue, int.MaxValue));
                ExpectSymbol("]");
            }
            else
            {
                break;
            }
        }

        return operand;
    }

    private SqlExpression Comparison(SqlExpression left, SqlBinaryOperator comparison)
    {
        if (IsWord("ANY") || IsWord("SOME") || IsWord("ALL"))
        {
            var all = IsWord("ALL");
            _at++;
            return new SqlQuantified(comparison, left, all, ParenthesisedQuery());
        }

        return new SqlBinary(comparison, left, Expression(SqlPrecedence.Predicate + 1));
    }

    private bool StartsPredicate() =>
        IsWord("IS") || IsWord("IN") || IsWord("LIKE") || IsWord("BETWEEN") || (_dialect.HasILike && IsWord("ILIKE"))
        || (IsWord("NOT") && (Following.IsWord("IN") || Following.IsWord("LIKE") || Following.IsWord("BETWEEN") || (_dialect.HasILike && Following.IsWord("ILIKE"))));

    private SqlExpression Predicate(SqlExpression left)
    {
        if (TakeWord("IS"))
        {
            return IsPredicate(left);
        }

        var negated = TakeWord("NOT");
        if (TakeWord("IN"))
        {
            return In(left, negated);
        }

        if (TakeWord("LIKE"))
        {
            var pattern = Expression(SqlPrecedence.Predicate + 1);
            var escape = TakeWord("ESCAPE") ? Expression(SqlPrecedence.Predicate + 1) : null;
            return new SqlLike(left, pattern, escape, negated);
        }

        if (_dialect.HasILike && TakeWord("ILIKE"))
        {
            var folded = Expression(SqlPrecedence.Predicate + 1) is var read && read is SqlText text ? new SqlText(text.Value.ToLowerInvariant()) : (SqlExpression)new SqlFunction("LOWER", [read]);
            return new SqlLike(new SqlFunction("LOWER", [left]), folded, null, negated);
        }

        ExpectWord("BETWEEN");
        var low = Expression(SqlPrecedence.Predicate + 1);
        ExpectWord("AND");
        return new SqlBetween(left, low, Expression(SqlPrecedence.Predicate + 1), negated);
    }

    private SqlExpression IsPredicate(SqlExpression left)
    {
        var negated = TakeWord("NOT");
        if (TakeWord("NULL"))
        {
            return new SqlIsNull(left, negated);
        }

        if (TakeWords("DISTINCT", "FROM"))
        {
            return new SqlIsDistinct(left, Expression(SqlPrecedence.Predicate + 1), negated);
        }

        throw Unexpected("NULL, NOT NULL or DISTINCT FROM");
    }

    private SqlExpression In(SqlExpression left, bool negated)
    {
        if (StartsQuery(_at))
        {
            return new SqlInQuery(left, ParenthesisedQuery(), negated);
        }

        ExpectSymbol("(");
        var items = CommaList(() => Expression());
        ExpectSymbol(")");
        return new SqlInList(left, items, negated);
    }
}
