using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using static BiAssistant.Tests.Semantics.Calendars.PeriodsTests;

namespace BiAssistant.Tests.Semantics.Queries;

public sealed class ReadingPrinterTests
{
    public static TheoryData<string, string, string> Readings => new()
    {
        {
            """{"measures":[{"metric":"revenue"}],"group_by":[{"field":"stores.region"}],"period":{"from":"2024-01-01","to":"2025-01-01"},"top":{"count":5}}""",
            "Revenue by region, 2024, highest first, top 5",
            "2024년 지역별 매출, 높은 순, 상위 5개"
        },
        {
            """{"measures":[{"aggregate":"average","field":"orders.delay_days"}],"group_by":[{"time":"month"}],"where":{"field":"orders.channel","in":["WEB"]},"period":{"from":"2024-01-01","to":"2025-01-01"}}""",
            "Average delay by month, where channel is online shop, 2024",
            "2024년 월별 평균 지연일 (채널: 온라인몰)"
        },
        {
            """{"measures":[{"metric":"revenue"},{"metric":"orders"},{"count":"customers"}]}""",
            "Revenue, orders and number of customers, all data",
            "전체 기간 매출, 주문 수, 고객 건수"
        },
        {
            """{"measures":[{"operator":"divide","left":{"metric":"revenue","filter":{"term":"big order"}},"right":{"operator":"add","left":{"metric":"orders"},"right":{"metric":"visits"}}}],"period":{"relative":"past","count":7,"grain":"day"}}""",
            "Revenue (where big order) divided by (orders plus visits), 2024-05-09 to 2024-05-15",
            "2024-05-09 ~ 2024-05-15 매출(대형 주문) ÷ (주문 수 + Visits)"
        },
        {
            """{"measures":[{"metric":"orders"}],"where":{"all":[{"any":[{"field":"stores.region","in":["Asia","Europe"]},{"field":"stores.city","contains":"New","negated":true}]},{"field":"orders.amount","operator":">=","value":1000.5},{"field":"customers.tier","operator":"<>","value":"G"}]}}""",
            "Orders, where (city does not contain \"New\" or region is Asia or Europe) and tier is not gold and amount is at least 1,000.5, all data",
            "전체 기간 주문 수 ([City: \"New\" 포함하지 않음 또는 지역: Asia 또는 Europe], 등급: 골드 제외, Amount 1,000.5 이상)"
        },
        {
            """{"measures":[{"metric":"orders"}],"where":{"all":[{"field":"customers.joined_on","period":{"from":"2023-01-01","to":"2024-01-01"}},{"field":"orders.delivered_on","operator":"<","value":{"date":"2024-02-29"}},{"field":"stores.city","empty":true}]}}""",
            "Orders, where joining date in 2023 and delivery date is before 2024-02-29 and city is empty, all data",
            "전체 기간 주문 수 (가입일: 2023년, 배송일 2024-02-29 이전(당일 제외), City: 비어 있음)"
        },
        {
            """{"measures":[{"metric":"revenue"}],"group_by":[{"time":"quarter","field":"orders.delivered_on"},{"field":"stores.region","via":"sold_in"}],"having":{"all":[{"measure":"revenue","operator":">","value":1000},{"measure":"revenue","operator":"<=","value":9000}]},"period":{"from":"2024-03-01","to":null},"order_by":[{"by":"quarter","direction":"desc"},{"by":"revenue"}],"top":{"count":3,"per":["quarter"]}}""",
            "Revenue by quarter of delivery date and region (sold in), since 2024-03-01, only where revenue is at most 9,000 and revenue is more than 1,000, newest first, then revenue lowest first, first 3 in each quarter of delivery date",
            "2024-03-01부터 배송일 분기별 지역(Sold in)별 매출, 매출 9,000 이하, 매출 1,000 초과인 것만, 최신 순, 매출 낮은 순, 배송일 분기별 처음 3개"
        },
        {
            """{"measures":[{"aggregate":"percentile","field":"orders.delay_days","argument":0.95}],"group_by":[{"field":"customers.tier"}],"order_by":[{"by":"p95_delay_days","direction":"asc"}],"top":{"count":1}}""",
            "95th percentile of delay by tier, all data, lowest first, bottom 1",
            "전체 기간 등급별 지연일 95백분위수, 낮은 순, 하위 1개"
        },
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_query_is_said_in_the_words_of_its_reader(string json, string english, string korean)
    {
        var canonical = Canonicalizer.Canonicalize(SemanticQueryJson.Read(json).Value ?? new SemanticQuery(), SampleCatalog.Default, At("2024-05-15")).Value;
        canonical.ShouldNotBeNull();
        ReadingPrinter.Print(canonical, SampleCatalog.Default, "en").ShouldBe(english);
        ReadingPrinter.Print(canonical, SampleCatalog.Default, "ko").ShouldBe(korean);
    }

    [Fact]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void Queries_of_different_meaning_have_different_readings_and_none_breaks()
    {
        var random = new RandomQueries(GeneratedCases.SeedFor(21));
        foreach (var language in (string[])["en", "ko"])
        {
            var byReading = new Dictionary<string, SemanticQuery>();
            for (var i = 0; i < GeneratedCases.Scale(300); i++)
            {
                var query = Canonicalizer.Canonicalize(new SemanticQuery { Measures = [new MetricMeasure("revenue")], Where = random.Condition(2) }, SampleCatalog.Default, At("2024-05-15")).Value;
                if (query is not null)
                {
                    var reading = ReadingPrinter.Print(query, SampleCatalog.Default, language);
                    (byReading.TryAdd(reading, query) || byReading[reading] == query).ShouldBeTrue($"{reading}\n{query.Where}\n{byReading[reading].Where}");
                }
            }

            byReading.Count.ShouldBeGreaterThan(100);
        }
    }

    [Theory]
    [InlineData("avg_daily_rate", "Avg daily rate")]
    [InlineData("avgDailyRate", "Avg daily rate")]
    [InlineData("VIPLevel", "VIP level")]
    [InlineData("orders", "Orders")]
    [InlineData("Q1_sales", "Q1 sales")]
    public void A_name_without_a_label_is_read_as_words(string name, string words) => Labels.Humanize(name).ShouldBe(words);

    [Theory]
    [InlineData("Store name", "store name")]
    [InlineData("VIP level", "VIP level")]
    [InlineData("RevPAR", "RevPAR")]
    [InlineData("매출", "매출")]
    public void A_label_inside_a_sentence_keeps_its_acronyms(string label, string inSentence) => Labels.InSentence(label).ShouldBe(inSentence);
}
