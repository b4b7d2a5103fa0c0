using BiAssistant.Answers;
using BiAssistant.Answers.Composition;
using BiAssistant.Answers.Narratives;
using BiAssistant.Semantics.Calendars;

namespace BiAssistant.Tests.Answers;

public sealed class NarrativeLawTests
{
    private static readonly NarrativeFacts Facts = new(
        new AnswerTable(
            [
                new TableColumn(new AnswerColumn("region", "Region", "text", null, ColumnRole.Group), null, BusinessCalendar.Default, Additive: false),
                new TableColumn(new AnswerColumn("sales", "Sales", "number", "EUR", ColumnRole.Measure), null, BusinessCalendar.Default, Additive: true),
            ],
            [["Route 66", 300m], ["South", 100m]],
            Truncated: false),
        "en")
    {
        AsOf = "2024-12-31",
    };

    [Fact]
    public void Every_told_sentence_holds()
    {
        var sentences = new Narrator(Facts).Tell();

        sentences.Select(s => s.Text).ShouldBe(
        [
            "Route 66 had the highest Sales: €300.00, 75% of the sum.",
            "The lowest was South: €100.00.",
            "All 2 together come to €400.00.",
            "Period: all data; as of 2024-12-31.",
        ]);
        sentences.ShouldAllBe(s => s.HoldsFor(Facts));
    }

    [Fact]
    public void A_numeral_that_is_bound_to_nothing_makes_a_sentence_fall() =>
        new NarrativeSentence("Sales rose by 12 percent.", []).HoldsFor(Facts).ShouldBeFalse();

    [Fact]
    public void A_numeral_that_is_not_the_cells_makes_a_sentence_fall() =>
        new NarrativeSentence("Sales: €301.00.", [new SentenceSpan(7, 7, new CellSource(0, 1))]).HoldsFor(Facts).ShouldBeFalse();

    [Fact]
    public void A_sentence_about_an_empty_cell_is_not_told()
    {
        var empty = Facts with { Table = Facts.Table with { Rows = [["North", null]] } };
        var sentence = new SentenceBuilder(empty).Words("Sales: ").Say(new CellSource(0, 1)).Words(".").Done();

        sentence.ShouldBeNull();
    }

    [Fact]
    public void Parts_of_a_cut_list_are_not_summed()
    {
        var sentences = new Narrator(Facts with { Partial = true }).Tell();

        sentences.ShouldNotContain(s => s.Text.Contains("together", StringComparison.Ordinal) || s.Text.Contains("of the sum", StringComparison.Ordinal));
    }
}
