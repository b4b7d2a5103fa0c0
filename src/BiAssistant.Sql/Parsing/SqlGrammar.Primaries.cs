using System.Globalization;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>Literals, names, CASE, CAST and what stands in parentheses.</summary>
internal sealed partial class SqlGrammar
{
    private static readonly string[] TimestampFormats =
        ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF"];

    private SqlExpression Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case SqlTokenKind.Number:
                return Number();
            case SqlTokenKind.Text:
                _at++;
                return new SqlText(token.Value);
            case SqlTokenKind.Parameter:
                _at++;
                return new SqlParameter(token.Value);
            case SqlTokenKind.Symbol when token.Value == "(":
                return Parenthesised();
            case SqlTokenKind.Word:
                return Keyword() ?? NameOrCall();
            case SqlTokenKind.QuotedName:
                return NameOrCall();
            default:
                throw Unexpected("a value, a column or a function");
        }
    }

    private SqlNumber Number(NumberStyles sign = NumberStyles.None)
    {
        if (!decimal.TryParse(Current.Value, sign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
        {
            throw new SqlSyntaxException($"The number {Current.Describe()} is too large.", Current.Start);
        }

        _at++;
        return new SqlNumber(value);
    }

    private SqlExpression Parenthesised()
    {
        if (StartsQuery(_at))
        {
            return new SqlScalarQuery(ParenthesisedQuery());
        }

        ExpectSymbol("(");
        var inner = Expression();
        ExpectSymbol(")");
        return inner;
    }

    private SqlExpression? Keyword()
    {
        var start = _at;
        if (TakeWord("NULL"))
        {
            return SqlNull.Instance;
        }

        if (IsWord("TRUE") || IsWord("FALSE"))
        {
            return new SqlBoolean(_tokens[_at++].IsWord("TRUE"));
        }

        if (TakeWord("CASE"))
        {
            return Case();
        }

        if (IsWord("EXISTS") && Following.IsSymbol("("))
        {
            _at++;
            return new SqlExists(ParenthesisedQuery());
        }

        if (IsWord("CURRENT_DATE") || IsWord("CURRENT_TIMESTAMP"))
        {
            var dayOnly = _tokens[_at++].IsWord("CURRENT_DATE");
            if (TakeSymbol("("))
            {
                ExpectSymbol(")");
            }

            return new SqlNow(dayOnly);
        }

        if (_dialect.ClockNames.Contains(Current.Value))
        {
            _at++;
            return new SqlNow(DayOnly: false);
        }

        if (Following.Kind == SqlTokenKind.Text && (IsWord("DATE") || IsWord(_dialect.TimestampWord)))
        {
            return IsWord("DATE") ? Date() : Timestamp();
        }

        if (Following.Kind == SqlTokenKind.Text && Current.Kind == SqlTokenKind.Word && _dialect.NumberWords.Contains(Current.Value))
        {
            _at++;
            return Number(NumberStyles.AllowLeadingSign);
        }

        if (_dialect.HasIntervalAmounts && IsWord("INTERVAL") && !Following.IsSymbol("."))
        {
            _at++;
            var amount = Expression();
            return new SqlIntervalOf(amount, TimeUnit());
        }

        if (IsWord("INTERVAL") && Following.Kind is SqlTokenKind.Text or SqlTokenKind.Number)
        {
            _at++;
            return Interval();
        }

        _at = start;
        return null;
    }

    private SqlDate Date()
    {
        _at++;
        if (!DateOnly.TryParseExact(Current.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            throw Unexpected("a date such as '2024-12-31'");
        }

        _at++;
        return new SqlDate(date);
    }

    private SqlTimestamp Timestamp()
    {
        _at++;
        if (!DateTime.TryParseExact(Current.Value, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            throw Unexpected("a time such as '2024-12-31 23:59:59'");
        }

        _at++;
        return new SqlTimestamp(instant);
    }

    private SqlInterval Interval()
    {
        if (Current.Kind != SqlTokenKind.Text)
        {
            return new SqlInterval(WholeNumber(), TimeUnit());
        }

        var words = Current.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 2 || !long.TryParse(words[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            throw Unexpected("an amount such as INTERVAL '3' MONTH");
        }

        if (words.Length == 1)
        {
            _at++;
            return new SqlInterval(amount, TimeUnit());
        }

        if (SqlUnits.Find(words[1]) is not { } unit)
        {
            throw Unexpected("an interval of one unit, such as '3 months'");
        }

        _at++;
        return new SqlInterval(amount, unit);
    }

    private SqlTimeUnit TimeUnit()
    {
        if (Current.Kind == SqlTokenKind.Word && SqlUnits.Find(Current.Value) is { } unit)
        {
            _at++;
            return unit;
        }

        throw Unexpected("a unit: " + SqlUnits.Listed);
    }

    private SqlCase Case()
    {
        var operand = IsWord("WHEN") ? null : Expression();
        var branches = new List<SqlWhen>();
        while (TakeWord("WHEN"))
        {
            var condition = Expression();
            ExpectWord("THEN");
            branches.Add(new SqlWhen(condition, Expression()));
        }

        if (branches.Count == 0)
        {
            throw Unexpected("WHEN");
        }

        var otherwise = TakeWord("ELSE") ? Expression() : null;
        ExpectWord("END");
        return new SqlCase(operand, branches.ToSeq(), otherwise);
    }

    private SqlExpression NameOrCall()
    {
        if (Following.IsSymbol("(") && Current.Kind == SqlTokenKind.Word)
        {
            return Call();
        }

        var parts = new List<string> { Name("a value, a column or a function") };
        var start = _tokens[_at - 1].Start;
        while (TakeSymbol("."))
        {
            if (Current.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName))
            {
                throw Unexpected("the name of a column");
            }

            parts.Add(TakeName());
        }

        if (parts.Count > _dialect.MostNameParts)
        {
            throw new SqlSyntaxException($"The name '{string.Join('.', parts)}' has {parts.Count} parts; a column has at most {_dialect.MostNameParts}.", start);
        }

        if (Current.IsSymbol("("))
        {
            throw new SqlSyntaxException("A function is called by its plain name: without quotes and without a schema.", start);
        }

        return new SqlColumn(parts.Count == 1 ? null : string.Join('.', parts.Take(parts.Count - 1)), parts[^1]);
    }
}
