using BiAssistant.Answers.Narratives;

namespace BiAssistant.Tests.Answers;

public sealed class KoreanParticlesTests
{
    [Theory]
    [InlineData("매출", "매출은")]
    [InlineData("객실료", "객실료는")]
    [InlineData("12.5%", "12.5%는")]
    [InlineData("ADR", "ADR은")]
    [InlineData("OTA", "OTA는")]
    [InlineData("Seoul", "Seoul은")]
    [InlineData("Tower", "Tower는")]
    [InlineData("매출(USD)", "매출(USD)는")]
    public void A_topic_takes_the_form_that_suits_the_last_sound(string word, string expected) =>
        KoreanParticles.Topic(word).ShouldBe(expected);

    [Theory]
    [InlineData("0", "0을")]
    [InlineData("1", "1을")]
    [InlineData("2", "2를")]
    [InlineData("3", "3을")]
    [InlineData("4", "4를")]
    [InlineData("5", "5를")]
    [InlineData("6", "6을")]
    [InlineData("7", "7을")]
    [InlineData("8", "8을")]
    [InlineData("9", "9를")]
    public void A_digit_is_read_as_a_Korean_number(string digit, string expected) =>
        KoreanParticles.Object(digit).ShouldBe(expected);

    [Theory]
    [InlineData("서울", "서울로")]
    [InlineData("부산", "부산으로")]
    [InlineData("제주", "제주로")]
    [InlineData("7", "7로")]
    [InlineData("3", "3으로")]
    public void A_direction_after_rieul_is_short(string word, string expected) =>
        KoreanParticles.Toward(word).ShouldBe(expected);

    [Fact]
    public void Subject_and_companion_follow_the_same_sound()
    {
        KoreanParticles.Subject("점유율").ShouldBe("점유율이");
        KoreanParticles.Subject("취소").ShouldBe("취소가");
        KoreanParticles.With("점유율").ShouldBe("점유율과");
        KoreanParticles.With("취소").ShouldBe("취소와");
    }
}
