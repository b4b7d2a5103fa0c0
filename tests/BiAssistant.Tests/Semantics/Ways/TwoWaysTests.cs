using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Semantics.Ways;

/// <summary>Where ways differ in meaning, the question says how, in the business's words, and every suggestion answers it.</summary>
public sealed class TwoWaysTests
{
    private const string ByCity = """{"measures":[{"metric":"fees"}],"group_by":[{"field":"cities.country"VIA}]}""";
    private const string ByDoctor = """{"measures":[{"metric":"fees"}],"group_by":[{"field":"doctors.specialty"VIA}]}""";

    [Fact]
    public void The_role_tells_ways_apart_and_what_they_start_from_where_there_is_none()
    {
        var issue = Refused(ByCity);
        issue.Message.ShouldBe("Visits lead to cities in several ways that mean different things. By the city of the clinic, by the city of the patient, by the city of the treating doctor, by the city of the referring doctor, or by the city of the head doctor?");
        Refused(ByDoctor).Message.ShouldBe("Visits lead to doctors in several ways that mean different things. By the treating doctor, by the referring doctor, or by the head doctor?");
    }

    [Fact]
    public void It_is_asked_in_Korean_too() =>
        Refused(ByDoctor, language: "ko").Message.ShouldBe("진료에서 의사(으)로 가는 길이 여러 가지이고 뜻이 서로 다릅니다. 담당 의사 기준, 의뢰 의사 기준, 원장 기준 중에서 어느 것인가요?");

    [Fact]
    public void A_verb_tells_ways_apart_that_have_no_role()
    {
        var catalog = Clinic.Load(Clinic.Text.Replace("role: {singular: {en: treating doctor, ko: 담당 의사}, plural: {en: treating doctors, ko: 담당 의사}}, ", "", StringComparison.Ordinal));
        Refused(ByDoctor, catalog).Message.ShouldContain("By the doctor (treated by), by the referring doctor,");
    }

    [Theory]
    [InlineData(ByCity, "en")]
    [InlineData(ByDoctor, "en")]
    [InlineData(ByDoctor, "ko")]
    [InlineData("""{"measures":[{"metric":"paid"}],"group_by":[{"field":"cities.country"VIA}]}""", "en")]
    [InlineData("""{"measures":[{"count":"payments"}],"group_by":[{"field":"days.season"VIA}]}""", "en")]
    public void Each_suggestion_taken_decides_and_each_decides_otherwise(string question, string language)
    {
        var issue = Refused(question, language: language);
        issue.Code.ShouldBe("two_ways");
        var taken = issue.Suggestions.Select(s => Clinic.Bound(question.Replace("VIA", $",\"via\":\"{s}\"", StringComparison.Ordinal))).ToList();
        taken.Count.ShouldBeGreaterThan(1);
        taken.Select(t => t.Sources[0].Joins).ShouldBeUnique();
    }

    [Fact]
    public void What_people_call_a_way_names_it() =>
        Clinic.Ways(ByDoctor.Replace("VIA", ",\"via\":\"Referring doctors\"", StringComparison.Ordinal)).First().ShouldBe("referred_by");

    private static Issue Refused(string question, Catalog? catalog = null, string language = "en") =>
        Clinic.Refused(question.Replace("VIA", "", StringComparison.Ordinal), catalog, language: language);
}
