using System.Reflection;
using BiAssistant.Answers;
using BiAssistant.Answers.Asking;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Tests.Answers;

public sealed class FaultWordsTests
{
    /// <summary>Every case of the family, each with parts that can be found again in its words.</summary>
    public static TheoryData<FaultCause> Causes =>
        [.. typeof(FaultCause).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(FaultCause)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal).Select(Make)];

    [Theory]
    [MemberData(nameof(Causes))]
    public void Every_cause_is_told_in_both_languages_with_its_parts_and_what_to_do(FaultCause cause)
    {
        var fault = new WarehouseFault("sales", cause);
        foreach (var language in new[] { "en", "ko" })
        {
            var issue = Outcomes.Failed(language, fault).Issues.ShouldHaveSingleItem();

            Outcomes.TellsOfFault(issue).ShouldBeTrue();
            issue.Element.ShouldBe("sales");
            issue.Suggestions.ShouldHaveSingleItem().ShouldNotBeEmpty();
            issue.Message.Any(letter => letter is >= '가' and <= '힣').ShouldBe(language == "ko");
            foreach (var part in Parts(cause))
            {
                issue.Message.ShouldContain(part);
            }
        }
    }

    [Fact]
    public void A_fault_says_what_happened_what_was_not_done_and_what_to_do()
    {
        var fault = new WarehouseFault("sales", new NothingAnswers("db.example:5432"));

        var english = Outcomes.Failed("en", fault);
        english.Status.ShouldBe(AnswerStatus.Failed);
        english.Issues[0].Code.ShouldBe("warehouse_unreachable");
        english.Issues[0].Message.ShouldBe("The warehouse 'sales' cannot be opened: nothing answers at db.example:5432. The question was not answered.");
        english.Issues[0].Suggestions.ShouldBe(["Ask again in a moment; if it stays like that, check that the server is running."]);

        var korean = Outcomes.Failed("ko", fault);
        korean.Issues[0].Message.ShouldBe("웨어하우스 'sales'에 연결할 수 없습니다. db.example:5432에서 응답이 없습니다. 그래서 질문에 답하지 못했습니다.");
        korean.Issues[0].Suggestions.ShouldBe(["잠시 후 다시 질문해 주세요. 계속 이러면 서버가 실행 중인지 확인해 주세요."]);
    }

    [Fact]
    public void A_warehouse_that_is_left_alone_says_since_when_and_when_it_is_tried_again()
    {
        var fault = new WarehouseFault("sales", new LeftAlone(TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(12), new ConnectionBroke()));

        Outcomes.Failed("ko", fault).Issues[0].Message.ShouldBe(
            "웨어하우스 'sales'에서 답을 받는 도중 연결이 끊어졌습니다. 이 상태가 5분째 이어지고 있습니다. 12초 뒤에 다시 시도하며, 그때까지는 질문을 보내지 않습니다. 그래서 질문에 답하지 못했습니다.");
        Outcomes.Failed("en", fault).Issues[0].Message.ShouldBe(
            "The connection to the warehouse 'sales' broke while it was answering. It has been like that for 5 minutes. It is tried again in 12 s; until then nothing is put to it. The question was not answered.");
    }

    private static FaultCause Make(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single();
        return (FaultCause)constructor.Invoke([.. constructor.GetParameters().Select(object (p) =>
            p.ParameterType == typeof(string) ? $"the {p.Name}"
            : p.ParameterType == typeof(int) ? 4_321
            : p.ParameterType == typeof(TimeSpan) ? TimeSpan.FromSeconds(37)
            : p.ParameterType == typeof(WarehouseFaultKind) ? WarehouseFaultKind.Broken
            : p.ParameterType == typeof(KeyKind) ? KeyKind.Texts
            : new SignInRefused("the place", "the user"))]);
    }

    private static IEnumerable<string> Parts(FaultCause cause) => cause.GetType().GetProperties()
        .Where(p => p.Name is not (nameof(FaultCause.Kind) or nameof(FaultCause.MayPass)))
        .Select(p => p.GetValue(cause))
        .SelectMany(value => value switch
        {
            string text => [text],
            int => ["4,321"],
            TimeSpan => ["37"],
            FaultCause inner => Parts(inner),
            _ => Array.Empty<string>(),
        });
}
