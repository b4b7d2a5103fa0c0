using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Queries;
using BiAssistant.Tests.Semantics.Ways;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Tests.Understanding;

/// <summary>Questions about kinds of people, and about doctors who are reached in several roles.</summary>
public sealed class KindQuestionTests
{
    private static readonly Understander Clinical = new(Clinic.Catalog, ValueIndex.Build(Clinic.Catalog, []));

    [Theory]
    [InlineData("how many doctors", """{"measures":[{"count":"doctors"}]}""")]
    [InlineData("how many people are doctors", """{"measures":[{"count":"doctors"}]}""")]
    [InlineData("의사 직원 수", """{"measures":[{"count":"doctors"}]}""")]
    [InlineData("average age of patients", """{"measures":[{"aggregate":"average","field":"patients.age"}]}""")]
    [InlineData("환자 평균 나이", """{"measures":[{"aggregate":"average","field":"patients.age"}]}""")]
    [InlineData("average age of nurses", """{"measures":[{"aggregate":"average","field":"nurses.age"}]}""")]
    [InlineData("payroll of doctors", """{"measures":[{"metric":"payroll"}],"where":{"field":"staff.job","in":["D"]}}""")]
    [InlineData("people by blood group", """{"measures":[{"count":"persons"}],"group_by":[{"field":"patients.blood"}]}""")]
    [InlineData("fees by referring doctor", """{"measures":[{"metric":"fees"}],"group_by":[{"field":"doctors.full_name","via":"referred_by"}]}""")]
    [InlineData("의뢰 의사별 진료 건수", """{"measures":[{"count":"visits"}],"group_by":[{"field":"doctors.full_name","via":"referred_by"}]}""")]
    [InlineData("fees by country of the treating doctor", """{"measures":[{"metric":"fees"}],"group_by":[{"field":"cities.country","via":"treated_by"}]}""")]
    [InlineData("fees by country of the patient", """{"measures":[{"metric":"fees"}],"group_by":[{"field":"cities.country","via":"visit_patient"}]}""")]
    [InlineData("number of employees by boss", """{"measures":[{"count":"staff"}],"group_by":[{"field":"staff.full_name","via":"boss"}]}""")]
    public void A_kind_and_a_role_are_understood(string question, string expected) =>
        SemanticQueryJson.Write(Ask(question).ShouldBeOfType<Understood>().Query).ShouldBe(expected);

    [Theory]
    [InlineData("fees by doctor", 3, "Visits lead to doctors in several ways that mean different things. By the treating doctor, by the referring doctor, or by the head doctor?")]
    [InlineData("의사별 진료 건수", 3, "진료에서 의사(으)로 가는 길이 여러 가지이고 뜻이 서로 다릅니다. 담당 의사 기준, 의뢰 의사 기준, 원장 기준 중에서 어느 것인가요?")]
    public void Where_roles_differ_the_question_back_says_how(string question, int choices, string back)
    {
        var asked = Ask(question).ShouldBeOfType<Ambiguous>();
        (asked.Question, asked.Choices.Count).ShouldBe((back, choices));
        asked.Choices.Select(c => c.Label).ShouldBeUnique();
    }

    private static Interpretation Ask(string question) => Clinical.Understand(new Question(question), new BindingContext(Asker.Anyone, Clinic.Now));
}
