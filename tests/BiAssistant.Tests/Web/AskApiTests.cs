using System.Net;
using System.Text;
using System.Text.Json;

namespace BiAssistant.Tests.Web;

/// <summary>POST /api/ask: the same JSON as the command, and clear words for every wrong body.</summary>
[Collection(WebCollection.Name)]
public sealed class AskApiTests(WebServer server)
{
    [Fact]
    public async Task A_question_gives_the_answer_object()
    {
        var (status, answer) = await PostAsync("""{"id":"q1","question":"revenue by region in 2024"}""");
        status.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("status").GetString().ShouldBe("answered");
        answer.GetProperty("id").GetString().ShouldBe("q1");
        answer.GetProperty("rows").GetArrayLength().ShouldBeGreaterThan(1);
        answer.GetProperty("rows")[0][1].ValueKind.ShouldBe(JsonValueKind.Number);
        answer.GetProperty("receipt").GetProperty("signature").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_query_of_an_answer_asked_again_gives_the_same_rows_from_the_cache()
    {
        var (_, first) = await PostAsync("""{"question":"revenue by month in 2023"}""");
        var (_, again) = await PostAsync($$"""{"query":{{first.GetProperty("query").GetRawText()}}}""");
        again.GetProperty("rows").GetRawText().ShouldBe(first.GetProperty("rows").GetRawText());
        again.GetProperty("from_cache").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("[]", HttpStatusCode.BadRequest, "object")]
    [InlineData("""{"question":5}""", HttpStatusCode.BadRequest, "question")]
    [InlineData("""{"questoin":"revenue"}""", HttpStatusCode.BadRequest, "question")]
    [InlineData("""{"question":"revenue","as":"finance"}""", HttpStatusCode.Forbidden, "role")]
    public async Task A_wrong_body_is_told_what_is_wrong(string body, HttpStatusCode expected, string word)
    {
        var (status, answer) = await PostAsync(body);
        status.ShouldBe(expected);
        answer.GetProperty("status").GetString().ShouldBe("failed");
        answer.GetProperty("issues")[0].GetProperty("message").GetString().ShouldNotBeNull().ShouldContain(word);
    }

    [Theory]
    [InlineData("""{"question":""}""")]
    [InlineData("""{"question":"'; DROP TABLE guests; --"}""")]
    [InlineData("""{"question":"SELECT * FROM information_schema.tables"}""")]
    public async Task A_question_that_is_none_is_refused_in_words(string body)
    {
        var (status, answer) = await PostAsync(body);
        status.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("status").GetString().ShouldBe("refused");
        answer.GetProperty("issues").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_enormous_body_is_refused_before_it_is_read()
    {
        var (status, _) = await PostAsync($$"""{"question":"{{new string('a', 2_000_000)}}"}""");
        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string body)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/api/ask", UriKind.Relative), content);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone());
    }
}
