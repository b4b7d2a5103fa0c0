using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Semantics.Queries.Readings;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Measures over the results of another query.</summary>
internal sealed partial class MeasureBinder
{
    private static readonly Seq<AggregateFunction> OfAnything = [AggregateFunction.Count, AggregateFunction.CountDistinct];

    private BoundMeasure OfResults(RowsMeasure measure, string name) =>
        new(name, scope.Inner is { } inner && ReadingTerms.ThingsIn(inner.Query, session.Catalog) is { } things ? AdHocAggregates.CountLabel(things) : LabelOf(measure), Inner(new SqlAggregate("COUNT", [new SqlStar()])), SqlType.BigInteger, LocalText.Empty, ValueFormat.Integer, null, Additive: true);

    private BoundMeasure? OfColumn(ColumnMeasure measure, string name)
    {
        var number = scope.Inner?.Measure(measure.Column);
        var type = number is null ? scope.Inner?.Group(measure.Column)?.Type : number.Type;
        if (type is null)
        {
            session.Report(session.Issues.Unknown("column", measure.Column));
            return null;
        }

        var counted = OfAnything.Contains(measure.Function);
        var ordered = measure.Function is AggregateFunction.Min or AggregateFunction.Max && type.IsTemporal;
        var told = counted ? scope.Inner!.Told(measure.Column) : [new SqlColumn(null, measure.Column)];
        if (measure.Function is AggregateFunction.First or AggregateFunction.Last || told.Count > 1
            || (!counted && !ordered && number is null && !type.IsNumeric && type.Kind != SqlTypeKind.Unknown))
        {
            session.Report(session.Issues.NotANumber(measure.Column, AdHocAggregates.Word(measure.Function, session.Context.Language)));
            return null;
        }

        var whole = number?.Format == ValueFormat.Integer && measure.Function is not (AggregateFunction.Sum or AggregateFunction.Min or AggregateFunction.Max);
        return new BoundMeasure(
            name,
            AdHocAggregates.Label(measure.Function, measure.Argument, number?.Label ?? scope.Inner?.Group(measure.Column)?.Label ?? LocalText.Empty, measure.Column),
            Inner(AdHocAggregates.Call(measure.Function, told[0], measure.Argument)),
            counted ? SqlType.BigInteger : measure.Function is AggregateFunction.Min or AggregateFunction.Max ? type : SqlType.Unknown,
            counted ? LocalText.Empty : number?.Unit ?? LocalText.Empty,
            counted ? ValueFormat.Integer : whole ? ValueFormat.Number : number?.Format ?? ValueFormat.None,
            null,
            measure.Function is AggregateFunction.Sum or AggregateFunction.Count)
        {
            FormatPattern = counted ? null : number?.FormatPattern,
        };
    }

    /// <summary>The rows of results are of the period that their question says, and of no other.</summary>
    private BoundMeasure? OfOtherResults(Measure measure)
    {
        session.Report(session.Issues.OfOtherResults(ReadingPrinter.Print(measure, session.Catalog, session.Context.Language)));
        return null;
    }

    private BoundMeasure? OfNumber(QueryMeasure measure, string name) => session.Nested(measure.Query) is { } nested
        ? nested.Measures[0] with { Name = name, Label = LabelOf(measure), Formula = new NestedNumber(session.NumberOf(nested)), Metric = null, Additive = false }
        : null;

    private InnerAggregate Inner(SqlAggregate call) => new(call, scope.Groups.Names);
}
