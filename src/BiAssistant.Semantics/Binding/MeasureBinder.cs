using System.Diagnostics;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Turns the measures of a query into formulas over sources.</summary>
internal sealed partial class MeasureBinder(BindingSession session, MeasureScope scope)
{
    private readonly SourceRegistry _sources = scope.Sources;
    private readonly CalendarNumbers _numbers = scope.Numbers;
    private readonly List<Metric> _metrics = [];

    /// <summary>Names of the columns that its numbers are told apart by.</summary>
    public Seq<string> Grain => scope.Groups.Names;

    /// <summary>Every metric that was used, parts included.</summary>
    public Seq<Metric> Metrics => _metrics.ToSeq();

    /// <summary>What a measure computes, before binding; nothing where it names what does not exist.</summary>
    public static IEnumerable<Formula> FormulasOf(Measure measure, Catalog catalog) => measure switch
    {
        MetricMeasure m => catalog.FindMetric(m.Metric) is { Formula: { } formula } ? [formula] : [],
        AggregateMeasure m => catalog.FindField(m.Field) is { } field ? [Leaf(m, field, catalog)] : [],
        CountMeasure m => catalog.FindDataset(m.Dataset) is { } dataset ? [Leaf(dataset, new SqlAggregate("COUNT", [new SqlStar()]))] : [],
        RollingMeasure { Take: WindowTake.Average, Window: var window } m when window.Count <= MostParts && MeasureTimes.LooksElsewhere(m.Inner) =>
            FormulasOf(m.Inner, catalog).SelectMany(f => Enumerable.Range(0, window.Count).Select(place => new PeriodFormula(new WindowPart(window.Grain, place), f))),
        _ => measure.Parts.SelectMany(p => FormulasOf(p, catalog)).Select(f => MeasureTimes.Operator(measure) is { } moved ? new PeriodFormula(moved, f) : f),
    };

    /// <summary>What a measure is made of, to be asked what data there is.</summary>
    public static ExpressionFormula PartsOf(Measure measure, Catalog catalog) => new(SqlNull.Instance, FormulasOf(measure, catalog).Select(f => new FormulaPart("", f)).ToSeq());

    public BoundMeasure? Bind(Measure measure, string name) => Bind(measure, name, []);

    private BoundMeasure? Bind(Measure measure, string name, Seq<PeriodOperator> operators) => measure switch
    {
        MetricMeasure m => Present(OfMetric(m, name, operators), m, operators),
        AggregateMeasure m => Present(OfField(m, name, operators), m, operators),
        CountMeasure m => Present(OfRows(m, name, operators), m, operators),
        ArithmeticMeasure m => OfMeasures(m, name, operators),
        ConstantMeasure m => new BoundMeasure(name, LocalText.Empty, new ExpressionFormula(new SqlNumber(m.Value), []), SqlType.Unknown, LocalText.Empty, ValueFormat.None, null, false),
        WrappedMeasure { Filter: { } filter } m => Bind(m with { Filter = null, Inner = Narrowed(m.Inner, filter) }, name, operators),
        ShiftedMeasure m => OfEarlier(m, name, operators),
        RollingMeasure { Take: WindowTake.Average } m => OfWindow(m, name, operators),
        GroupMeasure or MemberMeasure => OfGroups((WrappedMeasure)measure, name, operators),
        ColumnMeasure or RowsMeasure when !operators.IsEmpty => OfOtherResults(measure),
        ColumnMeasure m => OfColumn(m, name),
        RowsMeasure m => OfResults(m, name),
        QueryMeasure m => OfNumber(m, name),
        WrappedMeasure m when MeasureTimes.Operator(m) is { } moved => OfTime(m, name, operators.Add(moved)),
        _ => throw new UnreachableException(measure.GetType().Name),
    };

    /// <summary>
    /// A number that is zero where there is none of it, said so: where periods without rows are looked at too, or where it stands beside its earlier self. Empty still where
    /// there can be no data, as is then what a metric makes of several counts.
    /// </summary>
    private BoundMeasure? Present(BoundMeasure? bound, Measure measure, Seq<PeriodOperator> operators)
    {
        var isZero = IsZeroWhenMissing(measure, session.Catalog);
        if (bound is null || !(isZero ? scope.SaysZeros : measure is MetricMeasure && scope.ComparesWhole))
        {
            return bound;
        }

        var value = new SqlColumn(null, "value");
        return _numbers.Known(PartsOf(measure, session.Catalog), operators, bound.Name) is { } known
            ? bound with
            {
                Formula = new ExpressionFormula(
                    new SqlBinary(SqlBinaryOperator.Add, isZero ? Arithmetic.OrZero(value) : value, new SqlColumn(null, "known")),
                    [new FormulaPart("value", bound.Formula), new FormulaPart("known", known)]),
            }
            : null;
    }

    /// <summary>The measure inside over other intervals; what is gathered does not add up any more.</summary>
    private BoundMeasure? OfTime(WrappedMeasure measure, string name, Seq<PeriodOperator> operators) =>
        Bind(measure.Inner, name, operators) is { } inner
            ? inner with { Formula = WhereBegun(measure, inner.Formula, operators, name), Label = LabelOf(measure), Metric = null, Additive = false }
            : null;

    private Formula WhereBegun(WrappedMeasure measure, Formula number, Seq<PeriodOperator> operators, string name) => FormulasOf(measure.Inner, session.Catalog).FirstOrDefault() is { } of
        ? WhereBegun(of, MeasureTimes.Operator(measure) is { EndsWithNow: true }, number, new LeafRequest([], name, Timeless: false, operators))
        : number;

    private BoundMeasure? OfEarlier(ShiftedMeasure measure, string name, Seq<PeriodOperator> operators)
    {
        var back = operators.Add(MeasureTimes.Operator(measure) ?? throw new UnreachableException());
        if (measure.Show == ComparisonShow.Value)
        {
            return OfTime(measure, name, back);
        }

        var parts = PartsOf(measure.Inner, session.Catalog);
        if (Bind(measure.Inner, "now", operators) is not { } now || Bind(measure.Inner, "before", back) is not { } before
            || _numbers.Known(parts, operators, name) is not { } known || _numbers.Known(parts, back, name) is not { } knownBefore)
        {
            return null;
        }

        var percent = measure.Show == ComparisonShow.PercentChange;
        return now with
        {
            Name = name,
            Label = LabelOf(measure),
            Formula = ComparisonMetric.Compared((now.Formula, known), (before.Formula, knownBefore), measure.Show, IsZeroStill(measure.Inner)),
            Type = SqlType.Unknown,
            Unit = percent ? LocalText.Empty : now.Unit,
            Format = percent ? ValueFormat.Percent : now.Format,
            FormatPattern = percent ? null : now.FormatPattern,
            Metric = null,
            Additive = false,
        };
    }

    private BoundMeasure? OfMetric(MetricMeasure measure, string name, Seq<PeriodOperator> operators)
    {
        if (session.Catalog.FindMetric(measure.Metric) is not { } metric)
        {
            session.Report(session.Issues.Unknown("metric", measure.Metric));
            return null;
        }

        var label = Labels.Of(metric, session.Context.Language);
        if (!Use(metric))
        {
            session.Report(session.Issues.NotAllowed(label));
            return null;
        }

        if (metric.Unsupported is { } reason)
        {
            session.Report(session.Issues.NotYet(label, reason));
            return null;
        }

        return Over(metric.Formula, new LeafRequest(Filters(measure), label, metric.Timeless, operators)) is { } formula
            ? new BoundMeasure(name, metric.Label, formula, SqlType.Unknown, metric.Unit, metric.Format, metric, metric.Additive) { FormatPattern = metric.FormatPattern }
            : null;
    }

    private BoundMeasure? OfField(AggregateMeasure measure, string name, Seq<PeriodOperator> operators)
    {
        if (session.Catalog.FindField(measure.Field) is not { } field)
        {
            session.Report(session.Issues.Unknown("field", measure.Field));
            return null;
        }

        var label = Labels.Of(field, session.Context.Language);
        if (Refusal(measure.Function, field, label) is { } refusal)
        {
            session.Report(refusal);
            return null;
        }

        var leaf = Leaf(measure, field, session.Catalog);
        if (measure.Function is AggregateFunction.First or AggregateFunction.Last && leaf.Selection is null)
        {
            session.Report(session.Issues.NoClock(label));
            return null;
        }

        var counted = measure.Function is AggregateFunction.Count or AggregateFunction.CountDistinct;
        return Over(leaf, new LeafRequest(Filters(measure), label, Timeless: false, operators)) is { } formula
            ? new BoundMeasure(
                name,
                measure.Function == AggregateFunction.CountDistinct && AdHocAggregates.PointedBy(field, session.Catalog) is not null ? LabelOf(measure with { Filter = null }) : AdHocAggregates.Label(measure.Function, measure.Argument, field),
                formula,
                counted ? SqlType.BigInteger : measure.Function is AggregateFunction.Min or AggregateFunction.Max or AggregateFunction.First or AggregateFunction.Last ? field.Type : SqlType.Unknown,
                counted ? field.Entity?.Plural ?? LocalText.Empty : field.Unit,
                counted ? ValueFormat.Integer : field.Format,
                null,
                measure.Function is AggregateFunction.Sum or AggregateFunction.Count)
            {
                FormatPattern = counted ? null : field.FormatPattern,
            }
            : null;
    }

    private BoundMeasure? OfRows(CountMeasure measure, string name, Seq<PeriodOperator> operators)
    {
        if (session.Catalog.FindDataset(measure.Dataset) is not { } dataset)
        {
            session.Report(session.Issues.Unknown("dataset", measure.Dataset));
            return null;
        }

        var label = Labels.Of(dataset, session.Context.Language);
        var plural = dataset.Entity?.Plural ?? dataset.Label;
        return Over(Leaf(dataset, new SqlAggregate("COUNT", [new SqlStar()])), new LeafRequest(Filters(measure), label, Timeless: false, operators)) is { } formula
            ? new BoundMeasure(name, AdHocAggregates.CountLabel(dataset), formula, SqlType.BigInteger, plural, ValueFormat.Integer, null, true)
            : null;
    }

    private BoundMeasure? OfMeasures(ArithmeticMeasure measure, string name, Seq<PeriodOperator> operators)
    {
        if (Bind(Narrowed(measure.Left, measure.Filter), "left", operators) is not { } left || Bind(Narrowed(measure.Right, measure.Filter), "right", operators) is not { } right)
        {
            return null;
        }

        var symbol = measure.Operator switch
        {
            MeasureOperator.Add => SqlBinaryOperator.Add,
            MeasureOperator.Subtract => SqlBinaryOperator.Subtract,
            MeasureOperator.Multiply => SqlBinaryOperator.Multiply,
            MeasureOperator.Divide => SqlBinaryOperator.Divide,
            _ => throw new UnreachableException(measure.Operator.ToString()),
        };
        var formula = new ExpressionFormula(
            new SqlBinary(symbol, new SqlColumn(null, "left"), new SqlColumn(null, "right")),
            [new FormulaPart("left", left.Formula), new FormulaPart("right", right.Formula)]);
        var sameUnit = left.Unit == right.Unit;
        var unit = (measure.Operator, sameUnit) switch
        {
            (MeasureOperator.Add or MeasureOperator.Subtract, true) => left.Unit,
            (MeasureOperator.Divide, true) when !measure.IsPartOfWhole => LocalText.Of("ratio"),
            _ => LocalText.Empty,
        };
        var adds = measure.Operator is MeasureOperator.Add or MeasureOperator.Subtract;
        return new BoundMeasure(name, LocalText.Empty, formula, SqlType.Unknown, unit, adds && sameUnit ? left.Format : measure.IsPartOfWhole ? ValueFormat.Percent : ValueFormat.None, null, adds && left.Additive && right.Additive);
    }

    private Formula? Over(Formula formula, LeafRequest request)
    {
        switch (formula)
        {
            case AggregateFormula call:
                return _sources.Bind(call, request) is { } rows ? WhereBegun(call, call.Selection is ValidRows, rows, request) : null;
            case PeriodFormula period:
                var elsewhere = request with { Operators = request.Operators.Add(period.Operator) };
                return Over(period.Of, elsewhere) is { } of ? WhereBegun(period.Of, period.Operator.EndsWithNow, of, elsewhere) : null;
            case KnownFormula known:
                return _numbers.Known(known.Of, request.Operators, request.Measure);
            case ElapsedFormula elapsed:
                return _numbers.Elapsed(elapsed, request.Operators, request.Measure);
            case ExpressionFormula expression:
                var parts = expression.Parts.Select(p => (p.Name, Formula: Over(p.Formula, request))).ToList();
                return parts.Any(p => p.Formula is null)
                    ? null
                    : expression with { Parts = parts.Where(p => p.Formula is not null).Select(p => new FormulaPart(p.Name, p.Formula!)).ToSeq() };
            default:
                throw new UnreachableException(formula.GetType().Name);
        }
    }

    /// <summary>What counts up to now has no number in periods to come, even where other numbers of the answer have rows and a count of none would be zero.</summary>
    private Formula WhereBegun(Formula of, bool endsWithNow, Formula number, LeafRequest request) =>
        endsWithNow && _numbers.Begun(of, request.Operators, request.Measure) is { } begun
            ? new ExpressionFormula(
                new SqlBinary(SqlBinaryOperator.Add, new SqlColumn(null, "so_far"), new SqlColumn(null, "begun")),
                [new FormulaPart("so_far", number), new FormulaPart("begun", begun)])
            : number;

    /// <summary>Notes a metric and its parts; false when the asker may not see one of them.</summary>
    private bool Use(Metric metric)
    {
        if (!AccessRules.MaySee(session.Context.As, metric))
        {
            return false;
        }

        if (_metrics.Contains(metric))
        {
            return true;
        }

        _metrics.Add(metric);
        session.Touch(metric.Name);
        if (AccessRules.Grants(session.Context.As, metric))
        {
            session.Grant(metric);
        }

        session.TouchAssumption(metric.Assumption);
        if (metric.Status == MetricStatus.Draft)
        {
            session.Note(new Issue("draft_metric", session.Issues.Draft(Labels.Of(metric, session.Context.Language))) { Severity = IssueSeverity.Warning });
        }

        return metric.PartNames.Select(session.Catalog.FindMetric).OfType<Metric>().All(Use);
    }

    private Issue? Refusal(AggregateFunction function, Field field, string label) => function switch
    {
        AggregateFunction.Count or AggregateFunction.CountDistinct => null,
        AggregateFunction.Min or AggregateFunction.Max when field.Type.IsTemporal => null,
        AggregateFunction.First or AggregateFunction.Last when field.Type.Kind != SqlTypeKind.Boolean => null,
        _ when !field.Type.IsNumeric && field.Type.Kind != SqlTypeKind.Unknown => session.Issues.NotANumber(label, AdHocAggregates.Word(function, session.Context.Language)),
        AggregateFunction.Sum when field.DefaultAggregate == DefaultAggregate.None => session.Issues.NotSummable(label),
        _ => null,
    };

    private static AggregateFormula Leaf(Dataset root, SqlAggregate call) => new(root, call, [], root.DefaultTime);

    private static AggregateFormula Leaf(AggregateMeasure measure, Field field, Catalog catalog)
    {
        var leaf = Leaf(field.Dataset, AdHocAggregates.Call(measure.Function, new SqlColumn(catalog.NameOf(field.Dataset), field.Name), measure.Argument));
        var by = measure.By is { } name ? catalog.FindField(name) : field.Dataset.DefaultTime;
        return measure.Function is AggregateFunction.First or AggregateFunction.Last && by is not null
            ? leaf with { Selection = new EndRows(by, measure.Function == AggregateFunction.Last) }
            : leaf;
    }

    private static Seq<Condition> Filters(Measure measure) => measure.Filter is { } filter ? [filter] : [];

    private static Measure Narrowed(Measure measure, Condition? filter) => (measure.Filter, filter) switch
    {
        (_, null) => measure,
        (null, { } more) => measure with { Filter = more },
        ({ } own, { } more) => measure with { Filter = new AllOf([own, more]) },
    };

    /// <summary>What it is called: as readings say it.</summary>
    private LocalText LabelOf(Measure measure) =>
        new([.. new[] { "en", "ko" }.Select(language => new LocalWord(language, ReadingPrinter.Print(measure, session.Catalog, language)))]);

    /// <summary>
    /// Whether it is zero wherever it is empty and there is data. Arithmetic of sums is not: of a sum that is missing and a count that is not, their difference is not known. Nor is a share of
    /// nothing, or the number of a member that is not there.
    /// </summary>
    internal static bool IsZeroWhenEmpty(Measure measure, Catalog catalog) => measure switch
    {
        ArithmeticMeasure => IsCount(measure, catalog),
        ShiftedMeasure { Show: not ComparisonShow.Value } or GroupMeasure or MemberMeasure => false,
        WrappedMeasure m => IsZeroWhenEmpty(m.Inner, catalog),
        _ => IsZeroWhenMissing(measure, catalog),
    };

    /// <summary>Whether it is zero where it is empty here: where zeros are said of its parts, what is empty still is not known.</summary>
    private bool IsZeroStill(Measure measure) => !scope.SaysZeros && IsZeroWhenEmpty(measure, session.Catalog);

    /// <summary>Whether it is a whole number: what was counted, or sums of that.</summary>
    internal static bool IsCount(Measure measure, Catalog catalog) => measure switch
    {
        CountMeasure => true,
        AggregateMeasure m => m.Function is AggregateFunction.Count or AggregateFunction.CountDistinct,
        MetricMeasure m => catalog.FindMetric(m.Metric) is { IsZeroWhenMissing: true, Formula: AggregateFormula { Call.Name: "COUNT" } },
        ArithmeticMeasure { Operator: MeasureOperator.Add or MeasureOperator.Subtract } m => IsCount(m.Left, catalog) && IsCount(m.Right, catalog),
        _ => false,
    };

    /// <summary>Whether it is a sum or a count, so that a period with data but none of it has zero.</summary>
    internal static bool IsZeroWhenMissing(Measure measure, Catalog catalog) => measure switch
    {
        MetricMeasure m => catalog.FindMetric(m.Metric) is { IsZeroWhenMissing: true },
        AggregateMeasure m => m.Function is AggregateFunction.Sum or AggregateFunction.Count or AggregateFunction.CountDistinct,
        CountMeasure => true,
        ShiftedMeasure { Show: not ComparisonShow.Value } => false,
        WrappedMeasure m => IsZeroWhenMissing(m.Inner, catalog),
        ArithmeticMeasure { Operator: MeasureOperator.Add or MeasureOperator.Subtract } m => IsZeroWhenMissing(m.Left, catalog) && IsZeroWhenMissing(m.Right, catalog),
        ArithmeticMeasure { Operator: MeasureOperator.Multiply or MeasureOperator.Divide, Right: ConstantMeasure } m => IsZeroWhenMissing(m.Left, catalog),
        ArithmeticMeasure { Operator: MeasureOperator.Multiply, Left: ConstantMeasure } m => IsZeroWhenMissing(m.Right, catalog),
        _ => false,
    };
}
