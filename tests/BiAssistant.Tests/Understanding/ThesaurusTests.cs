using BiAssistant.Understanding.Languages;

namespace BiAssistant.Tests.Understanding;

/// <summary>Names said with another word of the same meaning.</summary>
public sealed class ThesaurusTests
{
    [Theory]
    [InlineData("Electricity consumption", "energy consumption")]
    [InlineData("Electricity consumption", "Electricity usage")]
    [InlineData("female", "women")]
    [InlineData("date of birth", "birthday")]
    [InlineData("고객 등급", "손님 등급")]
    public void A_word_of_a_name_may_be_another_one(string name, string said) =>
        Thesaurus.OtherNames(name).Select(other => other.Name).ShouldContain(said);

    [Theory]
    [InlineData("Electricity", "energy")]
    [InlineData("gold", "golden")]
    [InlineData("number of female customers of the shop", "number of women customers of the shop")]
    public void What_is_narrower_or_longer_stays_as_it_is(string name, string said) =>
        Thesaurus.OtherNames(name).Select(other => other.Name).ShouldNotContain(said);
}
