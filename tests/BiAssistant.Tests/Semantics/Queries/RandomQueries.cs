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

    internal SemanticQuery Any()
    {
        var query = new SemanticQuery { Measures = Some(1, 3, Measure), GroupBy = Some(0, 3, Grouping) };
        var names = OutputNames.Of(query, SampleCatalog.Default);
        return query with
        {
            Where = Maybe(() => Condition(3)),
            Period = Maybe(Period),
            Having = Maybe(() => Having(names, 2)),
            OrderBy = Some(0, 2, () => new Ordering(One(names.All.ToArray()), Flip())),
            Top = query.GroupBy.IsEmpty ? null : Maybe(() => new Top(_random.Next(1, 20), Some(0, 1, () => One(names.Groups.ToArray())))),
        };
    }

    internal Condition Condition(int depth) => _random.Next(depth > 0 ? 9 : 6) switch
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

    private Measure Measure()
    {
        Measure measure = _random.Next(4) switch
        {
            0 => new MetricMeasure(One(Metrics)),
            1 => One(Enum.GetValues<AggregateFunction>()) is var function && function == AggregateFunction.Percentile
                ? new AggregateMeasure(function, "orders.amount", 0.9m)
                : new AggregateMeasure(function, "orders.amount"),
            2 => new CountMeasure(One(["orders", "customers", "site.targets"])),
            _ => new ArithmeticMeasure(One(Enum.GetValues<MeasureOperator>()), new MetricMeasure(One(Metrics)), new CountMeasure("orders")),
        };
        return measure with { As = Maybe(() => $"name {_random.Next(1_000_000)}"), Filter = _random.Next(4) == 0 ? Condition(1) : null };
    }

    private Grouping Grouping() => Flip()
        ? new FieldGrouping(One(Fields))
        : new TimeGrouping(One(Enum.GetValues<TimeGrain>()), Maybe(() => One(Times)));

    private Period Period() => Flip()
        ? new RelativePeriod(One(Enum.GetValues<RelativePeriodKind>()), _random.Next(1, 30), One(Enum.GetValues<TimeGrain>()))
        : new AbsolutePeriod(new DateTime(2023, 1, 1).AddHours(_random.Next(20_000)), Maybe(() => "open") is null ? new DateTime(2026, 1, 1).AddSeconds(_random.Next(90_000)) : null);

    private MeasureCondition Having(OutputNames names, int depth) => depth == 0 || Flip()
        ? new MeasureComparison(One(names.Measures.ToArray()), One(Enum.GetValues<ComparisonOperator>()), _random.Next(100_000) / 100m)
        : new AllMeasures(Some(1, 3, () => Having(names, depth - 1)));

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

    private Seq<T> Some<T>(int least, int most, Func<T> make) => Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make()).ToSeq();
}
