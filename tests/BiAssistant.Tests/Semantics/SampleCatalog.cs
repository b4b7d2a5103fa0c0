using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Semantics;

/// <summary>
/// A chain of garden shops, built in code: orders of customers in stores in the model <c>shop</c>, visits of pages in the model <c>site</c>; both have a
/// dataset <c>targets</c>, so its name must be qualified.
/// </summary>
internal static class SampleCatalog
{
    internal static Catalog Default { get; } = Build(BusinessCalendar.Default);

    internal static Catalog Build(BusinessCalendar calendar)
    {
        var stores = Dataset("stores", En("Stores", "매장"), Field("region", En("Region", "지역")), Field("city", LocalText.Empty), Field("name", En("Store name", "매장 이름")));
        var customers = Dataset(
            "customers",
            En("Customers", "고객"),
            Field("name", LocalText.Empty),
            Field("tier", En("Tier", "등급"), [Coded("G", "gold", "골드"), Coded("S", "silver", "실버")]),
            Time("joined_on", En("Joining date", "가입일")),
            new Field { Name = "tax_number", Expression = new SqlColumn(null, "tax_number"), Type = SqlType.Text, Hidden = true });
        var orders = Dataset(
            "orders",
            En("Orders", "주문"),
            Time("ordered_on", En("Order date", "주문일")),
            Time("delivered_on", En("Delivery date", "배송일")),
            Field("channel", En("Channel", "채널"), [Coded("WEB", "online shop", "온라인몰"), Coded("TEL", "telephone", "전화")]),
            Number("amount", LocalText.Empty),
            Number("delay_days", En("Delay", "지연일")),
            Field("gift", En("Gift", "선물"), SqlType.Boolean));
        orders.DefaultTime = orders.FindField("ordered_on");
        customers.DefaultTime = customers.FindField("joined_on");
        var shopTargets = Dataset("targets", LocalText.Empty, Number("goal", LocalText.Empty));

        var visits = Dataset("visits", En("Visits", "방문"), Time("visited_on", LocalText.Empty), Field("page", LocalText.Empty), Field("region", LocalText.Empty));
        visits.DefaultTime = visits.FindField("visited_on");
        var siteTargets = Dataset("targets", LocalText.Empty, Number("goal", LocalText.Empty));

        var shop = Model("shop", calendar, stores, customers, orders, shopTargets);
        var site = Model("site", BusinessCalendar.Default, visits, siteTargets);
        shop.Relationships =
        [
            new Relationship { Name = "sold_in", From = orders, To = stores, FromColumns = ["store_id"], ToColumns = ["id"] },
            new Relationship { Name = "bought_by", From = orders, To = customers, FromColumns = ["customer_id"], ToColumns = ["id"] },
        ];
        shop.Glossary =
        [
            new FilterTerm(orders, new SqlBinary(SqlBinaryOperator.Greater, new SqlColumn("orders", "amount"), new SqlNumber(500)))
            {
                Term = En("big order", "대형 주문"),
                Synonyms = LocalText.Of("large order"),
            },
        ];
        return new Catalog([shop, site], Metrics(orders, visits), "sample");
    }

    private static Seq<Metric> Metrics(Dataset orders, Dataset visits) =>
    [
        Sum("revenue", En("Revenue", "매출"), orders, "amount"),
        Count("orders", En("Orders", "주문 수"), orders),
        Count("visits", LocalText.Empty, visits),
        Count("recent_orders", LocalText.Empty, orders, defaultPeriod: "last 12 months"),
        Count("open_orders", LocalText.Empty, orders, defaultPeriod: "this year", timeless: true),
        Count("sales_count", LocalText.Empty, orders, replacedBy: "orders"),
        new RatioMetric { Name = "average_order", Label = En("Average order value", "평균 주문액"), Numerator = "revenue", Denominator = "orders", Formula = Aggregate("SUM", orders, new SqlColumn("orders", "amount")) },
    ];

    private static SimpleMetric Sum(string name, LocalText label, Dataset dataset, string field) => new()
    {
        Name = name,
        Label = label,
        Expression = $"SUM({dataset.Name}.{field})",
        Formula = Aggregate("SUM", dataset, new SqlColumn(dataset.Name, field)),
    };

    private static SimpleMetric Count(string name, LocalText label, Dataset dataset, string? defaultPeriod = null, bool timeless = false, string? replacedBy = null) => new()
    {
        Name = name,
        Label = label,
        Expression = "COUNT(*)",
        DefaultPeriod = defaultPeriod,
        Timeless = timeless,
        Status = replacedBy is null ? MetricStatus.NotCertified : MetricStatus.Deprecated,
        ReplacedBy = replacedBy,
        Formula = Aggregate("COUNT", dataset, new SqlStar()),
    };

    private static AggregateFormula Aggregate(string name, Dataset root, SqlExpression argument) => new(root, new SqlAggregate(name, [argument]), [], root.DefaultTime);

    private static SemanticModel Model(string name, BusinessCalendar calendar, params Dataset[] datasets)
    {
        var model = new SemanticModel { Name = name, Calendar = calendar, Datasets = datasets.ToSeq() };
        foreach (var dataset in datasets)
        {
            dataset.Model = model;
        }

        return model;
    }

    private static Dataset Dataset(string name, LocalText label, params Field[] fields)
    {
        var dataset = new Dataset { Name = name, Label = label, Source = new SqlTable([name]), PrimaryKey = ["id"], Fields = fields.ToSeq() };
        foreach (var field in fields)
        {
            field.Dataset = dataset;
        }

        return dataset;
    }

    private static Field Field(string name, LocalText label, params CodedValue[] values) =>
        new() { Name = name, Label = label, Expression = new SqlColumn(null, name), Type = SqlType.Text, Values = values.ToSeq() };

    private static Field Field(string name, LocalText label, SqlType type) => new() { Name = name, Label = label, Expression = new SqlColumn(null, name), Type = type };

    private static Field Number(string name, LocalText label) => Field(name, label, SqlType.Decimal(12, 2));

    private static Field Time(string name, LocalText label) =>
        new() { Name = name, Label = label, Expression = new SqlColumn(null, name), Type = SqlType.Date, IsTime = true };

    private static CodedValue Coded(string value, string english, string korean) => new(new SqlText(value), En(english, korean), LocalText.Empty);

    private static LocalText En(string english, string korean) => new([new LocalWord("en", english), new LocalWord("ko", korean)]);
}
