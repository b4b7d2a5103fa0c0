using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>Functions, aggregates and windows, with the calls that have a grammar of their own.</summary>
internal sealed partial class SqlGrammar
{
    private SqlExpression Call()
    {
        var start = Current.Start;
        var written = SqlWords.Upper(_tokens[_at].Value);
        if (_dialect.Reserved.Contains(written) && !SqlWords.CalledByKeyword.Contains(written) && !(written == "CONVERT" && _dialect.HasTypeFirstConvert) && !_dialect.Functions.Contains(written))
        {
            throw Unexpected("a value, a column or a function");
        }

        _at += 2;
        return OwnGrammar(written) ?? Called(_dialect.FunctionName(written), start);
    }

    private SqlExpression? OwnGrammar(string name)
    {
        switch (name)
        {
            case "CAST":
                var operand = Expression();
                ExpectWord("AS");
                var type = Type();
                return Closed(new SqlCast(operand, type));
            case "EXTRACT":
                return Extract();
            case "POSITION":
                var sought = Expression(SqlPrecedence.Predicate + 1);
                if (!TakeWord("IN"))
                {
                    ExpectSymbol(",");
                }

                return Closed(new SqlFunction("POSITION", [sought, Expression()]));
            case "SUBSTRING":
                return Substring();
            case "TRIM" when IsWord("LEADING") || IsWord("TRAILING") || IsWord("BOTH"):
                return Trim();
            case "TRIM" when _dialect.TrimsBothEndsFrom:
                var text = Expression();
                return Closed(new SqlFunction("TRIM", TakeWord("FROM") ? [Expression(), text] : [text]));
            case "CONVERT" when _dialect.HasTypeFirstConvert:
                var wanted = Type();
                ExpectSymbol(",");
                return Closed(new SqlCast(Expression(), wanted));
            case "DATE_TRUNC" or "DATE_DIFF" or "DATE_ADD" when _dialect.DateCalls.Contains(name):
                return DateCall(name);
            default:
                return null;
        }
    }

    private T Closed<T>(T call)
    {
        ExpectSymbol(")");
        return call;
    }

    /// <summary>A part that only this engine has is read as the call that means the same: EXTRACT(DOW FROM d) as DATE_PART('dow', d).</summary>
    private SqlExpression Extract()
    {
        var word = Current.Kind == SqlTokenKind.Word ? Current.Value : "";
        if (_dialect.FindPart(word) is { } part)
        {
            _at++;
            ExpectWord("FROM");
            return Closed(new SqlExtract(part, Expression()));
        }

        if (!_dialect.OwnParts.Contains(word))
        {
            throw Unexpected("a part of a date: " + SqlUnits.ListedParts);
        }

        _at++;
        ExpectWord("FROM");
        return Closed(new SqlFunction("DATE_PART", [new SqlText(word.ToLowerInvariant()), Expression()]));
    }

    private SqlFunction Substring()
    {
        var arguments = new List<SqlExpression> { Expression() };
        if (TakeWord("FROM") || TakeSymbol(","))
        {
            arguments.Add(Expression());
        }
        else
        {
            throw Unexpected("FROM or ','");
        }

        if (TakeWord("FOR") || TakeSymbol(","))
        {
            arguments.Add(Expression());
        }

        return Closed(new SqlFunction("SUBSTRING", arguments.ToSeq()));
    }

    private SqlFunction Trim()
    {
        var name = IsWord("LEADING") ? "LTRIM" : IsWord("TRAILING") ? "RTRIM" : "TRIM";
        _at++;
        SqlExpression? characters = IsWord("FROM") ? null : Expression();
        ExpectWord("FROM");
        var operand = Expression();
        return Closed(new SqlFunction(name, characters is null ? [operand] : [operand, characters]));
    }

    private SqlExpression DateCall(string name)
    {
        if (Current.Kind != SqlTokenKind.Text || SqlUnits.Find(Current.Value) is not { } unit)
        {
            throw Unexpected("a unit in quotes, such as 'month': " + SqlUnits.Listed);
        }

        _at++;
        ExpectSymbol(",");
        var first = Expression();
        if (name == "DATE_TRUNC")
        {
            return Closed(new SqlDateTrunc(unit, first));
        }

        ExpectSymbol(",");
        var second = Expression();
        return name == "DATE_DIFF" ? Closed(new SqlDateDiff(unit, first, second)) : Closed(new SqlDateAdd(unit, first, second));
    }

    private SqlExpression Called(string name, int start)
    {
        var distinct = TakeWord("DISTINCT");
        if (!distinct)
        {
            TakeWord("ALL");
        }

        var index = 0;
        Seq<SqlExpression> arguments = IsSymbolHere(")") || IsWord("ORDER") ? [] : CommaList(() => Argument(name, index++));
        var order = TakeWords("ORDER", "BY") ? CommaList(Order) : [];
        ExpectSymbol(")");
        var function = Assemble(name, start, arguments, distinct, order);
        return TakeWord("OVER") ? Window(function) : RequireWindow(function, start);
    }

    private bool IsSymbolHere(string symbol) => Current.IsSymbol(symbol);

    private SqlExpression Argument(string function, int index)
    {
        if (TakeSymbol("*"))
        {
            return new SqlStar();
        }

        return _dialect.WordArguments.TryGetValue(function, out var place) && place == index && Current.Kind != SqlTokenKind.Text ? Word() : Expression();
    }

    private SqlWord Word()
    {
        if (Current.Kind != SqlTokenKind.Word || !_dialect.ArgumentWords.Contains(Current.Value))
        {
            throw Unexpected("a word such as " + string.Join(", ", _dialect.ArgumentWords.Order(StringComparer.Ordinal)));
        }

        var word = SqlWords.Upper(_tokens[_at++].Value);
        return TakeSymbol("(") ? Qualified(word) : new SqlWord(word);
    }

    /// <summary>A unit with its own first day: WEEK(MONDAY).</summary>
    private SqlWord Qualified(string word)
    {
        var whole = $"{word}({SqlWords.Upper(Current.Value)})";
        if (Current.Kind != SqlTokenKind.Word || !_dialect.ArgumentWords.Contains(whole))
        {
            throw Unexpected("a first day of the week that is known");
        }

        _at++;
        return Closed(new SqlWord(whole));
    }

    private SqlExpression Assemble(string name, int start, Seq<SqlExpression> arguments, bool distinct, Seq<SqlOrder> order)
    {
        if (arguments.Any(argument => argument is SqlStar) && (name is not ("COUNT" or "COUNT_BIG") || arguments.Count != 1 || distinct))
        {
            throw new SqlSyntaxException("'*' can only be counted: COUNT(*).", start);
        }

        if (_dialect.IsAggregate(name, arguments.Count))
        {
            var aggregate = WithinGroup(new SqlAggregate(name, arguments) { Distinct = distinct, OrderBy = order }, start);
            return CheckedCall(aggregate with { Filter = Filter() }, start);
        }

        if (distinct || !order.IsEmpty || IsWord("FILTER") || IsWord("WITHIN"))
        {
            throw new SqlSyntaxException($"DISTINCT, ORDER BY and FILTER belong to aggregates; {name} is not one that is known.", start) { Suggestions = Nearest.To(name, _dialect.Aggregates) };
        }

        return CheckedCall(new SqlFunction(name, arguments), start);
    }

    private SqlExpression? Filter()
    {
        if (!_dialect.HasAggregateFilter || !IsWord("FILTER") || !Following.IsSymbol("("))
        {
            return null;
        }

        _at += 2;
        ExpectWord("WHERE");
        return Closed(Expression());
    }

    private SqlAggregate WithinGroup(SqlAggregate aggregate, int start)
    {
        var needed = SqlWords.OrderedSetAggregates.Contains(aggregate.Name);
        if (!TakeWords("WITHIN", "GROUP"))
        {
            return needed ? throw Unexpected("WITHIN GROUP (ORDER BY …)") : aggregate;
        }

        if (!needed || !aggregate.OrderBy.IsEmpty || aggregate.Distinct)
        {
            throw new SqlSyntaxException($"WITHIN GROUP does not go with {aggregate.Name}.", start);
        }

        ExpectSymbol("(");
        ExpectWord("ORDER");
        ExpectWord("BY");
        return _dialect.OrderedSet(aggregate with { OrderBy = Closed(CommaList(Order)) }) ?? throw new SqlSyntaxException($"{aggregate.Name} takes one ascending ORDER BY and one fraction.", start);
    }

    /// <summary>A call as the dialect may see it: the portable language knows its functions and the number of their arguments, others are checked by the gate.</summary>
    private SqlExpression CheckedCall(SqlExpression call, int start)
    {
        if (_dialect.CallProblem(call) is not { } problem)
        {
            return call;
        }

        throw new SqlSyntaxException(problem.Message, start) { Code = problem.Code, Suggestions = problem.Suggestions };
    }

    private static SqlExpression RequireWindow(SqlExpression function, int start) =>
        function is SqlFunction { Name: var name } && SqlWords.WindowFunctions.Contains(name)
            ? throw new SqlSyntaxException($"{name} needs a window: {name}(…) OVER (ORDER BY …).", start)
            : function;

    private SqlWindow Window(SqlExpression function)
    {
        ExpectSymbol("(");
        Seq<SqlExpression> partition = TakeWords("PARTITION", "BY") ? CommaList(() => Expression()) : [];
        Seq<SqlOrder> order = TakeWords("ORDER", "BY") ? CommaList(Order) : [];
        var frame = IsWord("ROWS") || IsWord("RANGE") ? Frame() : null;
        return Closed(new SqlWindow(function, partition, order, frame));
    }

    private SqlFrame Frame()
    {
        var unit = IsWord("ROWS") ? SqlFrameUnit.Rows : SqlFrameUnit.Range;
        _at++;
        if (!TakeWord("BETWEEN"))
        {
            return new SqlFrame(unit, FrameEnd(isFirst: true), new SqlFrameEnd(0));
        }

        var from = FrameEnd(isFirst: true);
        ExpectWord("AND");
        return new SqlFrame(unit, from, FrameEnd(isFirst: false));
    }

    private SqlFrameEnd FrameEnd(bool isFirst)
    {
        if (TakeWords("CURRENT", "ROW"))
        {
            return new SqlFrameEnd(0);
        }

        if (TakeWord("UNBOUNDED"))
        {
            ExpectWord(isFirst ? "PRECEDING" : "FOLLOWING");
            return new SqlFrameEnd(null);
        }

        var rows = WholeNumber();
        if (TakeWord("PRECEDING"))
        {
            return new SqlFrameEnd(-rows);
        }

        ExpectWord("FOLLOWING");
        return new SqlFrameEnd(rows);
    }
}
