using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Semantics.Queries;

/// <summary>Random queries of any shape over the sample catalog; the same seed gives the same queries.</summary>
internal sealed class RandomQueries(int seed)
{
    private static readonly string[] Metrics = ["revenue", "orders", "visits", "average_order", "recent_orders"];
    private static readonly string[] Fields = ["stores.region", "stores.city", "customers.tier", "orders.channel", "shop.targets.goal"];
    private static readonly string[] Times = ["orders.ordered_on", "customers.joined_on"];

    private readonly Random _random = new(seed);

    internal SemanticQuery Any() => _random.Next(8) switch
    {
        0 => Over(),
        1 => Listed(),
        _ => Numbers(2),
    };

    /// <summary>Numbers by groups; of the new forms, nested queries at most so deep.</summary>
    private SemanticQuery Numbers(int depth)
    {
        var groups = Some(0, 3, () => Grouping(depth));
        var query = new SemanticQuery { Measures = Some(1, 3, () => Measure(depth, groups)), GroupBy = groups };
        var names = OutputNames.Of(query, SampleCatalog.Default);
        return query with
        {
            Compare = Sometimes(Compare),
            Analysis = Sometimes(Analysis),
            Where = Maybe(() => Condition(3)),
            Period = Maybe(Period),
            Having = Maybe(() => Having(names, groups, 2)),
            OrderBy = Some(0, 2, () => new Ordering(One(names.All.ToArray()), Flip())),
            Top = query.GroupBy.IsEmpty ? null : Maybe(() => new Top(_random.Next(1, 20), Some(0, 1, () => One(names.Groups.ToArray())))),
        };
    }

    private SemanticQuery Over()
    {
        var inner = Inner(1);
        var names = OutputNames.Of(inner, SampleCatalog.Default);
        Measure Column() => Flip() ? new RowsMeasure() : new ColumnMeasure(AggregateFunction.Average, One(names.Measures.ToArray()));
        return new SemanticQuery
        {
            Over = inner,
            Measures = Some(1, 2, Column),
            GroupBy = Some(0, 2, () => (Grouping)new ColumnGrouping(One(names.Groups.ToArray()), Maybe(Ranges))),
        };
    }

    private SemanticQuery Listed()
    {
        var fields = Some(1, 3, () => new FieldGrouping(One(Fields)));
        var query = new SemanticQuery { Listing = new Listing("orders", fields), Where = Maybe(() => Condition(2)), Period = Maybe(Period) };
        var names = OutputNames.Of(query, SampleCatalog.Default);
        return query with { OrderBy = Some(0, 2, () => new Ordering(One(names.All.ToArray()), Flip())), Top = Maybe(() => new Top(_random.Next(1, 9), Some(0, 1, () => One(names.Groups.ToArray())))) };
    }

    /// <summary>A query that can stand inside another: groups by fields, with numbers.</summary>
    private SemanticQuery Inner(int groups)
    {
        var query = new SemanticQuery
        {
            Measures = Some(1, 2, () => Plain() with { As = Maybe(() => $"inner {_random.Next(9)}{_random.Next(1_000_000)}") }),
            GroupBy = Some(groups, groups, () => (Grouping)new FieldGrouping(One(Fields))),
            Period = Maybe(Period),
        };
        var names = OutputNames.Of(query, SampleCatalog.Default);
        return query with { Having = Sometimes(() => new MeasureComparison(One(names.Measures.ToArray()), ComparisonOperator.Greater, _random.Next(100))) };
    }

    internal Condition Condition(int depth) => depth > 0 && _random.Next(3) == 0 ? Related(depth) : _random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => new FieldComparison(One(Fields), One(Enum.GetValues<ComparisonOperator>()), Literal()),
        1 => new FieldIn(One(Fields), Some(1, 4, Literal), Flip()),
        2 => new FieldText(One(Fields), One(Enum.GetValues<TextMatch>()), One(["New", "가", "a\"b"]), Flip()),
        3 => new FieldEmpty(One(Fields), Flip(), Maybe(() => "sold_in")),
        4 => new FieldPeriod(One(Times), Period()),
        5 => new TermCondition("big order", Flip()),
        6 => new AllOf(Some(1, 3, () => Condition(depth - 1))),
        7 => new AnyOf(Some(1, 3, () => Condition(depth - 1))),
        _ => new Not(Condition(depth - 1)),
    };

    internal Seq<T> Shuffled<T>(Seq<T> items) => items.OrderBy(_ => _random.Next()).ToSeq();

    private Condition Related(int depth) => _random.Next(6) switch
    {
        0 => new RelatedExists(Rows(depth), Flip()),
        1 => new RelatedCount(Rows(depth), One(Enum.GetValues<ComparisonOperator>()), _random.Next(1, 5)),
        2 => new RelatedEvery(Rows(depth), One(Fields), Maybe(() => Condition(depth - 1)), Flip()),
        3 => new FieldsCompared("orders.ordered_on", One(Enum.GetValues<ComparisonOperator>()), One(["orders.delivered_on", "customers.joined_on"])),
        4 => new FieldAgainstMeasure("orders.amount", One(Enum.GetValues<ComparisonOperator>()), Plain(), Some(0, 2, () => (Grouping)new FieldGrouping(One(Fields)))),
        _ => new FieldInQuery(One(Fields), Inner(1), null, Flip()),
    };

    private RelatedRows Rows(int depth) => new(One(["orders", "visits"]), Maybe(() => Condition(depth - 1)), Maybe(Period), Maybe(() => "customers"), Maybe(() => "bought_by"));

    private Compare Compare() => _random.Next(3) switch
    {
        0 => new ComparePrevious(),
        1 => new CompareYearAgo(),
        _ => new CompareWith(new AbsolutePeriod(new DateTime(2021, 1, 1), new DateTime(2022, 1, 1).AddDays(_random.Next(90)))),
    };

    private Analysis Analysis() => _random.Next(7) switch
    {
        0 => new TrendAnalysis(),
        1 => new ForecastAnalysis(Span(), 0.80m),
        2 => new AnomalyAnalysis(2.50m),
        3 => new CorrelationAnalysis(_random.Next(3)),
        4 => new DriversAnalysis(Some(0, 2, () => new FieldGrouping(One(Fields)))),
        5 => new TargetAnalysis(Flip() ? new ConstantMeasure(1000) : new MetricMeasure("orders"), One(Enum.GetValues<BiAssistant.Semantics.Metrics.TargetShow>())),
        _ => new ClaimAnalysis(One(Enum.GetValues<ClaimKind>()), 0.50m, Flip()),
    };

    private Span Span() => new(_random.Next(1, 25), One(Enum.GetValues<TimeGrain>()));

    private Buckets Ranges() => Flip() ? new BucketEdges(Some(1, 3, () => _random.Next(1000) / 10m)) : new BucketWidth(_random.Next(1, 50), _random.Next(100));

    private Measure Measure(int depth, Seq<Grouping> groups)
    {
        var measure = depth > 0 && _random.Next(3) == 0 ? Wrapped(depth - 1, groups) : Plain();
        return measure with { As = Maybe(() => $"name {_random.Next(1_000_000)}"), Filter = measure is not QueryMeasure && _random.Next(4) == 0 ? Condition(1) : null };
    }

    private Measure Wrapped(int depth, Seq<Grouping> groups)
    {
        var inner = Measure(depth, groups) with { As = null };
        Seq<Grouping> Within() => groups.Where(_ => Flip()).Skip(1).ToSeq();
        return _random.Next(12) switch
        {
            0 => new ShiftedMeasure(inner, Span(), One(Enum.GetValues<BiAssistant.Semantics.Metrics.ComparisonShow>())),
            1 => new RunningMeasure(inner),
            2 => new RollingMeasure(inner, Span(), One(Enum.GetValues<WindowTake>())),
            3 => new ToDateMeasure(inner, One(Enum.GetValues<TimeGrain>())),
            4 => new PeriodMeasure(inner, Period()),
            5 => new ShareMeasure(inner, Within()),
            6 => new RankMeasure(inner, Within(), Flip()),
            7 => new OverallMeasure(inner, Within()),
            8 => new MemberAverageMeasure(inner, Within()),
            9 when !groups.IsEmpty => new MemberMeasure(inner, groups[0], new SqlText("Asia")),
            10 => new QueryMeasure(Inner(0)),
            _ => new ArithmeticMeasure(MeasureOperator.Divide, inner, new ConstantMeasure(_random.Next(1, 2000) / 10m)),
        };
    }

    private Measure Plain() => _random.Next(4) switch
    {
        0 => new MetricMeasure(One(Metrics)),
        1 => One(Enum.GetValues<AggregateFunction>()) is var function && function == AggregateFunction.Percentile
            ? new AggregateMeasure(function, "orders.amount", 0.9m)
            : new AggregateMeasure(function, "orders.amount"),
        2 => new CountMeasure(One(["orders", "customers", "site.targets"])),
        _ => new ArithmeticMeasure(One(Enum.GetValues<MeasureOperator>()), new MetricMeasure(One(Metrics)), new CountMeasure("orders")),
    };

    private Grouping Grouping(int depth) => _random.Next(depth > 0 ? 10 : 7) switch
    {
        < 4 => new FieldGrouping(One(Fields)),
        < 7 => new TimeGrouping(One(Enum.GetValues<TimeGrain>()), Maybe(() => One(Times))),
        7 => new BucketGrouping("orders.amount", Ranges()),
        8 => new MeasureGrouping(Plain(), new FieldGrouping(One(Fields)), Maybe(Ranges)),
        _ => Inner(1) is var nested ? new QueryGrouping(nested, One(OutputNames.Of(nested, SampleCatalog.Default).Measures.ToArray()), Maybe(Ranges)) : throw new System.Diagnostics.UnreachableException(),
    };

    private Period Period() => Flip()
        ? new RelativePeriod(One(Enum.GetValues<RelativePeriodKind>()), _random.Next(1, 30), One(Enum.GetValues<TimeGrain>()))
        : new AbsolutePeriod(new DateTime(2023, 1, 1).AddHours(_random.Next(20_000)), Maybe(() => "open") is null ? new DateTime(2026, 1, 1).AddSeconds(_random.Next(90_000)) : null);

    private MeasureCondition Having(OutputNames names, Seq<Grouping> groups, int depth) => _random.Next(depth > 0 ? 6 : 3) switch
    {
        0 or 1 => new MeasureComparison(One(names.Measures.ToArray()), One(Enum.GetValues<ComparisonOperator>()), _random.Next(100_000) / 100m),
        2 => new MeasuresCompared(Measure(1, groups) with { As = null }, One(Enum.GetValues<ComparisonOperator>()), Flip() ? new ConstantMeasure(_random.Next(100)) : Plain()),
        3 => new AllMeasures(Some(1, 3, () => Having(names, groups, depth - 1))),
        4 => new AnyMeasure(Some(1, 3, () => Having(names, groups, depth - 1))),
        _ => new NotMeasure(Having(names, groups, depth - 1)),
    };

    private SqlLiteral Literal() => _random.Next(7) switch
    {
        0 => SqlNull.Instance,
        1 => new SqlBoolean(Flip()),
        2 => new SqlNumber(_random.Next(-100_000, 100_000) / 1000m),
        3 => new SqlDate(new DateOnly(2024, 1, 1).AddDays(_random.Next(400))),
        4 => new SqlTimestamp(new DateTime(2024, 1, 1).AddTicks(10L * _random.Next())),
        5 => new SqlInterval(_random.Next(1, 9), One(Enum.GetValues<SqlTimeUnit>())),
        _ => new SqlText(One(["Asia", "Europe", "", "a\"b\\c", "한국", "<x>", "😀"])),
    };

    private bool Flip() => _random.Next(2) == 0;

    private T One<T>(T[] items) => items[_random.Next(items.Length)];

    private T? Maybe<T>(Func<T> make)
        where T : class => Flip() ? make() : null;

    private T? Sometimes<T>(Func<T> make)
        where T : class => _random.Next(8) == 0 ? make() : null;

    private Seq<T> Some<T>(int least, int most, Func<T> make) => Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make()).ToSeq();
}
