using System.Collections.Frozen;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>Dates and windows.</summary>
internal sealed partial class BigQueryLowering
{
    /// <summary>Functions over a window that have no frame.</summary>
    private static readonly FrozenSet<string> Ranking = SqlWords.Set("ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD");

    protected override SqlExpression DateTrunc(SqlDateTrunc truncation) => truncation.Unit switch
    {
        SqlTimeUnit.Day => CastTo(Lower(truncation.Operand), SqlType.Date),
        > SqlTimeUnit.Day => Call("DATE_TRUNC", Day(truncation.Operand), Word(truncation.Unit)),
        _ => Call("DATETIME_TRUNC", Instant(truncation.Operand), Word(truncation.Unit)),
    };

    protected override SqlExpression DateAdd(SqlDateAdd add)
    {
        var isDay = add.Unit >= SqlTimeUnit.Day && TypeOf(add.Operand).Kind == SqlTypeKind.Date;
        var amount = Lower(TypeOf(add.Amount).Kind is SqlTypeKind.Decimal or SqlTypeKind.Double ? new SqlCast(add.Amount, SqlType.BigInteger) : add.Amount);
        var (direction, count) = amount is SqlNumber { Value: < 0 } back ? ("SUB", new SqlNumber(-back.Value)) : ("ADD", amount);
        return Call(isDay ? $"DATE_{direction}" : $"DATETIME_{direction}", isDay ? Lower(add.Operand) : Instant(add.Operand), new SqlIntervalOf(count, add.Unit));
    }

    protected override SqlExpression DateDiff(SqlDateDiff difference) => difference.Unit >= SqlTimeUnit.Day
        ? Call("DATE_DIFF", Day(difference.To), Day(difference.From), Word(difference.Unit))
        : Call("DATETIME_DIFF", Instant(difference.To), Instant(difference.From), Word(difference.Unit));

    protected override SqlExpression Extract(SqlExtract extract) => extract.Part switch
    {
        SqlDatePart.Epoch => Call("UNIX_SECONDS", CastTo(Lower(extract.Operand), new SqlType(SqlTypeKind.TimestampTz))),
        SqlDatePart.DayOfWeek => new SqlBinary(SqlBinaryOperator.Add, Call("MOD", new SqlBinary(SqlBinaryOperator.Add, extract with { Operand = Lower(extract.Operand) }, Whole(5)), Whole(7)), Whole(1)),
        SqlDatePart.Hour or SqlDatePart.Minute or SqlDatePart.Second => extract with { Operand = Instant(extract.Operand) },
        _ => extract with { Operand = Lower(extract.Operand) },
    };

    private SqlExpression Day(SqlExpression portable) => TypeOf(portable).Kind == SqlTypeKind.Date ? Lower(portable) : CastTo(Lower(portable), SqlType.Date);

    private SqlExpression Instant(SqlExpression portable) => TypeOf(portable).Kind is SqlTypeKind.Timestamp or SqlTypeKind.Time ? Lower(portable) : CastTo(Lower(portable), SqlType.Timestamp);

    private static SqlWord Word(SqlTimeUnit unit) => new(unit == SqlTimeUnit.Week ? "ISOWEEK" : SqlUnits.Name(unit));

    protected override SqlExpression Window(SqlWindow window)
    {
        var function = (window.Function as SqlFunction)?.Name ?? "";
        if (window.Function is SqlAggregate { Name: "MEDIAN" or "PERCENTILE" } middle)
        {
            return Middle(middle, window);
        }

        if (Ranking.Contains(function))
        {
            return window.OrderBy.IsEmpty && function != "ROW_NUMBER" ? Unsayable($"{function} without an order") : base.Window(window with { Frame = null });
        }

        if (window.OrderBy.IsEmpty || window.Frame?.Unit == SqlFrameUnit.Rows)
        {
            return base.Window(window);
        }

        // Over a range of values nulls can only come where they come by themselves.
        var keyed = window with { OrderBy = SqlNullOrders.WithKeys(window.OrderBy, Dialect) };
        var isCounted = window.Frame is { } frame && (frame.From.Offset is not (null or 0) || frame.To.Offset is not (null or 0));
        return isCounted && keyed.OrderBy.Count > window.OrderBy.Count ? Unsayable("A range of values with nulls out of their place") : base.Window(keyed);
    }

    private SqlExpression Middle(SqlAggregate middle, SqlWindow window)
    {
        var fraction = middle.Name == "MEDIAN" ? new SqlNumber(0.5m) : Percentile(middle);
        if (middle.Distinct || !window.OrderBy.IsEmpty || window.Frame is not null || fraction is null)
        {
            return fraction is null ? SqlNull.Instance : Unsayable($"{middle.Name} over an ordered window");
        }

        var value = CastTo(Unfiltered(middle).Arguments[0], SqlType.Double);
        return new SqlWindow(Call("PERCENTILE_CONT", Lower(value), fraction), window.PartitionBy.Select(Lower).ToSeq(), []);
    }
}
