using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>Values of many rows: of a group, and of the rows around one.</summary>
internal sealed partial class QueryGenerator
{
    /// <summary>A sum of decimals has room for few digits behind the point in DuckDB when it meets a number with more of them: it says how many it has.</summary>
    private SqlExpression Aggregate(ValueKind kind, Scope rows)
    {
        if (kind == ValueKind.Truth && !Chance(8))
        {
            return new SqlBinary(Pick(Comparisons), Aggregated(ValueKind.Whole, rows), Literal(ValueKind.Whole));
        }

        var aggregate = Aggregated(kind, rows);
        return kind == ValueKind.Exact && aggregate.Name == "SUM" ? new SqlCast(aggregate, SqlType.Decimal(20, 6)) : aggregate;
    }

    private SqlAggregate Aggregated(ValueKind kind, Scope rows)
    {
        var aggregate = kind switch
        {
            ValueKind.Truth => Pick("FIRST", "LAST"),
            _ when Chance(12) => Pick("FIRST", "LAST"),
            ValueKind.Whole => Pick("COUNT", "COUNT", "COUNT", "SUM", "MIN", "MAX"),
            ValueKind.Exact => Pick("SUM", "MIN", "MAX", "MEDIAN"),
            ValueKind.Inexact => Pick("AVG", "AVG", "STDDEV", "VARIANCE", "PERCENTILE"),
            _ => Pick("MIN", "MAX"),
        };
        var isStar = aggregate == "COUNT" && Chance(2);
        var of = aggregate == "COUNT" ? KindOf(rows) : kind == ValueKind.Inexact ? Pick(ValueKind.Whole, ValueKind.Exact) : kind;
        SqlExpression argument = isStar ? new SqlStar() : FromColumns(of, rows, 1);
        Seq<SqlExpression> arguments = aggregate == "PERCENTILE" ? [argument, new SqlNumber(Pick(0m, 0.25m, 0.9m, 1m))] : [argument];
        return new SqlAggregate(aggregate, arguments)
        {
            Distinct = !isStar && aggregate is "COUNT" or "SUM" or "MAX" && Chance(3),
            Filter = Chance(4) ? Condition(rows.Plain, 1) : null,
            OrderBy = aggregate is "FIRST" or "LAST" ? Total(rows) : [],
        };
    }

    /// <summary>An order that leaves nothing to chance: a term that may be the same for several rows, then what tells them apart.</summary>
    private Seq<SqlOrder> Total(Scope scope)
    {
        var keys = scope.Key.Select(key => new SqlOrder(key, Chance(3)));
        return Chance(2) ? keys.ToSeq() : [new SqlOrder(FromColumns(KindOf(scope), scope, 0), Chance(2)), .. keys];
    }

    private SqlExpression Window(ValueKind kind, Scope scope) => kind == ValueKind.Truth && (!scope.IsUnique || Chance(2))
        ? new SqlBinary(Pick(Comparisons), Windowed(ValueKind.Whole, scope), Literal(ValueKind.Whole))
        : Windowed(kind, scope);

    private SqlWindow Windowed(ValueKind kind, Scope scope)
    {
        var rows = scope.Plain;
        var partition = Chance(2) ? [] : Some(1, 2, () => FromColumns(KindOf(rows), rows, 0));
        var made = kind switch
        {
            _ when kind != ValueKind.Truth && Chance(3) => Framed(kind, rows),
            ValueKind.Whole when Chance(2) => Ranked(rows.IsUnique ? Pick("ROW_NUMBER", "RANK", "DENSE_RANK", "NTILE") : Pick("RANK", "DENSE_RANK"), rows),
            ValueKind.Inexact when Chance(2) => Ranked(Pick("PERCENT_RANK", "CUME_DIST"), rows),
            _ => Placed(kind, rows),
        };
        return made with { PartitionBy = [.. partition] };
    }

    private SqlWindow Ranked(string function, Scope rows)
    {
        var isTied = function is not ("ROW_NUMBER" or "NTILE") && Chance(2);
        return new SqlWindow(Function(function, function == "NTILE" ? [new SqlNumber(_random.Next(1, 5))] : []), [], isTied ? [Order(FromColumns(KindOf(rows), rows, 0))] : Ordered(rows));
    }

    /// <summary>A value of another row; where rows may be the same, which one is first of them differs from window to window.</summary>
    private SqlWindow Placed(ValueKind kind, Scope rows)
    {
        if (!rows.IsUnique || kind == ValueKind.Inexact)
        {
            return Framed(kind, rows);
        }

        var value = FromColumns(kind, rows, 1);
        switch (_random.Next(3))
        {
            case 0:
                return new SqlWindow(Function(Pick("LAG", "LEAD"), Chance(2) ? [value] : [value, new SqlNumber(_random.Next(0, 3))]), [], Ordered(rows));
            case 1:
                return new SqlWindow(Function(Pick("LAG", "LEAD"), [value, new SqlNumber(_random.Next(1, 3)), Literal(kind)]), [], Ordered(rows));
            default:
                var function = Pick("FIRST_VALUE", "LAST_VALUE", "NTH_VALUE");
                return new SqlWindow(Function(function, function == "NTH_VALUE" ? [value, new SqlNumber(_random.Next(1, 4))] : [value]), [], Ordered(rows), Chance(3) ? null : RowsFrame());
        }
    }

    /// <summary>An aggregate over a frame: of rows in a total order, of peers where rows are tied, or of all rows.</summary>
    private SqlWindow Framed(ValueKind kind, Scope rows)
    {
        var name = kind switch
        {
            ValueKind.Whole => Pick("COUNT", "SUM", "MIN", "MAX"),
            ValueKind.Exact => Pick("SUM", "MIN", "MAX"),
            ValueKind.Inexact => "AVG",
            _ => Pick("MIN", "MAX"),
        };
        SqlExpression argument = name == "COUNT" && Chance(2) ? new SqlStar() : FromColumns(kind == ValueKind.Inexact ? ValueKind.Exact : kind, rows, 1);
        var aggregate = new SqlAggregate(name, [argument]) { Filter = Chance(6) ? Condition(rows, 1) : null };
        var tied = Order(FromColumns(KindOf(rows), rows, 0));
        return _random.Next(rows.IsUnique ? 5 : 3) switch
        {
            0 => new SqlWindow(aggregate, [], []),
            1 => new SqlWindow(aggregate, [], [tied]),
            2 => new SqlWindow(aggregate, [], [tied], new SqlFrame(SqlFrameUnit.Range, Pick(new SqlFrameEnd(null), new SqlFrameEnd(0)), Pick(new SqlFrameEnd(0), new SqlFrameEnd(null)))),
            _ => new SqlWindow(aggregate, [], Ordered(rows), RowsFrame()),
        };
    }

    private Seq<SqlOrder> Ordered(Scope rows) => [.. Total(rows).Select(order => order with { Nulls = Pick(Enum.GetValues<SqlNullOrder>()) })];

    private SqlFrame RowsFrame()
    {
        var from = _random.Next(-3, 2);
        var to = _random.Next(from, 4);
        return new SqlFrame(SqlFrameUnit.Rows, new SqlFrameEnd(Chance(3) ? null : from), new SqlFrameEnd(Chance(3) ? null : to));
    }
}
