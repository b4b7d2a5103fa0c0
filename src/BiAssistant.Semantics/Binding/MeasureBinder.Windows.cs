using System.Globalization;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Averages over the periods of a window. Periods count that there can be data of; one without any counts as zero where a missing number is zero, and does not count where
/// it is unknown.
/// </summary>
internal sealed partial class MeasureBinder
{
    /// <summary>More numbers than this of one window are not computed one by one.</summary>
    private const int MostParts = 31;

    /// <summary>What looks at other times does not add up, so its window has no total that would be asked for: a week that is looked at a month earlier has none.</summary>
    private BoundMeasure? OfWindow(RollingMeasure measure, string name, Seq<PeriodOperator> operators)
    {
        var zero = IsZeroWhenMissing(measure.Inner, session.Catalog);
        if (MeasureTimes.Operator(measure) is not { } window || Bind(measure.Inner, "total", operators.Add(MeasureTimes.LooksElsewhere(measure.Inner) ? new WindowPart(measure.Window.Grain, 0) : window)) is not { } total)
        {
            return null;
        }

        var formula = zero && total.Additive ? OfTotal(measure, total, operators) : OfParts(measure, IsZeroStill(measure.Inner), operators);
        return formula is null ? null : total with
        {
            Name = name,
            Label = LabelOf(measure),
            Formula = formula,
            Type = SqlType.Unknown,
            Format = total.Format == ValueFormat.Integer ? ValueFormat.Number : total.Format,
            Metric = null,
            Additive = false,
        };
    }

    /// <summary>What adds up is averaged by how many periods the window's total is made of.</summary>
    private ExpressionFormula? OfTotal(RollingMeasure measure, BoundMeasure total, Seq<PeriodOperator> operators) =>
        _numbers.PartsOf(measure.Window, PartsOf(measure.Inner, session.Catalog), operators, total.Name) is { } count
            ? new ExpressionFormula(
                new SqlBinary(SqlBinaryOperator.Divide, new SqlColumn(null, "total"), new SqlColumn(null, "periods")),
                [new FormulaPart("total", total.Formula), new FormulaPart("periods", count)])
            : null;

    private ExpressionFormula? OfParts(RollingMeasure measure, bool zero, Seq<PeriodOperator> operators)
    {
        if (measure.Window.Count > MostParts)
        {
            session.Report(session.Issues.TooManyParts(ReadingPrinter.Print(measure.Inner, session.Catalog, session.Context.Language), MostParts));
            return null;
        }

        var parts = new List<FormulaPart>();
        var values = new List<SqlExpression>();
        for (var place = 0; place < measure.Window.Count; place++)
        {
            var looks = operators.Add(new WindowPart(measure.Window.Grain, place));
            var part = string.Create(CultureInfo.InvariantCulture, $"part_{place + 1}");
            if (Bind(measure.Inner, part, looks) is not { } bound || _numbers.Known(PartsOf(measure.Inner, session.Catalog), looks, part) is not { } known)
            {
                return null;
            }

            parts.AddRange([new FormulaPart(part, bound.Formula), new FormulaPart($"{part}_known", known)]);
            var value = new SqlColumn(null, part);
            values.Add(new SqlBinary(SqlBinaryOperator.Add, zero ? Arithmetic.OrZero(value) : value, new SqlColumn(null, $"{part}_known")));
        }

        var sum = values.Select(Arithmetic.OrZero).Aggregate(Plus);
        var count = values.Select(v => (SqlExpression)new SqlCase(null, [new SqlWhen(new SqlIsNull(v), new SqlNumber(0))], new SqlNumber(1))).Aggregate(Plus);
        return new ExpressionFormula(new SqlBinary(SqlBinaryOperator.Divide, sum, count), parts.ToSeq());
    }

    private static SqlExpression Plus(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Add, left, right);
}
