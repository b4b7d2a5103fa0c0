using BiAssistant.Semantics.Importing.Drafting;

namespace BiAssistant.Tests.Semantics.Importing;

public sealed class CommentUnitTests
{
    [Theory]
    [InlineData("Unit: EUR", "EUR", "")]
    [InlineData("Net price (unit: EUR)", "EUR", "Net price")]
    [InlineData("금액 (단위: 원)", "원", "금액")]
    [InlineData("금액(단위:천원)", "천원", "금액")]
    [InlineData("Speed, unit = km/h", "km/h", "Speed,")]
    [InlineData("Business unit", null, "Business unit")]
    [InlineData("Units sold: all shops", null, "Units sold: all shops")]
    public void A_comment_may_say_what_is_counted(string comment, string? unit, string rest)
    {
        var found = CommentUnit.Of(comment);

        found.Unit.ShouldBe(unit);
        found.Rest.ShouldBe(rest);
    }

    [Theory]
    [InlineData("1 is 100%", true)]
    [InlineData("Discount (1 = 100 %)", true)]
    [InlineData("Discount in %", false)]
    public void A_fraction_is_told_from_percent(string comment, bool fraction) => CommentUnit.Of(comment).IsFraction.ShouldBe(fraction);
}
