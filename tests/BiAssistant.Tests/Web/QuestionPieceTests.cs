using BiAssistant.Sql;
using BiAssistant.Tests.Understanding;
using BiAssistant.Understanding;
using BiAssistant.Web.Text;

namespace BiAssistant.Tests.Web;

/// <summary>Which words of a question are underlined, and that nothing of the question is lost.</summary>
public sealed class QuestionPieceTests
{
    [Theory]
    [InlineData("Show me revenue in Seoul by month", "revenue|Seoul|month")]
    [InlineData("\U0001F600 revenue in \U0001F1F0\U0001F1F7 Seoul\U0001F600 by month", "revenue|Seoul|month")]
    [InlineData("서울의 매출을 월별로 보여줘", "서울|매출|월별")]
    [InlineData("\u1109\u1165\u110b\u116e\u11af의 \u1106\u1162\u110e\u116e\u11af을 월별로 보여줘", "\u1109\u1165\u110b\u116e\u11af|\u1106\u1162\u110e\u116e\u11af|월별")]
    [InlineData("\uff32\uff25\uff36\uff25\uff2e\uff35\uff25 by month", "\uff32\uff25\uff36\uff25\uff2e\uff35\uff25|month")]
    public void Words_are_cut_where_they_stand_in_the_text_as_typed(string question, string words)
    {
        var pieces = Pieces(question);

        string.Concat(pieces.Select(piece => piece.Text)).ShouldBe(question);
        string.Join('|', pieces.Where(piece => piece.Meaning is not null).Select(piece => piece.Text)).ShouldBe(words);
    }

    [Fact]
    public void Every_question_that_is_understood_stays_whole()
    {
        foreach (var question in QuestionTests.Understood().Where(row => (string)row[0] == "demo").Select(row => (string)row[1]))
        {
            string.Concat(Pieces(question).Select(piece => piece.Text)).ShouldBe(question);
        }
    }

    [Fact]
    public void Words_that_do_not_lie_in_the_question_or_lie_over_others_are_left_out()
    {
        Seq<WordMeaning> words = [new(0, 3, "one", "first"), new(0, 7, "one two", "both"), new(4, 3, "two", "second"), new(6, 9, "wo", "beyond"), new(-1, 2, "", "before"), new(7, 0, "", "nothing")];

        QuestionPiece.Of("one two", words).ShouldBe([new QuestionPiece("one two", "both")]);
    }

    private static List<QuestionPiece> Pieces(string question) =>
        [.. QuestionPiece.Of(question, UnderstandingCatalogs.Ask("demo", question).ShouldBeOfType<Understood>(question).Words)];
}
