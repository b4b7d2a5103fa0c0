using System.Net;
using System.Text;
using BiAssistant.Answers.Asking;
using BiAssistant.Sql;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;
using BiAssistant.Web;

namespace BiAssistant.Tests.Web;

/// <summary>A caller can tell from the status what to do: ask again later, ask for less, or call somebody.</summary>
public sealed class AnswerStatusCodesTests
{
    public static TheoryData<FaultCause, int, string?> Faults => new()
    {
        { new QueueFull(200), 503, "2" },
        { new WaitedInVain(TimeSpan.FromSeconds(60)), 503, "2" },
        { new LeftAlone(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(9.2), new ConnectionBroke()), 503, "10" },
        { new LeftAlone(TimeSpan.FromSeconds(20), TimeSpan.Zero, new ConnectionBroke()), 503, "2" },
        { new TookTooLong(TimeSpan.FromSeconds(60)), 504, null },
        { new NothingAnswers("db:5432"), 502, null },
        { new ConnectionBroke(), 502, null },
        { new Refused("no"), 502, null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_has_the_status_of_its_kind(FaultCause cause, int status, string? after)
    {
        var answer = Outcomes.Failed("en", new WarehouseFault("sales", cause));

        AnswerStatusCodes.Of(answer).ShouldBe(status);
        AnswerStatusCodes.RetryAfter(answer).ShouldBe(after);
    }

    [Fact]
    public void A_refusal_is_an_answer_and_a_bug_is_none()
    {
        AnswerStatusCodes.Of(Outcomes.Refused("en", [new Issue("unknown_words", "What is that?")])).ShouldBe(200);
        AnswerStatusCodes.Of(Outcomes.Failed("en", "a1b2")).ShouldBe(500);
    }

    [Fact]
    public async Task A_warehouse_that_is_left_alone_is_503_and_says_when_to_ask_again()
    {
        var folder = Directory.CreateTempSubdirectory("bi-web-catalog-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "shop.yml"),
            """
            semantic_model:
              - name: shop
                warehouse: away
                datasets:
                  - name: orders
                    source: orders
                    primary_key: [order_id]
                    fields:
                      - {name: amount, expression: amount, datatype: decimal}
            """);
        using var server = new WebServer(("BiAssistant__Catalog", folder), ("BiAssistant__Warehouses__away", "postgres://reader@127.0.0.1:1/shop"));
        await server.InitializeAsync();
        using var client = new HttpClient { BaseAddress = server.Address };

        var seen = new List<HttpStatusCode>();
        HttpResponseMessage response;
        do
        {
            using var body = new StringContent("""{"query":{"measures":[{"aggregate":"sum","field":"orders.amount"}]}}""", Encoding.UTF8, "application/json");
            response = await client.PostAsync(new Uri("/api/ask", UriKind.Relative), body);
            seen.Add(response.StatusCode);
        }
        while (response.StatusCode != HttpStatusCode.ServiceUnavailable && seen.Count < 50);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, string.Join(' ', seen));
        seen.SkipLast(1).ShouldAllBe(status => status == HttpStatusCode.BadGateway);
        response.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"warehouse_busy\"");
        Directory.Delete(folder, recursive: true);
    }
}
