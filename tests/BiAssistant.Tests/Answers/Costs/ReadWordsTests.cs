using BiAssistant.Answers.Costs;

namespace BiAssistant.Tests.Answers.Costs;

public sealed class ReadWordsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(99, 99)]
    [InlineData(100, 100)]
    [InlineData(101, 110)]
    [InlineData(1_234_567_890, 1_300_000_000)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void What_is_told_is_never_less_than_what_is_read(long rows, long told) => ReadQuestions.UpTo(rows).ShouldBe(told);

    [Theory]
    [InlineData(10, 100, 10, 0, true)]
    [InlineData(10, 100, 11, 0, false)]
    [InlineData(10, 100, 11, 10, false)]
    [InlineData(10, 100, 11, 11, true)]
    [InlineData(10, 100, 101, long.MaxValue, false)]
    [InlineData(10, 0, 11, long.MaxValue, false)]
    [InlineData(10, 0, 10, 0, true)]
    [InlineData(0, 100, 0, 0, true)]
    public void Who_has_agreed_may_read_up_to_what_was_agreed_and_never_beyond_what_can_be(long free, long agreed, long rows, long mayRead, bool allowed) =>
        new ReadBound(free, agreed).Allows(rows, mayRead).ShouldBe(allowed);
}
